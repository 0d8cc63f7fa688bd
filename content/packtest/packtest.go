// Package packtest helps tests to show that the code is no one borough's: it
// has a second, made-up protocol, and knows which words are the embedded one's
// alone. Nothing but tests uses it.
package packtest

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"isspp/content"
	"isspp/model"
)

// Folder is the folder of the made-up protocol: of Brackwater, a harbour town
// that doesn't exist.
func Folder(t testing.TB) string {
	t.Helper()
	root, err := os.Getwd()
	for err == nil {
		if _, err = os.Stat(filepath.Join(root, "go.mod")); err == nil {
			return filepath.Join(root, "content", "testdata", "brackwater")
		}
		up := filepath.Dir(root)
		if up == root {
			break
		}
		root, err = up, nil
	}
	t.Fatal("the made-up protocol is not found")
	return ""
}

// Brackwater is the made-up protocol, which has no mistakes.
func Brackwater(t testing.TB) *content.Pack {
	t.Helper()
	pack, mistakes, err := content.Read(Folder(t))
	if err != nil || len(mistakes) > 0 {
		t.Fatalf("the made-up protocol can't be used: %v %v", mistakes, err)
	}
	return pack
}

// OwnWords are what belongs to an edition alone, in lower case: its place, its
// years, its schools, officers and services, whom it says to ring, and every
// number, address and link. The country's own numbers are shorter than any of
// these.
func OwnWords(p *content.Pack) []string {
	e, d := p.Edition(), p.Directory()
	var words []string
	// Three letters are somebody's name only where they are capitals.
	add := func(list ...string) {
		for _, w := range list {
			if len(w) > 3 || len(w) == 3 && strings.ToUpper(w) == w && !isNumber(w) {
				words = append(words, strings.ToLower(w))
			}
		}
	}
	add(e.Place, e.Years)
	for _, s := range p.Rota().Settings {
		name := strings.Fields(s.Officer)
		surname := name[len(name)-1]
		if surname == "vacancy" {
			continue
		}
		add(s.Name, surname, model.Fold(surname))
	}
	for _, s := range d.Services() {
		add(s.Name)
		add(ways(s.Contacts)...)
	}
	for _, c := range append(d.Head, d.Bulletin) {
		add(ways(c.Contacts)...)
		if !isNumber(c.ID) {
			add(c.Name, c.Short)
		}
	}
	return words
}

func ways(contacts []model.Contact) []string {
	var words []string
	for _, c := range contacts {
		if !isNumber(c.Value) || len(c.Value) > 3 {
			words = append(words, c.Value, c.Printed)
		}
	}
	return words
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// Said is the first of some words that a text holds, and not only as a part of
// a longer word; empty where it holds none.
func Said(text string, words []string) string {
	text = strings.ToLower(text)
	for _, w := range words {
		for at := 0; ; {
			i := strings.Index(text[at:], w)
			if i < 0 {
				break
			}
			start, end := at+i, at+i+len(w)
			if (start == 0 || !isLetter(text[start-1])) && (end == len(text) || !isLetter(text[end])) {
				return w
			}
			at = end
		}
	}
	return ""
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }
