package kit

import "isspp/model"

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
