package content

import (
	"slices"
	"time"

	"isspp/model"
)

// TurnTo says whom to turn to about a walkthrough, with the notes that stand
// beside the answer: those on such suggestions, and of each service those that
// say whom to ring.
func (p *Pack) TurnTo(w *model.Walkthrough, now time.Time) model.Turn {
	turn := model.Suggest(w, p.Directory(), p.Suggestions(), now)
	turn.Notes = p.NotesAbout("screen/services")
	for i := range turn.Services {
		s := &turn.Services[i]
		s.Notes = slices.DeleteFunc(p.NotesAbout(s.ID), func(n model.Note) bool { return n.Reach == "" })
	}
	return turn
}
