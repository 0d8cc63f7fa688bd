package model

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Building is what will be done to build a protective factor (Table 2): who
// does it, by which day, and whether it is done.
type Building struct {
	What  string `json:"what,omitempty"`
	Owner string `json:"owner,omitempty"`
	// Due is a day such as 2026-12-04, or what the person wrote in its place.
	Due   string    `json:"due,omitempty"`
	DueAt Reading   `json:"dueAt,omitzero"` // what the person's words for it were understood as
	Done  time.Time `json:"done,omitzero"`  // when it was ticked off
}

// Planned tells whether anything is to be done.
func (b Building) Planned() bool { return strings.TrimSpace(b.What) != "" }

// DueDay is the day that it is due on, in the time zone of now; ok is false
// where none was given or the words name no day.
func (b Building) DueDay(now time.Time) (day time.Time, ok bool) {
	day, err := time.ParseInLocation(time.DateOnly, b.Due, now.Location())
	return day, err == nil
}

// Overdue tells that its day has passed and that it isn't done.
func (b Building) Overdue(now time.Time) bool {
	day, ok := b.DueDay(now)
	return ok && b.Planned() && b.Done.IsZero() && day.Before(midnight(now))
}

// SetDue takes a day as a person writes it: the date where the words name one, and otherwise the words.
func (b *Building) SetDue(text string, now time.Time) {
	b.DueAt = b.DueAt.Or(text, func(words string) Reading { return ReadComing(words, now) })
	if b.Due, _, _ = strings.Cut(b.DueAt.At, " "); b.Due == "" {
		b.Due = CleanLine(text)
	}
}

// DueWords are the day that it is due on, with the words it was read from; or the
// words, where they name none, with the day on which they were written.
func (b Building) DueWords() string {
	if b.DueAt.At != "" {
		return DayInWords(b.Due) + b.DueAt.quoted(b.Due)
	}
	return b.DueAt.Beside(DayInWords(b.Due))
}

// Empty tells that a note says nothing: neither text nor anything to be done.
func (n FactorNote) Empty() bool { return strings.TrimSpace(n.Body) == "" && !n.Build.Planned() }

// ByDue sorts what is to be done: overdue first, then by day, what has no day
// after that, and what is done last, the newest of it first.
func ByDue(notes []*FactorNote) {
	slices.SortStableFunc(notes, func(a, b *FactorNote) int {
		x, y := a.Build, b.Build
		return cmp.Or(
			compareBool(!x.Done.IsZero(), !y.Done.IsZero()), y.Done.Compare(x.Done),
			compareBool(x.Due == "", y.Due == ""), cmp.Compare(x.Due, y.Due),
		)
	})
}

// LastWalkthrough is the newest walkthrough of the concerns under a reference, by when it was begun.
func LastWalkthrough(concerns []Concern, ref string) (Walkthrough, bool) {
	var last Walkthrough
	found := false
	for i := range concerns {
		if !SameReference(concerns[i].Ref, ref) {
			continue
		}
		for _, w := range concerns[i].Walkthroughs {
			if !found || w.Started.After(last.Started) {
				last, found = w, true
			}
		}
	}
	return last, found
}

// WithPlans adds to the actions of concerns what is planned to build protective factors under their references
// and isn't done, and puts the concerns into order anew: an overdue plan is as overdue as any action.
func WithPlans(concerns []Concern, notes []FactorNote, now time.Time) []Concern {
	plans := map[string][]Action{}
	for i := range notes {
		n := &notes[i]
		key := ReferenceKey(n.Ref)
		if key == "" || !n.Build.Planned() || !n.Build.Done.IsZero() {
			continue
		}
		plans[key] = append(plans[key], Action{
			ConcernEntry: ConcernEntry{
				ID: n.ID, Ref: n.Ref, Kind: KindAction, Kept: true, Recorded: n.Changed,
				Text: "Build “" + CleanLine(n.Text) + "”: " + Clean(n.Build.What), Owner: n.Build.Owner,
				Due: n.Build.Due,
			},
			Plan: n, Overdue: n.Build.Overdue(now),
		})
	}
	if len(plans) == 0 {
		return concerns
	}
	for i := range concerns {
		if own := plans[ReferenceKey(concerns[i].Ref)]; len(own) > 0 {
			concerns[i].Actions = append(concerns[i].Actions, own...)
			sortActions(concerns[i].Actions)
		}
	}
	sortConcerns(concerns)
	return concerns
}
