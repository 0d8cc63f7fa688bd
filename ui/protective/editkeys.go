package protective

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
)

// actions are the keys while a note is written.
func (e *edit) actions() []component.Action {
	next := map[place]string{
		inText: "for whom", inRef: "what we will do", inWhat: "owner", inOwner: "by when",
		inDue: "text",
	}[e.at]
	out := []component.Action{
		component.Typing(e.at == inText && e.editor.Value() != "", "ctrl+s", "shift+tab", "ctrl+p", "enter", "up",
			"down",
			"pgup", "pgdown", "ctrl+home", "ctrl+end"),
		component.Hint("esc", "done, kept"), component.Hint("tab", next),
	}
	if !e.both() {
		out = append(out, component.Hint("ctrl+p", "preview"))
	}
	return out
}

// paste puts pasted text where the cursor is.
func (e *edit) paste(v *View, text string) tea.Cmd {
	if f := e.fields[e.at]; f != nil {
		f.Paste(text)
	} else {
		e.preview = false
		e.editor.Paste(text)
	}
	return v.sealSoon()
}

// editKey takes a key while a note is written.
func (v *View) editKey(k tea.KeyPressMsg) tea.Cmd {
	e := v.edit
	switch k.String() {
	case "esc":
		return v.done()
	case "ctrl+s":
		cmd := v.done()
		if v.notes.keep == nil {
			return tea.Batch(cmd, func() tea.Msg { return component.AskUnlock })
		}
		return cmd
	case "tab":
		e.goTo(e.at + 1)
		return nil
	case "shift+tab":
		e.goTo(e.at - 1)
		return nil
	case "ctrl+p":
		e.preview = !e.preview
		return nil
	}
	if e.at != inText {
		return v.fieldKey(k)
	}
	e.preview = false
	if e.editor.Type(k) {
		return v.sealSoon()
	}
	return nil
}

// fieldKey takes a key into one of the lines above the text.
func (v *View) fieldKey(k tea.KeyPressMsg) tea.Cmd {
	e := v.edit
	switch k.String() {
	case "enter", "down":
		e.goTo(e.after(k.String()))
		return nil
	case "up":
		if e.at != inRef {
			e.goTo(e.at - 1)
		}
		return nil
	}
	if e.fields[e.at].Type(k) {
		return v.sealSoon()
	}
	return nil
}

// after is where Enter leads to: from whom the note is for on to the text, and
// from what will be done through its lines.
func (e *edit) after(key string) place {
	if key == "enter" && e.at == inRef || e.at == inDue || key == "down" && e.at == inOwner {
		return inText
	}
	return e.at + 1
}

// sealSoon seals what is typed within 800 ms; without a store it stays in memory.
func (v *View) sealSoon() tea.Cmd {
	if v.notes.keep == nil {
		v.edit.take(v.Env.Clock(), v.Env.Recorder)
		v.notes.add(v.edit.note)
		return nil
	}
	return v.notes.soon.Ask()
}
