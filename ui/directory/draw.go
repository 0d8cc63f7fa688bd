package directory

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
	"isspp/ui/lookup"
)

// Draw returns the body's lines.
func (v *View) Draw() []string {
	if v.kept == nil {
		v.load()
		v.kept = v.draw()
	}
	return v.kept
}

func (v *View) draw() []string {
	t, sg := v.env.Theme, v.env.Signs
	lw, h := v.inside()
	left, list := v.drawList, kit.Pane{Title: "Directory", Right: "ages", Bottom: v.list.Place(), Focus: true}
	if v.chooser != nil {
		left, list = func() []string { return v.chooser.Draw(lw, h, t, sg) }, kit.Pane{Title: "Topic", Focus: true}
	}
	if v.wide() {
		detail := v.drawDetail()
		return kit.Beside(list.Draw(left(), v.listWidth(), v.h, t, sg), v.detailPane().Draw(detail, split.Pane(v.w), v.h, t, sg))
	}
	if v.reading && v.chooser == nil {
		detail, p := v.drawDetail(), v.detailPane()
		p.Focus = true
		return p.Draw(detail, v.w, v.h, t, sg)
	}
	out := left()
	if v.chooser == nil {
		for len(out) < h-previewLines {
			out = append(out, "")
		}
		out = append(out, v.preview()...)
	}
	return list.Draw(out, v.w, v.h, t, sg)
}

// detailPane is named by what is selected.
func (v *View) detailPane() kit.Pane {
	r, ok := v.selected()
	if !ok {
		return kit.Pane{}
	}
	return v.detail.Pane(r.title, v.env.Signs)
}

// top is how many lines stand above the rows: the find line, and the filters
// where there are any.
func (v *View) top() int {
	if v.chips() != "" {
		return 2
	}
	return 1
}

// chips say which filters hold.
func (v *View) chips() string {
	dot := " " + v.env.Signs.Dot + " "
	var parts []string
	if age, ok := v.ageAsked(); ok {
		parts = append(parts, fmt.Sprintf("age %d", age))
	}
	if v.topic != "" {
		parts = append(parts, v.topic)
	}
	if v.openOnly {
		parts = append(parts, "open now")
	}
	return strings.Join(parts, dot)
}

func (v *View) drawList() []string {
	t, sg := v.env.Theme, v.env.Signs
	w, h := v.inside()
	field := v.find
	if v.age.Focused() {
		field = v.age
	}
	out := []string{kit.Fit(field.Draw(t), w, sg)}
	if chips := v.chips(); chips != "" {
		out = append(out, kit.Fit("  "+t.Strong.Render("Only: "+chips)+t.Quiet.Render("  Esc shows all"), w, sg))
	}
	lines := h - len(out)
	if !v.wide() {
		lines -= previewLines
	}
	v.list.SetHeight(lines)
	if v.list.At == 1 && len(v.rows) > 0 && v.rows[0].heading {
		v.list.Top = 0
	}
	if len(v.rows) == 0 {
		return append(out, v.nothing(w)...)
	}
	return append(out, kit.Rows(&v.list, w, t, sg, v.drawRow)...)
}

func (v *View) drawRow(i int, selected bool) string {
	t, sg := v.env.Theme, v.env.Signs
	w, _ := v.inside()
	r := v.rows[i]
	if r.heading {
		return t.Group.Render(strings.ToUpper(r.title))
	}
	mark, room := "", w-4-kit.Width(r.aside)-1
	if r.local != nil {
		mark = " " + t.Local.Render(kit.LocalLabel)
		room -= kit.Width(mark)
	}
	title := shorten(r.title, room, sg)
	if mark != "" {
		title = strings.TrimRight(kit.Fit(title, min(kit.Width(title), room), sg), " ")
	}
	if selected {
		title = t.Selected.Render(title)
	}
	title += mark
	aside := r.aside
	if r.own != nil && !r.own.Set {
		aside = t.Alert.Render(aside)
	}
	return kit.Spread(" "+title, aside+" ", w-2, sg)
}

// shorten cuts a long name before the brackets at its end: "Mentoring programme
// for 11… (Wipers)" says more than the same without the last word.
func shorten(name string, w int, sg kit.Signs) string {
	at := strings.LastIndex(name, " (")
	if kit.Width(name) <= w || at < 0 || !strings.HasSuffix(name, ")") || kit.Width(name[at:]) > w/2 {
		return name
	}
	return strings.TrimRight(kit.Fit(name[:at], w-kit.Width(name[at:]), sg), " ") + name[at:]
}

// nothing is the honest answer where no entry is let through.
func (v *View) nothing(w int) []string {
	p := document.NewPage(w, v.env.Theme, v.env.Signs)
	p.Gap()
	p.Text(v.env.Theme.Strong, "Nothing in the directory fits.")
	p.Text(v.env.Theme.Plain, strings.TrimSpace("Esc shows all. "+v.askInstead()))
	if v.openOnly {
		p.Gap()
		p.Text(v.env.Theme.Plain, v.hoursPrinted())
	}
	return p.Painted()
}

// askInstead names those who know more than the directory prints.
func (v *View) askInstead() string {
	var names []string
	for _, h := range v.dir.Head {
		if h.Ask {
			names = append(names, h.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return strings.Join(names, " or ") + " may know more than is printed here."
}

// hoursPrinted says of how many services nobody can tell whether they are open.
func (v *View) hoursPrinted() string {
	live, with := 0, 0
	for _, s := range v.dir.Services() {
		if s.EndedBy(v.env.Now) {
			continue
		}
		if live++; len(s.Hours) > 0 {
			with++
		}
	}
	return fmt.Sprintf("The protocol prints opening hours for %d of its %d services. The others may be open all the same.", with, live)
}

// preview is what a narrow screen shows of the selected row below the list.
func (v *View) preview() []string {
	t, sg := v.env.Theme, v.env.Signs
	w, _ := v.inside()
	out := []string{t.Faint.Render(strings.Repeat(sg.Rule, w))}
	r, ok := v.selected()
	if !ok {
		return append(out, "", "", "")
	}
	ways := make([]string, 0, 3)
	for _, c := range r.printed() {
		ways = append(ways, model.CleanLine(c.Value))
	}
	line := strings.Join(ways, " "+sg.Dot+" ")
	if line == "" {
		line = "no contact printed"
	}
	switch {
	case r.own != nil && !r.own.Set:
		line = t.Alert.Render(lookup.NotSet) + " " + sg.Dot + " " + v.env.LocalHow("") + " adds it"
	case r.own != nil:
		line = t.Local.Render(kit.LocalLabel + " " + r.local.Answer())
	case r.local != nil:
		line = t.Local.Render(kit.LocalLabel+" "+r.local.Answer()) + " " + sg.Dot + " printed: " + line
	}
	out = append(out, kit.Fit(t.Selected.Render(r.title), w, sg), kit.Fit(t.Strong.Render(line), w, sg))
	about := ""
	if r.own != nil {
		about = r.own.Slot.Meaning()
	}
	if m := r.service; m != nil {
		about = fmt.Sprintf("tier %d %s ages %s %s open now: %s", m.Tier, sg.Dot, m.Ages.InFull(), sg.Dot, m.Open)
		if m.Over {
			about = fmt.Sprintf("tier %d %s ended: %s", m.Tier, sg.Dot, m.EndedWords())
		}
	}
	return append(out, kit.Fit("  "+about, v.w, sg))
}

// Cursor stands in the field that is being typed into.
func (v *View) Cursor() *tea.Cursor {
	if v.reading || v.chooser != nil {
		return nil
	}
	if v.age.Focused() {
		return v.age.Cursor(kit.PaneLeft(v.h), kit.PaneTop)
	}
	return v.find.Cursor(kit.PaneLeft(v.h), kit.PaneTop)
}
