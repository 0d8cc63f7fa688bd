package model

import (
	"cmp"
	"time"
)

// counterparts are the ids that the items of a walkthrough's entries have in the loaded protocol: the item's own,
// or where that is gone that of the same words within the same list. Words that are only alike are not taken for the
// same: what has no counterpart has "". The entries keep their own words.
func counterparts(w *Walkthrough, lists []List) []string {
	byID, byWords := map[string]string{}, map[string]string{}
	for _, l := range lists {
		for _, p := range l.Places() {
			byID[p.Item.ID] = p.Item.ID
			byWords[p.List+" "+Fold(p.Item.Text)] = p.Item.ID
		}
	}
	recorded := map[string]bool{"": true}
	for _, e := range w.Entries {
		recorded[e.Item] = true
	}
	ids := make([]string, len(w.Entries))
	for i, e := range w.Entries {
		ids[i] = byID[e.Item]
		if moved := byWords[e.List+" "+Fold(e.Text)]; ids[i] == "" && !recorded[moved] {
			ids[i] = moved
		}
	}
	return ids
}

// Change is how one item stood in two walkthroughs of a concern. It is said in
// words and never as a trend: neither answer is more than the other.
type Change struct {
	Item, Text, List, Domain string
	Before, After            Entry
	// Was is what the item was called when the earlier one recorded it, where the later one's words are others.
	Was  string
	Gone bool // the protocol that is loaded has no such item
	// Editions tells that the two were walked by protocols of different years: an
	// item that only one of them recorded may not have stood in the other.
	Editions bool
}

// Words are the two answers with their days: "don't know on 3 March, told on 9 March".
func (c Change) Words(before, after time.Time) string {
	return c.Word(c.Before) + " on " + before.Format("2 January") + ", " + c.Word(c.After) + " on " +
		after.Format("2 January")
}

// Word is one of the two answers.
func (c Change) Word(e Entry) string {
	if c.Editions && e.Answer == NotConsidered && e.Evidence == "" {
		return "not recorded"
	}
	return e.Answer.String()
}

// Same tells that the answer and the evidence are the same in both.
func (c Change) Same() bool {
	return c.Before.Answer == c.After.Answer && c.Before.Evidence == c.After.Evidence
}

// SideBySide sets two walkthroughs beside each other: every item that either recorded something of, in the
// order of the lists, and those that no list has any more after them. The first is the earlier one. Where they
// were walked by different editions, items are mapped by their ids: see counterparts.
func SideBySide(a, b *Walkthrough, lists []List) []Change {
	// An item without a counterpart keeps its own id.
	sides := [2]map[string]Entry{{}, {}}
	var gone []Entry
	for side, w := range []*Walkthrough{a, b} {
		for i, id := range counterparts(w, lists) {
			e := w.Entries[i]
			if id == "" {
				gone = append(gone, e)
			}
			sides[side][cmp.Or(id, e.Item)] = e
		}
	}
	done := map[string]bool{}
	var changes []Change
	add := func(item, text, list, domain string, gone bool) {
		before, had := sides[0][item]
		after, has := sides[1][item]
		if done[item] || !had && !has {
			return
		}
		done[item] = true
		c := Change{
			Item: item, Text: cmp.Or(after.Text, text), List: list, Domain: domain, Before: before, After: after,
			Gone: gone, Editions: a.Edition != b.Edition,
		}
		if had && Fold(before.Text) != Fold(c.Text) {
			c.Was = before.Text
		}
		if !had {
			c.Before = Entry{Item: item}
		}
		if !has {
			c.After = Entry{Item: item}
		}
		changes = append(changes, c)
	}
	for _, l := range lists {
		for _, p := range l.Places() {
			add(p.Item.ID, p.Item.Text, p.List, p.Domain, false)
		}
	}
	for _, e := range gone {
		add(e.Item, e.Text, e.List, e.Domain, len(lists) > 0)
	}
	return changes
}
