package rota

import (
	"strings"
	"time"

	"isspp/model"
	"isspp/ui/kit"
)

// drawWeek is the grid: a row for each setting, a column for each day. The cell
// says the officer's surname, "asked" for one who attends when required, and a
// dash where nobody is assigned.
func (v *View) drawWeek() []string {
	t, sg := v.env.Theme, v.env.Signs
	nameW := v.nameWidth()
	cell := max((v.w-nameW-2)/len(workdays), 4)
	head := kit.Fit("  "+v.find.Draw(t), nameW+2, sg)
	for _, d := range workdays {
		name := d.String()[:3]
		if cell >= 12 {
			name = d.String()
		}
		if d == v.env.Now.Weekday() {
			name = t.Tab.Paint(name)
		} else {
			name = t.Quiet.Paint(name)
		}
		head += kit.Fit(" "+name, cell, sg)
	}
	out := []string{head}
	if len(v.rows) == 0 {
		return append(out, kit.Inset(v.nothing(v.w-4))...)
	}
	return append(out, kit.Rows(&v.list, v.w, t, sg, func(i int, selected bool) string {
		s := *v.rows[i].setting
		title := kit.Fit(s.Name, nameW, sg)
		if selected {
			title = t.Selected.Paint(title)
		}
		return title + v.weekCells(s, cell)
	})...)
}

func (v *View) nameWidth() int {
	if v.w >= 100 {
		return 40
	}
	return max(v.w-2-7*len(workdays), 38)
}

func (v *View) weekCells(s model.Setting, cell int) string {
	var b strings.Builder
	for _, d := range workdays {
		b.WriteString(kit.Fit(" "+v.weekCell(s, d, cell), cell, v.env.Signs))
	}
	return b.String()
}

func (v *View) weekCell(s model.Setting, d time.Weekday, cell int) string {
	switch {
	case assigned(s, d) && cell >= 10:
		return surname(s.Officer)
	case assigned(s, d):
		return "yes"
	case s.WhenRequired && cell < 6:
		return v.env.Theme.Quiet.Paint("ask")
	case s.WhenRequired:
		return v.env.Theme.Quiet.Paint("asked")
	}
	return v.env.Theme.Quiet.Paint(v.env.Signs.Dash)
}

// surname is the last word of an officer's name: "PC Kerry Hughes", "Hughes".
func surname(officer string) string {
	words := strings.Fields(officer)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
