package directory

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/lookup"
)

// Pane is the list's, or that of what is chosen from in its place.
func (v *View) Pane() component.Pane {
	if v.picker != nil {
		return component.Pane{Title: "Topic"}
	}
	asides := "ages"
	if v.numbered() {
		asides = "ages, number"
	}
	return component.Pane{Title: "Directory", Right: asides, Bottom: v.List.Place()}
}

// Top is how many lines stand above the rows: the find line, and the filters
// where there is room for them or one holds.
func (v *View) Top() int {
	if _, h := v.Inside(); h < 14 && !v.filtered() {
		return 1
	}
	return 2
}

type chip struct {
	action, word string
	on           bool
}

func (v *View) chips() []chip {
	out := []chip{
		{"directory.age", "age any", false},
		{"directory.topic", "topic any", false},
		{"directory.openNow", "open any", v.openOnly},
	}
	if age, ok := v.ageAsked(); ok {
		out[0].word, out[0].on = fmt.Sprintf("age %d", age), true
	}
	if v.topic != "" {
		out[1].word, out[1].on = v.topic, true
	}
	if v.openOnly {
		out[2].word = "open now"
	}
	return out
}

func (v *View) drawChips(w int) string {
	t := v.Env.Theme
	var parts []string
	for _, c := range v.chips() {
		st := t.ChipOff
		if c.on {
			st = t.ChipOn
		}
		parts = append(parts, st.Render(" "+c.word+" "))
	}
	line := strings.Join(parts, " ")
	if v.filtered() {
		line += t.Quiet.Render("  Esc shows all")
	}
	return component.Fit(line, w, v.Env.Signs)
}

func (v *View) chipAt(x int) string {
	for _, c := range v.chips() {
		n := component.Width(c.word) + 2
		if x >= 0 && x < n {
			return c.action
		}
		x -= n + 1
	}
	return ""
}

func (v *View) typed() *component.Field {
	if v.age.Focused() {
		return v.age
	}
	return v.Find
}

// Lines are the filters and the rows.
func (v *View) Lines() []string {
	t, sg := v.Env.Theme, v.Env.Signs
	w, h := v.Inside()
	if v.picker != nil {
		v.picker.SetSize(w, h)
		return v.picker.View()
	}
	out := []string{component.Fit(v.typed().Draw(t), w, sg)}
	if v.Top() > 1 {
		out = append(out, v.drawChips(w))
	}
	if len(v.rows) == 0 {
		return append(out, v.nothing(w)...)
	}
	return append(out, component.TallRows(&v.List, w, t, sg, v.drawRow)...)
}

func (v *View) drawRow(i int, selected bool) []string {
	t, sg := v.Env.Theme, v.Env.Signs
	w, _ := v.Inside()
	r := v.rows[i]
	if r.heading {
		return []string{t.Group.Render(strings.ToUpper(r.title))}
	}
	lines := v.titleLines(r)
	for i, title := range lines {
		if selected {
			title = t.Selected.Render(title)
		}
		lines[i] = " " + title
	}
	if r.local != nil {
		lines[0] += " " + t.Local.Render(component.LocalLabel)
	}
	aside := v.right(r)
	if r.own != nil && !r.own.Set {
		aside = t.Alert.Render(aside)
	}
	lines[0] = component.Spread(lines[0], aside+" ", w-2, sg)
	return lines
}

func (v *View) titleLines(r row) []string {
	w, _ := v.Inside()
	if r.heading {
		return []string{r.title}
	}
	room := w - 4 - component.Width(v.right(r)) - 1
	if r.local != nil {
		room -= component.Width(component.LocalLabel) + 1
	}
	return component.WrapBeside(r.title, room, w-4)
}

// right is what stands at the right of a row: the ages, and with room the number, each
// in a column of its own.
func (v *View) right(r row) string {
	if r.service == nil || r.alone || !v.numbered() {
		return r.aside
	}
	const width = len("020 7946 0000")
	return r.aside + component.Spaces(2+width-component.Width(r.phone)) + r.phone
}

// numbered reports whether a service's row has its number beside its ages.
func (v *View) numbered() bool { w, _ := v.Inside(); return w >= 48 }

// nothing is the honest answer where no entry is let through.
func (v *View) nothing(w int) []string {
	p := document.NewPage(w, v.Env.Theme, v.Env.Signs)
	p.Gap()
	p.Text(v.Env.Theme.Strong, "Nothing in the directory fits.")
	p.Text(v.Env.Theme.Plain, strings.TrimSpace("Esc shows all. "+v.askInstead()))
	if v.openOnly {
		p.Gap()
		p.Text(v.Env.Theme.Plain, v.hoursPrinted())
	}
	return p.Painted()
}

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
		if s.EndedBy(v.Env.Now) {
			continue
		}
		if live++; len(s.Hours) > 0 {
			with++
		}
	}
	return fmt.Sprintf("The protocol prints opening hours for %d of its %d services. The others may be open all the "+
		"same.", with, live)
}

// Preview is what a narrow screen shows of the selected row below the list.
func (v *View) Preview() []string {
	if v.picker != nil {
		return nil
	}
	out := []string{v.Rule()}
	r, ok := v.selected()
	if !ok {
		return append(out, "", "", "")
	}
	t, sg := v.Env.Theme, v.Env.Signs
	w, _ := v.Inside()
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
		line = t.Alert.Render(lookup.NotSet) + " " + sg.Dot + " " + v.Env.LocalHow("") + " adds it"
	case r.own != nil:
		line = t.Local.Render(component.LocalLabel + " " + r.local.Answer())
	case r.local != nil:
		line = t.Local.Render(component.LocalLabel+" "+r.local.Answer()) + " " + sg.Dot + " printed: " + line
	}
	out = append(out, component.Fit(t.Selected.Render(r.title), w, sg), component.Fit(t.Strong.Render(line), w, sg))
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
	return append(out, component.Fit("  "+about, w, sg))
}

// Cursor stands in the field that is being typed into.
func (v *View) Cursor() *tea.Cursor {
	if v.Reading || v.picker != nil {
		return nil
	}
	return v.typed().Cursor(component.PaneLeft(v.H), component.PaneTop)
}
