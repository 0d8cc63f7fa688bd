package kit

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestAFieldThatNarrowsAListTakesItsKeysAlone(t *testing.T) {
	t.Parallel()
	f := NewField("Find: ", "a school")
	f.SetWidth(40)
	press := func(k tea.KeyPressMsg) [2]bool {
		changed, taken := f.Find(k)
		return [2]bool{changed, taken}
	}
	f.Focus()
	for _, c := range []struct {
		key            tea.KeyPressMsg
		changed, taken bool
		value          string
		focused        bool
	}{
		{tea.KeyPressMsg{Code: 'a', Text: "a"}, true, true, "a", true},
		{tea.KeyPressMsg{Code: tea.KeyDown}, false, false, "a", true},
		{tea.KeyPressMsg{Code: tea.KeyEnter}, false, true, "a", false},
	} {
		if got := press(c.key); got != [2]bool{c.changed, c.taken} || f.Value() != c.value || f.Focused() != c.focused {
			t.Errorf("%s: changed and taken %v, %q, focused %v", c.key, got, f.Value(), f.Focused())
		}
	}
	if f.Cursor(3, 4) != nil {
		t.Error("a field that is left has a cursor")
	}
	f.Focus()
	if got := press(tea.KeyPressMsg{Code: tea.KeyEscape}); got != [2]bool{true, true} || f.Value() != "" || f.Focused() {
		t.Errorf("esc: %v, %q", got, f.Value())
	}
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
