package app

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
)

// localLabelWidth is the column of the fields' names.
const localLabelWidth = 12

// SetSize lays the form out.
func (f *localForm) SetSize(w, h int) {
	f.Base.SetSize(w, h)
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
	p := document.NewPage(max(f.W-4, 20), t, sg)
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
	f.scroll.Set(len(f.drawn), f.H)
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

// View returns the lines in view.
func (f *localForm) View() []string {
	if f.chooser != nil {
		return f.chooser.Draw(f.W, f.H, f.m.env.Theme, f.m.env.Signs)
	}
	from, to := f.scroll.Visible()
	out := make([]string, 0, to-from)
	for _, l := range f.drawn[from:to] {
		out = append(out, kit.Fit("  "+l, f.W, f.m.env.Signs))
	}
	return out
}

// Update goes from field to field, types, saves or leaves.
func (f *localForm) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case kit.RedrawMsg:
		f.Redraw()
	case localFailedMsg:
		f.saving = false
		f.said = kit.Capital(msg.err.Error()) + "."
		f.Redraw()
	case tea.KeyPressMsg:
		if f.chooser != nil {
			return f.chooser.Key(msg.String(), f.Close)
		}
		if !f.saving {
			return f.key(msg)
		}
	case tea.MouseWheelMsg:
		if f.chooser != nil {
			f.chooser.Move(kit.Wheel(msg))
			return nil
		}
		f.goTo(f.at + kit.Wheel(msg))
	case tea.MouseClickMsg:
		if f.chooser != nil {
			return f.chooser.Click(msg.Y)
		}
		if i := slices.Index(f.rows, msg.Y+f.scroll.Top); i >= 0 {
			f.goTo(i)
		}
	case tea.PasteMsg:
		if f.chooser == nil && !f.saving {
			f.lines[f.at].field.Paste(msg.Content)
			f.Redraw()
		}
	}
	return nil
}

func (f *localForm) key(k tea.KeyPressMsg) tea.Cmd {
	key := k.String()
	if key != "esc" && key != "ctrl+c" {
		f.leaving = false
	}
	switch key {
	case "esc", "ctrl+c":
		f.leave()
	case "ctrl+s":
		return f.save()
	case "enter":
		if f.at == len(f.lines)-1 {
			return f.save()
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
	return nil
}

// leave closes the form: with something unsaved, Esc says so first.
func (f *localForm) leave() {
	if !f.changed() || f.leaving {
		f.Close()
		return
	}
	f.leaving = true
	f.said = "What you typed is not saved. ctrl+s saves it; Esc again leaves it."
	f.Redraw()
}

func (f *localForm) goTo(i int) {
	f.lines[f.at].field.Blur()
	f.at = min(max(i, 0), len(f.lines)-1)
	f.lines[f.at].field.Focus()
	f.Redraw()
}

// Cursor stands in the field.
func (f *localForm) Cursor() *tea.Cursor {
	if f.chooser != nil || f.saving {
		return nil
	}
	return f.lines[f.at].field.Cursor(2+2+localLabelWidth, f.rows[f.at]-f.scroll.Top)
}

// Actions are the form's keys.
func (f *localForm) Actions() []kit.Action {
	if f.chooser != nil {
		return []kit.Action{kit.Hint("enter", "choose"), kit.Hint("esc", "back")}
	}
	return []kit.Action{kit.Hint("ctrl+s", "save"), kit.Hint("enter", "next"), kit.Hint("esc", "back")}
}

// Look tells whether letters are text.
func (f *localForm) Look() kit.Look { return kit.Look{Typing: f.chooser == nil} }

// Saved closes the form whose entry is on the disk.
func (f *localForm) Saved() {
	if f.saving {
		f.Close()
	}
}
