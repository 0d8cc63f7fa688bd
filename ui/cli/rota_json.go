package cli

import (
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
	Schools []localEntry `json:"schools"`
	// Status is what comes before every officer of the rota, where the school's own
	// layer doesn't answer for all that were found; and Caution why a school may be
	// closed on the day. Both may be empty.
	Status  string `json:"status"`
	Caution string `json:"caution"`
	ownContacts
	// WithoutOfficer are the routes that need no officer.
	WithoutOfficer []contact `json:"without_officer"`
	Notes          []note    `json:"notes"`
	// Directory is the directory's answer where no setting fits and the query is a
	// word of the pack's own, such as a topic; else it is left out.
	Directory *directoryJSON `json:"directory,omitempty"`
}

// settingJSON is one row of the rota.
type settingJSON struct {
	fact
	model.Setting
	Covered model.Coverage `json:"covered"`
	// Status is what has become of the officer's role since, and empty where the
	// school's own entry answers.
	Status string `json:"status"`
	Notes  []note `json:"notes"`
	// Local is the school's own entry that holds on the day, or null; it answers
	// before the protocol's. LocalEntries are all there are about the setting.
	Local        *localEntry  `json:"local"`
	LocalEntries []localEntry `json:"local_entries"`
}

func (a rotaAnswer) json() rotaJSON {
	f := factsOf(a.Pack, a.Local, a.Day, a.now)
	out := rotaJSON{
		Edition: f.Edition, Dated: f.Dated, Query: a.Query, Match: model.MatchExact,
		On: a.Day.Format(time.DateOnly), Weekday: a.Day.Weekday().String(), Status: a.Lead(), Caution: a.Caution(),
		WithoutOfficer: []contact{}, Schools: named(a.Schools, f.entry), Notes: f.notes("rota"), ownContacts: f.own(),
		Found: named(a.Found, func(r model.Setting) settingJSON {
			return settingJSON{
				fact: f.fact, Setting: r, Covered: r.On(a.Day), Status: lookup.Status(a.Pack, a.Local, a.Day, r),
				Notes: notesOf(uniqueNotes(append(a.Pack.NotesAbout(r.ID), a.Pack.NotesAbout("rota")...))),
				Local: f.one(a.Local.Cover(r, a.Day)), LocalEntries: named(a.Local.Covers(r), f.entry),
			}
		}),
	}
	switch {
	case a.None():
		out.Match, out.Status = model.MatchNone, lookup.RotaStatus(a.Pack)
		out.Notes = a.nothingJSON()
		if d, ok := a.inDirectory(); ok {
			answer := d.json()
			out.Directory = &answer
		}
	case a.Fit >= model.FitNear:
		out.Match = model.MatchNear
	}
	for _, c := range a.Pack.Contacts() {
		if c.Emergency {
			out.WithoutOfficer = append(out.WithoutOfficer, f.contact(c))
		}
	}
	return out
}

// nothingJSON is what is said on paper when nothing fits, as notes: isspp's
// sentence, the protocol's own advice, and the notes beside it.
func (a rotaAnswer) nothingJSON() []note {
	out := []note{{model.LayerNote, model.Note{Text: a.nothingText()}}}
	paragraphs, _ := a.primaryAdvice()
	for _, text := range paragraphs {
		out = append(out, note{model.LayerProtocol, model.Note{Text: text, Dated: a.Pack.Edition().Dated}})
	}
	out = append(out, notesOf(a.nothingNotes())...)
	return append(out, note{model.LayerNote, model.Note{Text: a.tryInstead()}})
}
