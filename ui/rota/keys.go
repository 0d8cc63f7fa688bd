package rota

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// Actions are what can be done in the tab.
func (v *View) Actions() []kit.Action {
	out := []kit.Action{
		{ID: "rota.view", Binding: kit.Keys(v.nextModeWord(), "v"), Help: "Change the rota's view: by setting, by officer, week", Run: kit.Do(v.nextMode)},
	}
	if v.reading {
		out = append(out, kit.Action{ID: "rota.back", Binding: kit.Keys("list", "esc", "left", "h"), Help: "Back to the list", Run: kit.Do(func() { v.reading = false; v.changed() })})
	} else if !v.wide() && v.mode != asWeek {
		out = append(out, kit.Action{ID: "rota.more", Binding: kit.Keys("more", "enter", "right", "l"), Help: "Show everything about the selected row", Disabled: v.noRow(), Run: kit.Do(func() { v.reading = true; v.changed() })})
	}
	if v.find.Value() != "" && !v.reading {
		out = append(out, kit.Action{ID: "rota.all", Binding: kit.Keys("show all", "esc"), Help: "Clear what is typed and show every setting", Run: kit.Do(v.clear)})
	}
	out = append(out, kit.Action{ID: "rota.local", Binding: kit.Keys("local", "e"), Help: "Enter or change your school's own entry: who covers it now", Disabled: v.noLocal(), Run: v.editLocal})
	out = append(out, kit.Action{ID: "rota.notes", Binding: kit.Keys("notes", "i"), Help: "Show every note, or fold those that change no answer", Run: kit.Do(func() { v.allNotes = !v.allNotes; v.drop() })})
	step := func(n int) {
		if v.reading {
			v.detail.By(n)
			v.changed()
			return
		}
		v.move(n)
	}
	out = append(out, kit.RowKeys(step, step, max(v.list.Height-1, 1))...)
	return append(out, v.detail.Keys(v.changed)...)
}

// noLocal says why no entry of the school's own layer can be made here.
func (v *View) noLocal() string {
	if !v.env.EditLocal {
		return "There is no place for a Local file here."
	}
	return ""
}

// editLocal opens the form for the selected row, and for a school that nothing
// fits as it was typed.
func (v *View) editLocal() tea.Cmd {
	ask := kit.EditLocalMsg{Kind: model.LocalRota}
	r, ok := v.selected()
	settings := r.own
	if r.officer != nil {
		settings = r.officer.Settings
	}
	for _, s := range settings {
		ask.Among = append(ask.Among, s.Name)
	}
	switch {
	case !ok:
		ask.Kind, ask.Typed = model.LocalSchool, v.find.Value()
	case r.setting != nil:
		ask.Name = r.setting.Name
	case len(settings) == 0:
		ask.Kind, ask.Name = model.LocalSchool, r.local.Name
	case len(settings) == 1:
		ask.Name = settings[0].Name
	}
	return func() tea.Msg { return ask }
}

func (v *View) noRow() string {
	if len(v.rows) == 0 {
		return "No row is selected."
	}
	return ""
}

func (v *View) nextModeWord() string {
	return [...]string{"officers", "week", "settings"}[v.mode]
}

func (v *View) nextMode() {
	v.mode = (v.mode + 1) % modes
	v.reading = false
	v.refresh()
}

func (v *View) clear() {
	v.find.Set("")
	v.find.Blur()
	v.refresh()
}

// Typing tells that the find line has the letters.
func (v *View) Typing() bool { return v.find.Focused() }

// TypingHints are the keys that work in the find line.
func (v *View) TypingHints() []kit.Action {
	return kit.FindHints("show all")
}

// Type takes a key into the find line. Arrows move in the list meanwhile.
func (v *View) Type(k tea.KeyPressMsg) (tea.Cmd, bool) {
	changed, taken := v.find.Find(k)
	if changed {
		v.refresh()
	}
	v.changed()
	return nil, taken
}

// Paste puts pasted text into the find line.
func (v *View) Paste(text string) tea.Cmd {
	if !v.find.Focused() {
		v.find.Focus()
	}
	v.find.Paste(text)
	v.refresh()
	return nil
}

// Click selects a row; on a narrow screen a click on the selected row opens it.
func (v *View) Click(x, y int) tea.Cmd {
	y -= kit.PaneTop
	switch {
	case y == len(v.leadLines()) && x < v.listWidth() && !v.reading:
		v.find.Focus()
		v.changed()
	case x < v.listWidth() && !v.reading:
		i := v.list.Row(y - 1 - len(v.leadLines()))
		if i < 0 {
			return nil
		}
		if i == v.list.At && !v.wide() && v.mode != asWeek {
			v.reading = true
			v.changed()
			return nil
		}
		v.move(i - v.list.At)
	}
	return nil
}

// Wheel scrolls what is under the mouse.
func (v *View) Wheel(x, _, n int) tea.Cmd {
	if v.reading || (v.wide() && v.mode != asWeek && x > v.listWidth()) {
		v.detail.By(n)
		v.changed()
		return nil
	}
	v.move(n)
	return nil
}
