package model

import (
	"runtime"
	"slices"
	"strings"
	"sync"
)

// ConcernIndex finds concerns by the words in them. It is made once for a list
// of concerns and only read afterwards.
type ConcernIndex struct {
	folded []string // each concern's text, with a space before each of its words
}

// NewConcernIndex folds the concerns' texts for searching.
func NewConcernIndex(concerns []Concern) *ConcernIndex {
	x := &ConcernIndex{folded: make([]string, len(concerns))}
	var work sync.WaitGroup
	chunk := max((len(concerns)+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0), 64)
	for from := 0; from < len(concerns); from += chunk {
		work.Go(func() {
			var b strings.Builder
			for i := from; i < min(from+chunk, len(concerns)); i++ {
				b.Reset()
				concerns[i].texts(func(text string) {
					b.WriteString(text)
					b.WriteByte('\n')
				})
				x.folded[i] = " " + Fold(b.String())
			}
		})
	}
	work.Wait()
	return x
}

// Search lists the indexes of the concerns that hold every word of the query,
// or the beginning of it, in the order of the list. An empty query finds all.
func (x *ConcernIndex) Search(query string) []int {
	words := foldWords(query)
	found := make([]int, 0, 16)
	for i, text := range x.folded {
		if !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, " "+word) }) {
			found = append(found, i)
		}
	}
	return found
}

// texts gives everything in the concern that a person wrote, or answered with
// more than "not seen", and who and where it is about.
func (c *Concern) texts(give func(string)) {
	give(c.Ref)
	for i := range c.Walkthroughs {
		w := &c.Walkthroughs[i]
		for _, text := range []string{w.Ref, w.Setting, w.YearGroup, w.EventTime, w.RaisedBy, w.By, w.Draft.Text} {
			give(text)
		}
		for _, e := range w.Entries {
			if e.Evidence != "" {
				give(e.Evidence)
			}
			if e.Answer == Seen || e.Answer == Told || e.Evidence != "" {
				give(e.Text)
			}
		}
	}
	for _, e := range slices.Concat(c.Entries, c.Drafts) {
		give(e.Title())
		give(e.Was)
		for _, q := range Questions(e.Kind) {
			give(*q.Of(&e))
		}
	}
}

// Excerpt is a piece of the concern's own words around the first of the query's
// words that is in it, on one line of at most about n characters, or "".
func (c *Concern) Excerpt(query string, n int) string {
	words := foldWords(query)
	found := ""
	if len(words) == 0 {
		return ""
	}
	c.texts(func(text string) {
		if found != "" || text == "" || text == c.Ref {
			return
		}
		folded := " " + Fold(text)
		if i := slices.IndexFunc(words, func(word string) bool { return strings.Contains(folded, " "+word) }); i >= 0 {
			found = around(CleanLine(text), words[i], n)
		}
	})
	return found
}

func around(line, word string, n int) string {
	runes := []rune(line)
	if len(runes) <= n {
		return line
	}
	at := 0
	for i := range runes {
		ahead := Fold(string(runes[i:min(i+len(word)+8, len(runes))]))
		if (i == 0 || runes[i-1] == ' ') && strings.HasPrefix(ahead, word) {
			at = i
			break
		}
	}
	from := max(min(at-n/3, len(runes)-n), 0)
	piece := string(runes[from:min(from+n, len(runes))])
	if from > 0 {
		piece = "…" + piece
	}
	if from+n < len(runes) {
		piece += "…"
	}
	return piece
}
