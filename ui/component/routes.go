package component

import (
	"isspp/model"
	"isspp/ui/lookup"
)

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
