package protective

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

func (e *edit) hints() []kit.Action {
	next := map[place]string{inText: "for whom", inRef: "what we will do", inWhat: "owner", inOwner: "by when", inDue: "text"}[e.at]
	out := []kit.Action{kit.Hint("esc", "done, kept"), kit.Hint("tab", next)}
	if !e.both() {
		out = append(out, kit.Hint("ctrl+p", "preview"))
	}
	return out
}

// editKey takes a key while a note is written.
func (v *View) editKey(k tea.KeyPressMsg) (tea.Cmd, bool) {
	e := v.edit
	v.changed()
	switch k.String() {
	case "esc":
		return v.done(), true
	case "ctrl+s":
		cmd := v.done()
		if v.notes.keep == nil {
			return tea.Batch(cmd, func() tea.Msg { return kit.AskUnlock }), true
		}
		return cmd, true
	case "tab":
		e.goTo(e.at + 1)
		return nil, true
	case "shift+tab":
		e.goTo(e.at - 1)
		return nil, true
	case "ctrl+p":
		e.preview = !e.preview
		return nil, true
	}
	if e.at != inText {
		return v.fieldKey(k)
	}
	if !editorKey(k) {
		return nil, false
	}
	e.preview = false
	if e.editor.Type(k) {
		return v.sealSoon(), true
	}
	return nil, true
}

// fieldKey takes a key into one of the lines above the text.
func (v *View) fieldKey(k tea.KeyPressMsg) (tea.Cmd, bool) {
	e := v.edit
	switch k.String() {
	case "enter", "down":
		e.goTo(e.after(k.String()))
		return nil, true
	case "up":
		if e.at != inRef {
			e.goTo(e.at - 1)
		}
		return nil, true
	}
	if !kit.Writes(k) {
		return nil, false
	}
	if e.fields[e.at].Type(k) {
		return v.sealSoon(), true
	}
	return nil, true
}

// after is where Enter leads to: from whom the note is for on to the text, and
// from what will be done through its lines.
func (e *edit) after(key string) place {
	if key == "enter" && e.at == inRef || e.at == inDue || key == "down" && e.at == inOwner {
		return inText
	}
	return e.at + 1
}

func editorKey(k tea.KeyPressMsg) bool {
	switch k.String() {
	case "enter", "up", "down", "pgup", "pgdown", "ctrl+home", "ctrl+end":
		return true
	}
	return kit.Writes(k)
}

// sealSoon seals what is typed within 800 ms; without a store it stays in memory.
func (v *View) sealSoon() tea.Cmd {
	if v.notes.keep == nil {
		v.edit.take(v.env.Clock(), v.env.Recorder)
		v.notes.add(v.edit.note)
		return nil
	}
	return v.notes.soon.Ask()
}
