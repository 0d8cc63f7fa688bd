package model

import (
	"slices"
	"strings"
	"time"
)

// Suggestion says which of isspp's topics a sign or factor speaks for. It is
// isspp's reading (layer Note), kept in the pack where it can be reviewed.
type Suggestion struct {
	// About is the id of an item, or of a domain for all of its items.
	About string `json:"about,omitempty"`
	// Word, in place of About, is a word that evidence may hold.
	Word string `json:"word,omitempty"`
	// Topics are names as services are tagged with them; none is a row that says
	// that the item speaks for no service.
	Topics []string `json:"topics,omitempty"`
	// Ask, in place of topics, is what to ask at once where evidence holds the
	// word: it may mean danger now.
	Ask  string `json:"ask,omitempty"`
	Line int    `json:"-"`
}

// Suggested is a service with the reasons for its being suggested.
type Suggested struct {
	ServiceMatch
	// Reasons are one for each topic: the topic and the items that speak for it.
	Reasons []Reason
}

// Reason is a topic of a service and what was recorded that speaks for it.
type Reason struct {
	Topic string
	// Items are the words of what was seen or told, in the order recorded.
	Items []string
}

// Suggest lists the services whose topics fit what a walkthrough saw or was
// told, in the directory's order: those that print ages which take the child
// first, then those that print none. It ranks nothing: more reasons are not
// more need. Services that have ended are never offered. Without an age from
// the year group no service is left out for its ages.
func Suggest(w *Walkthrough, d Directory, rows []Suggestion, now time.Time) []Suggested {
	topics := map[string][]string{}
	for _, e := range w.Answered(Seen, Told) {
		for _, topic := range topicsOf(e, rows) {
			topics[topic] = append(topics[topic], "“"+CleanLine(e.Text)+"”")
		}
		evidence := Fold(e.Evidence)
		for _, row := range rows {
			if row.Word == "" || len(row.Topics) == 0 || !holdsPhrase(evidence, Fold(row.Word)) {
				continue
			}
			for _, topic := range row.Topics {
				topics[topic] = append(topics[topic], "the evidence says “"+row.Word+"”")
			}
		}
	}
	if len(topics) == 0 {
		return nil
	}
	ages := AgesInYear(w.YearGroup)
	var found []Suggested
	for _, s := range d.Services() {
		match := ServiceMatch{Service: s, Open: OpenNow(s, now), Over: s.EndedBy(now)}
		takes, printed := s.Ages.takesAny(ages)
		match.AgesUnknown = !printed
		if match.Over || len(ages) > 0 && printed && !takes {
			continue
		}
		if reasons := reasonsFor(s, topics); len(reasons) > 0 {
			found = append(found, Suggested{ServiceMatch: match, Reasons: reasons})
		}
	}
	slices.SortStableFunc(found, func(a, b Suggested) int { return later(a.ServiceMatch) - later(b.ServiceMatch) })
	return found
}

// AskAtOnce is what to ask now because of a word in a text, or "". Text that
// the person had read before, and was asked about, is passed over.
func AskAtOnce(text, before string, rows []Suggestion) string {
	text, before = Fold(text), Fold(before)
	for _, row := range rows {
		if word := Fold(row.Word); row.Ask != "" && holdsPhrase(text, word) && !holdsPhrase(before, word) {
			return row.Ask
		}
	}
	return ""
}

// topicsOf are the topics that an entry speaks for: its item's row, or failing
// that its domain's.
func topicsOf(e Entry, rows []Suggestion) []string {
	var byDomain []string
	for _, row := range rows {
		switch {
		case row.Word != "":
		case row.About == e.Item:
			return row.Topics
		case row.About == e.Domain:
			byDomain = row.Topics
		}
	}
	return byDomain
}

func reasonsFor(s Service, topics map[string][]string) []Reason {
	var reasons []Reason
	for _, topic := range s.Topics {
		if items := topics[topic]; len(items) > 0 {
			reasons = append(reasons, Reason{Topic: topic, Items: items})
		}
	}
	return reasons
}

// takesAny tells whether any of the ages is taken, and whether ages are printed.
func (a AgeSpan) takesAny(ages []int) (takes, printed bool) {
	for _, age := range ages {
		if t, _ := a.Takes(age); t {
			takes = true
		}
	}
	return takes, a.Printed
}

// AgesInYear are the ages that children of a year group have, as people write
// the group: "9", "Year 9", "Y9", "Yr 9", "Reception", "6th form". It is nil
// where the group isn't understood: nothing is guessed then.
func AgesInYear(group string) []int {
	words := foldWords(group)
	switch text := strings.Join(words, " "); text {
	case "reception", "r", "year r", "yr r":
		return []int{4, 5}
	case "nursery":
		return []int{3, 4}
	case "sixth form", "6th form":
		return []int{16, 17, 18}
	}
	var year string
	switch {
	case len(words) == 1:
		year = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(words[0], "year"), "yr"), "y")
	case len(words) == 2 && (words[0] == "year" || words[0] == "yr" || words[0] == "y"):
		year = words[1]
	}
	// A class stands behind the year: 9B.
	year = strings.TrimRightFunc(year, func(r rune) bool { return r >= 'a' && r <= 'z' })
	if !allDigits(year) || len(year) > 2 {
		return nil
	}
	if n := digits(year); n >= 1 && n <= 14 {
		return []int{n + 4, n + 5}
	}
	return nil
}
