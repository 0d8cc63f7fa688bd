package model

import "time"

// Renamed is which concerns were given another reference, for the private notes that
// were written under the one before: they are about the same child still.
type Renamed struct {
	// now are the keys of the references that concerns have, and before what became
	// of one that a concern had.
	now    map[string]bool
	before map[string][]renaming
}

// renaming is when a concern was given another reference, and the one it has now.
type renaming struct {
	at time.Time
	to string
}

// RenamedOf finds them.
func RenamedOf(concerns []Concern) Renamed {
	r := Renamed{now: map[string]bool{}, before: map[string][]renaming{}}
	for i := range concerns {
		c := &concerns[i]
		r.now[ReferenceKey(c.Ref)] = true
		var last time.Time
		for j := range c.Entries {
			if e := &c.Entries[j]; e.Kind == KindReference && e.Kept && e.Recorded.After(last) {
				last = e.Recorded
			}
		}
		if last.IsZero() {
			continue
		}
		former := map[string]bool{ReferenceKey(c.Ref): true, "": true}
		had := func(ref string, at time.Time) {
			if key := ReferenceKey(ref); !former[key] && at.Before(last) {
				former[key] = true
				r.before[key] = append(r.before[key], renaming{last, c.Ref})
			}
		}
		for j := range c.Walkthroughs {
			had(c.Walkthroughs[j].Ref, c.Walkthroughs[j].Started)
		}
		for j := range c.Entries {
			had(c.Entries[j].Ref, c.Entries[j].Recorded)
		}
	}
	return r
}

// Ref is the reference that a note belongs under: that of the one concern which had
// the note's own when it was written, and has another since. Where a concern has the
// note's own still, or several had it, the note stays where it is: nobody but a
// person can say which child it is about.
func (r Renamed) Ref(n *FactorNote) string {
	key, to := ReferenceKey(n.Ref), ""
	if key == "" || r.now[key] {
		return n.Ref
	}
	for _, b := range r.before[key] {
		switch {
		case n.Created.After(b.at):
		case to == "" || SameReference(to, b.to):
			to = b.to
		default:
			return n.Ref
		}
	}
	if to == "" {
		return n.Ref
	}
	return to
}
