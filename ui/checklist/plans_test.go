package checklist

import (
	"testing"

	"isspp/model"
	"isspp/ui/component"
)

// planned is a book with notes on protective factors.
type planned struct {
	*book
	notes []model.FactorNote
}

func (p *planned) FactorNotes() []model.FactorNote { return p.notes }

// TestAPlanToBuildAFactorStandsInItsConcernsToDo proves that it is there from when
// it is saved in its tab, overdue ones first, and until it is done.
func TestAPlanToBuildAFactorStandsInItsConcernsToDo(t *testing.T) {
	b := &planned{book: &book{}}
	p := walking(t, b, 120, 34)
	p.v.live.Ref = "REF-123"
	p.presses("s", "f", "F", "y", "esc")
	b.notes = []model.FactorNote{
		{
			ID: "1", Ref: "ref-123", Text: "A trusted adult",
			Build: model.Building{What: "Weekly mentor", Owner: "Form tutor", Due: "2026-12-11"},
		},
		{ID: "2", Ref: "REF-123", Text: "Clubs", Build: model.Building{
			What: "Ring the boxing club", Owner: "DSL",
			Due: "2026-11-20",
		}},
		{ID: "3", Ref: "REF-9", Text: "Clubs", Build: model.Building{What: "Another child's", Due: "2026-11-20"}},
		{ID: "4", Ref: "REF-123", Text: "Sleep", Build: model.Building{What: "Done already", Done: monday}},
	}
	p.runs(p.v.Update(component.SavedMsg{Saver: "protective"}))
	p.says("Build “Clubs”: Ring the boxing club (DSL, OVERDUE since Friday 20 November 2026; a plan in the " +
		"Protective tab)")
	p.says("Build “A trusted adult”: Weekly mentor (Form tutor, due Friday 11 December 2026")
	p.missesFrom("Another child's", "Done already")
	p.presses("x")
	if p.notice.Text != "No action is open." {
		t.Errorf("x says %q", p.notice.Text)
	}
	p.presses("esc")
	p.says("OVERDUE", "action overdue since Fri 20 Nov")
}
