package session

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// Resize lays the screen out.
func (s *settings) Resize(w, h int) {
	s.w, s.h = w, h
	s.form.Resize(w, max(h-len(s.head()), 3))
}

// Redraw does nothing: the form is written anew with each frame.
func (s *settings) Redraw() {}

// head stands above the form.
func (s *settings) head() []string {
	t := s.env.Theme
	return []string{"  " + t.Heading.Render("Settings") + t.Quiet.Render("  ctrl+s saves"), ""}
}

// Draw returns the head and the form.
func (s *settings) Draw() []string {
	return append(s.head(), s.form.Draw(s.env.Theme, s.env.Signs)...)
}

// Key fills the form in, saves, or leaves everything as it was.
func (s *settings) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	if s.saving {
		return false, nil
	}
	switch key := k.String(); {
	case key == "esc", key == "ctrl+c":
		return true, nil
	case key == "ctrl+s", key == "enter" && s.form.At() == s.form.Len()-1:
		return false, s.save()
	}
	if changed, _ := s.form.Key(k); changed {
		s.problem = ""
	}
	return false, nil
}

// Message says why the settings could not be saved.
func (s *settings) Message(msg tea.Msg) {
	if m, ok := msg.(settingsSavedMsg); ok && m.err != nil {
		s.saving = false
		s.at, s.problem = s.form.At(), kit.Capital(model.CleanLine(m.err.Error()))+"."
	}
}

// Click goes to a line.
func (s *settings) Click(_, y int) (bool, tea.Cmd) {
	s.form.Click(y - len(s.head()))
	return false, nil
}

// Wheel moves among the lines.
func (s *settings) Wheel(n int) { s.form.Focus(s.form.At() + n/3) }

// Paste puts a text into the line.
func (s *settings) Paste(text string) {
	if !s.saving {
		s.form.Paste(text)
		s.problem = ""
	}
}

// Typing tells that letters are text.
func (s *settings) Typing() bool { return true }

// Cursor stands in the line.
func (s *settings) Cursor() *tea.Cursor { return s.form.Cursor(0, len(s.head())) }

// Hints are the form's keys.
func (s *settings) Hints() []kit.Action { return kit.FormHints("save", "leave as it was") }
