package session

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

// SetSize lays the screen out.
func (s *settings) SetSize(w, h int) {
	s.Base.SetSize(w, h)
	s.form.Resize(w, max(h-len(s.head()), 3))
}

// head stands above the form.
func (s *settings) head() []string {
	t := s.env.Theme
	return []string{"  " + t.Heading.Render("Settings") + t.Quiet.Render("  ctrl+s saves"), ""}
}

// View returns the head and the form.
func (s *settings) View() []string {
	return append(s.head(), s.form.Draw(s.env.Theme, s.env.Signs)...)
}

// Update fills the form in, saves, or leaves everything as it was.
func (s *settings) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case settingsSavedMsg:
		if msg.err != nil {
			s.saving = false
			s.at, s.problem = s.form.At(), component.Capital(model.CleanLine(msg.err.Error()))+"."
		}
	case tea.MouseClickMsg:
		s.form.Click(msg.Y - len(s.head()))
	case tea.MouseWheelMsg:
		s.form.Focus(s.form.At() + component.Wheel(msg)/3)
	case tea.PasteMsg:
		if !s.saving {
			s.form.Paste(msg.Content)
			s.problem = ""
		}
	case tea.KeyPressMsg:
		if !s.saving {
			return s.key(msg)
		}
	}
	return nil
}

func (s *settings) key(k tea.KeyPressMsg) tea.Cmd {
	switch key := k.String(); {
	case key == "esc", key == "ctrl+c":
		s.Close()
		return nil
	case key == "ctrl+s", key == "enter" && s.form.At() == s.form.Len()-1:
		return s.save()
	}
	if changed, _ := s.form.Key(k); changed {
		s.problem = ""
	}
	return nil
}

// Look tells that letters are text.
func (s *settings) Look() component.Look { return component.Look{Typing: true} }

// Cursor stands in the line.
func (s *settings) Cursor() *tea.Cursor { return s.form.Cursor(0, len(s.head())) }

// Actions are the form's keys.
func (s *settings) Actions() []component.Action {
	return component.FormHints("save", "leave as it was")
}
