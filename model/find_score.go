package model

import (
	"cmp"
	"slices"
	"strings"
)

// scores are the marks of the passages that hold every word of the query, as
// written or, where near spellings are wanted, as it may be misspelt.
func (x *Index) scores(query string, near bool) map[int]int {
	var scores map[int]int
	for i, chunk := range queryChunks(query) {
		next := x.scoreChunk(chunk, near)
		if i == 0 {
			scores = next
			continue
		}
		scores = inBoth(scores, next)
	}
	if words := queryWords(query); len(scores) == 0 && len(words) > 1 {
		scores = x.scoreWord(strings.Join(words, ""), near)
	}
	return scores
}

// queryChunks splits a query at its spaces, small words left out unless there
// is nothing else. A chunk has several words where a hyphen joins them.
func queryChunks(query string) [][]string {
	var all, large [][]string
	for _, written := range strings.Fields(query) {
		words := foldWords(written)
		if len(words) == 0 {
			continue
		}
		all = append(all, words)
		if len(words) > 1 || !isSmall(words[0]) {
			large = append(large, words)
		}
	}
	if len(large) == 0 {
		return all
	}
	return large
}

// scoreChunk scores passages with all of the chunk's words, or with the chunk
// written as one: "anti-social" finds "antisocial" too.
func (x *Index) scoreChunk(words []string, near bool) map[int]int {
	scores := x.scoreWord(words[0], near)
	for _, word := range words[1:] {
		scores = inBoth(scores, x.scoreWord(word, near))
	}
	for passage, titled := range x.words[strings.Join(words, "")] {
		if had, ok := scores[passage]; len(words) > 1 && (!ok || mark(markSame, titled) < had) {
			scores[passage] = mark(markSame, titled)
		}
	}
	return scores
}

// inBoth adds the marks of the passages that both hold.
func inBoth(a, b map[int]int) map[int]int {
	both := make(map[int]int, min(len(a), len(b)))
	for passage, mark := range a {
		if more, ok := b[passage]; ok {
			both[passage] = mark + more
		}
	}
	return both
}

// The marks of a word, smaller being better; beside each, what it costs to stand in
// no title. They are not shown to anybody.
const (
	markSame   = 1
	markPrefix = 2
	markText   = 4
	markNear   = 20
)

func mark(fit int, titled bool) int {
	if titled {
		return fit
	}
	return fit + markText
}

// scoreWord gives each passage that holds the word, or failing that a likely
// spelling of it, its best mark.
func (x *Index) scoreWord(word string, nearly bool) map[int]int {
	scores := map[int]int{}
	score := func(fits func(other string) (fit int, ok bool)) {
		for other, in := range x.words {
			fit, ok := fits(other)
			if !ok {
				continue
			}
			for passage, titled := range in {
				if had, ok := scores[passage]; !ok || mark(fit, titled) < had {
					scores[passage] = mark(fit, titled)
				}
			}
		}
	}
	same := x.synonyms[word]
	score(func(other string) (int, bool) {
		switch {
		case other == word:
			return 0, true
		case slices.Contains(same, other):
			return markSame, true
		}
		return markPrefix, strings.HasPrefix(other, word)
	})
	if len(scores) == 0 && nearly {
		score(func(other string) (int, bool) { return markNear, near(word, other) })
	}
	return scores
}

// sorted puts the scored passages in order. What fits equally well keeps the
// order of the protocol, names before running text.
func (x *Index) sorted(scores map[int]int, phrase string) []int {
	type hit struct{ passage, mark int }
	hits := make([]hit, 0, len(scores))
	for passage, score := range scores {
		p := x.folded[passage]
		mark := score*10 + kindOrder(x.passages[passage].Kind)
		switch {
		case p.title == " "+phrase+" ":
			mark -= 60
		case strings.Contains(p.text, " "+phrase+" "), strings.Contains(p.title, " "+phrase+" "):
			mark -= 25
		}
		hits = append(hits, hit{passage, mark})
	}
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.mark, b.mark), cmp.Compare(a.passage, b.passage))
	})
	found := make([]int, len(hits))
	for i, h := range hits {
		found[i] = h.passage
	}
	return found
}

// kindOrder decides between equals: whom to ring before what to read.
func kindOrder(kind string) int {
	kinds := []string{"contact", "setting", "officer", "service", "item", "term", "section", "paragraph", "note"}
	if i := slices.Index(kinds, kind); i >= 0 {
		return i
	}
	return len(kinds)
}

// synonymsOf maps each folded word to those that mean the same.
func synonymsOf(terms []Term) map[string][]string {
	groups := [][]string{{"yos", "yot", "yjs"}, {"preventative", "preventive", "protective"}}
	for _, t := range terms {
		groups = append(groups, append([]string{t.Short}, t.Same...))
	}
	same := map[string][]string{}
	for _, group := range groups {
		for _, word := range group {
			for _, other := range group {
				w, o := Fold(word), Fold(other)
				if o != w && !slices.Contains(same[w], o) {
					same[w] = append(same[w], o)
				}
			}
		}
	}
	return same
}
