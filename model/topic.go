package model

import (
	"slices"
	"strings"
)

// Topic is one of isspp's own words for what a service is about, with the
// words that people search for when they mean it. Topics are ours (layer Note).
type Topic struct {
	// ID is a slug: "knife-crime".
	ID string `json:"id"`
	// Name is the word as services are tagged with it: "knife crime".
	Name string `json:"name"`
	// Words are synonyms and short forms: "stabbing", "blade".
	Words []string `json:"words,omitempty"`
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

// Vocabulary is a pack's own words for one and the same: its topics and the
// initials of its glossary.
type Vocabulary struct {
	Topics []Topic
	Terms  []Term
}

// Means are the topics that a query is a word for.
func (v Vocabulary) Means(query string) []Topic {
	asked := singular(Fold(query))
	if asked == "" {
		return nil
	}
	var meant []Topic
	for _, t := range v.Topics {
		if t.is(asked) {
			meant = append(meant, t)
		}
	}
	return meant
}

// Nearly are the topics that a query is a likely misspelling of a word for.
func (v Vocabulary) Nearly(query string) []Topic {
	asked := singular(Fold(query))
	return slices.DeleteFunc(slices.Clone(v.Topics), func(t Topic) bool {
		return !slices.ContainsFunc(append([]string{t.Name}, t.Words...),
			func(w string) bool { return near(asked, singular(Fold(w))) })
	})
}

// MeansAny are the topics that any word of a query, or two in a row, is for.
func (v Vocabulary) MeansAny(query string) []Topic {
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

// Same are the other initials for the one thing that a query asks for: "yjs" and
// "yos" for "yot".
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

// is reports whether a folded word in the singular is the topic's name or one of
// its words.
func (t Topic) is(asked string) bool {
	if singular(Fold(t.Name)) == asked || t.ID == asked {
		return true
	}
	return slices.ContainsFunc(t.Words, func(w string) bool { return singular(Fold(w)) == asked })
}

// singular takes the s of the plural off a folded text, so that "gang" and
// "gangs" are one.
func singular(folded string) string {
	if len(folded) > 3 && !strings.HasSuffix(folded, "ss") {
		return strings.TrimSuffix(folded, "s")
	}
	return folded
}
