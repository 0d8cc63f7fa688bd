package protective

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

func do(f func()) func() tea.Cmd { return func() tea.Cmd { f(); return nil } }

// Actions are what can be done in the tab.
func (v *View) Actions() []kit.Action {
	if v.edit != nil {
		return nil
	}
	v.load()
	off := v.cantWrite()
	if _, ok := v.selected(); !ok && off == "" {
		off = "No factor is selected."
	}
	edit := []string{"e"}
	if v.inDetail {
		edit = append(edit, "enter")
	}
	out := []kit.Action{
		{ID: "protective.new", Keys: []string{"n"}, Label: "new note", Help: "Write a private note on this factor, for a child or for the school", Off: off, Do: v.write},
		{ID: "protective.edit", Keys: edit, Label: "edit note", Help: "Go on with the selected note; emptying it takes it away", Off: off, Do: v.rewrite},
		{ID: "protective.build", Keys: []string{"b"}, Label: "build this", Help: "What we will do to build this factor, who does it and by when", Off: off, Do: v.plan},
	}
	if n, ok := v.planned(); ok {
		label, help := "tick off", "What we will do to build this is done"
		if !n.Build.Done.IsZero() {
			label, help = "not done yet", "Take the tick back"
		}
		out = append(out, kit.Action{ID: "protective.tick", Keys: []string{"x"}, Label: label, Help: help, Do: v.tick})
	}
	if v.inDetail {
		out = append(out, kit.Action{ID: "protective.back", Keys: []string{"esc", "left", "h"}, Label: "factors", Help: "Back to the factors", Do: do(func() { v.inDetail = false; v.turned() })})
	} else {
		out = append(out, kit.Action{ID: "protective.more", Keys: []string{"enter", "right", "l"}, Label: "notes", Help: "Go to the notes on the selected factor", Off: v.noFactor(), Do: do(v.toNotes)})
	}
	label, help := v.arrangeHelp()
	out = append(out,
		kit.Action{ID: "protective.reference", Keys: []string{"f"}, Label: "reference", Help: "Show the notes and the last walkthrough of one reference, or the whole school's notes", Off: v.cantWrite(), Do: do(v.askReference)},
		kit.Action{ID: "protective.arrange", Keys: []string{"v"}, Label: label, Help: help, Off: v.cantWrite(), Do: do(v.arrange)},
	)
	if !v.inDetail && (v.find.Value() != "" || !v.whose.all() || v.by != byDomain) {
		out = append(out, kit.Action{ID: "protective.all", Keys: []string{"esc"}, Label: "show all", Help: "Show every factor and everybody's notes", Do: do(v.clear)})
	}
	if v.notes.emptied != nil {
		out = append(out, kit.Action{ID: "protective.bringBack", Keys: []string{"z"}, Label: "bring back", Help: "Bring the emptied note back", Do: v.bringBack})
	}
	return append(out, v.moving()...)
}

func (v *View) noFactor() string {
	if _, ok := v.selected(); !ok {
		return "No factor is selected."
	}
	return ""
}

func (v *View) toNotes() { v.inDetail, v.noteAt = true, 0; v.turned() }

func (v *View) clear() {
	v.find.Set("")
	v.ref.Set("")
	v.find.Blur()
	v.ref.Blur()
	v.by = byDomain
	v.show(whose{})
}

// moving are the keys that move among the factors, or among the notes of one.
func (v *View) moving() []kit.Action {
	step := func(n int) func() tea.Cmd {
		return do(func() {
			if v.inDetail {
				v.nextNote(n)
				return
			}
			v.move(n)
		})
	}
	page := max(v.at.Height-1, 1)
	return []kit.Action{
		{ID: "down", Keys: []string{"down", "j"}, Quiet: true, Help: "Down one row", Do: step(1)},
		{ID: "up", Keys: []string{"up", "k"}, Quiet: true, Help: "Up one row", Do: step(-1)},
		{ID: "page.down", Keys: []string{"pgdown", "ctrl+d"}, Quiet: true, Help: "Down one screen", Do: v.screen(page)},
		{ID: "page.up", Keys: []string{"pgup", "ctrl+u"}, Quiet: true, Help: "Up one screen", Do: v.screen(-page)},
		{ID: "first", Keys: []string{"home", "g"}, Quiet: true, Help: "To the first", Do: v.screen(-1000)},
		{ID: "last", Keys: []string{"end", "G"}, Quiet: true, Help: "To the last", Do: v.screen(1000)},
		{ID: "detail.down", Keys: []string{"J", "shift+down", "space"}, Quiet: true, Help: "Scroll the details down", Do: do(func() { v.scroll(1) })},
		{ID: "detail.up", Keys: []string{"K", "shift+up"}, Quiet: true, Help: "Scroll the details up", Do: do(func() { v.scroll(-1) })},
	}
}

func (v *View) screen(n int) func() tea.Cmd {
	return do(func() {
		if v.inDetail {
			v.scroll(n)
			return
		}
		v.move(n)
	})
}

// nextNote selects another note of the factor; past the last one, and where
// there is none, it scrolls.
func (v *View) nextNote(n int) {
	to := v.noteAt + n
	if to < 0 || to >= len(v.starts) {
		v.scroll(n)
		return
	}
	v.noteAt = to
	v.detail.Show(v.starts[to])
	v.turned()
}

func (v *View) scroll(n int) {
	v.detail.By(n)
	v.changed()
}
