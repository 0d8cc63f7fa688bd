package model

import (
	"cmp"
	"slices"
	"strings"
)

// Passage is one piece of the protocol that can be found: a paragraph, an item,
// a service, a setting, an officer, a note or a glossary entry.
type Passage struct {
	// Kind is "setting", "officer", "service", "contact", "item", "section",
	// "paragraph", "term" or "note".
	Kind string
	// ID is what the passage is, for the app to go to; it may be empty.
	ID string
	// Title names the passage: a setting, a service, the section it stands in.
	Title string
	// Text is the passage itself, in the source's words.
	Text string
	// Also holds words that find the passage and aren't shown: other forms of
	// a number, a short name.
	Also string
	// Where says where it stands: "5 The ISSPP Programme".
	Where string
	// Layer says whose words it is.
	Layer Layer
	// Dated is the day on which a Local passage was checked, as YYYY-MM-DD.
	Dated string
	// Topics are those that a service is tagged with.
	Topics []string
	// Match says how a search found it.
	Match Matched
}

// Index finds passages by words. It is made once and only read afterwards, so
// that several may search it at the same time.
type Index struct {
	passages   []Passage
	folded     []foldedPassage
	words      []string // sorted, each once
	postings   map[string][]posting
	synonyms   map[string][]string
	vocabulary Vocabulary
}

// posting is one word in one passage.
type posting struct {
	passage int
	titled  bool
}

// foldedPassage is a passage's texts as phrases are looked for in them.
type foldedPassage struct{ title, text string }

// NewIndex folds the passages for searching. The vocabulary says which words are
// one and the same, so that a search for any of them finds all.
func NewIndex(passages []Passage, v Vocabulary) *Index {
	x := &Index{
		passages: passages,
		postings: make(map[string][]posting, 4096),
		synonyms: synonymsOf(v.Terms), vocabulary: v,
	}
	x.folded = make([]foldedPassage, len(passages))
	for i, p := range passages {
		x.folded[i] = foldedPassage{title: Fold(p.Title), text: Fold(p.Text)}
		// A paragraph's title is the heading above it, which is a passage itself.
		if p.Kind != "paragraph" {
			x.add(i, p.Title, true)
		}
		x.add(i, p.Text, false)
		x.add(i, p.Also, false)
	}
	x.words = make([]string, 0, len(x.postings))
	for word := range x.postings {
		x.words = append(x.words, word)
	}
	slices.Sort(x.words)
	return x
}

// add files a text's words under the passage, and what a hyphen joins as one
// word too, so that "antisocial" finds "anti-social".
func (x *Index) add(passage int, text string, titled bool) {
	file := func(word string) {
		list := x.postings[word]
		if n := len(list); n > 0 && list[n-1].passage == passage {
			list[n-1].titled = list[n-1].titled || titled
			return
		}
		x.postings[word] = append(list, posting{passage, titled})
	}
	for _, written := range strings.Fields(text) {
		words := foldWords(written)
		for _, word := range words {
			file(word)
		}
		if len(words) > 1 {
			file(strings.Join(words, ""))
		}
	}
}

// Search lists the passages for a query, best first: those of a topic that it is
// a word for, then those that hold every word of it, a word in the title before
// one in the text, a whole word before a beginning, and what the query says word
// for word before all. Words that fit nothing as written are tried as
// misspellings; each passage says how it was found. An empty query finds nothing.
func (x *Index) Search(query string) []Passage {
	phrase := strings.Join(foldWords(query), " ")
	written := x.sorted(x.scores(query, false), phrase)
	found := x.ofTopics(x.topics(query))
	if len(found)+len(written) == 0 {
		// A slip in a topic's word is likelier meant than any word of the text.
		if guessed := x.ofTopics(x.vocabulary.Nearly(query)); len(guessed) > 0 {
			return x.passagesAt(guessed, MatchNear)
		}
		return x.passagesAt(x.sorted(x.scores(query, true), phrase), MatchNear)
	}
	at := 0
	for at < len(written) && x.folded[written[at]].title == phrase {
		at++ // called so: nothing is meant more
	}
	out := x.passagesAt(written[:at], MatchExact)
	for _, i := range found {
		how := MatchSynonym
		if slices.Contains(written, i) {
			how = MatchExact
		}
		if !slices.Contains(written[:at], i) {
			out = append(out, x.passagesAt([]int{i}, how)...)
		}
	}
	for _, i := range written[at:] {
		if !slices.Contains(found, i) {
			out = append(out, x.passagesAt([]int{i}, MatchExact)...)
		}
	}
	return out
}

// Best joins what several searches found. A guess is left out where anything
// was found as written or as a synonym.
func Best(lists ...[]Passage) []Passage {
	found := slices.Concat(lists...)
	guess := func(p Passage) bool { return p.Match == MatchNear }
	if slices.ContainsFunc(found, func(p Passage) bool { return !guess(p) }) {
		return slices.DeleteFunc(found, guess)
	}
	return found
}

func (x *Index) passagesAt(at []int, how Matched) []Passage {
	out := make([]Passage, len(at))
	for i, p := range at {
		out[i] = x.passages[p]
		out[i].Match = how
	}
	return out
}

// ofTopics are the services tagged with the topics, and the lists that a search
// for them shows, the closest first.
func (x *Index) ofTopics(topics []Topic) []int {
	var services, lists []int
	near := map[int]int{}
	for i, p := range x.passages {
		for _, t := range topics {
			switch {
			case slices.Contains(services, i) || slices.Contains(lists, i):
			case slices.Contains(p.Topics, t.Name):
				services, near[i] = append(services, i), slices.Index(p.Topics, t.Name)
			case (p.Kind == "item" || p.Kind == "section") && slices.ContainsFunc(t.Shows, func(id string) bool { return within(p.ID, id) }):
				lists = append(lists, i)
				near[i] = slices.IndexFunc(t.Shows, func(id string) bool { return within(p.ID, id) })
			}
		}
	}
	// As in the directory: what is most about the topic comes first.
	closer := func(a, b int) int { return cmp.Compare(near[a], near[b]) }
	slices.SortStableFunc(services, closer)
	slices.SortStableFunc(lists, closer)
	return append(services, lists...)
}

// topics are those that a query means; initials mean the one thing alone.
func (x *Index) topics(query string) []Topic {
	if len(x.vocabulary.Same(query)) > 0 {
		return nil
	}
	return x.vocabulary.Means(query)
}

// within reports whether an id is another, or stands below it.
func within(id, above string) bool {
	return id == above || strings.HasPrefix(id, above+"/")
}

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
		mark := score * 10
		switch {
		case p.title == phrase:
			mark -= 60
		case holdsPhrase(p.text, phrase), holdsPhrase(p.title, phrase):
			mark -= 25
		}
		hits = append(hits, hit{passage, mark + kindOrder(x.passages[passage].Kind)})
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

// holdsPhrase tells whether a folded text holds the phrase as whole words.
func holdsPhrase(folded, phrase string) bool {
	for from := 0; ; {
		i := strings.Index(folded[from:], phrase)
		if i < 0 {
			return false
		}
		start := from + i
		end := start + len(phrase)
		if (start == 0 || folded[start-1] == ' ') && (end == len(folded) || folded[end] == ' ') {
			return true
		}
		from = start + 1
	}
}

// kindOrder decides between equals: whom to ring before what to read.
func kindOrder(kind string) int {
	for i, k := range [...]string{"contact", "setting", "officer", "service", "item", "term", "section", "paragraph", "note"} {
		if k == kind {
			return i
		}
	}
	return 9
}

// synonymsOf maps each folded word to those that mean the same.
func synonymsOf(terms []Term) map[string][]string {
	same := map[string][]string{}
	join := func(words ...string) {
		for _, w := range words {
			for _, other := range words {
				if other != w && !slices.Contains(same[w], other) {
					same[w] = append(same[w], other)
				}
			}
		}
	}
	join("yos", "yot", "yjs")
	join("preventative", "preventive", "protective")
	for _, t := range terms {
		if len(t.Same) > 0 {
			group := []string{Fold(t.Short)}
			for _, s := range t.Same {
				group = append(group, Fold(s))
			}
			join(group...)
		}
	}
	return same
}
