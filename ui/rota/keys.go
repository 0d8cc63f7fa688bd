package rota

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

// Actions are what can be done in the tab.
func (v *View) Actions() []component.Action {
	act, do := component.Act, component.Do
	next := [...]string{"officers", "week", "settings"}[v.mode]
	out := []component.Action{
		act("rota.view", next, "Change the rota's view: by setting, by officer, week", do(v.nextMode), "v"),
	}
	out = append(out, v.Turning("rota")...)
	if v.Find.Value() != "" && !v.Reading {
		out = append(out, act("rota.all", "show all", "Clear what is typed and show every setting", do(func() {
			v.Find.Set("")
			v.Find.Blur()
			v.Refresh()
		}), "esc"))
	}
	noLocal := ""
	if !v.Env.EditLocal {
		noLocal = "There is no place for a Local file here."
	}
	out = append(out,
		act("rota.local", "local", "Enter or change your school's own entry: who covers it now", v.editLocal, "e").
			Unless(noLocal),
		act("rota.notes", "notes", "Show every note, or fold those that change no answer",
			do(func() { v.allNotes = !v.allNotes; v.Drop() }), "i"))
	return v.Finding(v.Find, append(out, v.Moving()...), "show all")
}

// editLocal opens the form for the selected row, and for a school that nothing
// fits as it was typed.
func (v *View) editLocal() tea.Cmd {
	ask := component.EditLocalMsg{Kind: model.LocalRota}
	r, ok := v.selected()
	settings := r.settings()
	for _, s := range settings {
		ask.Among = append(ask.Among, s.Name)
	}
	switch {
	case !ok:
		ask.Kind, ask.Typed = model.LocalSchool, v.Find.Value()
	case len(settings) == 0:
		ask.Kind, ask.Name = model.LocalSchool, r.local.Name
	case len(settings) == 1:
		ask.Name = settings[0].Name
	}
	return func() tea.Msg { return ask }
}

func (v *View) nextMode() {
	v.mode = (v.mode + 1) % modes
	v.Reading = false
	v.Refresh()
}
