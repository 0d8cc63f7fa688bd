package app

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// emergency is the full panel: whom to ring now, in the protocol's own words.
type emergency struct {
	*component.Reader
	m *Model
	// writing tells that it lies over a text, and kept that the "!" stands there.
	writing, kept bool
}

func (m *Model) alarm(writing, kept bool) {
	e := &emergency{m: m, writing: writing, kept: kept}
	e.Reader = document.EmergencyPanel(func() (*component.Env, string) {
		env := *m.env
		env.EditLocal, env.LocalKeys = e.edits() != "", e.edits()
		switch {
		case e.kept:
			return &env, "What you were writing is safe, with its '!'. Esc goes back to it."
		case e.writing:
			return &env, "What you were writing is safe. Esc goes back to it; typing on puts the '!' in."
		}
		return &env, ""
	})
	e.Own = func() []component.Action {
		out := []component.Action{component.Act("", "back, nothing is lost", "", component.Do(e.Close), "esc")}
		if key := e.edits(); key != "" {
			own := func() tea.Cmd { return component.EditLocal(model.LocalContact, "") }
			out = append(out, component.Act("", "our own numbers", "", own, key))
		}
		return append(out, component.Act("", "", "", component.Do(e.Close), "enter", "!", "q"))
	}
	m.Lay(e)
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

// Update closes the panel. Someone who was writing when the "!" came may have meant
// the character: going on to type puts it in and loses nothing.
func (e *emergency) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || !e.writing || k.Text == "" && k.String() != "enter" && k.String() != "backspace" {
		return e.Reader.Update(msg)
	}
	e.Close()
	e.m.sweep()
	again := k.String() == "!"
	if e.kept && again {
		return nil
	}
	var mark tea.Cmd
	if !e.kept {
		mark = e.m.below(tea.KeyPressMsg(tea.Key{Code: '!', Text: "!"}))
	}
	if again {
		return mark
	}
	return tea.Batch(mark, e.m.below(k))
}

// Alarmed reports whether the emergency panel is shown.
func (m *Model) Alarmed() bool {
	_, shown := m.top().(*emergency)
	return shown
}
