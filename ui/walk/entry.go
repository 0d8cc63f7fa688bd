package walk

import (
	"cmp"
	"slices"
	"time"

	"isspp/model"
	"isspp/ui/component"
)

// Concerns are those that are kept, with what is planned to build their protective
// factors among what is to be done.
func Concerns(keep component.Keeper, now time.Time) []model.Concern {
	all := model.Concerns(keep.Walkthroughs(), keep.ConcernEntries(), now)
	if p, ok := keep.(component.Planner); ok {
		return model.WithPlans(all, p.FactorNotes(), now)
	}
	return all
}

// ConcernOf is the one of an id, or nil.
func ConcernOf(concerns []model.Concern, id string) *model.Concern {
	if i := slices.IndexFunc(concerns, func(c model.Concern) bool { return c.ID == id }); i >= 0 {
		return &concerns[i]
	}
	return nil
}

// NewEntry starts an entry of a concern.
func NewEntry(env *component.Env, c *model.Concern, kind model.EntryKind) model.ConcernEntry {
	e := model.ConcernEntry{
		ID: component.NewID(), Concern: c.ID, Ref: c.Ref, Kind: kind, By: env.Recorder,
		Recorded: env.Clock(),
	}
	if t := c.Transfer; t != nil && slices.Contains([]model.EntryKind{
		model.KindSent, model.KindChase,
		model.KindReceipt,
	}, kind) {
		e.About = t.Entry.ID
	}
	return e
}

// Correction starts the correction of a part of what was recorded.
func Correction(env *component.Env, c *model.Concern, about string, part model.Labelled) model.ConcernEntry {
	e := NewEntry(env, c, model.KindCorrection)
	e.About, e.Part, e.Was = about, part.Label, part.Text
	return e
}

// ReopenEntry goes on with a draft.
func ReopenEntry(env *component.Env, e model.ConcernEntry) model.ConcernEntry {
	e.By, e.EventAt = cmp.Or(e.By, env.Recorder), e.EventAt.Kept(e.Event)
	return e
}

// SettleEntry is an entry as it is kept for good; or the label of the question that
// it still needs, and kindly why. The draft keeps the person's own words.
func SettleEntry(env *component.Env, draft model.ConcernEntry) (kept model.ConcernEntry, label, why string) {
	if label, why = draft.Settle(env.Clock()); why == "" {
		draft.Kept, draft.At, draft.Recorded = true, "", env.Clock()
	}
	return draft, label, why
}

// OpenActions are a concern's that can be ticked off here: a plan to build a factor is
// ticked off with its factor.
func OpenActions(c *model.Concern) []model.Action {
	return slices.DeleteFunc(slices.Clone(c.Actions),
		func(a model.Action) bool { return a.Closed != nil || a.Plan != nil })
}
