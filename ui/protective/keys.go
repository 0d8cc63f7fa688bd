package protective

import (
	"isspp/ui/component"
)

// Actions are what can be done in the tab.
func (v *View) Actions() []component.Action {
	v.Ready()
	if v.edit != nil {
		return v.edit.actions()
	}
	off := v.cantWrite()
	if _, ok := v.selected(); !ok && off == "" {
		off = "No factor is selected."
	}
	edit := []string{"e"}
	if v.Reading {
		edit = append(edit, "enter")
	}
	out := []component.Action{
		{
			ID: "protective.new", Binding: component.Keys("new note", "n"),
			Help: "Write a private note on this factor, for a child or for the school", Disabled: off, Run: v.write,
		},
		{
			ID: "protective.edit", Binding: component.Keys("edit note", edit...),
			Help: "Go on with the selected note; emptying it removes it", Disabled: off, Run: v.rewrite,
		},
		{
			ID: "protective.build", Binding: component.Keys("build this", "b"),
			Help: "What we will do to build this factor, who does it and by when", Disabled: off, Run: v.plan,
		},
	}
	if n, ok := v.planned(); ok {
		label, help := "tick off", "What we will do to build this is done"
		if !n.Build.Done.IsZero() {
			label, help = "not done yet", "Untick it"
		}
		out = append(out, component.Action{
			ID: "protective.tick", Binding: component.Keys(label, "x"), Help: help,
			Run: v.tick,
		})
	}
	if v.Reading {
		out = append(out, component.Action{
			ID: "protective.back", Binding: component.Keys("factors", "esc", "left", "h"),
			Help: "Back to the factors", Run: component.Do(func() { v.Reading = false; v.Drop() }),
		})
	} else {
		out = append(out, component.Action{
			ID: "protective.more", Binding: component.Keys("notes", "enter", "right", "l"),
			Help: "Go to the notes on the selected factor", Disabled: v.noFactor(), Run: component.Do(v.toNotes),
		})
	}
	out = append(append(out, v.shown()...), v.moving()...)
	if v.ref.Focused() {
		return append([]component.Action{
			component.Typing(false, "up"), component.Hint("enter", "show these"), component.Hint("down", "next"),
			component.Hint("esc", "back"),
		}, component.Unnamed(out)...)
	}
	return v.Finding(v.Find, out, "show all")
}

// shown are whose notes are shown and in which order.
func (v *View) shown() []component.Action {
	label, help := v.arrangeHelp()
	out := []component.Action{
		{
			ID: "protective.reference", Binding: component.Keys("reference", "f"),
			Help:     "Show the notes and the last walkthrough of one reference, or the whole school's notes",
			Disabled: v.cantWrite(), Run: component.Do(v.askReference),
		},
		{
			ID: "protective.arrange", Binding: component.Keys(label, "v"), Help: help, Disabled: v.cantWrite(),
			Run: component.Do(v.arrange),
		},
	}
	if !v.Reading && (v.Find.Value() != "" || !v.whose.all() || v.by != byDomain) {
		out = append(out, component.Action{
			ID: "protective.all", Binding: component.Keys("show all", "esc"),
			Help: "Show every factor and everybody's notes", Run: component.Do(v.clear),
		})
	}
	if v.notes.emptied != nil {
		out = append(out, component.Action{
			ID: "protective.bringBack", Binding: component.Keys("bring back", "z"),
			Help: "Bring the emptied note back", Run: v.bringBack,
		})
	}
	return out
}

func (v *View) noFactor() string {
	if _, ok := v.selected(); !ok {
		return "No factor is selected."
	}
	return ""
}

func (v *View) toNotes() { v.Reading, v.noteAt = true, 0; v.Drop() }

func (v *View) clear() {
	v.Find.Set("")
	v.ref.Set("")
	v.Find.Blur()
	v.ref.Blur()
	v.by = byDomain
	v.show(whose{})
}

// moving are the keys that move among the factors, or among the notes of one.
func (v *View) moving() []component.Action {
	one, many := v.Move, v.Move
	if v.Reading {
		one, many = v.nextNote, v.Scrolls
	}
	return append(component.RowKeys(one, many, max(v.List.Height-1, 1)), v.Detail.Keys(v.Changed)...)
}

// nextNote selects another note of the factor; past the last one, and where
// there is none, it scrolls.
func (v *View) nextNote(n int) {
	to := v.noteAt + n
	if to < 0 || to >= len(v.starts) {
		v.Scrolls(n)
		return
	}
	v.noteAt = to
	v.Detail.Show(v.starts[to])
	v.Drop()
}
