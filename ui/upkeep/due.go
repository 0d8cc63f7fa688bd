package upkeep

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"isspp/model"
	"isspp/store"
)

// Due is a reference in the list of what may be disposed of, or a concern or note
// without one.
type Due struct {
	Ref string `json:"ref"`
	// ID names what has no reference, and What says what that is.
	ID      string `json:"id,omitempty"`
	What    string `json:"what,omitempty"`
	Records int    `json:"records"`
	// Review is the day of the review, and Due tells that it has come.
	Review string `json:"review,omitempty"`
	Due    bool   `json:"due"`
	// State is where its newest concern stands; NotFiled tells that something is
	// not yet in the school's own record.
	State    string `json:"state,omitempty"`
	NotFiled bool   `json:"not_filed"`
	// someFiled tells that a part of it is.
	someFiled bool
	Held      bool   `json:"held"`
	Why       string `json:"hold_reason,omitempty"`
}

// DueList is every reference with how it stands, those due for review first, and
// what has no reference.
func DueList(notes *store.Store, now time.Time) []Due {
	var out []Due
	concerns := model.Concerns(notes.Walkthroughs(), notes.ConcernEntries(), now)
	for _, k := range notes.References() {
		if k.Ref == "" {
			continue
		}
		d := Due{Ref: k.Ref, Records: k.Records, Held: k.Held, Why: k.Why}
		for i := range concerns {
			if model.SameReference(concerns[i].Ref, k.Ref) {
				d.stands(&concerns[i])
			}
		}
		out = append(out, d)
	}
	nameless := func(id, what string, of time.Time) Due {
		d := Due{ID: id, What: what + of.Local().Format("2 January 2006"), Records: 1}
		if all, err := notes.Choose("", id); err == nil {
			d.Records, d.Held, d.Why = all.Records, all.Held, all.Why
		}
		return d
	}
	for i := range concerns {
		if c := &concerns[i]; !model.Referenced(c.Ref) {
			d := nameless(c.ID, "concern of ", c.Opened)
			d.stands(c)
			out = append(out, d)
		}
	}
	for _, n := range notes.FactorNotes() {
		if !model.Referenced(n.Ref) {
			out = append(out, nameless(n.ID, "note for the whole school, ", n.Created))
		}
	}
	slices.SortStableFunc(out, func(a, b Due) int {
		switch {
		case a.Due == b.Due:
			return 0
		case a.Due:
			return -1
		}
		return 1
	})
	return out
}

// DueOf is how what a reference or an id names stands. What only the copies of the
// notes may still have is nothing here, and no error.
func DueOf(notes *store.Store, ref, id string, now time.Time) (Due, error) {
	d := Due{Ref: ref, ID: id}
	all, err := notes.Choose(ref, id)
	if errors.Is(err, store.ErrAbsent) && (ref != "" || len(id) >= store.IDDigits) {
		return d, nil
	}
	if err != nil {
		return d, err
	}
	d.Ref, d.ID, d.Records, d.Held, d.Why = all.Ref, all.ID, all.Records, all.Held, all.Why
	concerns := model.Concerns(notes.Walkthroughs(), notes.ConcernEntries(), now)
	for i := range concerns {
		for _, of := range all.Concerns {
			if concerns[i].ID == of {
				d.stands(&concerns[i])
			}
		}
	}
	return d, nil
}

func (d *Due) stands(c *model.Concern) {
	if d.State == "" || c.NotFiled && !d.NotFiled {
		d.State = string(c.State) // of several, that of one which isn't filed
	}
	d.someFiled = d.someFiled || !c.NotFiled || c.State == model.StateFiled
	if d.Review == "" || c.Review != "" && c.Review < d.Review {
		d.Review = c.Review
	}
	d.Due = d.Due || c.ReviewDue
	d.NotFiled = d.NotFiled || c.NotFiled
}

// unfiled is what is said of something that is here alone, all of it or a part.
func (d Due) unfiled() string {
	if d.someFiled {
		return "NOT ALL FILED in the school's own record"
	}
	return "NOT YET FILED in the school's own record"
}

const shownDigits = 8

// Name is what is typed to dispose of it: its reference, or the first digits of
// its id.
func (d Due) Name() string {
	if d.Ref != "" {
		return d.Ref
	}
	return d.ID[:min(len(d.ID), shownDigits)]
}

// Named reports whether an answer is its name.
func (d Due) Named(answer string) bool {
	if d.Ref != "" {
		return model.SameReference(answer, d.Ref)
	}
	answer = strings.ToLower(strings.TrimSpace(answer))
	return len(answer) >= min(len(d.ID), shownDigits) && strings.HasPrefix(strings.ToLower(d.ID), answer)
}

// how says how it stands: what speaks against disposing of it comes first, since a
// narrow screen cuts the end.
func (d Due) how() string {
	var parts []string
	if d.Held {
		parts = append(parts, "ON HOLD")
	}
	if d.NotFiled {
		parts = append(parts, d.unfiled())
	}
	if d.What != "" {
		parts = append(parts, d.What)
	}
	parts = append(parts, records(d.Records))
	if d.State != "" && (!d.NotFiled || d.State != string(model.StateFiled)) {
		parts = append(parts, d.State)
	}
	if d.Due {
		parts = append(parts, "review due since "+model.DayInWords(d.Review))
	} else if d.Review != "" {
		parts = append(parts, "review on "+model.DayInWords(d.Review))
	}
	if d.Held && d.Why != "" {
		parts = append(parts, "held: "+name(d.Why))
	}
	return strings.Join(parts, "; ")
}

// OnHold says that it can't be disposed of, or is empty.
func (d Due) OnHold() string {
	if !d.Held {
		return ""
	}
	return name(d.Name()) + " is on hold (" + name(d.Why) +
		") and is not disposed of. Lift the hold first, if its reason has passed."
}

// Warning is what the last question before disposing of it begins with: how much
// it is, and what speaks against it.
func (d Due) Warning() string {
	if d.Records == 0 {
		return "It is no longer in the notes; it may still be in their backups and in files set aside."
	}
	out := records(d.Records) + "."
	if d.NotFiled {
		out = records(d.Records) + ", " + d.unfiled() + ": what is disposed of here is then nowhere."
		if d.someFiled {
			out = records(d.Records) + ", " + d.unfiled() + ": what isn't there is then nowhere."
		}
	}
	switch {
	case d.State == "", d.Due:
	case d.Review != "":
		out += " The review is on " + model.DayInWords(d.Review) + ": it is NOT YET DUE."
	default:
		out += " No day of review is set."
	}
	return out
}

// byID stands before an id where a reference is chosen otherwise.
const byID = "\x00id:"

// value is what choosing it answers: its reference, or its id.
func (d Due) value() string {
	if d.Ref != "" {
		return d.Ref
	}
	return byID + d.ID
}

func rows(list []Due) (words, values []string) {
	words, values = []string{}, []string{}
	for _, d := range list {
		words, values = append(words, fmt.Sprintf("%-14s  %s", name(d.Name()), d.how())), append(values, d.value())
	}
	return words, values
}

func heads(list []Due) Result {
	if len(list) == 0 {
		return Result{Said: []Line{{Label: "Nothing is kept."}}}
	}
	r := Result{Column: dueColumn(list)}
	for _, part := range []struct {
		heading, none string
		due           bool
	}{{"Due for review", "Nothing is.", true}, {"Not due", "Nothing else is kept.", false}} {
		r.say(part.heading, "")
		from := len(r.Said)
		for _, d := range list {
			if d.Due == part.due {
				r.say("  "+name(d.Name()), d.how())
			}
		}
		if len(r.Said) == from {
			r.say("  "+part.none, "")
		}
	}
	r.say(" ", "")
	r.say("isspp notes purge --ref REFERENCE --reason \"…\" disposes of one; --id where it has none.", "")
	return r
}

func onHold(list []Due) Result {
	held := slices.DeleteFunc(slices.Clone(list), func(d Due) bool { return !d.Held })
	if len(held) == 0 {
		return Result{Said: sentences("Nothing is on hold.")}
	}
	r := Result{Column: dueColumn(held)}
	for _, d := range held {
		r.say(name(d.Name()), d.Why)
	}
	return r
}

func dueColumn(list []Due) int {
	longest := 8
	for _, d := range list {
		longest = max(longest, len([]rune(name(d.Name()))))
	}
	return min(longest, 24) + 4
}
