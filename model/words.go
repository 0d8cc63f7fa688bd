package model

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Pattern is a regular expression that is compiled when it is first used: no start waits for it.
func Pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// Distance is how many letters must be put in, left out, changed or swapped with their neighbour to make one
// word of the other (Damerau–Levenshtein with adjacent swaps). It compares letters, not bytes, and minds case.
func Distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) == 0 || len(y) == 0 {
		return len(x) + len(y)
	}
	// Three rows are enough: a swap looks back two. Words fit on the stack.
	var buf [3 * 40]int
	rows := buf[:]
	n := len(y) + 1
	if 3*n > len(rows) {
		rows = make([]int, 3*n)
	}
	older, old, row := rows[:n], rows[n:2*n], rows[2*n:3*n]
	for j := range old {
		old[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			change := old[j-1]
			if x[i-1] != y[j-1] {
				change++
			}
			row[j] = min(change, old[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], older[j-2]+1)
			}
		}
		older, old, row = old, row, older
	}
	return old[len(y)]
}

// Nearest is the word of the list that the written word was most likely meant to be, or "" when none is near.
// Case, apostrophes and accents don't matter. A word is near when a third of its letters or fewer differ, or
// when what was written is the start of exactly one word.
func Nearest(written string, among []string) string {
	word := Fold(written)
	length := len([]rune(word))
	if length < 2 {
		return ""
	}
	best, bestAt := "", max(1, (length+1)/3)+1
	for _, candidate := range among {
		if d := Distance(word, Fold(candidate)); d < bestAt {
			best, bestAt = candidate, d
		}
	}
	if best != "" {
		return best
	}
	starting := filter(among, func(candidate string) bool {
		folded := Fold(candidate)
		return folded != word && strings.HasPrefix(folded, word)
	})
	if len(starting) == 1 { // between several it would be a guess
		return starting[0]
	}
	return ""
}

// Runs parts a list where neighbours are not alike.
func Runs[T any](list []T, alike func(a, b *T) bool) (runs [][]T) {
	from := 0
	for i := range list {
		if i+1 == len(list) || !alike(&list[i], &list[i+1]) {
			runs = append(runs, list[from:i+1])
			from = i + 1
		}
	}
	return runs
}

// Count writes a number of things: "1 mistake", "2 mistakes".
func Count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// Topic is one of isspp's own words for what a service is about, with the
// words that people search for when they mean it. Topics are ours (layer Note).
type Topic struct {
	ID    string   `json:"id"`              // a slug: "knife-crime"
	Name  string   `json:"name"`            // the word as services are tagged with it: "knife crime"
	Words []string `json:"words,omitempty"` // synonyms and short forms: "stabbing", "blade"
	// Shows are the ids of domains and items that a search for the topic shows.
	Shows []string `json:"shows,omitempty"`
}

// Matched says how an answer was found.
type Matched string

// The ways of finding. A near one is a guess and is called one.
const (
	MatchExact   Matched = "exact"
	MatchSynonym Matched = "synonym"
	MatchNear    Matched = "near"
	MatchNone    Matched = "none"
)

// Vocabulary is a pack's own words for one and the same: its topics and the initials of its glossary.
type Vocabulary struct {
	Topics []Topic
	Terms  []Term
}

// Means are the topics that a query is a word for.
func (v Vocabulary) Means(query string) []Topic {
	asked := singular(Fold(query))
	return filter(v.Topics, func(t Topic) bool {
		return asked != "" && (t.ID == asked || t.any(func(word string) bool { return word == asked }))
	})
}

// nearly are the topics that a query is a likely misspelling of a word for.
func (v Vocabulary) nearly(query string) []Topic {
	asked := singular(Fold(query))
	return filter(v.Topics, func(t Topic) bool { return t.any(func(word string) bool { return near(asked, word) }) })
}

// meansAny are the topics that any word of a query, or two in a row, is for.
func (v Vocabulary) meansAny(query string) []Topic {
	var meant []Topic
	words := foldWords(query)
	for i := range words {
		for _, part := range []string{words[i], strings.Join(words[i:min(i+2, len(words))], " ")} {
			for _, t := range v.Means(part) {
				if !slices.ContainsFunc(meant, func(o Topic) bool { return o.ID == t.ID }) {
					meant = append(meant, t)
				}
			}
		}
	}
	return meant
}

// Same are the other initials for the one thing that a query asks for: "yjs" and "yos" for "yot".
func (v Vocabulary) Same(query string) []string {
	asked := Fold(query)
	if asked == "" {
		return nil
	}
	var same []string
	for _, t := range v.Terms {
		group := append([]string{t.Short}, t.Same...)
		if len(group) < 2 || !slices.ContainsFunc(group, func(w string) bool { return Fold(w) == asked }) {
			continue
		}
		for _, w := range group {
			if w = Fold(w); w != asked && !slices.Contains(same, w) {
				same = append(same, w)
			}
		}
	}
	return same
}

// any reports whether the topic's name or one of its words, folded and in the singular, passes a test.
func (t Topic) any(is func(word string) bool) bool {
	return is(singular(Fold(t.Name))) ||
		slices.ContainsFunc(t.Words, func(w string) bool { return is(singular(Fold(w))) })
}

func singular(folded string) string {
	if len(folded) > 3 && !strings.HasSuffix(folded, "ss") {
		return strings.TrimSuffix(folded, "s")
	}
	return folded
}
