package cli

import (
	"strings"
	"time"

	"isspp/model"
	"isspp/ui/lookup"
)

// rotaJSON is the answer of "isspp rota --json".
type rotaJSON struct {
	Edition string `json:"edition"`
	Dated   string `json:"dated"`
	Query   string `json:"query"`
	On      string `json:"on"`
	Weekday string `json:"weekday"`
	// Match is "exact", "near" where the names are a guess at a spelling, or "none".
	Match model.Matched `json:"match"`
	Found []settingJSON `json:"settings"`
	// Schools are those that the rota doesn't list, by the school's own layer.
	Schools []localJSON `json:"schools"`
	// Status is what comes before every officer of the rota, where the school's own
	// layer doesn't answer for all that were found; and Caution why a school may be
	// closed on the day. Both may be empty.
	Status  string `json:"status"`
	Caution string `json:"caution"`
	// NotSet are the school's own contacts that matter and that nobody has entered.
	NotSet []model.LocalSlot `json:"not_set"`
	// OurContacts are the school's own: out of hours, LADO, DSL.
	OurContacts []localJSON `json:"our_contacts"`
	// WithoutOfficer are the routes that need no officer.
	WithoutOfficer []contactJSON `json:"without_officer"`
	Notes          []noteJSON    `json:"notes"`
	// Directory is the directory's answer where no setting fits and the query is a
	// word of the pack's own, such as a topic; else it is left out.
	Directory *directoryJSON `json:"directory,omitempty"`
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
	// Status is what has become of the officer's role since, and empty where the
	// school's own entry answers.
	Status string     `json:"status"`
	Notes  []noteJSON `json:"notes"`
	// Local is the school's own entry that holds on the day, or null; it answers
	// before the protocol's. LocalEntries are all there are about the setting.
	Local        *localJSON  `json:"local"`
	LocalEntries []localJSON `json:"local_entries"`
}

// json is the answer as JSON has it.
func (a rotaAnswer) json() rotaJSON {
	out := rotaJSON{
		Edition: a.edition.Years, Dated: a.edition.Dated, Query: a.Query, Match: model.MatchExact,
		On: a.Day.Format(time.DateOnly), Weekday: a.Day.Weekday().String(), Status: a.Lead(), Caution: a.Caution(), NotSet: notSet(a.Local),
		Found: []settingJSON{}, WithoutOfficer: []contactJSON{},
		Schools: entriesJSON(a.Local, a.Schools, a.Day, a.now), OurContacts: contactsJSON(a.Local, a.now), Notes: notesJSON(a.Pack.NotesAbout("rota")),
	}
	switch {
	case a.None():
		out.Match, out.Status = "none", lookup.RotaStatus(a.Pack)
		out.Notes = a.nothingJSON()
		if d, ok := a.inDirectory(); ok {
			answer := d.json()
			out.Directory = &answer
		}
	case a.Fit >= model.FitNear:
		out.Match = model.MatchNear
	}
	for _, r := range a.Found {
		days := []string{}
		for _, d := range r.Days {
			days = append(days, strings.ToLower(d.String()))
		}
		holds, local := a.Local.Cover(r, a.Day)
		out.Found = append(out.Found, settingJSON{
			Local: oneJSON(a.Local, holds, local, a.Day, a.now), LocalEntries: entriesJSON(a.Local, a.Local.Covers(r), a.Day, a.now),
			fact: protocolFact(a.edition), ID: r.ID, Setting: r.Name, Officer: r.Officer, Assigned: r.Assigned,
			Days: days, WhenRequired: r.WhenRequired, Covered: r.On(a.Day), Status: lookup.Status(a.Pack, a.Local, a.Day, r),
			Notes: notesJSON(uniqueNotes(append(a.Pack.NotesAbout(r.ID), a.Pack.NotesAbout("rota")...))),
		})
	}
	for _, c := range a.Pack.Contacts() {
		if c.Emergency {
			out.WithoutOfficer = append(out.WithoutOfficer, headJSON(a.Pack, a.edition, c).withLocal(a.Local, c, a.now))
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
