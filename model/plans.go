package model

import "time"

// WithPlans adds to the actions of concerns what is planned to build protective
// factors under their references and isn't done, and puts the concerns into order
// anew: an overdue plan is as overdue as any action.
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
