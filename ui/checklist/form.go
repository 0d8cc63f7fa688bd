package checklist

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// question is one line of the form.
type question struct {
	label string
	hint  string
	field *kit.Field
	value func(w *model.Walkthrough) *string
}

// form asks who, where and when. Every line may be left and filled in later.
type form struct {
	v     *View
	lines []question
	at    int
	w, h  int
	// from is where Esc goes back to: the walk that asked for the form, or nil.
	from *walk
}

func newForm(v *View) *form {
	f := &form{v: v, lines: []question{
		{label: "Reference", hint: "the school's own record reference, or initials", value: func(w *model.Walkthrough) *string { return &w.Ref }},
		{label: "Setting", hint: "a few letters find it", value: func(w *model.Walkthrough) *string { return &w.Setting }},
		{label: "Year group", hint: "such as 9", value: func(w *model.Walkthrough) *string { return &w.YearGroup }},
		{label: "When it happened", hint: "apart from now, when you record it", value: func(w *model.Walkthrough) *string { return &w.EventTime }},
		{label: "Raised by", hint: "a role or initials", value: func(w *model.Walkthrough) *string { return &w.RaisedBy }},
	}}
	if v.env.School != "" {
		f.lines[1].hint = v.env.School + ", unless you type another"
	}
	for i := range f.lines {
		f.lines[i].field = kit.NewField("", f.lines[i].hint)
		f.lines[i].field.Set(*f.lines[i].value(v.live))
	}
	f.lines[0].field.Focus()
	return f
}

func (f *form) resize(w, h int) {
	f.w, f.h = w, h
	for i := range f.lines {
		f.lines[i].field.SetWidth(w - labelWidth - 4)
	}
}

func (f *form) redraw() {}

const labelWidth = 18

func (f *form) draw() []string {
	t, sg := f.v.env.Theme, f.v.env.Signs
	out := []string{"  " + t.Heading.Paint("Who, where, when") + t.Quiet.Paint("  each line can wait")}
	for i, q := range f.lines {
		mark := "  "
		label := q.label
		if i == f.at {
			mark = t.Accent.Paint(sg.Bar) + " "
			label = t.Selected.Paint(label)
		}
		out = append(out, kit.Fit(mark+kit.Fit(label, labelWidth, sg)+q.field.Draw(t), f.w, sg))
	}
	out = append(out, "")
	for _, l := range f.remarks() {
		out = append(out, "  "+l)
	}
	return out
}

// remarks stand below the form: a gentle warning, or what the setting matches.
func (f *form) remarks() []string {
	t := f.v.env.Theme
	p := kit.NewPage(f.w-4, t, f.v.env.Signs)
	switch f.at {
	case 0:
		if warning := model.ReferenceWarning(f.lines[0].field.Value()); warning != "" {
			p.Text(t.Note, warning)
		}
	case 1:
		f.settings(p)
	}
	return p.Painted()
}

// settings lists the settings that the typed letters fit: all of them, since a
// school is never guessed.
func (f *form) settings(p *kit.Page) {
	t := f.v.env.Theme
	typed := strings.TrimSpace(f.lines[1].field.Value())
	if typed == "" {
		return
	}
	found := f.found()
	switch {
	case len(found) == 0:
		p.Text(t.Quiet, "Not a setting in the rota: it is kept as you write it.")
	case len(found) == 1:
		p.Text(t.Quiet, "In the rota: "+found[0].Name+" ("+found[0].Officer+", "+found[0].Assigned+")")
	default:
		p.Text(t.Quiet, "Several fit; a few letters more decide:")
		for _, s := range found[:min(len(found), 4)] {
			p.Text(t.Plain, "  "+s.Name)
		}
	}
}

func (f *form) found() []model.Setting {
	typed := f.lines[1].field.Value()
	if strings.TrimSpace(typed) == "" {
		return nil
	}
	found, _ := model.Rank(typed, f.v.env.Pack.Rota().Settings, func(s model.Setting) []string { return []string{s.Name} })
	return found
}

func (f *form) actions() []kit.Action { return nil }
func (f *form) typing() bool          { return true }

func (f *form) typingHints() []kit.Action {
	return []kit.Action{
		{Keys: []string{"enter"}, Label: "next line"},
		{Keys: []string{"ctrl+s"}, Label: "to the signs"},
		{Keys: []string{"esc"}, Label: "back"},
	}
}

func (f *form) key(k tea.KeyPressMsg) (tea.Cmd, bool) {
	switch k.String() {
	case "enter", "down", "tab":
		if f.at == len(f.lines)-1 && k.String() == "enter" {
			return f.done(), true
		}
		f.goTo(f.at + 1)
		return nil, true
	case "up", "shift+tab":
		f.goTo(f.at - 1)
		return nil, true
	case "ctrl+s":
		return f.done(), true
	case "esc":
		return f.back(), true
	}
	if !kit.Writes(k) {
		return nil, false
	}
	if !f.lines[f.at].field.Type(k) {
		return nil, true
	}
	f.take()
	return f.v.saveSoon(), true
}

func (f *form) goTo(i int) {
	f.lines[f.at].field.Blur()
	if f.at == 1 {
		if found := f.found(); len(found) == 1 {
			f.lines[1].field.Set(found[0].Name)
		}
	}
	f.at = min(max(i, 0), len(f.lines)-1)
	f.lines[f.at].field.Focus()
}

func (f *form) paste(text string) tea.Cmd {
	f.lines[f.at].field.Paste(strings.Join(strings.Fields(text), " "))
	f.take()
	return f.v.saveSoon()
}

// done takes what stands in the form into the walkthrough and goes on.
func (f *form) done() tea.Cmd {
	f.goTo(f.at)
	f.take()
	if f.from != nil {
		f.v.goTo(f.from)
		return f.v.save()
	}
	f.v.goTo(newWalk(f.v))
	return f.v.save()
}

// take puts what stands in the form into the walkthrough.
func (f *form) take() {
	w := f.v.live
	for _, q := range f.lines {
		*q.value(w) = strings.TrimSpace(q.field.Value())
	}
	if w.Setting == "" {
		w.Setting = f.v.env.School
	}
	w.SettingID = ""
	for _, s := range f.v.env.Pack.Rota().Settings {
		if s.Name == w.Setting {
			w.SettingID = s.ID
		}
	}
}

// back leaves the form and loses nothing: what was typed is kept, and where
// there is nowhere to keep it, the form stays.
func (f *form) back() tea.Cmd {
	if f.from != nil {
		f.take()
		f.v.goTo(f.from)
		return f.v.save()
	}
	f.take()
	switch {
	case !f.v.touched():
		f.v.leave()
		return nil
	case f.v.keep == nil:
		return kit.Say("What you typed is not saved. ctrl+s goes on to the signs, and ctrl+s there keeps it. ctrl+c leaves isspp and asks first.")
	}
	return f.v.leaveSaved()
}

func (f *form) click(_, y int) tea.Cmd {
	if y >= 1 && y <= len(f.lines) {
		f.goTo(y - 1)
	}
	return nil
}

func (f *form) wheel(_, _, n int) { f.goTo(f.at + n/abs(n)) }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return max(n, 1)
}

func (f *form) cursor() *tea.Cursor { return f.lines[f.at].field.Cursor(2+labelWidth, f.at+1) }
