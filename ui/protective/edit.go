package protective

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/walk"
)

// The questions of a note, in order.
const (
	inText = iota
	inRef
	inWhat
	inOwner
	inDue
	questions
)

// edit is a note being written, with how it will be read beside it or in its place.
type edit struct {
	component.FormDialog
	v       *View
	fields  []walk.Field
	answers [questions]string
	note    *model.FactorNote
	// preview is shown in place of the form where both don't fit.
	preview bool
	// had is the note as it last said something: emptying it then takes something
	// away, which can be brought back.
	had model.FactorNote
}

// editSplit is a note's: what is being written, and how it will be read.
var editSplit = component.Split{Share: 54, Least: 62, Most: 110, Narrow: 60}

func (v *View) begin(n *model.FactorNote, at int) {
	e := &edit{v: v, note: n, had: *n}
	e.answers = [questions]string{n.Body, n.Ref, n.Build.What, n.Build.Owner, dueWords(n.Build, v.Env.Now)}
	e.fields = []walk.Field{
		{Label: "Note", Hint: "what helps, in Markdown", Lines: true},
		{Label: "For", Hint: "the whole school; or a child's record reference", Warns: model.ReferenceWarning},
		{Label: "We will", Hint: "what we will do to build this"},
		{Label: "Owner", Hint: "who does it"},
		{Label: "By", Hint: "a day, such as friday or 4 Dec", Understood: e.understood},
	}
	for i := range e.fields {
		e.fields[i].Value = &e.answers[i]
	}
	e.FormDialog = component.FormDialog{
		Env: v.Env, Form: walk.Form(e.fields), Above: e.above, Leave: v.done, LeaveWord: "done, kept",
		SaveWord: "done", Changed: func(int) tea.Cmd { return v.sealSoon() },
		Save: func() tea.Cmd {
			if v.notes.keep == nil {
				return tea.Batch(v.done(), func() tea.Msg { return component.AskUnlock })
			}
			return v.done()
		},
	}
	if v.notes.keep == nil {
		e.SaveWord = "save it"
	}
	e.Form.Labels = 10
	e.Form.Below = func(i int) []string {
		p := document.NewPage(e.W-e.Form.Labels-4, v.Env.Theme, v.Env.Signs)
		e.fields[i].Below(p, v.Env, e.Form.Value(i))
		lines := p.Painted()
		for i, l := range lines {
			lines[i] = component.Spaces(e.Form.Labels+2) + l
		}
		return lines
	}
	e.Form.Focus(at)
	v.edit = e
	v.Find.Blur()
	v.picker = nil
	e.SetSize(v.W, v.H)
	v.Changed()
}

func (e *edit) understood() string {
	due := model.CleanLine(e.Form.Value(inDue))
	if due == "" {
		return ""
	}
	if r := model.ReadComing(due, e.Env.Now); r.At != "" {
		return r.Understood()
	}
	return "That names no day yet: it is kept as you write it, with today's date, and is never shown as overdue."
}

func dueWords(b model.Building, now time.Time) string {
	if day, ok := b.DueDay(now); ok {
		return day.Format("2 Jan 2006")
	}
	return model.CleanLine(b.Due)
}

func (e *edit) beside() bool { return e.v.W >= component.Roomy }

// SetSize lays the form out in the room of the tab.
func (e *edit) SetSize(w, h int) {
	if e.beside() {
		w = editSplit.List(w)
	}
	e.FormDialog.SetSize(component.Inside(w, h))
}

// above is the factor, whether the note is on the disk, and what helps.
func (e *edit) above() []string {
	t, state := e.Env.Theme, e.v.notes.state(e.note.ID)
	if e.v.notes.soon.Waiting() {
		state = "saving"
	}
	st, help := t.Quiet, "Markdown. Kept as you type; Esc when done."
	if state == "NOT SAVED" {
		st, state = t.Alert, "NOT SAVED (ctrl+s)"
	}
	if !e.says() && !e.had.Empty() {
		help = "Empty: done removes the note."
	}
	return []string{
		component.Spread(t.Heading.Render(model.CleanLine(e.note.Text)), st.Render(state), e.W-3, e.Env.Signs),
		t.Quiet.Render(help), "",
	}
}

// View is the form with the preview beside it, or one of the two.
func (e *edit) View() []string {
	t, sg, w, h := e.Env.Theme, e.Env.Signs, e.v.W, e.v.H
	form := component.Pane{Title: "Private note", Focus: true}
	switch {
	case e.beside():
		return component.Beside(form.Draw(e.FormDialog.View(), editSplit.List(w), h, t, sg), e.drawPreview(false))
	case e.preview:
		return e.drawPreview(true)
	}
	return form.Draw(e.FormDialog.View(), w, h, t, sg)
}

// drawPreview is the note as it will be read. It shows the end, where one writes.
func (e *edit) drawPreview(focus bool) []string {
	t, sg, w := e.Env.Theme, e.Env.Signs, e.v.W
	if e.beside() {
		w = editSplit.Pane(w)
	}
	iw, ih := component.Inside(w, e.v.H)
	p := document.NewPage(min(iw, component.MaxText), t, sg)
	p.Blocks(content.Blocks(e.Form.Value(inText)), nil)
	lines := p.Painted()
	lines = lines[max(len(lines)-ih, 0):]
	return component.Pane{Title: "As it will be read", Focus: focus}.Draw(lines, w, e.v.H, t, sg)
}

// Cursor stands in the answer.
func (e *edit) Cursor() *tea.Cursor {
	c := e.FormDialog.Cursor()
	if c == nil || e.preview && !e.beside() {
		return nil
	}
	c.X, c.Y = c.X+component.PaneLeft(e.v.H), c.Y+component.PaneTop
	return c
}

// Actions are the form's keys, and the preview's where it isn't there.
func (e *edit) Actions() []component.Action {
	out := e.InView(e.Form.At() == inText && e.Form.Value(inText) != "")
	if !e.beside() {
		out = slices.Insert(out, len(out)-1, component.Action{
			ID: "protective.preview", Binding: component.Keys("preview", "ctrl+p"),
			Help: "Show the note as it will be read", Run: component.Do(func() { e.preview = !e.preview }),
		})
	}
	return out
}

// Update fills the form in; whatever is typed brings it back before the preview.
func (e *edit) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		e.preview = false
	case tea.MouseClickMsg:
		if e.beside() && m.X >= editSplit.List(e.v.W) {
			return nil
		}
		m.Y -= component.PaneTop
		msg = m
	}
	return e.FormDialog.Update(msg)
}

func (e *edit) says() bool {
	return !model.FactorNote{Body: e.Form.Value(inText), Build: model.Building{What: e.Form.Value(inWhat)}}.Empty()
}

// take takes what stands in the form into the note, as somebody's at a time, and
// reports whether it differs from what was there. A note that never said anything
// isn't one.
func (e *edit) take(now time.Time, by string) bool {
	next := *e.note
	next.Body, next.Ref = e.Form.Value(inText), model.CleanLine(e.Form.Value(inRef))
	next.Build.What = model.CleanLine(e.Form.Value(inWhat))
	next.Build.Owner = model.CleanLine(e.Form.Value(inOwner))
	if due := e.Form.Value(inDue); due != dueWords(e.note.Build, now) {
		next.Build.SetDue(due, now)
	}
	if next == *e.note || next.Empty() && e.note.Empty() {
		return false
	}
	if e.note.Empty() {
		next.By = by
	}
	next.Changed, next.ChangedBy = now, by
	*e.note = next
	if !next.Empty() {
		e.had = next
	}
	return true
}

// open opens the selected note, or a new one where fresh tells so or there is none.
func (v *View) open(at int, fresh bool) tea.Cmd {
	n := v.shownNote()
	if n == nil || fresh {
		r, _ := v.selected()
		now := v.Env.Clock()
		n = &model.FactorNote{
			ID: component.NewID(), About: r.item.ID, Text: r.item.Text, Ref: v.whose.ref, Created: now, Changed: now,
		}
	}
	v.begin(n, at)
	return nil
}

// plan opens what will be done to build the factor: of the selected note where it has
// a plan or the keys move among the notes, and of a new one otherwise.
func (v *View) plan() tea.Cmd {
	n := v.shownNote()
	return v.open(inWhat, n != nil && !v.Reading && !n.Build.Planned())
}

// done closes the form with everything kept. Emptying takes a note away, and that is said.
func (v *View) done() tea.Cmd {
	e := v.edit
	emptied := !e.says() && !e.had.Empty()
	cmd := v.Flush()
	if emptied {
		v.notes.emptied = &e.had
		cmd = tea.Batch(cmd, component.Say("The note is empty and no longer listed. z brings it back while isspp is "+
			"open."))
	}
	v.edit = nil
	v.noteAt = 0
	v.Refresh()
	return cmd
}

func (v *View) bringBack() tea.Cmd {
	n := v.notes.emptied
	v.notes.emptied = nil
	n.Changed, n.ChangedBy = v.Env.Clock(), v.Env.Recorder
	cmd := v.notes.put(n)
	v.Refresh()
	return tea.Batch(cmd, component.Say("The note is back."))
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
