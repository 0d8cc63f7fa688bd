package app

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/document"
	"isspp/ui/kit"
)

// blank hides what is on the screen at once, for the visitor at the desk. What
// was being typed stays as it is below it. It is not a lock: the notes stay open
// and the time until they lock goes on.
type blank struct {
	m    *Model
	w, h int
}

// Cover lays something over everything, whatever else lies on the body, until
// Uncover. What was said of what lies below goes.
func (m *Model) Cover(o Overlay) {
	m.cover = o
	m.setNotice(kit.Noticed{})
	m.resizeOverlay(o)
}

// Uncover takes the cover away.
func (m *Model) Uncover() {
	if m.cover != nil {
		m.cover = nil
		m.layout()
	}
}

// hide blanks the screen.
func (m *Model) hide() { m.Cover(&blank{m: m}) }

// Hide blanks the screen until the person shows it again, unless something lies
// over everything already.
func (m *Model) Hide() {
	if m.cover == nil {
		m.hide()
	}
}

// top is what has the keys before any view: the cover, or what lies on the body.
func (m *Model) top() Overlay {
	if m.cover != nil {
		return m.cover
	}
	return m.overlay
}

// put replaces one of the two by what lay under it.
func (m *Model) put(gone, under Overlay) {
	if m.cover == gone {
		m.cover = under
		return
	}
	m.overlay = under
}

// putAway takes away the top, which is done.
func (m *Model) putAway(done Overlay) {
	if m.cover == done {
		m.cover = nil
		return
	}
	m.closeTop()
}

// coverKey takes the keys that work wherever the person is, mid-sentence or not:
// hiding the screen, locking and suspending.
func (m *Model) coverKey(key string) (tea.Cmd, bool) {
	switch key {
	case "ctrl+b":
		if _, ok := m.cover.(*blank); ok {
			m.Uncover()
		} else if m.cover == nil {
			m.hide()
		}
		return nil, true
	case "ctrl+l", "ctrl+z":
		if a, ok := kit.Find(m.host.Actions(), key); ok {
			return a.Run(), true
		}
	}
	return nil, false
}

// passive tells a key that only shows that somebody is there, not that the person
// goes on: those pressed while the screen is hidden.
func (m *Model) passive(key string) bool {
	_, hidden := m.cover.(*blank)
	return hidden && key != "enter" && key != "esc" && key != "ctrl+b"
}

// Resize lays the words out.
func (b *blank) Resize(w, h int) { b.w, b.h = w, h }

// Redraw has nothing kept to drop.
func (b *blank) Redraw() {}

// Draw says that the screen is hidden, and nothing of what is.
func (b *blank) Draw() []string {
	p := document.NewPage(min(b.w-4, 70), b.m.env.Theme, b.m.env.Signs)
	p.Text(b.m.env.Theme.Strong, "Hidden. Enter shows the screen again.")
	if _, ok := kit.Find(b.m.host.Actions(), "ctrl+l"); ok {
		p.Gap()
		p.Text(b.m.env.Theme.Quiet, "The notes are still open, and lock by themselves as they always do. ctrl+l locks them now.")
	}
	return append([]string{""}, kit.Inset(p.Painted())...)
}

// Key shows the screen again on Enter, Esc or the key that hid it. Whatever else
// is pressed goes nowhere, so that a hand on the keyboard shows nothing.
func (b *blank) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch k.String() {
	case "enter", "esc":
		b.m.Uncover()
	}
	return false, nil
}

// Click does nothing: a hidden screen is shown by a key.
func (b *blank) Click(int, int) (bool, tea.Cmd) { return false, nil }

// Wheel does nothing here.
func (b *blank) Wheel(int) {}

// Paste does nothing here.
func (b *blank) Paste(string) {}

// Typing is false: there is no text field.
func (b *blank) Typing() bool { return false }

// Cursor is nil: there is no text field.
func (b *blank) Cursor() *tea.Cursor { return nil }

// Hints are the keys that work.
func (b *blank) Hints() []kit.Action {
	out := []kit.Action{kit.Hint("enter", "show again"), kit.Hint("!", "emergency")}
	if _, ok := kit.Find(b.m.host.Actions(), "ctrl+l"); ok {
		out = append(out, kit.Hint("ctrl+l", "lock"))
	}
	return out
}
