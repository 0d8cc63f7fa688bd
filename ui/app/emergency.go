package app

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/document"
	"isspp/ui/kit"
)

// emergency is the full panel: whom to ring now, in the protocol's own words.
type emergency struct {
	m     *Model
	under Overlay
	// writing tells that it lies over a text, and kept that the "!" stands there.
	writing, kept bool
	scroll        kit.Scroll
	w, h          int
	lines         []string
}

func newEmergency(m *Model, writing bool) *emergency {
	return &emergency{m: m, under: m.top(), writing: writing}
}

// Resize lays the panel out.
func (e *emergency) Resize(w, h int) {
	if e.under != nil {
		e.under.Resize(w, h)
	}
	e.w, e.h = w, h
	e.Redraw()
}

// Redraw draws it anew.
func (e *emergency) Redraw() {
	said := ""
	switch {
	case e.kept:
		said = "What you were writing is safe, with its '!'. Esc goes back to it."
	case e.writing:
		said = "What you were writing is safe. Esc goes back to it; typing on puts the '!' in."
	}
	env := *e.m.env
	env.EditLocal, env.LocalKeys = e.edits() != "", e.edits()
	p := document.EmergencyPage(&env, min(e.w-4, 84), said)
	e.lines = p.Painted()
	e.scroll.Set(len(e.lines), e.h)
}

// Draw returns the lines in view.
func (e *emergency) Draw() []string {
	from, to := e.scroll.Visible()
	return kit.Inset(e.lines[from:to])
}

// Key scrolls; the root closes the panel.
func (e *emergency) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	e.scroll.Key(k.String())
	return false, nil
}

// Click does nothing: no slip of the hand closes the panel.
func (e *emergency) Click(int, int) (bool, tea.Cmd) { return false, nil }

// Wheel scrolls.
func (e *emergency) Wheel(n int) { e.scroll.By(n) }

// Paste does nothing here.
func (e *emergency) Paste(string) {}

// Message goes to what lies under the panel: the result that it waits for comes
// only once.
func (e *emergency) Message(msg tea.Msg) {
	if l, ok := e.under.(listener); ok {
		l.Message(msg)
	}
}

// Typing is false: the panel has no text field.
func (e *emergency) Typing() bool { return false }

// Cursor is nil: the panel has no text field.
func (e *emergency) Cursor() *tea.Cursor { return nil }

// edits is the key that opens the school's own numbers, or empty: over a text
// letters go on with it, and what lies between would be lost under a form.
func (e *emergency) edits() string {
	_, form := e.under.(localWriter)
	switch {
	case !e.m.env.EditLocal || form || e.m.cover != nil:
	case !e.writing:
		return "e"
	case e.under == nil:
		return "ctrl+e"
	}
	return ""
}

// Hints are the panel's keys.
func (e *emergency) Hints() []kit.Action {
	out := []kit.Action{kit.Hint("esc", "back, nothing is lost")}
	if key := e.edits(); key != "" {
		out = append(out, kit.Hint(key, "our own numbers"))
	}
	if above, below := e.scroll.More(); above || below {
		out = append(out, kit.Hint("down", "more"))
	}
	return out
}
