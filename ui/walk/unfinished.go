package walk

import (
	"slices"
	"strings"
	"time"

	"isspp/model"
	"isspp/ui/component"
)

// Unfinished is something that was being written when it was left: a walkthrough,
// or the draft of an entry.
type Unfinished struct {
	Walk    *model.Walkthrough
	Draft   *model.ConcernEntry
	Concern *model.Concern
}

// UnfinishedOf is everything that was left unfinished, the newest first.
func UnfinishedOf(concerns []model.Concern) []Unfinished {
	var all []Unfinished
	for i := range concerns {
		c := &concerns[i]
		for j := range c.Walkthroughs {
			if !c.Walkthroughs[j].Final() {
				all = append(all, Unfinished{Walk: &c.Walkthroughs[j], Concern: c})
			}
		}
		for j := range c.Drafts {
			all = append(all, Unfinished{Draft: &c.Drafts[j], Concern: c})
		}
	}
	slices.SortStableFunc(all, func(a, b Unfinished) int { return b.Changed().Compare(a.Changed()) })
	return all
}

// OnlyUnfinished reports whether nothing of a concern is finished yet: it stands
// among what is unfinished and nowhere else.
func OnlyUnfinished(c *model.Concern) bool {
	return len(c.Entries) == 0 && !slices.ContainsFunc(c.Walkthroughs,
		func(w model.Walkthrough) bool { return w.Final() })
}

// ID is the record's.
func (u Unfinished) ID() string {
	if u.Walk != nil {
		return u.Walk.ID
	}
	return u.Draft.ID
}

// Changed is when it was last written at.
func (u Unfinished) Changed() time.Time {
	if u.Walk != nil {
		return u.Walk.Changed
	}
	return u.Draft.Recorded
}

// Ref is the reference that it is written under.
func (u Unfinished) Ref() string {
	if u.Walk != nil && u.Walk.Ref != "" {
		return model.ReferenceWords(u.Walk.Ref)
	}
	return model.ReferenceWords(u.Concern.Ref)
}

// What it is, in a word or two: "walkthrough".
func (u Unfinished) What() string {
	if u.Walk != nil {
		return "walkthrough"
	}
	return strings.ToLower(u.Draft.Kind.Title())
}

// Beside reports whether it is another version of something that is kept too.
func (u Unfinished) Beside() bool {
	return u.Walk != nil && u.Walk.Beside != "" || u.Draft != nil && u.Draft.Beside != ""
}

// Words name it: "Unfinished walkthrough from 14:32 for REF-123".
func (u Unfinished) Words(now time.Time) string {
	what := u.What()
	if u.Beside() {
		what += " (" + model.AnotherVersion + ")"
	}
	return "Unfinished " + what + " from " + Clock(u.Changed(), now) + " for " + u.Ref()
}

// Clock is a time as people say it: the hour today, with the date otherwise.
func Clock(at, now time.Time) string {
	at = at.In(now.Location())
	switch {
	case at.Year() == now.Year() && at.YearDay() == now.YearDay():
		return at.Format("15:04")
	case at.Year() == now.Year():
		return at.Format("15:04 on 2 January")
	}
	return at.Format("15:04 on 2 January 2006")
}

// Discard gives it up, by the person's choice.
func (u Unfinished) Discard(keep component.Keeper) error {
	if u.Walk != nil {
		return keep.DiscardWalkthrough(u.Walk.ID)
	}
	return keep.DiscardConcernEntry(u.Draft.ID)
}
