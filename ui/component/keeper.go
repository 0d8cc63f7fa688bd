package component

import "isspp/model"

// Planner has the private notes on protective factors, in which it is planned what
// will be done to build them. Notes have them; what is held in memory doesn't.
type Planner interface{ FactorNotes() []model.FactorNote }

// Keeper keeps walkthroughs and the entries of concerns. Each call is durable
// when it returns without an error.
type Keeper interface {
	SaveWalkthrough(w *model.Walkthrough) error
	DiscardWalkthrough(id string) error
	Walkthroughs() []model.Walkthrough
	SaveConcernEntry(e *model.ConcernEntry) error
	DiscardConcernEntry(id string) error
	ConcernEntries() []model.ConcernEntry
}
