package protective

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// Draw returns the body's lines.
func (v *View) Draw() []string {
	if v.kept == nil {
		v.load()
		v.kept = v.draw()
	}
	return v.kept
}

func (v *View) draw() []string {
	switch {
	case v.edit != nil:
		return v.drawEdit()
	case v.wide():
		return kit.Columns(v.drawList(), v.drawDetail(), v.listWidth(), v.w-v.listWidth()-kit.WallWidth, v.h, v.env.Theme, v.env.Signs)
	case v.inDetail:
		return kit.Inset(v.drawDetail())
	}
	out := v.drawList()
	for len(out) < v.h-previewLines {
		out = append(out, "")
	}
	return append(out, v.preview()...)
}

func (v *View) drawList() []string {
	t, sg, w := v.env.Theme, v.env.Signs, v.listWidth()
	out := []string{kit.Spread("  "+v.field().Draw(t), t.Alert.Paint(v.unsavedWord()), w, sg)}
	lines := v.h - 1
	if !v.wide() {
		lines -= previewLines
	}
	v.at.SetHeight(lines)
	if v.at.At == 1 {
		v.at.Top = 0
	}
	if len(v.rows) == 0 {
		return append(out, "", kit.Fit("  No protective factor is called so. Esc shows all.", w, sg))
	}
	return append(out, kit.Rows(&v.at, w, t, sg, func(i int, selected bool) string {
		r := v.rows[i]
		if r.heading {
			return t.Quiet.Paint(r.domain.Title)
		}
		title, aside := r.item.Text, ""
		if selected {
			title = t.Selected.Paint(title)
		}
		if len(v.notes.about(r.item.ID, v.ref.Value())) > 0 {
			aside = t.Local.Paint("notes") + " "
		}
		return kit.Spread(" "+title, aside, w-2, sg)
	})...)
}

// field is the one in the list's first line.
func (v *View) field() *kit.Field {
	if v.ref.Focused() || v.ref.Value() != "" && !v.find.Focused() {
		return v.ref
	}
	return v.find
}

func (v *View) unsavedWord() string {
	if v.notes.keep == nil && v.notes.unsaved() || len(v.notes.failed) > 0 {
		return "NOT SAVED "
	}
	return ""
}

// preview is what a narrow screen shows of the selected factor below the list.
func (v *View) preview() []string {
	t, sg := v.env.Theme, v.env.Signs
	out := []string{t.Quiet.Paint(strings.Repeat(sg.Rule, v.w))}
	r, ok := v.selected()
	if !ok {
		return append(out, "", "", "")
	}
	lines := kit.WrapText(r.item.Text, v.w-4)
	for i := range previewLines - 1 {
		switch {
		case i < len(lines):
			out = append(out, "  "+t.Strong.Paint(lines[i]))
		case i == previewLines-2:
			out = append(out, kit.Fit("  "+t.Quiet.Paint(v.notesWord()), v.w, sg))
		default:
			out = append(out, "")
		}
	}
	return out
}

// notesWord says how the factor's private notes stand, without a count.
func (v *View) notesWord() string {
	if why := v.cantWrite(); why != "" {
		return "Private notes: " + why
	}
	if len(v.shownNotes()) > 0 {
		return "There are private notes: Enter shows them."
	}
	return "No private notes on it: n writes one."
}

// drawEdit is the whole body while a note is written.
func (v *View) drawEdit() []string {
	t, sg, e := v.env.Theme, v.env.Signs, v.edit
	state := v.notes.state(e.note.ID)
	if v.notes.soon.Waiting() {
		state = "saving"
	}
	st := t.Quiet
	if state == "NOT SAVED" {
		st, state = t.Alert, "NOT SAVED (ctrl+s)"
	}
	out := []string{
		kit.Fit("  "+t.Heading.Paint(model.CleanLine(e.note.Text)), v.w, sg),
		kit.Spread("  "+e.ref.Draw(t), st.Paint(state+" "), v.w, sg),
		kit.Fit("  "+t.Quiet.Paint(e.remark()), v.w, sg),
		t.Quiet.Paint(strings.Repeat(sg.Rule, v.w)),
	}
	if e.both() {
		left, right := kit.Inset(e.editor.Draw()), e.drawPreview(v.env, e.w-e.editorWidth()-kit.WallWidth-1)
		return append(out, kit.Columns(left, right, e.editorWidth(), e.w-e.editorWidth()-kit.WallWidth, v.h-editHead, t, sg)...)
	}
	if e.preview {
		return append(out, kit.Inset(e.drawPreview(v.env, e.w-4))...)
	}
	return append(out, kit.Inset(e.editor.Draw())...)
}

// remark is the one line that helps with what is being written just now.
func (e *edit) remark() string {
	if warning := model.ReferenceWarning(e.ref.Value()); warning != "" {
		return warning
	}
	if strings.TrimSpace(e.editor.Value()) == "" && strings.TrimSpace(e.had) != "" {
		return "Empty: done takes the note away."
	}
	return "Markdown. Kept as you type; Esc when done."
}

// drawPreview is the note as it will be read. It shows the end, where one writes.
func (e *edit) drawPreview(env *kit.Env, w int) []string {
	p := kit.NewPage(min(w, maxText), env.Theme, env.Signs)
	noteBody(p, e.editor.Value())
	lines := p.Painted()
	return lines[max(len(lines)-(e.h-editHead), 0):]
}

// Cursor stands where text is typed.
func (v *View) Cursor() *tea.Cursor {
	switch {
	case v.edit != nil && v.edit.ref.Focused():
		return v.edit.ref.Cursor(2, 1)
	case v.edit != nil && v.edit.preview && !v.edit.both():
		return nil
	case v.edit != nil:
		return v.edit.editor.Cursor(2, editHead)
	case v.inDetail:
		return nil
	}
	return v.field().Cursor(2, 0)
}
