package component

import tea "charm.land/bubbletea/v2"

// FormDialog is a form with words above it, which is saved or left. Enter goes to
// the next answer and after the last one saves, ctrl+s saves, Esc leaves.
type FormDialog struct {
	Base
	Env  *Env
	Form *Form
	// Chooser is what is chosen from first, or nil: the form waits for it.
	Chooser *Chooser
	// Above are the words above the form.
	Above func() []string
	// Indent is how far the form stands in.
	Indent int
	// Save writes what was filled in, and Leave leaves it, or closes where it is nil.
	Save  func() tea.Cmd
	Leave func()
	// Changed follows a change of an answer.
	Changed func(i int)
	// Busy tells that it is being written: nothing is taken meanwhile.
	Busy bool
	// SaveWord and LeaveWord name the keys in the footer.
	SaveWord, LeaveWord string
}

// SetSize lays the form out.
func (d *FormDialog) SetSize(w, h int) {
	d.Base.SetSize(w, h)
	if d.Chooser != nil {
		return
	}
	d.Form.Resize(w-d.Indent, max(h-len(d.Above()), 1))
}

// View returns the words and the form.
func (d *FormDialog) View() []string {
	if d.Chooser != nil {
		return d.Chooser.Draw(d.W, d.H, d.Env.Theme, d.Env.Signs)
	}
	above := d.Above()
	d.Form.Resize(d.W-d.Indent, max(d.H-len(above), 1))
	out := make([]string, 0, d.H)
	for _, l := range above {
		out = append(out, Fit("  "+l, d.W, d.Env.Signs))
	}
	for _, l := range d.Form.Draw(d.Env.Theme, d.Env.Signs) {
		out = append(out, Spaces(d.Indent)+l)
	}
	return out
}

// Cursor stands in the answer.
func (d *FormDialog) Cursor() *tea.Cursor {
	if d.Busy || d.Chooser != nil {
		return nil
	}
	return d.Form.Cursor(d.Indent, len(d.Above()))
}

// Look tells that letters are text, and whether it is being written.
func (d *FormDialog) Look() Look { return Look{Typing: d.Chooser == nil, Working: d.Busy} }

// Actions are the form's keys.
func (d *FormDialog) Actions() []Action {
	if d.Chooser != nil {
		return []Action{Hint("enter", "choose"), Hint("esc", "back")}
	}
	return FormHints(d.SaveWord, d.LeaveWord)
}

// Update fills the form in, saves, or leaves.
func (d *FormDialog) Update(msg tea.Msg) tea.Cmd {
	switch {
	case d.Busy:
		return nil
	case d.Chooser != nil:
		return d.Chooser.Update(msg, d.Close)
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return d.key(msg)
	case tea.PasteMsg:
		d.Form.Paste(msg.Content)
		d.Changed(d.Form.At())
	case tea.MouseWheelMsg:
		d.Form.Focus(d.Form.At() + Wheel(msg)/3)
	case tea.MouseClickMsg:
		if y := msg.Y - len(d.Above()); y >= 0 {
			d.Form.Click(y)
		}
	}
	return nil
}

func (d *FormDialog) key(k tea.KeyPressMsg) tea.Cmd {
	switch key := k.String(); {
	case (key == "esc" || key == "ctrl+c") && d.Leave != nil:
		d.Leave()
		return nil
	case key == "esc" || key == "ctrl+c":
		d.Close()
		return nil
	case key == "ctrl+s", key == "enter" && d.Form.At() == d.Form.Len()-1:
		return d.Save()
	}
	at := d.Form.At()
	if changed, _ := d.Form.Key(k); changed {
		d.Changed(at)
	}
	return nil
}
