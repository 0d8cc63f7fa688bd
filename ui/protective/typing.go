package protective

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

// Typing tells that a text field has the letters.
func (v *View) Typing() bool { return v.edit != nil || v.find.Focused() || v.ref.Focused() }

// TypingHints are the keys that work meanwhile.
func (v *View) TypingHints() []kit.Action {
	if v.edit != nil {
		return v.edit.hints()
	}
	return []kit.Action{
		{Keys: []string{"enter"}, Label: "done"},
		{Keys: []string{"down"}, Label: "next"},
		{Keys: []string{"esc"}, Label: "show all"},
	}
}

// Type takes a key into the note or into the field above the list.
func (v *View) Type(k tea.KeyPressMsg) (tea.Cmd, bool) {
	if v.edit != nil {
		return v.editKey(k)
	}
	field := v.field()
	switch k.String() {
	case "enter":
		field.Blur()
		v.changed()
		return nil, true
	case "esc":
		field.Set("")
		field.Blur()
		v.refresh()
		return nil, true
	}
	if !kit.Writes(k) {
		return nil, false
	}
	if field.Type(k) {
		v.narrowed(field)
	}
	v.changed()
	return nil, true
}

// narrowed shows what a field lets through.
func (v *View) narrowed(field *kit.Field) {
	if field == v.find {
		v.refresh()
		return
	}
	v.noteAt = 0
	v.turned()
}

// Paste puts pasted text where the cursor is.
func (v *View) Paste(text string) tea.Cmd {
	if v.edit != nil {
		v.changed()
		if v.edit.ref.Focused() {
			v.edit.ref.Paste(text)
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
	field := v.field()
	field.Paste(text)
	v.narrowed(field)
	return nil
}

// Click selects a factor; on a narrow screen a click on the selected one opens it.
func (v *View) Click(x, y int) tea.Cmd {
	v.load()
	if v.edit != nil || x >= v.listWidth() || v.inDetail && !v.wide() {
		return nil
	}
	if y == 0 {
		v.Filter()
		return nil
	}
	i := v.at.Row(y - 1)
	switch {
	case i < 0 || v.rows[i].heading:
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
