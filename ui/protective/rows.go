package protective

import (
	"slices"

	"isspp/model"
)

type arrangement int

const (
	// byDomain is the order of the protocol.
	byDomain arrangement = iota
	// byAnswer is what the last walkthrough of the shown reference says.
	byAnswer
	// byDue is what will be done to build factors, overdue first.
	byDue
)

// row is a heading, a factor, or what will be done to build one.
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
	var all []row // the factors that the typed words fit
	for _, d := range v.factors.Domains {
		words := func(it model.Item) []string { return []string{it.Text, d.Title} }
		items, _ := model.Rank(v.Find.Value(), d.Items, words)
		for _, it := range items {
			all = append(all, row{domain: d, item: it})
		}
	}
	v.rows = nil
	switch v.by {
	case byDomain:
		v.group(all, func(r row) string { return r.domain.Title })
	case byAnswer:
		v.byAnswer(all)
	case byDue:
		v.byDue(all)
	}
	return len(v.rows)
}

// group adds rows under the headings that they have.
func (v *View) group(rows []row, heading func(row) string) {
	before := ""
	for _, r := range rows {
		if h := heading(r); h != before {
			v.rows, before = append(v.rows, row{heading: h, domain: r.domain}), h
		}
		v.rows = append(v.rows, r)
	}
}

// byAnswer arranges by the last walkthrough: missing apart from not known.
func (v *View) byAnswer(all []row) {
	w, ok := v.lastWalk()
	if !ok {
		w = &model.Walkthrough{}
	}
	for _, g := range []struct {
		answer model.Answer
		title  string
	}{
		{model.Seen, "Seen"},
		{model.Told, "Told"},
		{model.NotSeen, "Missing: looked for, not seen"},
		{model.DontKnow, "Not known: who might know?"},
		{model.NotConsidered, "Not considered"},
	} {
		others := func(r row) bool { return w.AnswerTo(r.item.ID) != g.answer }
		v.group(slices.DeleteFunc(slices.Clone(all), others), func(row) string { return g.title })
	}
}

// byDue are the plans of those whose notes are shown.
func (v *View) byDue(all []row) {
	at := map[string]row{}
	for _, r := range all {
		at[r.item.ID] = r
	}
	var plans []*model.FactorNote
	for _, n := range v.notes.byID {
		if _, ok := at[n.About]; ok && n.Build.Planned() && v.whose.lets(n) {
			plans = append(plans, n)
		}
	}
	slices.SortFunc(plans, func(a, b *model.FactorNote) int { return a.Created.Compare(b.Created) })
	model.ByDue(plans)
	rows := make([]row, len(plans))
	for i, n := range plans {
		rows[i] = at[n.About]
		rows[i].note = n
	}
	v.group(rows, func(r row) string {
		switch b := r.note.Build; {
		case !b.Done.IsZero():
			return "Done"
		case b.Overdue(v.Env.Now):
			return "Overdue"
		}
		return "To do"
	})
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

// shownNotes are those on the selected factor, newest first; shownNote the selected, or nil.
func (v *View) shownNotes() []*model.FactorNote {
	r, ok := v.selected()
	if !ok {
		return nil
	}
	return v.notes.about(r.item.ID, v.whose)
}

func (v *View) shownNote() *model.FactorNote {
	shown := v.shownNotes()
	if len(shown) == 0 {
		return nil
	}
	return shown[min(v.noteAt, len(shown)-1)]
}

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

// last is the last walkthrough of the reference that is shown.
type last struct {
	walk model.Walkthrough
	// found tells that there is one; read that it was looked for.
	found, read bool
	// stale tells that something was saved since: it may have changed.
	stale bool
}

func (v *View) lastWalk() (*model.Walkthrough, bool) {
	if v.whose.ref == "" || v.notes.keep == nil {
		return nil, false
	}
	if !v.last.read || v.last.stale {
		v.last = last{read: true}
		v.last.walk, v.last.found = model.LastWalkthrough(v.notes.concerns(v.Env.Now), v.whose.ref)
	}
	return &v.last.walk, v.last.found
}
