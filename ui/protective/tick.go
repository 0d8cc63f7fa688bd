package protective

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

// planned is the note whose plan is meant: the selected row's, the selected
// note's, or the first one that the factor has.
func (v *View) planned() (*model.FactorNote, bool) {
	r, ok := v.selected()
	if !ok {
		return nil, false
	}
	if r.note != nil {
		return r.note, true
	}
	shown := v.shownNotes()
	if v.Reading && v.noteAt < len(shown) {
		n := shown[v.noteAt]
		return n, n.Build.Planned()
	}
	model.ByDue(shown)
	for _, n := range shown {
		if n.Build.Planned() {
			return n, true
		}
	}
	return nil, false
}

// tick ticks off what will be done, or takes the tick back.
func (v *View) tick() tea.Cmd {
	n, ok := v.planned()
	if !ok {
		return nil
	}
	said := "Ticked off: done today. x unticks it."
	if n.Build.Done.IsZero() {
		n.Build.Done = v.Env.Clock()
	} else {
		n.Build.Done, said = time.Time{}, "It is open again."
	}
	n.Changed, n.ChangedBy = v.Env.Clock(), v.Env.Recorder
	cmd := v.notes.put(n)
	v.Refresh()
	return tea.Batch(cmd, component.Say(said))
}

// dueState says how a plan stands, in words: overdue, by when, or done.
func dueState(b model.Building, now time.Time) string {
	switch {
	case !b.Done.IsZero():
		return "done " + b.Done.In(now.Location()).Format("2 Jan")
	case b.Overdue(now):
		return "overdue, " + dueShort(b, now)
	case b.Due != "":
		return "by " + dueShort(b, now)
	}
	return "no day"
}

// dueShort is the day without its year where that is this one.
func dueShort(b model.Building, now time.Time) string {
	day, ok := b.DueDay(now)
	switch {
	case !ok:
		return model.CleanLine(b.Due)
	case day.Year() == now.Year():
		return day.Format("Mon 2 Jan")
	}
	return day.Format("2 Jan 2006")
}

// ownerAndDay says who does it and how it stands.
func (v *View) ownerAndDay(b model.Building) string {
	owner := model.CleanLine(b.Owner)
	if owner == "" {
		owner = "No owner yet"
	}
	state := dueState(b, v.Env.Now)
	if _, ok := b.DueDay(v.Env.Now); !ok && b.Due != "" && b.Done.IsZero() {
		state = "by " + b.DueWords()
	}
	return owner + " " + v.Env.Signs.Dot + " " + state
}
