// Package protective is the tab of the protective factors, each with
// private notes for a child's reference or for the whole school, and with what
// will be done to build it. For a reference it says which factors the last
// walkthrough saw and which are missing. Notes are sealed as they are typed; a
// process without the notes' key takes none.
package protective

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// View is the tab.
type View struct {
	env  *kit.Env
	list model.List
	// loaded tells that the factors were read, when the tab was first shown.
	loaded bool

	rows []row
	at   kit.List
	// by is what the rows are arranged by.
	by arrangement
	// find narrows the factors by words; ref is typed into to choose whose notes
	// are shown, which whose then holds.
	find, ref *kit.Field
	whose     whose
	offered   offered
	// last is the last walkthrough of the reference that is shown.
	last last

	// inDetail tells that the keys move among the notes of the factor; on a
	// narrow screen the details are then all that is shown.
	inDetail bool
	detail   kit.Detail
	noteAt   int

	notes notes
	edit  *edit

	w, h   int
	kept   []string
	starts []int
}

// New makes the tab. It reads nothing of the pack yet.
func New(env *kit.Env) *View {
	v := &View{
		env:   env,
		find:  kit.NewField("Find: ", "a factor"),
		ref:   kit.NewField("Reference: ", "a few letters find it"),
		notes: newNotes(),
	}
	v.at.Heading = func(i int) bool { return v.rows[i].heading != "" }
	v.at.Lines = func(i int) int { return len(v.title(v.rows[i])) }
	return v
}

func (v *View) load() {
	if !v.loaded {
		v.loaded = true
		v.list, _ = v.env.Pack.List("protective")
		v.refresh()
	}
}

// split is the tab's: factors on the left, the notes on one of them on the right.
var split = kit.Split{Share: 46, Least: 50, Most: 72, Narrow: 40}

func (v *View) wide() bool     { return split.Beside(v.w) }
func (v *View) listWidth() int { return split.List(v.w) }

// inside is the room in the list's pane.
func (v *View) inside() (w, h int) { return kit.Inside(v.listWidth(), v.h) }

// previewLines is how much of the details stands below the list on a narrow screen.
const previewLines = 4

// Resize takes the size; the layout waits until the tab is drawn.
func (v *View) Resize(w, h int) {
	v.w, v.h = w, h
	lw, _ := v.inside()
	v.find.SetWidth(lw - 2)
	v.ref.SetWidth(lw - 2)
	if v.edit != nil {
		v.edit.resize(w, h)
	}
	v.Redraw()
}

// Redraw drops what was drawn.
func (v *View) Redraw() { v.turned() }

func (v *View) changed() { v.kept = nil }

// turned is for a change in what the details say.
func (v *View) turned() {
	v.kept = nil
	v.detail.Drop()
}

// Filter puts the cursor into the find line.
func (v *View) Filter() {
	if v.edit != nil {
		return
	}
	v.load()
	v.inDetail = false
	v.ref.Blur()
	v.find.Focus()
	v.changed()
}

// Open shows a factor by id, or the first of a domain.
func (v *View) Open(id string) bool {
	v.load()
	item := ""
	for _, d := range v.list.Domains {
		for i, it := range d.Items {
			if it.ID == id || i == 0 && d.ID == id {
				item = it.ID
			}
		}
	}
	if item == "" || v.edit != nil {
		return false
	}
	v.find.Set("")
	v.find.Blur()
	v.by = byDomain
	v.refresh()
	v.choose(item)
	v.inDetail = !v.wide()
	return true
}

// Handle takes the results of the tab's own commands.
func (v *View) Handle(msg tea.Msg) tea.Cmd {
	if v.notes.soon.Due(msg) {
		return v.Flush()
	}
	if _, saved := msg.(kit.SavedMsg); saved {
		v.last.stale = true
		v.kept = nil
	}
	cmd, mine := v.notes.handle(msg)
	if !mine {
		return nil
	}
	v.turned()
	if saved, ok := msg.(kit.SavedMsg); ok && saved.Err != nil {
		return tea.Batch(cmd, kit.Fail("The note is not saved. It is still on this screen, and the next change tries again. "+model.CleanLine(saved.Err.Error())))
	}
	return cmd
}

// Deck names the slides of the protective factors.
func (v *View) Deck() string { return "protective" }

// At is the id of the selected factor.
func (v *View) At() string {
	v.load()
	r, _ := v.selected()
	return r.item.ID
}
