package component

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestShiftChangesNoKeyOfAFieldAndCtrlTakesAWord(t *testing.T) {
	for _, c := range []struct {
		key          tea.KeyPressMsg
		field, lines string
	}{
		{tea.KeyPressMsg{Code: tea.KeyBackspace, Mod: tea.ModShift}, "one tw", "one tw"},
		{tea.KeyPressMsg{Code: tea.KeyBackspace, Mod: tea.ModCtrl}, "one ", "one "},
		{tea.KeyPressMsg{Code: tea.KeyBackspace, Mod: tea.ModCtrl | tea.ModShift}, "one ", "one "},
		{tea.KeyPressMsg{Code: tea.KeySpace, Mod: tea.ModShift}, "one two ", "one two "},
		{tea.KeyPressMsg{Code: tea.KeyEnter, Mod: tea.ModShift}, "one two", "one two\n"},
		{tea.KeyPressMsg{Code: tea.KeyKpEnter}, "one two", "one two\n"},
	} {
		f := NewForm([]FormLine{{Label: "a", Value: "one two"}, {Label: "b", Lines: true, Value: "one two"}})
		f.Resize(80, 20)
		k := Usual(c.key)
		f.Key(k)
		f.Focus(1)
		f.Key(k)
		if f.Value(0) != c.field || f.Value(1) != c.lines {
			t.Errorf("%s: %q and %q", c.key, f.Value(0), f.Value(1))
		}
	}
	if k := (tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}); Usual(k) != k {
		t.Error("Shift+Tab is another key")
	}
}
