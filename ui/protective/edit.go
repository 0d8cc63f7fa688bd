package protective

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// edit is a note being written: for whom, its Markdown, and a preview.
type edit struct {
	note   *model.FactorNote
	ref    *kit.Field
	editor *kit.Editor
	// preview is shown in place of the editor where both don't fit.
	preview bool
	// had tells that the note said something when it was opened, or was sealed
	// since: emptying it then takes something away.
	had string
	w   int
	h   int
}

// write opens the editor on a new note about the selected factor.
func (v *View) write() tea.Cmd {
	r, ok := v.selected()
	if !ok {
		return nil
	}
	now := v.env.Clock()
	v.begin(&model.FactorNote{
		ID: kit.NewID(), About: r.item.ID, Text: r.item.Text, Ref: strings.TrimSpace(v.ref.Value()), Created: now, Changed: now,
	})
	return nil
}

// rewrite opens the editor on the selected note, or on a new one where the
// factor has none.
func (v *View) rewrite() tea.Cmd {
	shown := v.shownNotes()
	if len(shown) == 0 {
		return v.write()
	}
	v.begin(shown[min(v.noteAt, len(shown)-1)])
	return nil
}

func (v *View) begin(n *model.FactorNote) {
	e := &edit{note: n, ref: kit.NewField("For: ", "the whole school; or a child's record reference"), editor: kit.NewEditor(n.Body), had: n.Body}
	e.ref.Set(n.Ref)
	v.edit = e
	v.find.Blur()
	v.ref.Blur()
	e.resize(v.w, v.h)
	v.changed()
}

// take takes what stands in the fields into the note and tells whether it
// differs from what was there. A note that never said anything isn't one.
func (e *edit) take(now time.Time) bool {
	body, ref := e.editor.Value(), model.CleanLine(e.ref.Value())
	if body == e.note.Body && (ref == e.note.Ref || body == "") {
		return false
	}
	e.note.Body, e.note.Ref, e.note.Changed = body, ref, now
	if strings.TrimSpace(body) != "" {
		e.had = body
	}
	return true
}

// done closes the editor with everything kept. Emptying is how a note is taken
// away, and that is said.
func (v *View) done() tea.Cmd {
	e := v.edit
	emptied := strings.TrimSpace(e.editor.Value()) == "" && strings.TrimSpace(e.had) != ""
	cmd := v.Flush()
	if emptied {
		back := *e.note
		back.Body = e.had
		v.notes.emptied = &back
		cmd = tea.Batch(cmd, kit.Say("The note is empty and no longer listed. z brings it back while isspp is open."))
	}
	v.edit = nil
	v.noteAt = 0
	v.turned()
	return cmd
}

// bringBack undoes the emptying of a note.
func (v *View) bringBack() tea.Cmd {
	n := v.notes.emptied
	v.notes.emptied = nil
	n.Changed = v.env.Clock()
	cmd := v.notes.put(n)
	v.turned()
	return tea.Batch(cmd, kit.Say("The note is back."))
}

// both tells whether editor and preview fit side by side.
func (e *edit) both() bool { return e.w >= 90 }

func (e *edit) editorWidth() int {
	if e.both() {
		return min((e.w-kit.WallWidth)/2, maxText)
	}
	return e.w
}

// editHead is how many lines stand above the editor: the factor, for whom, a
// remark, a rule.
const editHead = 4

func (e *edit) resize(w, h int) {
	e.w, e.h = w, h
	e.ref.SetWidth(w - 24)
	e.editor.Resize(e.editorWidth()-4, h-editHead)
}

func (e *edit) hints() []kit.Action {
	out := []kit.Action{{Keys: []string{"esc"}, Label: "done, kept"}}
	field := kit.Action{Keys: []string{"tab"}, Label: "for whom"}
	if e.ref.Focused() {
		field.Label = "text"
	}
	out = append(out, field)
	if !e.both() {
		out = append(out, kit.Action{Keys: []string{"ctrl+p"}, Label: "preview"})
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
	case "tab", "shift+tab":
		e.turn()
		return nil, true
	case "ctrl+p":
		e.preview = !e.preview
		return nil, true
	}
	if e.ref.Focused() {
		if k.String() == "enter" || k.String() == "down" {
			e.turn()
			return nil, true
		}
		if !kit.Writes(k) {
			return nil, false
		}
		if e.ref.Type(k) {
			return v.sealSoon(), true
		}
		return nil, true
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

// turn moves between for whom and the text.
func (e *edit) turn() {
	if e.ref.Focused() {
		e.ref.Blur()
		return
	}
	e.preview = false
	e.ref.Focus()
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
		v.edit.take(v.env.Clock())
		v.notes.add(v.edit.note)
		return nil
	}
	return v.notes.soon.Ask()
}
