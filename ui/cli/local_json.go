package cli

import (
	"strings"
	"time"

	"isspp/model"
	"isspp/ui/lookup"
)

// localJSON is one entry of the school's own layer. Dates are YYYY-MM-DD or
// empty. Covered is the answer for the day asked about, and "not stated" where
// the entry says no days; it is empty for what isn't an officer.
type localJSON struct {
	Layer        model.Layer     `json:"layer"`
	Kind         model.LocalKind `json:"kind"`
	Name         string          `json:"name"`
	Slot         model.LocalSlot `json:"slot,omitempty"`
	Who          string          `json:"who"`
	Nobody       bool            `json:"nobody,omitempty"`
	Assigned     string          `json:"assigned"`
	Days         []string        `json:"days"`
	WhenRequired bool            `json:"when_required"`
	Covered      string          `json:"covered"`
	CoversFor    string          `json:"covers_for"`
	From         string          `json:"from"`
	Until        string          `json:"until"`
	Holds        bool            `json:"holds"`
	Contacts     []model.Contact `json:"contacts"`
	Closed       bool            `json:"closed"`
	Note         string          `json:"note"`
	Checked      string          `json:"checked"`
	By           string          `json:"by"`
	Stale        bool            `json:"stale"`
	// Faulty tells that a line of the entry can't be read.
	Faulty bool `json:"faulty"`
	Line   int  `json:"line"`
}

// entryJSON is an entry as it answers for a day.
func entryJSON(l *model.Local, e model.LocalEntry, day, now time.Time) localJSON {
	out := localJSON{
		Layer: model.LayerLocal, Kind: e.Kind, Name: e.Name, Slot: e.Slot, Who: e.Who, Nobody: e.Nobody(),
		Assigned: e.Assigned, Days: []string{}, WhenRequired: e.WhenRequired, CoversFor: e.CoversFor,
		From: e.From, Until: e.Until, Holds: e.HoldsOn(day), Contacts: contacts(e.Contacts()), Closed: e.Closed,
		Note: strings.TrimSpace(e.Note + " " + e.More), Checked: e.Checked, By: e.By,
		Stale: l.Stale(e, now), Faulty: e.Faulty, Line: e.Line,
	}
	for _, d := range e.Days {
		out.Days = append(out.Days, strings.ToLower(d.String()))
	}
	if e.Kind == model.LocalRota || e.Kind == model.LocalSchool {
		out.Covered = "not stated"
		if c, stated := e.On(day); stated {
			out.Covered = string(c)
		}
	}
	return out
}

// oneJSON is an entry where there is one, and null otherwise.
func oneJSON(l *model.Local, e model.LocalEntry, ok bool, day, now time.Time) *localJSON {
	if !ok {
		return nil
	}
	out := entryJSON(l, e, day, now)
	return &out
}

// entriesJSON are several entries; none are an empty list.
func entriesJSON(l *model.Local, list []model.LocalEntry, day, now time.Time) []localJSON {
	out := make([]localJSON, 0, len(list))
	for _, e := range list {
		out = append(out, entryJSON(l, e, day, now))
	}
	return out
}

// contactsJSON are the school's own contacts that are set.
func contactsJSON(l *model.Local, now time.Time) []localJSON {
	out := []localJSON{}
	for _, o := range lookup.Owns(l, now) {
		if o.Set {
			out = append(out, entryJSON(l, o.Entry, now, now))
		}
	}
	return out
}

// notSet are the slots that nobody has filled in.
func notSet(l *model.Local) []model.LocalSlot {
	out := []model.LocalSlot{}
	for _, slot := range model.LocalSlots() {
		if _, ok := l.Contact(slot); !ok {
			out = append(out, slot)
		}
	}
	return out
}
