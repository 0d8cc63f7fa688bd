package cli

import (
	"bytes"
	"cmp"
	"encoding/json"
	"strings"
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/ui/lookup"
)

// fact is what every fact of an answer carries: whose words it is and of when.
type fact struct {
	Layer   model.Layer `json:"layer"`
	Edition string      `json:"edition"`
	// Dated is the first day that the edition speaks for.
	Dated string `json:"dated"`
}

// facts makes the parts that answers in JSON have in common: the facts of a protocol,
// with what the school knows of each on a day, where that is asked for.
type facts struct {
	fact
	pack     *content.Pack
	local    *model.Local
	day, now time.Time
}

func factsOf(p *content.Pack, l *model.Local, day, now time.Time) facts {
	e := p.Edition()
	return facts{
		fact: fact{Layer: model.LayerProtocol, Edition: e.Years, Dated: e.Dated}, pack: p, local: l, day: day,
		now: now,
	}
}

// note is one of isspp's notes.
type note struct {
	Layer model.Layer `json:"layer"`
	model.Note
}

// notesOf marks notes as such; none are an empty list, not null.
func notesOf(notes []model.Note) []note {
	return named(notes, func(n model.Note) note { return note{model.LayerNote, n} })
}

func (f facts) notes(ids ...string) []note { return notesOf(f.pack.NotesAbout(ids...)) }

type contact struct {
	fact
	model.HeadContact
	Notes []note `json:"notes"`
	// Local is what the school knows of it, or null.
	Local *localEntry `json:"local"`
}

func (f facts) contact(h model.HeadContact) contact {
	h.Printed = cmp.Or(h.Printed, h.Name)
	h.Contacts, f.day = some(h.Contacts), f.now
	return contact{f.fact, h, f.notes("contacts/" + h.ID), f.one(lookup.Head(f.local, h))}
}

// localEntry is one entry of the school's own layer. Dates are YYYY-MM-DD or
// empty. Covered is the answer for the day asked about, and "not stated" where
// the entry says no days; it is empty for what isn't an officer.
type localEntry struct {
	Layer model.Layer `json:"layer"`
	model.LocalEntry
	Nobody   bool            `json:"nobody,omitempty"`
	Covered  string          `json:"covered"`
	Holds    bool            `json:"holds"`
	Contacts []model.Contact `json:"contacts"`
	Note     string          `json:"note"`
	Stale    bool            `json:"stale"`
}

func (f facts) entry(e model.LocalEntry) localEntry {
	out := localEntry{
		Layer: model.LayerLocal, LocalEntry: e, Nobody: e.Nobody(), Holds: e.HoldsOn(f.day),
		Contacts: some(e.Contacts()), Note: strings.TrimSpace(strings.Join(e.Remarks(), "\n")),
		Stale: f.local.Stale(e, f.now),
	}
	if e.Kind == model.LocalRota || e.Kind == model.LocalSchool {
		out.Covered = "not stated"
		if c, stated := e.On(f.day); stated {
			out.Covered = string(c)
		}
	}
	return out
}

// one is an entry where there is one, and null otherwise.
func (f facts) one(e model.LocalEntry, ok bool) *localEntry {
	if !ok {
		return nil
	}
	out := f.entry(e)
	return &out
}

// ownContacts are the school's own, out of hours, LADO and DSL, and those that nobody
// has entered.
type ownContacts struct {
	OurContacts []localEntry      `json:"our_contacts"`
	NotSet      []model.LocalSlot `json:"not_set"`
}

// own are the school's own contacts of the moment at which they are asked for.
func (f facts) own() ownContacts {
	out := ownContacts{[]localEntry{}, []model.LocalSlot{}}
	f.day = f.now
	for _, o := range lookup.Owns(f.local, f.now) {
		if o.Set {
			out.OurContacts = append(out.OurContacts, f.entry(o.Entry))
		} else {
			out.NotSet = append(out.NotSet, o.Slot)
		}
	}
	return out
}

// some is a list that JSON has as a list even where it is empty.
func some[T any](list []T) []T { return append([]T{}, list...) }

// answer gives an answer: as JSON where that is asked for, and otherwise as the page
// that draw fills.
func (s *Session) answer(value func() any, draw func(*page)) error {
	if s.asJSON {
		return s.ShowJSON(value())
	}
	p := s.page()
	draw(p)
	return s.show(p)
}

// found is answer for what a search found. Nothing found is status 1 with the reason,
// below the JSON too.
func (s *Session) found(ok bool, nothing func() string, value func() any, draw func(*page)) error {
	if ok || s.asJSON {
		if err := s.answer(value, draw); err != nil {
			return err
		}
	}
	if !ok {
		return Failf("%s", nothing())
	}
	return nil
}

// ShowJSON writes a value as one indented JSON document.
func (s *Session) ShowJSON(value any) error {
	doc, err := JSON(value)
	if err != nil {
		return Failf("the answer can't be written as JSON: %v", err)
	}
	return s.write("the answer", string(doc))
}

// write writes a text of ours to the output; what names it where that fails.
func (s *Session) write(what, text string) error {
	if _, err := s.Out.Write([]byte(text)); err != nil {
		return Failf("%s can't be written: %v", what, err)
	}
	return nil
}

// JSON is a value as one indented JSON document. What could act on a terminal is
// escaped, so that it is harmless and still itself once decoded.
func JSON(value any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(value); err != nil {
		return nil, err
	}
	return model.EscapeJSON(b.Bytes()), nil
}
