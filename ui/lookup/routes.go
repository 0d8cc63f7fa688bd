package lookup

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"isspp/content"
	"isspp/model"
)

// Route is a number to ring that needs no officer and no form.
type Route struct {
	ID, Short, Name, Number string
	// Text is what the protocol says of it.
	Text []model.Block
	// Local is the number by the school's own layer, where that has a newer one;
	// LocalWords say when that was checked and by whom.
	Local, LocalWords string
}

// Routes are the protocol's emergency contacts, the shortest number first: 999
// comes before everything else. Where the school's own layer has a newer number
// it is added; 999 and 101 stay as they are.
func Routes(p *content.Pack, l *model.Local, now time.Time) []Route {
	var out []Route
	for _, c := range p.Contacts() {
		phone, ok := c.Phone()
		if !c.Emergency || !ok {
			continue
		}
		r := Route{ID: c.ID, Short: c.Short, Name: c.Name, Number: phone.Value, Text: c.Text}
		if e, ok := Head(l, c); ok && e.Phone != "" && e.HoldsOn(now) {
			r.Local, r.LocalWords = e.Phone, l.CheckedWords(e, now)
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b Route) int {
		return cmp.Or(cmp.Compare(len(a.Number), len(b.Number)), cmp.Compare(b.Number, a.Number))
	})
	return out
}

// Head is what the school knows of a contact outside the tiers. The numbers for
// danger stay as they are.
func Head(l *model.Local, h model.HeadContact) (model.LocalEntry, bool) {
	if content.Unchangeable(h) {
		return model.LocalEntry{}, false
	}
	return l.HeadContact(h)
}

// Line names the routes with a dot between them: "Emergency 999 · Police 101 ·
// CSCT 020 7527 7400".
func Line(routes []Route, dot string) string {
	ways := make([]string, 0, len(routes))
	for _, r := range routes {
		ways = append(ways, strings.TrimSpace(r.Short+" "+r.Ring()))
	}
	return strings.Join(ways, " "+dot+" ")
}

// Ring is the number to ring: the school's own where there is one.
func (r Route) Ring() string {
	if r.Local != "" {
		return r.Local + " (Local)"
	}
	return r.Number
}

// Own is one of the school's own contacts, set or not.
type Own struct {
	Slot  model.LocalSlot
	Entry model.LocalEntry
	Set   bool
	// Checked says when it was checked and by whom.
	Checked string
}

// Owns are the school's own contacts in some slots, or in all.
func Owns(l *model.Local, now time.Time, slots ...model.LocalSlot) []Own {
	if len(slots) == 0 {
		slots = model.LocalSlots()
	}
	out := make([]Own, 0, len(slots))
	for _, slot := range slots {
		o := Own{Slot: slot}
		if o.Entry, o.Set = l.Contact(slot); o.Set {
			o.Checked = l.CheckedWords(o.Entry, now)
		}
		out = append(out, o)
	}
	return out
}

// WhomToRing are the slots that are asked for when a child is worried about: at
// the danger question, at the head of the directory and in documents.
func WhomToRing() []model.LocalSlot {
	return []model.LocalSlot{model.OutOfHours, model.LADO, model.DSL, model.DeputyDSL}
}

// FindOwns are the school's own contacts that a query names, set or not, and how
// well it fits. Without a query they are those for WhomToRing, of which a deputy
// only where one is entered.
func FindOwns(l *model.Local, now time.Time, query string) ([]Own, model.Fit) {
	if strings.TrimSpace(query) == "" {
		return slices.DeleteFunc(Owns(l, now, WhomToRing()...),
			func(o Own) bool { return o.Slot == model.DeputyDSL && !o.Set }), model.FitWhole
	}
	found, fit := model.Rank(query, Owns(l, now), func(o Own) []string {
		return append(o.Slot.Names(), o.Entry.Who, o.Entry.Phone, o.Entry.Email)
	})
	if fit >= model.FitNear {
		return nil, fit
	}
	return found, fit
}

// NotSet says loudly that a slot that matters is empty.
const NotSet = "NOT SET"

// Says is what the contact says, or that it isn't set.
func (o Own) Says() string {
	if o.Set {
		return o.Entry.Answer()
	}
	return NotSet
}

// Ring is the shortest way to reach the contact: its number, or else all of it.
func (o Own) Ring() string {
	if o.Set && o.Entry.Phone != "" {
		return o.Entry.Phone
	}
	return o.Says()
}
