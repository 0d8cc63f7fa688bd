package model

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// ConcernState is where a concern stands in its life.
type ConcernState string

// The states of a concern, in the order of its life.
const (
	StateOpen      ConcernState = "open"
	StateDecided   ConcernState = "decided"
	StateFiled     ConcernState = "filed"
	StateReviewDue ConcernState = "review due"
)

// Concern is everything that is kept of one concern, and how it stands. It is
// made from its records whenever they change and is itself kept nowhere.
type Concern struct {
	// ID is shared by the concern's records. Ref is its reference, in the spelling
	// that it was first recorded in, or empty.
	ID, Ref string
	Setting string // the newest walkthrough's
	// Walkthroughs and Entries are in the order of recording. Entries are kept
	// ones; Drafts are those that are still being written.
	Walkthroughs []Walkthrough
	Entries      []ConcernEntry
	Drafts       []ConcernEntry
	// Opened and Changed are the times of the first and of the last recording.
	Opened, Changed time.Time
	State           ConcernState
	NotFiled        bool           // something in it is not yet in the school's own record
	Actions         []Action       // those that were set, the open ones first, by day
	Review          string         // the day of the next review as YYYY-MM-DD, or empty
	ReviewDue       bool           // the day has come
	Transfer        *TransferClock // the newest move to another school, or nil
}

// Action is something to be done and how it stands.
type Action struct {
	ConcernEntry
	// Plan is the note on a protective factor that plans it, or nil: it is ticked off there.
	Plan    *FactorNote
	Closed  *ConcernEntry // the entry that says it was done or is not needed, or nil
	Overdue bool          // it is open and its day is over
}

// ConcernID is the concern that a walkthrough belongs to. One from before
// concerns had ids is a concern of its own.
func (w *Walkthrough) ConcernID() string { return cmp.Or(w.Concern, w.ID) }

// OverdueActions are the open actions whose day is over.
func (c *Concern) OverdueActions() []Action {
	return filter(c.Actions, func(a Action) bool { return a.Overdue })
}

// Concerns gathers records into concerns: those with an overdue action or an overdue move first, then those not
// yet filed, then those due for review, then the rest; within each, what has been due for longest comes first,
// and else what changed last.
func Concerns(walks []Walkthrough, entries []ConcernEntry, now time.Time) []Concern {
	at := map[string]int{}
	var all []Concern
	of := func(id string) *Concern {
		i, ok := at[id]
		if !ok {
			i = len(all)
			at[id] = i
			all = append(all, Concern{ID: id})
		}
		return &all[i]
	}
	for _, w := range walks {
		c := of(w.ConcernID())
		c.Walkthroughs = append(c.Walkthroughs, w)
	}
	for _, e := range entries {
		c := of(cmp.Or(e.Concern, e.ID))
		if e.Kept {
			c.Entries = append(c.Entries, e)
		} else {
			c.Drafts = append(c.Drafts, e)
		}
	}
	spelt := Spellings{}
	for i := range all {
		c := &all[i]
		c.derive(now)
		c.eachReference(spelt.Saw)
	}
	for i := range all {
		all[i].Ref = spelt.Of(all[i].Ref)
	}
	sortConcerns(all)
	return all
}

func (c *Concern) eachReference(give func(ref string, at time.Time)) {
	for i := range c.Walkthroughs {
		give(c.Walkthroughs[i].Ref, c.Walkthroughs[i].Started)
	}
	for i := range c.Entries {
		give(c.Entries[i].Ref, c.Entries[i].Recorded)
	}
}

func sortConcerns(all []Concern) {
	slices.SortStableFunc(all, func(a, b Concern) int {
		return cmp.Or(cmp.Compare(a.group(), b.group()), cmp.Compare(a.since(), b.since()),
			b.Changed.Compare(a.Changed), cmp.Compare(a.ID, b.ID))
	})
}

// The groups of the list of concerns, in its order.
const (
	GroupOverdue  = "Overdue"
	GroupNotFiled = "Not yet filed"
	GroupReview   = "Due for review"
	GroupRest     = "Filed"
)

// Group is the heading that the concern stands under in the list.
func (c *Concern) Group() string {
	return [...]string{GroupOverdue, GroupNotFiled, GroupReview, GroupRest}[c.group()]
}

func (c *Concern) group() int {
	switch {
	case len(c.OverdueActions()) > 0 || c.Transfer.Waiting() && c.Transfer.Late:
		return 0
	case c.NotFiled:
		return 1
	case c.ReviewDue:
		return 2
	}
	return 3
}

func (c *Concern) since() string {
	day := ""
	switch c.group() {
	case 0:
		if c.Transfer.Waiting() && c.Transfer.Late {
			day = c.Transfer.Due
		}
		for _, a := range c.OverdueActions() {
			if day == "" || a.Due < day {
				day = a.Due
			}
		}
	case 2:
		day = c.Review
	}
	return day
}

func (c *Concern) derive(now time.Time) {
	slices.SortStableFunc(c.Walkthroughs, func(a, b Walkthrough) int { return a.Started.Compare(b.Started) })
	byTime := func(a, b ConcernEntry) int {
		return cmp.Or(a.Recorded.Compare(b.Recorded), strings.Compare(a.ID, b.ID))
	}
	slices.SortStableFunc(c.Entries, byTime)
	slices.SortStableFunc(c.Drafts, byTime)
	c.deriveHeading()
	c.deriveState(now)
	c.Actions = actionsOf(c.Entries, now)
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

// deriveState follows the concern's life. What is substance and was recorded after the last filing is not in
// the school's own record yet. The next review is the last that was set, unless one was recorded since.
func (c *Concern) deriveState(now time.Time) {
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
		if last[e.Kind] = e.Recorded; e.Kind.substance() {
			later(e.Recorded)
		}
		switch e.Kind {
		case KindReviewDate:
			c.Review = e.Due
		case KindReview:
			c.Review = ""
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
	if c.ReviewDue = c.Review != "" && c.Review <= now.Format(time.DateOnly); c.ReviewDue && c.State == StateFiled {
		c.State = StateReviewDue
	}
}

// substance reports whether a kind says something of the child or of what was done,
// and so belongs in the school's own record, and doesn't only keep house.
func (k EntryKind) substance() bool {
	return !slices.Contains([]EntryKind{KindFiling, KindReviewDate, KindReference, KindSent, KindChase, KindReceipt}, k)
}

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

func sortActions(actions []Action) {
	slices.SortStableFunc(actions, func(a, b Action) int {
		return cmp.Or(compareBool(a.Closed != nil, b.Closed != nil), compareBool(a.Due == "", b.Due == ""),
			cmp.Compare(a.Due, b.Due))
	})
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
