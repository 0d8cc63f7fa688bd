package component

import (
	"cmp"
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/ui/lookup"
	"isspp/ui/theme"
)

// Env is what every view is given: the pack, how to draw, the minute it is.
type Env struct {
	Pack *content.Pack
	// Local is the school's own layer; where there is none it is an empty one.
	Local *model.Local
	Theme *theme.Theme
	Signs theme.Glyphs
	// Now is the time as of the last minute's tick.
	Now time.Time
	// Clock tells the time to the second, for what is recorded.
	Clock func() time.Time
	// Notes is how the private notes stand.
	Notes NotesState
	// Closed tells that the notes were closed under the views, which hold what they
	// have read of them: nothing of it is shown any more.
	Closed bool
	// Advance moves on by itself after an answer of the walkthrough.
	Advance bool
	// Recorder is who records, by name and role, from the config or the notes, or
	// empty where nobody was named yet.
	Recorder string
	// School is the person's own setting, from the config, or empty.
	School string
	// EditLocal tells that the Local layer can be changed from this screen, with e.
	EditLocal bool
	// LocalKeys is what opens that form where e alone is a letter, such as "Enter,
	// then e", or is empty.
	LocalKeys string
	// Banner stands on every screen, such as Fictional, or is empty.
	Banner string
	// Width and Height are the whole screen's.
	Width, Height int
}

// Fictional is the banner of a demonstration: nobody may take its case for real.
const Fictional = "FICTIONAL"

// PressLocal is LocalHow in front of what it does.
func (e *Env) PressLocal() string {
	if e.EditLocal {
		return "press " + e.LocalHow("")
	}
	return e.LocalHow("")
}

// LocalHow says how an entry is made from a screen on which e does so, or from
// one on which e means something else: where is then the place at which it does.
func (e *Env) LocalHow(where string) string {
	switch {
	case !e.EditLocal:
		return "isspp local edit"
	case where == "":
		return cmp.Or(e.LocalKeys, "e")
	}
	return "e " + where
}

// Routes are the numbers to ring now that need no officer.
func (e *Env) Routes() []lookup.Route { return lookup.Routes(e.Pack, e.Local, e.Now) }

// Stop is what to say at once because of a word in a text that is typed, or "".
// What was said about the text before is passed over.
func (e *Env) Stop(text, before string) string {
	return lookup.Stop(e.Pack, e.Local, text, before, e.Now)
}

// NotesAbout are the notes about any of the ids, without those to which the
// school's own layer has the answer; own are its entries that answer here.
func (e *Env) NotesAbout(own []model.LocalEntry, ids ...string) []model.Note {
	return lookup.Notes(e.Pack, e.Local, own, ids...)
}
