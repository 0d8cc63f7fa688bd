package model

import (
	"cmp"
	"slices"
)

// WalkOrder puts lists into the order in which a walkthrough goes through them: the
// signs, the risk factors, the girls' section, the protective factors. Lists of
// another pack follow in its own order.
func WalkOrder(lists []List) []List {
	known := []string{"signs", "risk", "girls", "protective"}
	place := func(l List) int {
		if i := slices.Index(known, l.ID); i >= 0 {
			return i
		}
		return len(known)
	}
	return slices.SortedStableFunc(slices.Values(lists), func(a, b List) int { return cmp.Compare(place(a), place(b)) })
}
