package app

import (
	"isspp/ui/component"
	"isspp/ui/document"
)

// emergency is the full panel: whom to ring now, in the protocol's own words.
type emergency struct {
	component.Reader
	m *Model
	// writing tells that it lies over a text, and kept that the "!" stands there.
	writing, kept bool
}

func newEmergency(m *Model, writing bool) *emergency {
	e := &emergency{m: m, writing: writing}
	e.Lay = e.page
	return e
}

// Look is that of an emergency.
func (e *emergency) Look() component.Look { return component.Look{Alarm: true} }

func (e *emergency) page() []string {
	said := ""
	switch {
	case e.kept:
		said = "What you were writing is safe, with its '!'. Esc goes back to it."
	case e.writing:
		said = "What you were writing is safe. Esc goes back to it; typing on puts the '!' in."
	}
	env := *e.m.env
	env.EditLocal, env.LocalKeys = e.edits() != "", e.edits()
	return component.Inset(document.EmergencyPage(&env, min(e.W-4, 84), said).Painted())
}

// edits is the key that opens the school's own numbers, or empty: over a text
// letters go on with it, and what lies between would be lost under a form.
func (e *emergency) edits() string {
	under := e.m.under(e)
	_, form := under.(localWriter)
	switch {
	case !e.m.env.EditLocal || form || len(e.m.covers) > 0:
	case !e.writing:
		return "e"
	case under == nil:
		return "ctrl+e"
	}
	return ""
}

// Actions are the panel's keys.
func (e *emergency) Actions() []component.Action {
	out := []component.Action{component.Hint("esc", "back, nothing is lost")}
	if key := e.edits(); key != "" {
		out = append(out, component.Hint(key, "our own numbers"))
	}
	return append(out, e.Reader.Actions()...)
}
