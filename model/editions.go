package model

import (
	"cmp"
	"slices"
	"time"
)

// ItemMatch is how an item that was recorded stands in the protocol that is loaded,
// which may be of another year or another place.
type ItemMatch string

// The four ways in which it can stand.
const (
	ItemSame     ItemMatch = "same"           // the item is there, in the same words
	ItemReworded ItemMatch = "reworded"       // the item is there by its id, in other words
	ItemMoved    ItemMatch = "moved"          // the same words are there under another id
	ItemGone     ItemMatch = "no counterpart" // the loaded protocol has no counterpart
)

// Counterpart is an entry and what its item is in the loaded protocol. The entry
// keeps its own words: nothing that was recorded is rewritten.
type Counterpart struct {
	Entry Entry
	Match ItemMatch
	Now   Place // the item as it stands today, and empty where there is none
}

// Counterparts maps the entries of a walkthrough to the lists of the loaded protocol: by the item's id, and
// where that is gone word for word within the same list. Words that are only alike are not taken for the same:
// what has no counterpart is said to have none.
func Counterparts(w *Walkthrough, lists []List) []Counterpart {
	byID, byWords := map[string]Place{}, map[string]Place{}
	for _, l := range lists {
		for _, p := range l.Places() {
			byID[p.Item.ID] = p
			byWords[p.List+" "+Fold(p.Item.Text)] = p
		}
	}
	recorded := map[string]bool{}
	for _, e := range w.Entries {
		recorded[e.Item] = true
	}
	out := make([]Counterpart, 0, len(w.Entries))
	for _, e := range w.Entries {
		c := Counterpart{Entry: e, Match: ItemGone}
		now, found := byID[e.Item]
		same, moved := byWords[e.List+" "+Fold(e.Text)]
		switch {
		case found && (e.Text == "" || Fold(now.Item.Text) == Fold(e.Text)):
			c.Match, c.Now = ItemSame, now
		case found:
			c.Match, c.Now = ItemReworded, now
		case moved && !recorded[same.Item.ID]:
			c.Match, c.Now = ItemMoved, same
		}
		out = append(out, c)
	}
	return out
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
// were walked by different editions, items are mapped by their ids: see Counterparts.
func SideBySide(a, b *Walkthrough, lists []List) []Change {
	earlier, later := today(a, lists), today(b, lists)
	done := map[string]bool{}
	var changes []Change
	add := func(item, text, list, domain string, gone bool) {
		before, had := earlier[item]
		after, has := later[item]
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
	for _, c := range slices.Concat(Counterparts(a, lists), Counterparts(b, lists)) {
		if c.Match == ItemGone {
			add(c.Entry.Item, c.Entry.Text, c.Entry.List, c.Entry.Domain, len(lists) > 0)
		}
	}
	return changes
}

// today are a walkthrough's entries by the id that their item has now; one without a counterpart keeps its own.
func today(w *Walkthrough, lists []List) map[string]Entry {
	entries := map[string]Entry{}
	for _, c := range Counterparts(w, lists) {
		entries[cmp.Or(c.Now.Item.ID, c.Entry.Item)] = c.Entry
	}
	return entries
}
