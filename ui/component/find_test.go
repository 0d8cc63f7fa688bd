package component

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestAFieldThatNarrowsAListTakesItsKeysAlone(t *testing.T) {
	t.Parallel()
	f := NewField("Find: ", "a school")
	f.SetWidth(40)
	b := &finding{Browser{Find: f}}
	f.Focus()
	for _, c := range []struct {
		key     tea.KeyPressMsg
		taken   bool
		value   string
		focused bool
	}{
		{tea.KeyPressMsg{Code: 'a', Text: "a"}, true, "a", true},
		{tea.KeyPressMsg{Code: 'q', Text: "q"}, true, "aq", true},
		{tea.KeyPressMsg{Code: tea.KeyTab}, false, "aq", true},
		{tea.KeyPressMsg{Code: tea.KeyEnter}, true, "aq", false},
	} {
		if _, taken := Route(b, b.Actions(), c.key); taken != c.taken || f.Value() != c.value ||
			f.Focused() != c.focused {
			t.Errorf("%s: taken %v, %q, focused %v", c.key, taken, f.Value(), f.Focused())
		}
	}
	if f.Cursor(3, 4) != nil {
		t.Error("a field that is left has a cursor")
	}
	f.Focus()
	if _, taken := Route(b, b.Actions(), tea.KeyPressMsg{Code: tea.KeyEscape}); !taken || f.Value() != "" ||
		f.Focused() {
		t.Errorf("esc: %v, %q", taken, f.Value())
	}
}

// finding is a list with a line for finding in it.
type finding struct{ Browser }

func (f *finding) Actions() []Action {
	return f.Finding(f.Find, []Action{Hint("q", "quit")}, "show all")
}

func TestTheCursorStandsBehindThePromptAndTheText(t *testing.T) {
	t.Parallel()
	f := NewField("Find: ", "")
	f.SetWidth(40)
	f.Focus()
	f.Set("abc")
	f.Type(tea.KeyPressMsg{Code: tea.KeyEnd})
	if c := f.Cursor(3, 4); c == nil || c.X != 3+6+3 || c.Y != 4 {
		t.Errorf("at %+v", c)
	}
}

func TestAnEditorKnowsItsFirstAndItsLastLine(t *testing.T) {
	t.Parallel()
	down, up := tea.KeyPressMsg{Code: tea.KeyDown}, tea.KeyPressMsg{Code: tea.KeyUp}
	for name, text := range map[string]string{
		"one line that is wrapped": strings.Repeat("word ", 20), "three lines": "one\ntwo\nthree",
	} {
		e := NewEditor(text)
		e.Resize(30, 8)
		for range 10 {
			e.Type(up)
		}
		if !e.AtTop() || e.AtBottom() {
			t.Errorf("%s: at the beginning, top %v, bottom %v", name, e.AtTop(), e.AtBottom())
		}
		e.Type(down)
		if e.AtTop() || e.AtBottom() {
			t.Errorf("%s: in the middle, top %v, bottom %v", name, e.AtTop(), e.AtBottom())
		}
		for range 10 {
			e.Type(down)
		}
		if e.AtTop() || !e.AtBottom() {
			t.Errorf("%s: at the end, top %v, bottom %v", name, e.AtTop(), e.AtBottom())
		}
	}
}
