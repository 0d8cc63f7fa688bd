package protective

import (
	"cmp"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

// Actions are what can be done in the tab.
func (v *View) Actions() []component.Action {
	v.Ready()
	switch {
	case v.edit != nil:
		return v.edit.Actions()
	case v.picker != nil:
		return append([]component.Action{
			component.Typing(false, "up", "pgup", "pgdown"), component.Hint("enter", "show these"),
			component.Hint("down", "next"), component.Hint("esc", "back"),
		}, component.Unnamed(v.acting())...)
	}
	one, many := v.Move, v.Move
	if v.Reading {
		one, many = v.nextNote, v.Scrolls
	}
	return v.Finding(v.Find, slices.Concat(v.acting(), component.RowKeys(one, many, max(v.List.Height-1, 1)),
		v.Detail.Keys(v.Changed)), "show all")
}

// acting are the keys that do something with a factor, a note or the list.
func (v *View) acting() []component.Action {
	none := v.NoRow()
	if none != "" {
		none = "No factor is selected."
	}
	locked := v.cantWrite()
	off := cmp.Or(locked, none)
	edit := []string{"e"}
	if v.Reading {
		edit = append(edit, "enter")
	}
	act := func(id, label, help, off string, run func() tea.Cmd, keys ...string) component.Action {
		return component.Action{
			ID: "protective." + id, Binding: component.Keys(label, keys...), Help: help, Disabled: off, Run: run,
		}
	}
	out := []component.Action{
		act("new", "new note", "Write a private note on this factor, for a child or for the school", off,
			func() tea.Cmd { return v.open(inText, true) }, "n"),
		act("edit", "edit note", "Go on with the selected note; emptying it removes it", off,
			func() tea.Cmd { return v.open(inText, false) }, edit...),
		act("build", "build this", "What we will do to build this factor, who does it and by when", off, v.plan, "b"),
	}
	if n := v.planned(); n != nil {
		label, help := "tick off", "What we will do to build this is done"
		if !n.Build.Done.IsZero() {
			label, help = "not done yet", "Untick it"
		}
		out = append(out, act("tick", label, help, "", v.tick, "x"))
	}
	if v.Reading {
		out = append(out, act("back", "factors", "Back to the factors", "", component.Do(func() { v.Turn(false) }),
			"esc", "left", "h"))
	} else {
		out = append(out, act("more", "notes", "Go to the notes on the selected factor", none,
			component.Do(func() { v.noteAt = 0; v.Turn(true) }), "enter", "right", "l"))
	}
	label, help := v.arrangeHelp()
	out = append(out, act("reference", "reference",
		"Show the notes and the last walkthrough of one reference, or the whole school's notes", locked,
		component.Do(v.askReference), "f"), act("arrange", label, help, locked, component.Do(v.arrange), "v"))
	if !v.Reading && (v.Find.Value() != "" || !v.whose.all() || v.by != byDomain) {
		out = append(out, act("all", "show all", "Show every factor and everybody's notes", "", component.Do(v.clear),
			"esc"))
	}
	if v.notes.emptied != nil {
		out = append(out, act("bringBack", "bring back", "Bring the emptied note back", "", v.bringBack, "z"))
	}
	return out
}

func (v *View) clear() {
	v.Find.Set("")
	v.Find.Blur()
	v.by = byDomain
	v.show(whose{})
}

// nextNote selects another note of the factor; past the last one it scrolls.
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

// planned is the note whose plan is meant: the row's, the selected or the first; or nil.
func (v *View) planned() *model.FactorNote {
	r, _ := v.selected()
	if r.note != nil {
		return r.note
	}
	shown := v.shownNotes()
	if v.Reading && v.noteAt < len(shown) {
		shown = shown[v.noteAt : v.noteAt+1]
	}
	model.ByDue(shown)
	for _, n := range shown {
		if n.Build.Planned() {
			return n
		}
	}
	return nil
}

func (v *View) tick() tea.Cmd {
	n, now, said := v.planned(), v.Env.Clock(), "Ticked off: done today. x unticks it."
	if n.Build.Done.IsZero() {
		n.Build.Done = now
	} else {
		n.Build.Done, said = time.Time{}, "It is open again."
	}
	n.Changed, n.ChangedBy = now, v.Env.Recorder
	cmd := v.notes.put(n)
	v.Refresh()
	return tea.Batch(cmd, component.Say(said))
}
