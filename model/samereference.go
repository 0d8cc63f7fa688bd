package model

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// ReferenceKey is what two spellings of one reference have in common: everything
// that is kept under a reference is kept under its key. Case, width and how a letter
// is composed don't matter, invisible signs are left out, all hyphens and dashes are
// one, and blanks are trimmed and single. Nothing else is dropped: "JO'B" and "JOB",
// "2026/14" and "2026-14", "St A" and "Saint A" are different references. The key of
// a key is itself, and a reference of nothing that can be seen has none.
func ReferenceKey(ref string) string {
	ref = Clean(ref)
	if isASCII(ref) {
		return blanksSingle(strings.ToLower(ref))
	}
	key := ref
	// Folding can leave what composes anew, and composing what folds: two rounds
	// settle every text but for rare ones.
	for range 4 {
		next := cases.Fold().String(norm.NFKC.String(strings.Map(keySign, key)))
		if next == key {
			break
		}
		key = next
	}
	return blanksSingle(strings.Map(keySign, key))
}

func blanksSingle(s string) string { return strings.Join(strings.Fields(s), " ") }

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// keySign is a sign as a key has it: a hyphen for every dash, and none, -1, for what
// can't be seen.
func keySign(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return r
	case invisible(r):
		return -1
	case unicode.Is(unicode.Pd, r), r == '\u2043', r == '\u2212', r == '\u02d7':
		return '-'
	}
	return r
}

// invisible reports whether a sign beyond ASCII shows nothing by itself, such as a
// soft hyphen, a space without width or a joiner.
func invisible(r rune) bool {
	if unicode.Is(unicode.Prepended_Concatenation_Mark, r) {
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// Referenced reports whether there is anything in a reference that can be seen.
func Referenced(ref string) bool { return ReferenceKey(ref) != "" }

// SameReference reports whether two spellings are of one reference. An empty one is
// the same as none.
func SameReference(a, b string) bool {
	key := ReferenceKey(a)
	return key != "" && key == ReferenceKey(b)
}

// NearReference reports whether two references are not the same, and yet so alike
// that one may have been meant by the other: they differ in signs, blanks or accents,
// or in saint and st. Only a person can say whether they are of one child.
func NearReference(a, b string) bool {
	a, b = ReferenceKey(a), ReferenceKey(b)
	near := nearKey(a)
	return a != b && near != "" && near == nearKey(b)
}

// Alike is the concern, but for one, that changed last of those under a reference;
// where there is none, of those under a near one. Near tells which it is, and the
// concern is nil where there is neither.
func Alike(concerns []Concern, ref, but string) (found *Concern, near bool) {
	key := ReferenceKey(ref)
	if key == "" {
		return nil, false
	}
	almost := nearKey(key)
	for i := range concerns {
		c := &concerns[i]
		other := ReferenceKey(c.Ref)
		same := other == key
		if c.ID == but || !same && (almost == "" || nearKey(other) != almost) {
			continue
		}
		switch {
		case found == nil, near && same:
			found, near = c, !same
		case near == !same && c.Changed.After(found.Changed):
			found = c
		}
	}
	return found, near
}

// nearKey is what near references have in common, made of a key.
func nearKey(key string) string {
	return strings.ReplaceAll(Fold(norm.NFKD.String(key)), " ", "")
}

// Spellings are references by their keys, each as it was spelt when it was first
// recorded, which is how it is shown everywhere.
type Spellings map[string]spelling

type spelling struct {
	text string
	at   time.Time
}

// Saw takes in that a reference was recorded in this spelling at a time.
func (s Spellings) Saw(ref string, at time.Time) {
	key := ReferenceKey(ref)
	if key == "" {
		return
	}
	text := CleanLine(ref)
	first, ok := s[key]
	if !ok || at.Before(first.at) || at.Equal(first.at) && text < first.text {
		s[key] = spelling{text, at}
	}
}

// SawLater takes a spelling in that counts only where the reference has none yet.
func (s Spellings) SawLater(other Spellings) {
	for key, spelt := range other {
		if _, ok := s[key]; !ok {
			s[key] = spelt
		}
	}
}

// All are the references as they are shown, in the order of their keys.
func (s Spellings) All() []string {
	out := make([]string, 0, len(s))
	for _, key := range slices.Sorted(maps.Keys(s)) {
		out = append(out, s[key].text)
	}
	return out
}

// Of is the reference as it is shown. One that was never recorded is shown as given.
func (s Spellings) Of(ref string) string {
	key := ReferenceKey(ref)
	if first, ok := s[key]; ok {
		return first.text
	}
	if key == "" {
		return ""
	}
	return CleanLine(ref)
}
