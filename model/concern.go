package model

import (
	"cmp"
	"slices"
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
	// Setting is the newest walkthrough's.
	Setting string
	// Walkthroughs and Entries are in the order of recording. Entries are kept
	// ones; Drafts are those that are still being written.
	Walkthroughs []Walkthrough
	Entries      []ConcernEntry
	Drafts       []ConcernEntry
	// Opened and Changed are the times of the first and of the last recording.
	Opened, Changed time.Time
	State           ConcernState
	// NotFiled tells that something in it is not yet in the school's own record.
	NotFiled bool
	// Actions are those that were set, the open ones first, by day.
	Actions []Action
	// Review is the day of the next review as YYYY-MM-DD, or empty.
	Review string
	// ReviewDue tells that the day has come.
	ReviewDue bool
	// Transfer is the newest move to another school, or nil.
	Transfer *TransferClock
}

// Action is something to be done and how it stands.
type Action struct {
	ConcernEntry
	// Plan is the note on a protective factor that plans it, or nil: it is ticked off
	// there.
	Plan *FactorNote
	// Closed is the entry that says it was done or is not needed, or nil.
	Closed *ConcernEntry
	// Overdue tells that it is open and its day is over.
	Overdue bool
}

// ConcernID is the concern that a walkthrough belongs to. One from before
// concerns had ids is a concern of its own.
func (w *Walkthrough) ConcernID() string { return cmp.Or(w.Concern, w.ID) }

// OverdueActions are the open actions whose day is over.
func (c *Concern) OverdueActions() []Action {
	var late []Action
	for _, a := range c.Actions {
		if a.Overdue {
			late = append(late, a)
		}
	}
	return late
}

// Concerns gathers records into concerns: those with an overdue action or an
// overdue move first, then those not yet filed, then those due for review, then
// the rest; within each, what has been due for longest comes first, and else what
// changed last.
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
		all[i].derive(now)
		all[i].spellings(spelt)
	}
	for i := range all {
		all[i].Ref = spelt.Of(all[i].Ref)
	}
	sortConcerns(all)
	return all
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

// since is the day from which the concern has been overdue or due for review,
// and empty where it is neither.
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
