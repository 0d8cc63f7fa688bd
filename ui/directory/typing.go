package directory

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

// Typing tells that the find line or the age has the letters.
func (v *View) Typing() bool { return v.find.Focused() || v.age.Focused() }

// TypingHints are the keys that work meanwhile.
func (v *View) TypingHints() []kit.Action {
	return kit.FindHints("clear")
}

// Type takes a key into the field. Arrows move in the list meanwhile.
func (v *View) Type(k tea.KeyPressMsg) (tea.Cmd, bool) {
	field := v.find
	if v.age.Focused() {
		field = v.age
	}
	if field == v.age && k.Text != "" && (strings.Trim(k.Text, "0123456789") != "" || len(field.Value()) > 1) {
		return kit.Say("An age is a number of years, such as 13. Enter is done, Esc shows every age."), true
	}
	changed, taken := field.Find(k)
	if changed {
		v.refresh()
	}
	v.changed()
	return nil, taken
}

// Paste puts pasted text into the field; only a number into the age.
func (v *View) Paste(text string) tea.Cmd {
	if v.age.Focused() {
		text = strings.TrimSpace(text)
		if len(text) > 2 || strings.Trim(text, "0123456789") != "" {
			return kit.Say("An age is a number of years, such as 13.")
		}
		v.age.Paste(text)
		v.refresh()
		return nil
	}
	v.load()
	v.Filter()
	v.find.Paste(text)
	v.refresh()
	return nil
}

// Click selects a row; on a narrow screen a click on the selected row opens it.
func (v *View) Click(x, y int) tea.Cmd {
	v.load()
	y -= kit.PaneTop
	if x >= v.listWidth() || v.reading {
		return nil
	}
	if v.chooser != nil {
		if i := v.chooser.Row(y); i >= 0 {
			v.chooser.Select(i)
			choose := v.chooser.Choose
			v.leaveChooser()
			return choose()
		}
		return nil
	}
	if y == 0 {
		v.Filter()
		return nil
	}
	if y == 1 && v.top() > 1 {
		if a, ok := kit.ByID(v.narrowing(), v.chipAt(x-kit.PaneLeft(v.h))); ok {
			return a.Run()
		}
		return nil
	}
	i := v.list.Row(y - v.top())
	switch {
	case i < 0 || v.rows[i].heading:
	case i == v.list.At && !v.wide():
		v.reading = true
		v.changed()
	default:
		v.move(i - v.list.At)
	}
	return nil
}

// Wheel scrolls what is under the mouse.
func (v *View) Wheel(x, _, n int) tea.Cmd {
	switch {
	case v.chooser != nil:
		v.chooser.Move(n)
		v.changed()
	case v.reading || v.wide() && x > v.listWidth():
		v.scroll(n)
	default:
		v.move(n)
	}
	return nil
}
