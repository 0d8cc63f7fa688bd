package app

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
	"isspp/ui/document"
)

// blank hides what is on the screen at once, for the visitor at the desk. What
// was being typed stays as it is below it. It is not a lock: the notes stay open
// and the time until they lock goes on.
type blank struct {
	component.Base
	m *Model
}

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

// Hide blanks the screen until the person shows it again, unless something lies
// over everything already.
func (m *Model) Hide() {
	if len(m.covers) == 0 {
		m.Cover(&blank{m: m})
	}
}

// coverKey takes the keys that work wherever the person is, mid-sentence or not:
// hiding the screen, locking and suspending.
func (m *Model) coverKey(key string) (tea.Cmd, bool) {
	switch key {
	case "ctrl+b":
		if _, ok := m.top().(*blank); ok {
			m.Uncover()
		} else {
			m.Hide()
		}
		return nil, true
	case "ctrl+l", "ctrl+z":
		if a, ok := component.Find(m.host.Actions(), key); ok {
			return a.Run(), true
		}
	}
	return nil, false
}

// passive tells a key that only shows that somebody is there, not that the person
// goes on: those pressed while the screen is hidden.
func (m *Model) passive(key string) bool {
	_, hidden := m.top().(*blank)
	return hidden && key != "enter" && key != "esc" && key != "ctrl+b"
}

// View says that the screen is hidden, and nothing of what is.
func (b *blank) View() []string {
	t := b.m.env.Theme
	p := document.NewPage(min(b.W-4, 70), t, b.m.env.Signs)
	p.Text(t.Strong, "Hidden. Enter shows the screen again.")
	if b.locks() {
		p.Gap()
		p.Text(t.Quiet, "The notes are still open, and lock by themselves as they always do. ctrl+l locks them now.")
	}
	return append([]string{""}, component.Inset(p.Painted())...)
}

// locks reports whether there are open notes.
func (b *blank) locks() bool {
	_, ok := component.Find(b.m.host.Actions(), "ctrl+l")
	return ok
}

// Update shows the screen again on Enter, Esc or the key that hid it. Whatever else
// is pressed goes nowhere, so that a hand on the keyboard shows nothing.
func (b *blank) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && (k.String() == "enter" || k.String() == "esc") {
		b.m.Uncover()
	}
	return nil
}

// Actions are the keys that work.
func (b *blank) Actions() []component.Action {
	out := []component.Action{component.Hint("enter", "show again"), component.Hint("!", "emergency")}
	if b.locks() {
		out = append(out, component.Hint("ctrl+l", "lock"))
	}
	return out
}
