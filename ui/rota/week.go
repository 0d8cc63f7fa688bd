package rota

import (
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/component"
)

// drawWeek is the grid: a row for each setting, a column for each day. The cell
// says the officer's surname, "on req." for one who attends when required, and a
// dash where nobody is assigned.
func (v *View) drawWeek() []string {
	t, sg := v.Env.Theme, v.Env.Signs
	nameW := v.nameWidth()
	w, _ := v.Inside()
	cell := max((w-nameW-2)/len(workdays), 4)
	head := component.Fit(v.Find.Draw(t), nameW+2, sg)
	for _, d := range workdays {
		name := d.String()[:3]
		if cell >= 12 {
			name = d.String()
		}
		if d == v.Env.Now.Weekday() {
			name = t.Tab.Render(name)
		} else {
			name = t.Quiet.Render(name)
		}
		head += component.Fit(" "+name, cell, sg)
	}
	out := append(v.leadLines(), head)
	if len(v.rows) == 0 {
		return append(out, v.nothing(w)...)
	}
	return append(out, component.Rows(&v.List, w, t, sg, func(i int, selected bool) string {
		r := v.rows[i]
		name := r.title
		switch {
		case r.under:
			name = t.Quiet.Render("  protocol " + v.Env.Pack.Edition().Years)
		case selected:
			name = t.Selected.Render(name)
		}
		if r.local != nil {
			mark := v.localMark(r)
			return component.Fit(name, nameW-component.Width(mark), sg) + mark + v.localCells(r, cell)
		}
		return component.Fit(name, nameW, sg) + v.weekCells(*r.setting, cell)
	})...)
}

// nameWidth is the column of the names: on a wide screen with room for the marks
// behind the longest of them, as long as a day has room for a surname.
func (v *View) nameWidth() int {
	w, _ := v.Inside()
	if v.W >= 100 {
		widest := 40
		for _, r := range v.rows {
			widest = max(widest, component.Width(r.title)+component.Width(v.localMark(r))+1)
		}
		return min(widest, w-2-12*len(workdays))
	}
	return max(w-2-7*len(workdays), 34)
}

func (v *View) weekCells(s model.Setting, cell int) string {
	var b strings.Builder
	for _, d := range workdays {
		b.WriteString(v.dayBlock(s.OnWeekday(d), surname(s.Officer), v.Env.Theme.Chip, cell))
	}
	return b.String()
}

var workdays = model.Weekdays()

// daysUnknown is the coverage of an officer of whom no days are known.
const daysUnknown model.Coverage = "ask"

// dayBlock is a day as a block: filled with who is assigned, quiet where somebody
// attends when required, and a dash where nobody does.
func (v *View) dayBlock(c model.Coverage, who string, st lipgloss.Style, cell int) string {
	t, sg := v.Env.Theme, v.Env.Signs
	word := sg.Dash
	switch {
	case c == model.CoveredYes && cell >= 10:
		word = who
	case c == model.CoveredYes:
		word = "yes"
	case c == daysUnknown, c == model.CoveredWhenRequired && cell < 9:
		word, st = "ask", t.ChipOff
	case c == model.CoveredWhenRequired:
		word, st = "on req.", t.ChipOff
	default:
		st = t.Quiet
	}
	if cell < 6 { // no room between two blocks
		return component.Fit(st.Render(word), cell, sg)
	}
	return st.Render(component.Fit(" "+word, cell-1, sg)) + " "
}

// localCells are the days of the week at hand by the school's own entries: on
// each of them the entry decides that holds on its date.
func (v *View) localCells(r row, cell int) string {
	var b strings.Builder
	for i := range workdays {
		day := weekStart(v.Env.Now).AddDate(0, 0, i)
		e, ok := *r.local, r.local.HoldsOn(day)
		if r.setting != nil {
			e, ok = v.Env.Local.Cover(*r.setting, day)
		}
		c, stated := e.On(day)
		switch {
		case !ok:
			c = model.CoveredNo
		case !stated:
			c = daysUnknown
		}
		b.WriteString(v.dayBlock(c, surname(e.Who), v.Env.Theme.ChipLocal, cell))
	}
	return b.String()
}

// weekStart is the Monday of the week that a day is in; at a weekend it is the
// next one, since nobody asks about the days that are past.
func weekStart(day time.Time) time.Time {
	switch day.Weekday() {
	case time.Saturday:
		return day.AddDate(0, 0, 2)
	case time.Sunday:
		return day.AddDate(0, 0, 1)
	}
	return day.AddDate(0, 0, 1-int(day.Weekday()))
}

func surname(officer string) string {
	officer = strings.TrimSpace(officer)
	return officer[strings.LastIndex(officer, " ")+1:]
}
