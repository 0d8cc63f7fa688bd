package component

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
)

// FormDialog is a form with words above it, which is saved or left. Enter goes to
// the next answer and after the last one saves, ctrl+s saves, Esc leaves.
type FormDialog struct {
	Base
	Env  *Env
	Form *Form
	// Picker is what is chosen from first, or nil: the form waits for it.
	Picker *Picker
	// Title is painted, and stands above the form. Below it stands Doing while it is Busy,
	// or else what was Said, or what it is About. Above are all the words there instead.
	Title, About func() string
	Said, Doing  string
	Above        func() []string
	// Indent is how far the form stands in; without, an empty line parts it from Title.
	Indent int
	// Save writes what was filled in, and Leave leaves it, or closes where it is nil.
	Save, Leave func() tea.Cmd
	// Final is what Enter says after the last answer where saving can't be taken back:
	// then ctrl+s alone does that.
	Final string
	// Changed follows a change of an answer, and Moved that the keys went on from one.
	// Moved may be nil.
	Changed func(i int) tea.Cmd
	Moved   func(from int)
	// Busy tells that it is being written: nothing is taken meanwhile.
	Busy bool
	// SaveWord and LeaveWord name the keys in the footer.
	SaveWord, LeaveWord string
}

func (d *FormDialog) above() []string {
	if d.Above != nil {
		return d.Above()
	}
	t, w := d.Env.Theme, max(min(d.W-4, 96), 20)
	out := WrapText(d.Title(), w)
	switch {
	case d.Busy:
		out = append(out, Paragraph(t.Quiet, "", d.Doing, w)...)
	case d.Said != "":
		out = append(out, Paragraph(t.Alert, "", model.Clean(d.Said), w)...)
	default:
		out = append(out, Paragraph(t.Quiet, "", model.Clean(d.About()), w)...)
	}
	if d.Indent == 0 {
		out = append(out, "")
	}
	return out
}

// Choose has one of some rows chosen first, before there is a form.
func (d *FormDialog) Choose(title string, rows []string, do func(i int) tea.Cmd) {
	d.Picker = OneOf(d.Env, title, rows, do)
	d.Picker.Stays, d.Picker.Left = true, d.Close
}

// SetSize lays the form out.
func (d *FormDialog) SetSize(w, h int) {
	d.Base.SetSize(w, h)
	if d.Picker != nil {
		return
	}
	d.Form.Resize(w-d.Indent, max(h-len(d.above()), 1))
}

// View returns the words and the form.
func (d *FormDialog) View() []string {
	if d.Picker != nil {
		d.Picker.SetSize(d.W, d.H)
		return d.Picker.View()
	}
	above := d.above()
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
	if d.Busy || d.Picker != nil {
		return nil
	}
	return d.Form.Cursor(d.Indent, len(d.above()))
}

// Look tells that letters are text, and whether it is being written.
func (d *FormDialog) Look() Look { return Look{Typing: d.Picker == nil, Working: d.Busy} }

// Actions are the form's keys.
func (d *FormDialog) Actions() []Action {
	if d.Picker != nil {
		return []Action{Hint("enter", "choose"), Hint("esc", "back")}
	}
	return FormHints(d.SaveWord, d.LeaveWord)
}

// InView are the form's keys where it is no dialog but a part of a view; sentences tells
// that one has been begun.
func (d *FormDialog) InView(sentences bool) []Action {
	return append([]Action{Typing(sentences, "enter", "up", "down", "pgup", "pgdown", "ctrl+home", "ctrl+end")},
		d.Actions()...)
}

// Update fills the form in, saves, or leaves.
func (d *FormDialog) Update(msg tea.Msg) tea.Cmd {
	switch {
	case d.Busy:
		return nil
	case d.Picker != nil:
		return d.Picker.Update(msg)
	}
	at, changed := d.Form.At(), false
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch key, last := msg.String(), at == d.Form.Len()-1; {
		case (key == "esc" || key == "ctrl+c") && d.Leave != nil:
			return d.Leave()
		case key == "esc" || key == "ctrl+c":
			d.Close()
			return nil
		case key == "enter" && last && d.Final != "":
			return Say(d.Final)
		case key == "ctrl+s", key == "enter" && last:
			return d.Save()
		}
		changed, _ = d.Form.Key(msg)
	case tea.PasteMsg:
		d.Form.Paste(msg.Content)
		changed = true
	case tea.MouseWheelMsg:
		d.Form.Focus(at + Wheel(msg)/3)
	case tea.MouseClickMsg:
		if y := msg.Y - len(d.above()); y >= 0 {
			d.Form.Click(y)
		}
	}
	if d.Moved != nil && d.Form.At() != at {
		d.Moved(at)
	}
	if changed {
		return d.Changed(at)
	}
	return nil
}
