package protective

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

// Typing tells that a text field has the letters.
func (v *View) Typing() bool { return v.edit != nil || v.find.Focused() || v.ref.Focused() }

// Composing tells that a note has been begun.
func (v *View) Composing() bool {
	return v.edit != nil && v.edit.fields[v.edit.at] == nil && v.edit.editor.Value() != ""
}

// TypingHints are the keys that work meanwhile.
func (v *View) TypingHints() []kit.Action {
	if v.edit != nil {
		return v.edit.hints()
	}
	if v.ref.Focused() {
		return []kit.Action{
			kit.Hint("enter", "show these"),
			kit.Hint("down", "next"),
			kit.Hint("esc", "back"),
		}
	}
	return kit.FindHints("show all")
}

// Type takes a key into the note or into the field above the list.
func (v *View) Type(k tea.KeyPressMsg) (tea.Cmd, bool) {
	if v.edit != nil {
		return v.editKey(k)
	}
	if v.ref.Focused() {
		return v.referenceKey(k)
	}
	changed, taken := v.find.Find(k)
	if changed {
		v.refresh()
	}
	v.changed()
	return nil, taken
}

// referenceKey takes a key while a reference is chosen.
func (v *View) referenceKey(k tea.KeyPressMsg) (tea.Cmd, bool) {
	v.changed()
	switch k.String() {
	case "enter":
		v.take()
		return nil, true
	case "esc":
		v.ref.Set("")
		v.ref.Blur()
		return nil, true
	case "down":
		v.offered.at.Move(1)
		return nil, true
	case "up":
		v.offered.at.Move(-1)
		return nil, true
	}
	if !kit.Writes(k) {
		return nil, false
	}
	if v.ref.Type(k) {
		v.offer()
	}
	return nil, true
}

// Paste puts pasted text where the cursor is.
func (v *View) Paste(text string) tea.Cmd {
	if v.edit != nil {
		v.changed()
		if f := v.edit.fields[v.edit.at]; f != nil {
			f.Paste(text)
		} else {
			v.edit.preview = false
			v.edit.editor.Paste(text)
		}
		return v.sealSoon()
	}
	v.load()
	if !v.ref.Focused() {
		v.Filter()
	}
	v.field().Paste(text)
	if v.ref.Focused() {
		v.offer()
		return nil
	}
	v.refresh()
	return nil
}

// Click selects a factor; on a narrow screen a click on the selected one opens it.
func (v *View) Click(x, y int) tea.Cmd {
	v.load()
	y -= kit.PaneTop
	if v.edit != nil || x >= v.listWidth() || v.inDetail && !v.wide() {
		return nil
	}
	if y == 0 {
		v.Filter()
		return nil
	}
	if v.ref.Focused() {
		if i := v.offered.at.Row(y - 1); i >= 0 {
			v.offered.at.Select(i)
			v.take()
		}
		return nil
	}
	i := v.at.Row(y - 1)
	switch {
	case i < 0 || v.rows[i].heading != "":
	case i == v.at.At && !v.wide():
		v.toNotes()
	default:
		v.inDetail = false
		v.move(i - v.at.At)
		v.turned()
	}
	return nil
}

// Wheel scrolls what is under the mouse.
func (v *View) Wheel(x, _, n int) tea.Cmd {
	switch {
	case v.edit != nil:
	case v.inDetail || v.wide() && x > v.listWidth():
		v.scroll(n)
	default:
		v.move(n)
	}
	return nil
}
