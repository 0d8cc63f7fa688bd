package component

import (
	"time"

	"isspp/content"
	"isspp/model"
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
