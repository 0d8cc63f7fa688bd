package app

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
	"isspp/ui/document"
)

// Cover lays something over everything, whatever else lies on the body, until
// Uncover. What was said of what lies below goes.
func (m *Model) Cover(d component.Dialog) {
	m.covers = []component.Dialog{d}
	m.setNotice(component.Noticed{})
	m.fit(d)
}

// Uncover takes away all that lies over everything.
func (m *Model) Uncover() {
	if m.covers != nil {
		m.covers = nil
		m.layout()
	}
}

// Hide blanks the screen at once, for the visitor at the desk, until the person
// shows it again, unless something lies over everything already. What was being
// typed stays as it is below. It is not a lock: the notes stay open and the time
// until they lock goes on. What else is pressed goes nowhere, so that a hand on the
// keyboard shows nothing.
func (m *Model) Hide() {
	if len(m.covers) > 0 {
		return
	}
	_, locks := component.Find(m.host.Actions(), "ctrl+l") // there are open notes
	b := &component.Reader{}
	b.Lay = func() []string {
		t := m.env.Theme
		p := document.NewPage(min(b.W-4, 70), t, m.env.Signs)
		p.Text(t.Strong, "Hidden. Enter shows the screen again.")
		if locks {
			p.Gap()
			p.Text(t.Quiet, "The notes are still open, and lock by themselves as they always do. ctrl+l locks them "+
				"now.")
		}
		return append([]string{""}, component.Inset(p.Painted())...)
	}
	b.Own = func() []component.Action {
		out := []component.Action{
			component.Act("", "show again", "", component.Do(m.Uncover), "enter", "esc"),
			component.Hint("!", "emergency"),
		}
		if locks {
			out = append(out, component.Hint("ctrl+l", "lock"))
		}
		return out
	}
	m.blank = b
	m.Cover(b)
}

func (m *Model) hidden() bool { return m.blank != nil && m.top() == component.Dialog(m.blank) }

// coverKey takes the keys that work wherever the person is, mid-sentence or not:
// hiding the screen, locking and suspending.
func (m *Model) coverKey(key string) (tea.Cmd, bool) {
	switch {
	case key == "ctrl+b" && m.hidden():
		m.Uncover()
		return nil, true
	case key == "ctrl+b":
		m.Hide()
		return nil, true
	case key == "ctrl+l", key == "ctrl+z":
		if a, ok := component.Find(m.host.Actions(), key); ok {
			return a.Run(), true
		}
	}
	return nil, false
}

// passive tells a key that only shows that somebody is there, not that the person
// goes on: those pressed while the screen is hidden.
func (m *Model) passive(key string) bool {
	return m.hidden() && key != "enter" && key != "esc" && key != "ctrl+b"
}
