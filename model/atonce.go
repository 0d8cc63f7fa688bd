package model

import (
	"slices"
	"strings"
)

// AtOnce is the row of what to ask now because of a word in a text, the first
// in the rows' order, with the word as it is written. What the person was asked about in the text before is
// passed over.
func AtOnce(text, before string, rows []Suggestion) (Suggestion, bool) {
	now, was := foldWords(text), foldWords(before)
	asked := map[string]bool{}
	for _, row := range rows {
		if row.Ask != "" && row.in(was) != "" {
			asked[row.Ask] = true
		}
	}
	for _, row := range rows {
		if row.Ask == "" || asked[row.Ask] {
			continue
		}
		if words := row.in(now); words != "" {
			row.Word = words
			return row, true
		}
	}
	return Suggestion{}, false
}

// nearLetters is how long a word must be for one slip of the hand in it to be
// taken for it. A false alarm costs a glance, a missed word may cost a child.
const nearLetters = 7

// in gives the words of a text, folded, that are the row's word or phrase, as
// they are quoted, or "".
func (s Suggestion) in(text []string) string {
	phrase := foldWords(s.Word)
	if len(phrase) == 0 {
		return ""
	}
	ends := strings.HasSuffix(s.Word, "*")
	for from := 0; from+len(phrase) <= len(text); from++ {
		if !holdsAt(text[from:], phrase, ends) {
			continue
		}
		if written := text[from : from+len(phrase)]; ends || !slices.Equal(written, phrase) {
			return strings.Join(written, " ")
		}
		return s.Word
	}
	return ""
}

func holdsAt(text, phrase []string, ends bool) bool {
	last := len(phrase) - 1
	for i, word := range phrase {
		switch {
		case text[i] == word:
		case i == last && ends && strings.HasPrefix(text[i], word):
		case i == last && slipOf(text[i], word, ends):
		default:
			return false
		}
	}
	return true
}

// slipOf reports whether a written word is a long word with one slip in it. The
// first letter is hardly ever the wrong one.
func slipOf(written, word string, ends bool) bool {
	if len(word) < nearLetters || len(written) < nearLetters-1 || written[0] != word[0] {
		return false
	}
	if ends && len(written) > len(word) {
		written = written[:len(word)]
	}
	return Distance(written, word) == 1
}
