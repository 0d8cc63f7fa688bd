package model

// ItemMatch is how an item that was recorded stands in the protocol that is loaded,
// which may be of another year or another place.
type ItemMatch string

// The four ways in which it can stand.
const (
	// ItemSame: the item is there, in the same words.
	ItemSame ItemMatch = "same"
	// ItemReworded: the item is there by its id, in other words.
	ItemReworded ItemMatch = "reworded"
	// ItemMoved: the same words are there under another id.
	ItemMoved ItemMatch = "moved"
	// ItemGone: the loaded protocol has no counterpart.
	ItemGone ItemMatch = "no counterpart"
)

// Counterpart is an entry and what its item is in the loaded protocol. The entry
// keeps its own words: nothing that was recorded is rewritten.
type Counterpart struct {
	Entry Entry
	Match ItemMatch
	// Now is the item as it stands today, and empty where there is none.
	Now Place
}

// Counterparts maps the entries of a walkthrough to the lists of the loaded
// protocol: by the item's id, and where that is gone word for word within the
// same list. Words that are only alike are not taken for the same: what has no
// counterpart is said to have none.
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
