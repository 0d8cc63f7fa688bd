package checklist

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// unfinished is something that was being written when it was left.
type unfinished struct {
	walk    *model.Walkthrough
	draft   *model.ConcernEntry
	concern *model.Concern
}

// changed is when it was last written at.
func (u unfinished) changed() time.Time {
	if u.walk != nil {
		return u.walk.Changed
	}
	return u.draft.Recorded
}

// id is the record's.
func (u unfinished) id() string {
	if u.walk != nil {
		return u.walk.ID
	}
	return u.draft.ID
}

// beside tells that it is another version of something that is kept too.
func (u unfinished) beside() bool {
	if u.walk != nil {
		return u.walk.Beside != ""
	}
	return u.draft.Beside != ""
}

// words name it: "Unfinished walkthrough from 14:32 for REF-123".
func (u unfinished) words(now time.Time) string {
	what, ref := "walkthrough", u.concern.Ref
	if u.draft != nil {
		what = strings.ToLower(u.draft.Kind.Title())
	} else if u.walk.Ref != "" {
		ref = u.walk.Ref
	}
	if u.beside() {
		what += " (" + model.AnotherVersion + ")"
	}
	return "Unfinished " + what + " from " + clock(u.changed(), now) + " for " + refOr(ref)
}

// unfinishedOf is everything that was left unfinished, the newest first.
func unfinishedOf(concerns []model.Concern) []unfinished {
	var all []unfinished
	for i := range concerns {
		c := &concerns[i]
		for j := range c.Walkthroughs {
			if c.Walkthroughs[j].Finished.IsZero() {
				all = append(all, unfinished{walk: &c.Walkthroughs[j], concern: c})
			}
		}
		for j := range c.Drafts {
			all = append(all, unfinished{draft: &c.Drafts[j], concern: c})
		}
	}
	for i := 1; i < len(all); i++ {
		for j := i; j > 0 && all[j].changed().After(all[j-1].changed()); j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
	return all
}

// resumeAny goes on with what was left unfinished.
func (v *View) resumeAny(u unfinished) tea.Cmd {
	if u.walk != nil {
		return v.resume(*u.walk)
	}
	v.goTo(reopenEntry(v, *u.draft))
	return nil
}

// onlyUnfinished tells a concern of which nothing is finished yet: it stands
// among what is unfinished and nowhere else.
func onlyUnfinished(c *model.Concern) bool {
	finished := slices.ContainsFunc(c.Walkthroughs, func(w model.Walkthrough) bool { return w.Final() })
	return len(c.Entries) == 0 && !finished
}

// askDiscard asks before what can't be taken back.
func (v *View) askDiscard(u unfinished) tea.Cmd {
	question := kit.Confirm{
		Text: "Discard: " + u.words(v.env.Now) + "? What was recorded in it is then gone.",
		Safe: "Keep it", Risk: "Discard it",
		Do: func() tea.Cmd { return v.discard(u) },
	}
	return func() tea.Msg { return question }
}
