package protective

import (
	"slices"

	"isspp/model"
)

// arrangement is what the rows are arranged by.
type arrangement int

const (
	// byDomain is the order of the protocol.
	byDomain arrangement = iota
	// byAnswer is what the last walkthrough of the shown reference says.
	byAnswer
	// byDue is what will be done to build factors, overdue first.
	byDue
)

// row is one line of the list: a heading, a factor, or what will be done to
// build one.
type row struct {
	// heading is the line's words where it is one.
	heading string
	domain  model.Domain
	item    model.Item
	// note is the one whose plan the row shows, or nil.
	note *model.FactorNote
}

// Read reads the rows for what is typed.
func (v *View) Read() int {
	switch v.by {
	case byAnswer:
		v.rows = v.byAnswer()
	case byDue:
		v.rows = v.byDue()
	case byDomain:
		v.rows = v.byDomain()
	}
	return len(v.rows)
}

func (v *View) byDomain() []row {
	var out []row
	for _, d := range v.factors.Domains {
		items := v.fitting(d)
		if len(items) > 0 {
			out = append(out, row{heading: d.Title, domain: d})
		}
		for _, it := range items {
			out = append(out, row{domain: d, item: it})
		}
	}
	return out
}

// fitting are the factors of a domain that the typed words fit.
func (v *View) fitting(d model.Domain) []model.Item {
	items, _ := model.Rank(v.Find.Value(), d.Items, func(it model.Item) []string { return []string{it.Text, d.Title} })
	return items
}

func (v *View) byAnswer() []row {
	var out []row
	w, ok := v.lastWalk()
	if !ok {
		w = &model.Walkthrough{}
	}
	for _, g := range answerGroups() {
		first := true
		for _, d := range v.factors.Domains {
			for _, it := range v.fitting(d) {
				if w.AnswerTo(it.ID) != g.answer {
					continue
				}
				if first {
					out = append(out, row{heading: g.title})
					first = false
				}
				out = append(out, row{domain: d, item: it})
			}
		}
	}
	return out
}

// byDue are the plans of those whose notes are shown.
func (v *View) byDue() []row {
	at := map[string]row{}
	for _, d := range v.factors.Domains {
		for _, it := range v.fitting(d) {
			at[it.ID] = row{domain: d, item: it}
		}
	}
	var plans []*model.FactorNote
	for _, n := range v.notes.byID {
		if _, ok := at[n.About]; ok && n.Build.Planned() && v.whose.lets(n) {
			plans = append(plans, n)
		}
	}
	slices.SortFunc(plans, func(a, b *model.FactorNote) int { return a.Created.Compare(b.Created) })
	model.ByDue(plans)
	var out []row
	before := ""
	for _, n := range plans {
		if g := v.dueGroup(n.Build); g != before {
			out = append(out, row{heading: g})
			before = g
		}
		r := at[n.About]
		r.note = n
		out = append(out, r)
	}
	return out
}

func (v *View) dueGroup(b model.Building) string {
	switch {
	case !b.Done.IsZero():
		return "Done"
	case b.Overdue(v.Env.Now):
		return "Overdue"
	}
	return "To do"
}

func (v *View) selected() (row, bool) {
	if !v.Selects() {
		return row{}, false
	}
	return v.rows[v.List.At], true
}

// moved selects the note that a row shows the plan of.
func (v *View) moved() {
	v.noteAt = 0
	if r, ok := v.selected(); ok && r.note != nil {
		v.noteAt = max(slices.Index(v.shownNotes(), r.note), 0)
	}
}

// shownNotes are the notes on the selected factor that are let through, newest
// first.
func (v *View) shownNotes() []*model.FactorNote {
	r, ok := v.selected()
	if !ok {
		return nil
	}
	return v.notes.about(r.item.ID, v.whose)
}

// arrange shows the rows in the next order that there is something for.
func (v *View) arrange() {
	v.by++
	if v.by == byAnswer && v.whose.ref == "" {
		v.by++
	}
	if v.by > byDue {
		v.by = byDomain
	}
	v.Reading = false
	v.Refresh()
}

// arrangeHelp says what the next order shows.
func (v *View) arrangeHelp() (label, help string) {
	switch {
	case v.by == byDomain && v.whose.ref != "":
		return "seen, missing", "Arrange by what the last walkthrough saw, and what is missing"
	case v.by != byDue:
		return "to build", "Show what will be done to build factors, overdue first"
	}
	return "every factor", "Show every factor, in the protocol's order"
}
