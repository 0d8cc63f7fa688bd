package content

import (
	"cmp"
	"slices"
)

// Change is one thing that two editions don't say alike, put in words for
// whoever keeps the protocol current.
type Change struct {
	// Part is where it belongs: one of the parts of an edition, such as "rota".
	Part string `json:"part"`
	// What is "added", "removed", "changed" or "ended".
	What string `json:"change"`
	// ID is the element's id in the second edition, or in the first where it is gone.
	ID string `json:"id,omitempty"`
	// Name is what people call it: a setting, a service, an item's list.
	Name string `json:"name"`
	// Field is what of it changed: "officer", "days", "words".
	Field string `json:"field,omitempty"`
	// Before and After are the words themselves; empty where there were none.
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
	// In is which of the two editions File and Line are in: "first" or "second".
	In   string `json:"in"`
	File string `json:"file"`
	Line int    `json:"line"`
	// Text says the change in a sentence.
	Text string `json:"text"`
}

// The editions that a Change's place can be in.
const (
	inFirst  = "first"
	inSecond = "second"
)

// The kinds of change.
const (
	added   = "added"
	removed = "removed"
	changed = "changed"
	ended   = "ended"
)

// Parts are the parts of an edition, in the order that changes are told.
func Parts() []string {
	return []string{
		"edition", "rota", "contacts", "services", "lists", "plan", "goals", "text", "notes", "words", "training",
	}
}

// Compare tells what is otherwise in the second edition: in its rota, its
// contacts, services, items and every sentence, part by part and in reading
// order. Things are told apart by their ids. One whose id is gone is paired
// with a new one that says nearly the same, and said to have another id. The
// order of elements is not compared, nor how their words are set.
func Compare(first, second *Pack) []Change {
	before, after := first.elements(), second.elements()
	pairs := pairUp(before, after)
	taken := map[int]bool{}
	var changes []Change
	for i, b := range after {
		at, found := pairs[i]
		if !found {
			changes = append(changes, b.added())
			continue
		}
		taken[at] = true
		changes = append(changes, before[at].changes(b)...)
	}
	for i, a := range before {
		if !taken[i] {
			changes = append(changes, a.removed())
		}
	}
	order := Parts()
	slices.SortStableFunc(changes, func(a, b Change) int {
		return cmp.Compare(slices.Index(order, a.Part), slices.Index(order, b.Part))
	})
	return changes
}

// pairUp finds for each element of the second edition the same one in the first:
// by id, and then the likeliest of those that are left over.
func pairUp(before, after []element) map[int]int {
	pairs, taken, at := map[int]int{}, map[int]bool{}, map[string]int{}
	for i, t := range before {
		at[t.part+" "+t.kind+" "+t.id] = i
	}
	for i, t := range after {
		if j, found := at[t.part+" "+t.kind+" "+t.id]; found {
			pairs[i], taken[j] = j, true
		}
	}
	for i, t := range after {
		if _, found := pairs[i]; found {
			continue
		}
		if j := likeliest(len(before), func(j int) float64 {
			if o := before[j]; !taken[j] && o.part == t.part && o.kind == t.kind {
				return similarity(o.name, t.name)
			}
			return 0
		}); j >= 0 {
			pairs[i], taken[j] = j, true
		}
	}
	return pairs
}
