package rota

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// Draw returns the body's lines.
func (v *View) Draw() []string {
	if v.kept == nil {
		v.kept = v.draw()
	}
	return v.kept
}

func (v *View) draw() []string {
	if v.mode == asWeek {
		return v.drawWeek()
	}
	if v.wide() {
		return kit.Columns(v.drawList(), v.drawDetail(v.h), v.listWidth(), v.detailWidth(), v.h, v.env.Theme, v.env.Signs)
	}
	if v.reading {
		return indent(v.drawDetail(v.h))
	}
	out := v.drawList()
	for len(out) < v.h-previewLines {
		out = append(out, "")
	}
	return append(out, v.preview()...)
}

func indent(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = "  " + l
	}
	return out
}

// drawList is the find line with the word "today" over the answers, and the rows.
func (v *View) drawList() []string {
	t, sg, w := v.env.Theme, v.env.Signs, v.listWidth()
	out := []string{kit.Spread("  "+v.find.Draw(t), t.Quiet.Paint("today "), w, sg)}
	if len(v.rows) == 0 {
		return append(out, indent(v.nothing(w-4))...)
	}
	return append(out, kit.Rows(&v.list, w, t, sg, func(i int, selected bool) string {
		r := v.rows[i]
		title := r.title
		if selected {
			title = t.Selected.Paint(title)
		}
		if r.mine {
			title += " " + t.Quiet.Paint("my school")
		}
		return kit.Spread(title, kit.Fit(r.today, 5, sg)+" ", w-2, sg)
	})...)
}

// nothing is the honest answer where no setting matches.
func (v *View) nothing(w int) []string {
	p := kit.NewPage(w, v.env.Theme, v.env.Signs)
	p.Gap()
	p.Text(v.env.Theme.Strong, "No setting in the rota by that name.")
	p.Notes(v.env.Pack.NotesAbout("rota/primary"))
	return p.Painted()
}

// preview is what a narrow screen shows of the selected row below the list.
func (v *View) preview() []string {
	t, sg := v.env.Theme, v.env.Signs
	out := []string{t.Quiet.Paint(strings.Repeat(sg.Rule, v.w))}
	r, ok := v.selected()
	if !ok {
		return append(out, "", "")
	}
	if r.setting != nil {
		out = append(out, "  "+t.Strong.Paint(r.setting.Officer)+"  "+todaySentence(r.setting.On(v.env.Now), v.env.Now))
		return append(out, "  "+r.setting.Assigned+t.Quiet.Paint("  as of "+v.env.Pack.Edition().Years))
	}
	names := make([]string, 0, len(r.officer.Settings))
	for _, s := range r.officer.Settings {
		names = append(names, s.Name)
	}
	out = append(out, "  "+t.Strong.Paint(r.title))
	return append(out, kit.Fit("  "+strings.Join(names, "; "), v.w, sg))
}

// todaySentence says whether anyone is assigned on a day.
func todaySentence(c model.Coverage, day time.Time) string {
	switch {
	case c == model.CoveredYes:
		return "assigned today"
	case c == model.CoveredWhenRequired:
		return "attends when required: ask"
	case day.Weekday() == time.Saturday || day.Weekday() == time.Sunday:
		return "nobody assigned at a weekend"
	}
	return "nobody assigned today"
}

// Cursor stands in the find line while it has the keys.
func (v *View) Cursor() *tea.Cursor { return v.find.Cursor(2, 0) }
