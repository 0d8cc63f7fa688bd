package protective

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

// place is where the cursor stands in a note that is written.
type place int

// The places, in the order that Tab goes through them.
const (
	inText place = iota
	inRef
	inWhat
	inOwner
	inDue
	places
)

// edit is a note being written: for whom, its Markdown with a preview, and what
// will be done to build the factor.
type edit struct {
	note   *model.FactorNote
	editor *component.Editor
	// fields are the lines above the text, by their place; the text's is nil.
	fields [places]*component.Field
	at     place
	// preview is shown in place of the editor where both don't fit.
	preview bool
	// had is the note as it last said something: emptying it then takes something
	// away, which can be brought back.
	had model.FactorNote
	w   int
	h   int
}

// write opens the editor on a new note about the selected factor.
func (v *View) write() tea.Cmd { return v.writeAt(inText) }

// plan opens it at what will be done to build the factor: on the selected note
// where it has a plan or the keys move among the notes, and on a new one
// otherwise.
func (v *View) plan() tea.Cmd {
	shown := v.shownNotes()
	if len(shown) > 0 {
		n := shown[min(v.noteAt, len(shown)-1)]
		if v.Reading || n.Build.Planned() {
			v.begin(n, inWhat)
			return nil
		}
	}
	return v.writeAt(inWhat)
}

func (v *View) writeAt(at place) tea.Cmd {
	r, ok := v.selected()
	if !ok {
		return nil
	}
	now := v.Env.Clock()
	v.begin(&model.FactorNote{
		ID: component.NewID(), About: r.item.ID, Text: r.item.Text, Ref: v.whose.ref, Created: now, Changed: now,
	}, at)
	return nil
}

// rewrite opens the editor on the selected note, or on a new one where the
// factor has none.
func (v *View) rewrite() tea.Cmd {
	shown := v.shownNotes()
	if len(shown) == 0 {
		return v.write()
	}
	v.begin(shown[min(v.noteAt, len(shown)-1)], inText)
	return nil
}

func (v *View) begin(n *model.FactorNote, at place) {
	e := &edit{note: n, editor: component.NewEditor(n.Body), had: *n}
	e.fields[inRef] = component.NewField("For: ", "the whole school; or a child's record reference")
	e.fields[inWhat] = component.NewField("We will: ", "what we will do to build this")
	e.fields[inOwner] = component.NewField("Owner: ", "who does it")
	e.fields[inDue] = component.NewField("By: ", "a day, such as friday or 4 Dec")
	e.fields[inRef].Set(n.Ref)
	e.fields[inWhat].Set(n.Build.What)
	e.fields[inOwner].Set(n.Build.Owner)
	e.fields[inDue].Set(dueWords(n.Build, v.Env.Now))
	v.edit = e
	v.Find.Blur()
	v.ref.Blur()
	e.goTo(at)
	e.resize(v.W, v.H)
	v.Changed()
}

// dueWords is a plan's day as people write it.
func dueWords(b model.Building, now time.Time) string {
	if day, ok := b.DueDay(now); ok {
		return day.Format("2 Jan 2006")
	}
	return model.CleanLine(b.Due)
}

// says tells whether anything is written.
func (e *edit) says() bool {
	return !model.FactorNote{Body: e.editor.Value(), Build: model.Building{What: e.fields[inWhat].Value()}}.Empty()
}

// take takes what stands in the fields into the note, as somebody's at a time, and
// tells whether it differs from what was there. A note that never said anything
// isn't one.
func (e *edit) take(now time.Time, by string) bool {
	next := *e.note
	next.Body, next.Ref = e.editor.Value(), model.CleanLine(e.fields[inRef].Value())
	next.Build.What = model.CleanLine(e.fields[inWhat].Value())
	next.Build.Owner = model.CleanLine(e.fields[inOwner].Value())
	if due := e.fields[inDue].Value(); due != dueWords(e.note.Build, now) {
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

// done closes the editor with everything kept. Emptying is how a note is taken
// away, and that is said.
func (v *View) done() tea.Cmd {
	e := v.edit
	emptied := !e.says() && !e.had.Empty()
	cmd := v.Flush()
	if emptied {
		back := e.had
		v.notes.emptied = &back
		cmd = tea.Batch(cmd, component.Say("The note is empty and no longer listed. z brings it back while isspp is "+
			"open."))
	}
	v.edit = nil
	v.noteAt = 0
	v.Refresh()
	return cmd
}

// bringBack undoes the emptying of a note.
func (v *View) bringBack() tea.Cmd {
	n := v.notes.emptied
	v.notes.emptied = nil
	n.Changed, n.ChangedBy = v.Env.Clock(), v.Env.Recorder
	cmd := v.notes.put(n)
	v.Refresh()
	return tea.Batch(cmd, component.Say("The note is back."))
}

// both tells whether editor and preview fit side by side.
func (e *edit) both() bool { return e.w >= 90 }

func (e *edit) editorWidth() int {
	if e.both() {
		return min((e.w-component.WallWidth)/2, component.MaxText)
	}
	return e.w
}

// editHead is how many lines stand above the editor: the factor, for whom, what
// will be done, by whom and when, a remark, a rule.
const editHead = 6

// dueColumn is where the day starts on the owner's line.
func (e *edit) dueColumn() int { return e.w / 2 }

func (e *edit) resize(w, h int) {
	e.w, e.h = w, h
	e.fields[inRef].SetWidth(w - 24)
	e.fields[inWhat].SetWidth(w - 5)
	e.fields[inOwner].SetWidth(e.dueColumn() - 5)
	e.fields[inDue].SetWidth(w - e.dueColumn() - 3)
	e.editor.Resize(e.editorWidth()-4, h-editHead)
}

// goTo puts the cursor into a place.
func (e *edit) goTo(at place) {
	if f := e.fields[e.at]; f != nil {
		f.Blur()
	}
	e.at = (at + places) % places
	if f := e.fields[e.at]; f != nil {
		f.Focus()
	}
	e.preview = false
}

// fieldPlace is where a field starts in the body.
func (e *edit) fieldPlace(at place) (x, y int) {
	switch at {
	case inRef:
		return 2, 1
	case inWhat:
		return 2, 2
	case inOwner:
		return 2, 3
	}
	return e.dueColumn(), 3
}
