package model

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// derive works out how the concern stands from its records.
func (c *Concern) derive(now time.Time) {
	slices.SortStableFunc(c.Walkthroughs, func(a, b Walkthrough) int { return a.Started.Compare(b.Started) })
	byTime := func(a, b ConcernEntry) int {
		return cmp.Or(a.Recorded.Compare(b.Recorded), strings.Compare(a.ID, b.ID))
	}
	slices.SortStableFunc(c.Entries, byTime)
	slices.SortStableFunc(c.Drafts, byTime)
	c.deriveHeading()
	c.deriveState()
	c.Actions = actionsOf(c.Entries, now)
	c.deriveReview(now)
	c.Transfer = transferOf(c.Entries, now)
}

// deriveHeading finds the reference, the setting and the times. A reference
// that was changed on purpose holds over one of a record from before.
func (c *Concern) deriveHeading() {
	var refAt, changedAt time.Time
	saw := func(at time.Time) {
		if c.Opened.IsZero() || at.Before(c.Opened) {
			c.Opened = at
		}
		if at.After(c.Changed) {
			c.Changed = at
		}
	}
	for _, w := range c.Walkthroughs {
		saw(w.Started)
		saw(w.Changed)
		if w.Setting != "" {
			c.Setting = w.Setting
		}
		if Referenced(w.Ref) && !w.Started.Before(refAt) {
			c.Ref, refAt = w.Ref, w.Started
		}
	}
	for _, e := range slices.Concat(c.Entries, c.Drafts) {
		saw(e.Recorded)
		if c.Ref == "" && e.Kept && Referenced(e.Ref) {
			c.Ref = e.Ref
		}
		if e.Kept && e.Kind == KindReference && Referenced(e.Ref) && !e.Recorded.Before(changedAt) &&
			!e.Recorded.Before(refAt) {
			c.Ref, changedAt = e.Ref, e.Recorded
		}
	}
	for _, e := range c.Drafts {
		if c.Ref == "" && e.Kind != KindReference && Referenced(e.Ref) {
			c.Ref = e.Ref
		}
	}
}

// spellings takes in how the concern's references were spelt, and when.
func (c *Concern) spellings(spelt Spellings) {
	for i := range c.Walkthroughs {
		spelt.Saw(c.Walkthroughs[i].Ref, c.Walkthroughs[i].Started)
	}
	for i := range c.Entries {
		spelt.Saw(c.Entries[i].Ref, c.Entries[i].Recorded)
	}
}

// deriveState follows the concern's life. What is substance and was recorded
// after the last filing is not in the school's own record yet.
func (c *Concern) deriveState() {
	var substance time.Time
	later := func(at time.Time) {
		if at.After(substance) {
			substance = at
		}
	}
	for _, w := range c.Walkthroughs {
		if later(w.Finished); w.Finished.IsZero() {
			later(w.Changed)
		}
	}
	last := map[EntryKind]time.Time{}
	for _, e := range c.Entries {
		if last[e.Kind] = e.Recorded; e.Kind.Substance() {
			later(e.Recorded)
		}
	}
	filed, opened := last[KindFiling], last[KindReopening]
	c.NotFiled = filed.IsZero() || substance.After(filed)
	c.State = StateOpen
	switch {
	case filed.After(opened):
		c.State = StateFiled
	case last[KindDecision].After(opened):
		c.State = StateDecided
	}
}

// Substance reports whether a kind says something of the child or of what was done,
// and so belongs in the school's own record, and doesn't only keep house.
func (k EntryKind) Substance() bool {
	return !slices.Contains([]EntryKind{KindFiling, KindReviewDate, KindReference, KindSent, KindChase, KindReceipt}, k)
}

// deriveReview finds the day of the next review: the last that was set, unless
// a review was recorded since.
func (c *Concern) deriveReview(now time.Time) {
	for _, e := range c.Entries {
		switch e.Kind {
		case KindReviewDate:
			c.Review = e.Due
		case KindReview:
			c.Review = ""
		}
	}
	c.ReviewDue = c.Review != "" && c.Review <= now.Format(time.DateOnly)
	if c.ReviewDue && c.State == StateFiled {
		c.State = StateReviewDue
	}
}

// actionsOf are the actions of a concern and how each stands.
func actionsOf(entries []ConcernEntry, now time.Time) []Action {
	closed := map[string]*ConcernEntry{}
	var actions []Action
	for i, e := range entries {
		switch e.Kind {
		case KindAction:
			actions = append(actions, Action{ConcernEntry: e})
		case KindActionDone, KindActionDropped:
			closed[e.About] = &entries[i]
		}
	}
	today := now.Format(time.DateOnly)
	for i := range actions {
		a := &actions[i]
		a.Closed = closed[a.ID]
		a.Overdue = a.Closed == nil && a.Due < today
	}
	sortActions(actions)
	return actions
}

// sortActions puts the open ones first, by day, and what names no day after those.
func sortActions(actions []Action) {
	slices.SortStableFunc(actions, func(a, b Action) int {
		return cmp.Or(
			compareBool(a.Closed != nil, b.Closed != nil), compareBool(a.Due == "", b.Due == ""), cmp.Compare(a.Due,
				b.Due),
		)
	})
}

// compareBool puts false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
