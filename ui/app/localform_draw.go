package app

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
)

// localLabelWidth is the column of the fields' names.
const localLabelWidth = 12

// Resize lays the form out.
func (f *localForm) Resize(w, h int) {
	if f.under != nil {
		f.under.Resize(w, h)
	}
	f.w, f.h = w, h
	for _, l := range f.lines {
		l.field.SetWidth(max(w-localLabelWidth-5, 8))
	}
	f.Redraw()
}

// Redraw lays out the title, what was said, and each field with what is wrong
// in it below.
func (f *localForm) Redraw() {
	if f.chooser != nil {
		return
	}
	t, sg := f.m.env.Theme, f.m.env.Signs
	p := document.NewPage(max(f.w-4, 20), t, sg)
	p.Raw(t.Local.Render(kit.LocalLabel)+"  "+t.Heading.Render(f.title()), "")
	if f.said != "" {
		p.Text(t.Alert, f.said)
	} else if note := f.about(); note != "" {
		p.Text(t.Quiet, note)
	}
	f.rows = f.rows[:0]
	for i, l := range f.lines {
		f.rows = append(f.rows, len(p.Lines))
		label := kit.Fit(l.name, localLabelWidth, sg)
		if i == f.at {
			label = t.Selected.Render(label)
		}
		p.Raw(kit.Mark(i == f.at, t, sg)+label+l.field.Draw(t), "")
		if l.wrong != "" {
			p.Hang(t.Alert, kit.Spaces(2+localLabelWidth), l.wrong)
		}
	}
	f.drawn = p.Painted()
	f.scroll.Set(len(f.drawn), f.h)
	f.show()
}

// show keeps the field at hand and what is said below it in view; the first one
// with the title above it.
func (f *localForm) show() {
	if len(f.rows) == 0 {
		return
	}
	from, to := f.rows[f.at], len(f.drawn)-1
	if f.at == 0 {
		from = 0
	}
	if f.at+1 < len(f.rows) {
		to = f.rows[f.at+1] - 1
	}
	if to >= f.scroll.Top+f.scroll.Height {
		f.scroll.By(to - f.scroll.Top - f.scroll.Height + 1)
	}
	if from < f.scroll.Top {
		f.scroll.By(from - f.scroll.Top)
	}
}

// title names what the entry is about.
func (f *localForm) title() string {
	name := f.entry.Name
	if name == "" {
		name = "A school that the rota doesn't list"
		if f.entry.Kind == model.LocalTerm {
			name = "Term dates"
		}
	}
	return model.CleanLine(name)
}

// about says what the entry is for and when it was last checked.
func (f *localForm) about() string {
	e, said := f.entry, "Who covers it now. The protocol's line stays beside it."
	switch {
	case f.saving:
		return "Saving."
	case e.Line > 0:
		return "Until now: " + f.m.env.Local.CheckedWords(e, f.m.env.Now) + ". Clear every field to remove it."
	case e.Kind == model.LocalContact:
		for _, slot := range model.LocalSlots() {
			if slot.Name() == e.Name {
				said = kit.Capital(slot.Meaning()) + ". The protocol prints none."
			}
		}
	case e.Kind == model.LocalService:
		said = "What has changed: a new number, or closed. What is printed stays beside it."
	case e.Kind == model.LocalTerm:
		said = "The first and last day of a term, or half of one: answers about a day outside all of them say so."
	case len(f.before) > 0:
		said = "From its first day on this officer is shown; whoever had the same days ends the day before."
	case e.Kind == model.LocalSchool:
		said = "Its named officer, where the rota doesn't list the school."
	}
	return said
}

// Draw returns the lines in view.
func (f *localForm) Draw() []string {
	if f.chooser != nil {
		return f.chooser.Draw(f.w, f.h, f.m.env.Theme, f.m.env.Signs)
	}
	from, to := f.scroll.Visible()
	out := make([]string, 0, to-from)
	for _, l := range f.drawn[from:to] {
		out = append(out, kit.Fit("  "+l, f.w, f.m.env.Signs))
	}
	return out
}

// Key goes from field to field, types, saves or leaves.
func (f *localForm) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	if f.chooser != nil {
		return f.chooserKey(k)
	}
	if f.saving {
		return false, nil
	}
	key := k.String()
	if key != "esc" && key != "ctrl+c" {
		f.leaving = false
	}
	switch key {
	case "esc", "ctrl+c":
		return f.leave(), nil
	case "ctrl+s":
		return false, f.save()
	case "enter":
		if f.at == len(f.lines)-1 {
			return false, f.save()
		}
		f.goTo(f.at + 1)
	case "down", "tab":
		f.goTo(f.at + 1)
	case "up", "shift+tab":
		f.goTo(f.at - 1)
	default:
		if f.lines[f.at].field.Type(k) {
			f.lines[f.at].wrong = ""
		}
		f.Redraw()
	}
	return false, nil
}

func (f *localForm) chooserKey(k tea.KeyPressMsg) (bool, tea.Cmd) {
	c := f.chooser
	left := false
	a, ok := kit.Find(c.Actions("local.choice", func() {}, func() { left = true }), k.String())
	if !ok {
		return false, nil
	}
	cmd := a.Run()
	// Choosing has opened the fields, or another choice; leaving has not.
	return left && f.chooser == c, cmd
}

// leave tells whether the form closes: with something unsaved, Esc says so first.
func (f *localForm) leave() bool {
	if !f.changed() || f.leaving {
		return true
	}
	f.leaving = true
	f.said = "What you typed is not saved. ctrl+s saves it; Esc again leaves it."
	f.Redraw()
	return false
}

func (f *localForm) goTo(i int) {
	f.lines[f.at].field.Blur()
	f.at = min(max(i, 0), len(f.lines)-1)
	f.lines[f.at].field.Focus()
	f.Redraw()
}

// Click goes to a field, or chooses a row.
func (f *localForm) Click(_, y int) (bool, tea.Cmd) {
	if f.chooser != nil {
		if i := f.chooser.Row(y); i >= 0 {
			f.chooser.Select(i)
			return false, f.chooser.Choose()
		}
		return false, nil
	}
	for i, row := range f.rows {
		if row == y+f.scroll.Top {
			f.goTo(i)
		}
	}
	return false, nil
}

// Wheel goes from field to field.
func (f *localForm) Wheel(n int) {
	if f.chooser != nil {
		f.chooser.Move(n)
		return
	}
	f.goTo(f.at + n)
}

// Paste puts a text into the field, as one line.
func (f *localForm) Paste(text string) {
	if f.chooser == nil && !f.saving {
		f.lines[f.at].field.Paste(text)
		f.Redraw()
	}
}

// Typing tells that letters are text.
func (f *localForm) Typing() bool { return f.chooser == nil }

// Cursor stands in the field.
func (f *localForm) Cursor() *tea.Cursor {
	if f.chooser != nil || f.saving {
		return nil
	}
	return f.lines[f.at].field.Cursor(2+2+localLabelWidth, f.rows[f.at]-f.scroll.Top)
}

// Hints are the form's keys.
func (f *localForm) Hints() []kit.Action {
	if f.chooser != nil {
		return []kit.Action{kit.Hint("enter", "choose"), kit.Hint("esc", "back")}
	}
	return []kit.Action{kit.Hint("ctrl+s", "save"), kit.Hint("enter", "next"), kit.Hint("esc", "back")}
}

// Under is what the form lies on: the emergency panel, or nothing.
func (f *localForm) Under() Overlay { return f.under }

// Saving reports whether the entry is being written.
func (f *localForm) Saving() bool { return f.saving }
