package protective

import (
	"isspp/ui/kit"
)

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
		{ID: "protective.edit", Keys: edit, Label: "edit note", Help: "Go on with the selected note; emptying it removes it", Off: off, Do: v.rewrite},
		{ID: "protective.build", Keys: []string{"b"}, Label: "build this", Help: "What we will do to build this factor, who does it and by when", Off: off, Do: v.plan},
	}
	if n, ok := v.planned(); ok {
		label, help := "tick off", "What we will do to build this is done"
		if !n.Build.Done.IsZero() {
			label, help = "not done yet", "Untick it"
		}
		out = append(out, kit.Action{ID: "protective.tick", Keys: []string{"x"}, Label: label, Help: help, Do: v.tick})
	}
	if v.inDetail {
		out = append(out, kit.Action{ID: "protective.back", Keys: []string{"esc", "left", "h"}, Label: "factors", Help: "Back to the factors", Do: kit.Do(func() { v.inDetail = false; v.turned() })})
	} else {
		out = append(out, kit.Action{ID: "protective.more", Keys: []string{"enter", "right", "l"}, Label: "notes", Help: "Go to the notes on the selected factor", Off: v.noFactor(), Do: kit.Do(v.toNotes)})
	}
	label, help := v.arrangeHelp()
	out = append(out,
		kit.Action{ID: "protective.reference", Keys: []string{"f"}, Label: "reference", Help: "Show the notes and the last walkthrough of one reference, or the whole school's notes", Off: v.cantWrite(), Do: kit.Do(v.askReference)},
		kit.Action{ID: "protective.arrange", Keys: []string{"v"}, Label: label, Help: help, Off: v.cantWrite(), Do: kit.Do(v.arrange)},
	)
	if !v.inDetail && (v.find.Value() != "" || !v.whose.all() || v.by != byDomain) {
		out = append(out, kit.Action{ID: "protective.all", Keys: []string{"esc"}, Label: "show all", Help: "Show every factor and everybody's notes", Do: kit.Do(v.clear)})
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
	one, many := v.move, v.move
	if v.inDetail {
		one, many = v.nextNote, v.scroll
	}
	return append(kit.RowKeys(one, many, max(v.at.Height-1, 1)), v.detail.Keys(v.changed)...)
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
