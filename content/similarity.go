package content

import (
	"slices"
	"strings"

	"isspp/model"
)

// similarEnough is the share of words that two texts need to have in common for
// one to be taken for the other in new words.
const similarEnough = 0.5

// similarity is the share of their words that two texts have in common, from 0 to 1:
// twice those in both over those of each.
func similarity(a, b string) float64 {
	one, other := strings.Fields(model.Fold(a)), strings.Fields(model.Fold(b))
	if len(one)+len(other) == 0 {
		return 0
	}
	has := map[string]int{}
	for _, w := range one {
		has[w]++
	}
	common := 0
	for _, w := range other {
		if has[w] > 0 {
			has[w]--
			common++
		}
	}
	return 2 * float64(common) / float64(len(one)+len(other))
}

// likeliest is the index of the one that is most alike, and alike enough, or -1.
func likeliest(n int, like func(i int) float64) int {
	best, most := -1, 0.0
	for i := range n {
		if l := like(i); l >= similarEnough && l > most {
			best, most = i, l
		}
	}
	return best
}

// textPair is a text of one edition and what it has become in the other; one
// of the two is empty where it was added or taken out.
type textPair struct{ before, after entry }

// otherWay tells that nothing but a number, an address or a link is otherwise in
// a text. The ways to reach somebody are compared by themselves, and telling it
// twice would bury the rest.
func (p textPair) otherWay() bool {
	was, before := withoutContacts(p.before.text)
	is, after := withoutContacts(p.after.text)
	return before != "" && after != "" && was == is && before != after
}

// withoutContacts is a text without the contacts in it, and those.
func withoutContacts(text string) (rest, contacts string) {
	rest = text
	for _, c := range contactsIn(text) {
		if c.Kind != model.Address {
			rest = strings.Replace(rest, c.Printed, "", 1)
			contacts += c.Value + " "
		}
	}
	return rest, contacts
}

// pairTexts leaves out what both have and pairs the rest by their words. The
// last of each are taken for each other where single says so: a number has no
// words to go by.
func pairTexts(before, after []entry, single bool) []textPair {
	gone, fresh := without(before, after), without(after, before)
	var pairs []textPair
	var unpaired []int
	for _, f := range fresh {
		pair := textPair{after: f}
		if i := likeliest(len(gone), func(i int) float64 { return similarity(gone[i].text, f.text) }); i >= 0 {
			pair.before = gone[i]
			gone = slices.Delete(gone, i, i+1)
		} else {
			unpaired = append(unpaired, len(pairs))
		}
		pairs = append(pairs, pair)
	}
	if single && len(gone) == 1 && len(unpaired) == 1 {
		pairs[unpaired[0]].before = gone[0]
		return pairs
	}
	for _, g := range gone {
		pairs = append(pairs, textPair{before: g})
	}
	return pairs
}

// without are the texts of a that b doesn't have, as often as it lacks them.
func without(a, b []entry) []entry {
	has := map[string]int{}
	for _, e := range b {
		has[e.text]++
	}
	var left []entry
	for _, e := range a {
		if has[e.text] > 0 {
			has[e.text]--
			continue
		}
		left = append(left, e)
	}
	return left
}
