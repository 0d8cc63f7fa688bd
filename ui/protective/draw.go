package protective

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// Pane is the list's.
func (v *View) Pane() component.Pane { return component.Pane{Title: "Protective factors"} }

// Top is the line above the rows.
func (v *View) Top() int { return 1 }

// Lines are the rows, or the references that are offered.
func (v *View) Lines() []string {
	t, sg := v.Env.Theme, v.Env.Signs
	w, _ := v.Inside()
	out := []string{component.Spread(v.topLine(), t.Alert.Render(v.unsavedWord()), w, sg)}
	switch {
	case v.ref.Focused():
		return append(out, v.drawOffered()...)
	case len(v.rows) == 0:
		return append(out, "", component.Fit(v.nothing(), w, sg))
	}
	return append(out, component.TallRows(&v.List, w, t, sg, v.drawRow)...)
}

// nothing says why the list is empty.
func (v *View) nothing() string {
	if v.by == byDue && v.Find.Value() == "" {
		return "Nothing is planned. b on a factor plans it; v goes on."
	}
	return "No protective factor is called that. Esc shows all."
}

func (v *View) drawRow(i int, selected bool) []string {
	t, sg := v.Env.Theme, v.Env.Signs
	w, _ := v.Inside()
	r := v.rows[i]
	if r.heading != "" {
		return []string{t.Group.Render(strings.ToUpper(r.heading))}
	}
	lines := v.title(r)
	for i, title := range lines {
		if selected {
			title = t.Selected.Render(title)
		}
		lines[i] = " " + title
	}
	lines[0] = component.Spread(lines[0], v.aside(r), w-2, sg)
	return lines
}

// title is a row's words in as many lines as they need beside what stands at its
// end.
func (v *View) title(r row) []string {
	w, _ := v.Inside()
	text, aside := r.item.Text, len("  notes ")
	switch {
	case r.heading != "":
		return []string{r.heading}
	case r.note != nil:
		text, aside = model.CleanLine(r.note.Build.What), 24
	case v.whose.ref != "":
		aside = len("  notes  don't know ")
	}
	return component.WrapBeside(text, w-3-aside, w-4)
}

// aside is what a row says at its end: how its plan stands, what the last
// walkthrough of the shown reference says, and whether there are notes.
func (v *View) aside(r row) string {
	t := v.Env.Theme
	if r.note != nil {
		if r.note.Build.Overdue(v.Env.Now) {
			return t.Alert.Render(dueState(r.note.Build, v.Env.Now)) + " "
		}
		return t.Quiet.Render(dueState(r.note.Build, v.Env.Now)) + " "
	}
	var parts []string
	if len(v.notes.about(r.item.ID, v.whose)) > 0 {
		parts = append(parts, t.Local.Render("notes"))
	}
	if word := v.answerWord(r.item.ID); word != "" && v.by == byDomain {
		parts = append(parts, t.Quiet.Render(word))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "  ") + " "
}

// topLine is the list's first line: the field that is typed into, or what is
// shown.
func (v *View) topLine() string {
	t := v.Env.Theme
	switch {
	case v.ref.Focused():
		return v.ref.Draw(t)
	case v.Find.Focused() || v.Find.Value() != "" || v.whose.all() && v.by == byDomain:
		return v.Find.Draw(t)
	}
	word := map[arrangement]string{
		byDomain: "every factor", byAnswer: "seen and missing",
		byDue: "what we will do",
	}[v.by]
	line := t.Accent.Render("Showing: ") + word
	if !v.whose.all() {
		line += ", " + v.whose.word()
	}
	return line
}

func (v *View) unsavedWord() string {
	if v.notes.keep == nil && v.notes.unsaved() || len(v.notes.failed) > 0 {
		return "NOT SAVED "
	}
	return ""
}

// Preview is what a narrow screen shows of the selected factor below the list.
func (v *View) Preview() []string {
	t, sg := v.Env.Theme, v.Env.Signs
	w, _ := v.Inside()
	out := []string{v.Rule()}
	r, ok := v.selected()
	if !ok {
		return append(out, "", "", "")
	}
	title, below := r.item.Text, v.notesWord()
	if r.note != nil {
		title, below = model.CleanLine(r.note.Build.What), r.item.Text+" "+sg.Dot+" "+v.ownerAndDay(r.note.Build)
	}
	lines := component.WrapText(title, w)
	for i := range previewLines - 1 {
		switch {
		case i < len(lines):
			out = append(out, "  "+t.Strong.Render(lines[i]))
		case i == previewLines-2:
			out = append(out, component.Fit(t.Quiet.Render(below), w, sg))
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
	t, sg, e := v.Env.Theme, v.Env.Signs, v.edit
	state := v.notes.state(e.note.ID)
	if v.notes.soon.Waiting() {
		state = "saving"
	}
	st := t.Quiet
	if state == "NOT SAVED" {
		st, state = t.Alert, "NOT SAVED (ctrl+s)"
	}
	owner := component.Fit("  "+e.fields[inOwner].Draw(t), e.dueColumn(), sg)
	out := []string{
		component.Fit("  "+t.Heading.Render(model.CleanLine(e.note.Text)), v.W, sg),
		component.Spread("  "+e.fields[inRef].Draw(t), st.Render(state+" "), v.W, sg),
		component.Fit("  "+e.fields[inWhat].Draw(t), v.W, sg),
		component.Fit(owner+e.fields[inDue].Draw(t), v.W, sg),
		component.Fit("  "+t.Quiet.Render(e.remark(v.Env.Now)), v.W, sg),
		t.Quiet.Render(strings.Repeat(sg.Rule, v.W)),
	}
	if e.both() {
		left, right := component.Inset(e.editor.Draw()), e.drawPreview(v.Env, e.w-e.editorWidth()-component.WallWidth-1)
		return append(out, component.Columns(left, right, e.editorWidth(), e.w-e.editorWidth()-component.WallWidth,
			v.H-editHead, t,
			sg)...)
	}
	if e.preview {
		return append(out, component.Inset(e.drawPreview(v.Env, e.w-4))...)
	}
	return append(out, component.Inset(e.editor.Draw())...)
}

// remark is the one line that helps with what is being written just now.
func (e *edit) remark(now time.Time) string {
	if warning := model.ReferenceWarning(e.fields[inRef].Value()); warning != "" && e.at == inRef {
		return warning
	}
	if due := model.CleanLine(e.fields[inDue].Value()); e.at == inDue && due != "" {
		if r := model.ReadComing(due, now); r.At != "" {
			return r.Understood()
		}
		return "That names no day yet: it is kept as you write it, with today's date, and is never shown as overdue."
	}
	if !e.says() && !e.had.Empty() {
		return "Empty: done removes the note."
	}
	return "Markdown. Kept as you type; Esc when done."
}

// drawPreview is the note as it will be read. It shows the end, where one writes.
func (e *edit) drawPreview(env *component.Env, w int) []string {
	p := document.NewPage(min(w, component.MaxText), env.Theme, env.Signs)
	noteBody(p, e.editor.Value())
	lines := p.Painted()
	return lines[max(len(lines)-(e.h-editHead), 0):]
}

// Cursor stands where text is typed.
func (v *View) Cursor() *tea.Cursor {
	switch {
	case v.edit != nil && v.edit.at != inText:
		return v.edit.fields[v.edit.at].Cursor(v.edit.fieldPlace(v.edit.at))
	case v.edit != nil && v.edit.preview && !v.edit.both():
		return nil
	case v.edit != nil:
		return v.edit.editor.Cursor(2, editHead)
	case v.ref.Focused():
		return v.ref.Cursor(component.PaneLeft(v.H), component.PaneTop)
	}
	return v.Browser.Cursor()
}
