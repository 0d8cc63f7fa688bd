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
	if len(words) > 1 {
		x.score(scores, strings.Join(words, ""), markSame)
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

// The marks of a word, smaller being better. They are not shown to anybody.
const (
	markTitle  = 0
	markText   = 4
	markPrefix = 2
	markSame   = 1
	markNear   = 20
)

// scoreWord gives each passage that holds the word, or failing that a likely
// spelling of it, its best mark.
func (x *Index) scoreWord(word string, nearly bool) map[int]int {
	scores := map[int]int{}
	x.score(scores, word, 0)
	for _, same := range x.synonyms[word] {
		x.score(scores, same, markSame)
	}
	from, _ := slices.BinarySearch(x.words, word)
	for _, longer := range x.words[from:] {
		if !strings.HasPrefix(longer, word) {
			break
		}
		x.score(scores, longer, markPrefix)
	}
	if len(scores) > 0 || !nearly {
		return scores
	}
	for _, other := range x.words {
		if near(word, other) {
			x.score(scores, other, markNear)
		}
	}
	return scores
}

func (x *Index) score(scores map[int]int, word string, mark int) {
	for _, p := range x.postings[word] {
		m := mark + markText
		if p.titled {
			m = mark + markTitle
		}
		if had, ok := scores[p.passage]; !ok || m < had {
			scores[p.passage] = m
		}
	}
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
