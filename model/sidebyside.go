package model

import "time"

// Change is how one item stood in two walkthroughs of a concern. It is said in
// words and never as a trend: neither answer is more than the other.
type Change struct {
	Item, Text, List, Domain string
	Before, After            Entry
}

// Words are the two answers with their days: "don't know on 3 March, told on
// 9 March".
func (c Change) Words(before, after time.Time) string {
	return c.Before.Answer.String() + " on " + before.Format("2 January") + ", " +
		c.After.Answer.String() + " on " + after.Format("2 January")
}

// Same tells that the answer and the evidence are the same in both.
func (c Change) Same() bool {
	return c.Before.Answer == c.After.Answer && c.Before.Evidence == c.After.Evidence
}

// SideBySide sets two walkthroughs beside each other: every item that either
// recorded something of, in the order of the lists, and those that no list has
// any more after them. The first is the earlier one.
func SideBySide(a, b *Walkthrough, lists []List) []Change {
	var changes []Change
	done := map[string]bool{}
	add := func(item, text, list, domain string) {
		before, had := a.Entry(item)
		after, has := b.Entry(item)
		if done[item] || !had && !has {
			return
		}
		done[item] = true
		changes = append(changes, Change{Item: item, Text: text, List: list, Domain: domain, Before: before, After: after})
	}
	for _, l := range lists {
		for _, p := range l.Places() {
			text := p.Item.Text
			if e, ok := b.Entry(p.Item.ID); ok {
				text = e.Text
			}
			add(p.Item.ID, text, p.List, p.Domain)
		}
	}
	for _, w := range []*Walkthrough{a, b} {
		for _, e := range w.Entries {
			add(e.Item, e.Text, e.List, e.Domain)
		}
	}
	return changes
}
