package cli

import (
	"strings"
	"time"

	"isspp/model"
)

// rotaJSON is the answer of "isspp rota --json".
type rotaJSON struct {
	Edition string        `json:"edition"`
	Dated   string        `json:"dated"`
	Query   string        `json:"query"`
	On      string        `json:"on"`
	Weekday string        `json:"weekday"`
	Match   string        `json:"match"`
	Found   []settingJSON `json:"settings"`
	// Schools are those that the rota doesn't list, by the school's own layer.
	Schools []localJSON `json:"schools"`
	// OurContacts are the school's own: out of hours, LADO, DSL.
	OurContacts []localJSON `json:"our_contacts"`
	// WithoutOfficer are the routes that need no officer.
	WithoutOfficer []contactJSON `json:"without_officer"`
	Notes          []noteJSON    `json:"notes"`
}

// settingJSON is one row of the rota.
type settingJSON struct {
	fact
	ID           string         `json:"id"`
	Setting      string         `json:"setting"`
	Officer      string         `json:"officer"`
	Assigned     string         `json:"assigned"`
	Days         []string       `json:"days"`
	WhenRequired bool           `json:"when_required"`
	Covered      model.Coverage `json:"covered"`
	Notes        []noteJSON     `json:"notes"`
	// Local is the school's own entry that holds on the day, or null; it answers
	// before the protocol's. LocalEntries are all there are about the setting.
	Local        *localJSON  `json:"local"`
	LocalEntries []localJSON `json:"local_entries"`
}

// json is the answer as JSON has it. Match is "near" where the names are a
// guess at a spelling.
func (a rotaAnswer) json() rotaJSON {
	out := rotaJSON{
		Edition: a.edition.Years, Dated: a.edition.Dated, Query: a.query, Match: "as written",
		On: a.day.Format(time.DateOnly), Weekday: a.day.Weekday().String(),
		Found: []settingJSON{}, WithoutOfficer: []contactJSON{},
		Schools: entriesJSON(a.local, a.schools, a.day, a.now), OurContacts: contactsJSON(a.local, a.now), Notes: notesJSON(a.pack.NotesAbout("rota")),
	}
	switch {
	case len(a.found)+len(a.schools) == 0:
		out.Match = "none"
		out.Notes = a.nothingJSON()
	case a.fit >= model.FitNear:
		out.Match = "near"
	}
	for _, r := range a.found {
		days := []string{}
		for _, d := range r.Days {
			days = append(days, strings.ToLower(d.String()))
		}
		holds, local := a.local.Cover(r, a.day)
		out.Found = append(out.Found, settingJSON{
			Local: oneJSON(a.local, holds, local, a.day, a.now), LocalEntries: entriesJSON(a.local, a.local.Covers(r), a.day, a.now),
			fact: protocolFact(a.edition), ID: r.ID, Setting: r.Name, Officer: r.Officer, Assigned: r.Assigned,
			Days: days, WhenRequired: r.WhenRequired, Covered: r.On(a.day),
			Notes: notesJSON(uniqueNotes(append(a.pack.NotesAbout(r.ID), a.pack.NotesAbout("rota")...))),
		})
	}
	for _, c := range a.pack.Contacts() {
		if c.Emergency {
			out.WithoutOfficer = append(out.WithoutOfficer, headJSON(a.pack, a.edition, c).withLocal(a.local, c, a.now))
		}
	}
	return out
}

// nothingJSON is what is said on paper when nothing fits, as notes: isspp's
// sentence, the protocol's own advice, and the notes beside it.
func (a rotaAnswer) nothingJSON() []noteJSON {
	out := []noteJSON{{Layer: model.LayerNote, Text: a.nothingText()}}
	paragraphs, _ := a.primaryAdvice()
	for _, text := range paragraphs {
		out = append(out, noteJSON{Layer: model.LayerProtocol, Text: text, Dated: a.edition.Dated})
	}
	out = append(out, notesJSON(a.nothingNotes())...)
	return append(out, noteJSON{Layer: model.LayerNote, Text: a.tryInstead()})
}
