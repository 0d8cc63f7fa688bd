package app

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// above is the title, and below it what was said or what the entry is for.
func (f *localForm) above() []string {
	t := f.m.env.Theme
	p := document.NewPage(max(f.W-4, 20), t, f.m.env.Signs)
	p.Raw(t.Local.Render(component.LocalLabel)+"  "+t.Heading.Render(f.title()), "")
	if f.said != "" {
		p.Text(t.Alert, f.said)
	} else if note := f.about(); note != "" {
		p.Text(t.Quiet, note)
	}
	return p.Painted()
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
	case f.Busy:
		return "Saving."
	case e.Line > 0:
		return "Until now: " + f.m.env.Local.CheckedWords(e, f.m.env.Now) + ". Clear every field to remove it."
	case e.Kind == model.LocalContact:
		for _, slot := range model.LocalSlots() {
			if slot.Name() == e.Name {
				said = component.Capital(slot.Meaning()) + ". The protocol prints none."
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

// Update takes why the file couldn't be written, and fills the form in.
func (f *localForm) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case localFailedMsg:
		f.Busy = false
		f.said = component.Capital(msg.err.Error()) + "."
		return nil
	case tea.KeyPressMsg:
		f.leaving = f.leaving && (msg.String() == "esc" || msg.String() == "ctrl+c")
	}
	return f.FormDialog.Update(msg)
}

// changed takes back what was said of an answer.
func (f *localForm) changed(i int) tea.Cmd {
	f.Form.Wrong(i, "")
	return nil
}

// leave closes the form: with something unsaved, Esc says so first.
func (f *localForm) leave() tea.Cmd {
	if !f.unsaved() || f.leaving {
		f.Close()
		return nil
	}
	f.leaving = true
	f.said = "What you typed is not saved. ctrl+s saves it; Esc again leaves it."
	return nil
}

// Saved closes the form whose entry is on the disk.
func (f *localForm) Saved() {
	if f.Busy {
		f.Close()
	}
}
