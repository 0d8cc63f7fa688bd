package model

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Passage is one piece of the protocol that can be found: a paragraph, an item,
// a service, a setting, an officer, a note or a glossary entry.
type Passage struct {
	// Kind is "setting", "officer", "service", "contact", "item", "section", "paragraph", "term" or "note".
	Kind  string `json:"kind"`
	ID    string `json:"id"`    // what the passage is, for the app to go to; it may be empty
	Title string `json:"title"` // Title names the passage: a setting, a service, the section it stands in
	Text  string `json:"text"`  // the passage itself, in the source's words
	// Also holds words that find the passage and aren't shown: other forms of a number, a short name.
	Also   string   `json:"-"`
	Where  string   `json:"where"` // says where it stands: "5 The ISSPP Programme"
	Layer  Layer    `json:"-"`     // says whose words it is
	Dated  string   `json:"-"`     // the day on which a Local passage was checked, as YYYY-MM-DD
	Topics []string `json:"-"`     // those that a service is tagged with
	Match  Matched  `json:"match"` // says how a search found it
}

// Index finds passages by words. It is made once and only read afterwards, so
// that several may search it at the same time.
type Index struct {
	passages []Passage
	folded   []foldedPassage
	// words are those of the passages: in which each is, and whether in its title.
	words      map[string]map[int]bool
	synonyms   map[string][]string
	vocabulary Vocabulary
}

// foldedPassage is a passage's texts as phrases are looked for in them, with a space at either end.
type foldedPassage struct{ title, text string }

// NewIndex folds the passages for searching. The vocabulary says which words are
// one and the same, so that a search for any of them finds all.
func NewIndex(passages []Passage, v Vocabulary) *Index {
	x := &Index{
		passages: passages, folded: make([]foldedPassage, len(passages)),
		words: make(map[string]map[int]bool, 4096), synonyms: synonymsOf(v.Terms), vocabulary: v,
	}
	for i, p := range passages {
		x.folded[i] = foldedPassage{title: " " + Fold(p.Title) + " ", text: " " + Fold(p.Text) + " "}
		// A paragraph's title is the heading above it, which is a passage itself.
		if p.Kind != "paragraph" {
			x.add(i, p.Title, true)
		}
		x.add(i, p.Text, false)
		x.add(i, p.Also, false)
	}
	return x
}

// add files a text's words under the passage, and what a hyphen joins as one
// word too, so that "antisocial" finds "anti-social".
func (x *Index) add(passage int, text string, titled bool) {
	for _, written := range strings.Fields(text) {
		words := foldWords(written)
		if len(words) > 1 {
			words = append(words, strings.Join(words, ""))
		}
		for _, word := range words {
			if x.words[word] == nil {
				x.words[word] = map[int]bool{}
			}
			x.words[word][passage] = x.words[word][passage] || titled
		}
	}
}

// Search lists the passages for a query, best first: those of a topic that it is a word for, then those that
// hold every word of it, a word in the title before one in the text, a whole word before a beginning, and what
// the query says word for word before all. Words that fit nothing as written are tried as misspellings; each
// passage says how it was found. An empty query finds nothing.
func (x *Index) Search(query string) []Passage {
	phrase := strings.Join(foldWords(query), " ")
	meant := x.vocabulary.Means(query)
	if len(x.vocabulary.Same(query)) > 0 {
		meant = nil // initials mean the one thing alone
	}
	written := x.sorted(x.scores(query, false), phrase)
	found := x.ofTopics(meant)
	if len(found)+len(written) == 0 {
		// A slip in a topic's word is likelier meant than any word of the text.
		if guessed := x.ofTopics(x.vocabulary.nearly(query)); len(guessed) > 0 {
			return x.passagesAt(guessed, MatchNear)
		}
		return x.passagesAt(x.sorted(x.scores(query, true), phrase), MatchNear)
	}
	at := 0
	for at < len(written) && x.folded[written[at]].title == " "+phrase+" " {
		at++ // called so: nothing is meant more
	}
	var out []Passage
	seen := map[int]bool{}
	for _, i := range slices.Concat(written[:at], found, written[at:]) {
		how := MatchExact
		if !slices.Contains(written, i) {
			how = MatchSynonym
		}
		if !seen[i] {
			out = append(out, x.passagesAt([]int{i}, how)...)
		}
		seen[i] = true
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
			tagged := slices.Index(p.Topics, t.Name)
			shown := slices.IndexFunc(t.Shows, func(id string) bool {
				return (p.Kind == "item" || p.Kind == "section") && within(p.ID, id)
			})
			switch _, done := near[i]; {
			case done:
			case tagged >= 0:
				services, near[i] = append(services, i), tagged
			case shown >= 0:
				lists, near[i] = append(lists, i), shown
			}
		}
	}
	// As in the directory: what is most about the topic comes first.
	closer := func(a, b int) int { return cmp.Compare(near[a], near[b]) }
	slices.SortStableFunc(services, closer)
	slices.SortStableFunc(lists, closer)
	return append(services, lists...)
}

func within(id, above string) bool { return id == above || strings.HasPrefix(id, above+"/") }

// scores are the marks of the passages that hold every word of the query, as
// written or, where near spellings are wanted, as it may be misspelt.
func (x *Index) scores(query string, near bool) map[int]int {
	var scores map[int]int
	for i, chunk := range queryChunks(query) {
		if next := x.scoreChunk(chunk, near); i == 0 {
			scores = next
		} else {
			scores = inBoth(scores, next)
		}
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

// scoreWord gives each passage that holds the word, or failing that a likely spelling of it, its best mark.
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
	phrase = " " + phrase + " "
	for passage, score := range scores {
		p := x.folded[passage]
		mark := score*10 + slices.Index(kindOrder, x.passages[passage].Kind)
		switch {
		case p.title == phrase:
			mark -= 60
		case strings.Contains(p.text, phrase), strings.Contains(p.title, phrase):
			mark -= 25
		}
		scores[passage] = mark
	}
	return slices.SortedFunc(maps.Keys(scores), func(a, b int) int {
		return cmp.Or(cmp.Compare(scores[a], scores[b]), cmp.Compare(a, b))
	})
}

var kindOrder = []string{
	"contact", "setting", "officer", "service", "item", "term", "section", "paragraph", "note",
}

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
