package rota

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

// Actions are what can be done in the tab.
func (v *View) Actions() []component.Action {
	out := []component.Action{
		{
			ID: "rota.view", Binding: component.Keys(v.nextModeWord(), "v"),
			Help: "Change the rota's view: by setting, by officer, week", Run: component.Do(v.nextMode),
		},
	}
	out = append(out, v.Turning("rota")...)
	if v.Find.Value() != "" && !v.Reading {
		out = append(out, component.Action{
			ID: "rota.all", Binding: component.Keys("show all", "esc"),
			Help: "Clear what is typed and show every setting", Run: component.Do(v.clear),
		})
	}
	out = append(
		out,
		component.Action{
			ID: "rota.local", Binding: component.Keys("local", "e"),
			Help: "Enter or change your school's own entry: who covers it now", Disabled: v.noLocal(),
			Run: v.editLocal,
		},
		component.Action{
			ID: "rota.notes", Binding: component.Keys("notes", "i"),
			Help: "Show every note, or fold those that change no answer",
			Run:  component.Do(func() { v.allNotes = !v.allNotes; v.Drop() }),
		},
	)
	return v.Finding(v.Find, append(out, v.Moving()...), "show all")
}

// noLocal says why no entry of the school's own layer can be made here.
func (v *View) noLocal() string {
	if !v.Env.EditLocal {
		return "There is no place for a Local file here."
	}
	return ""
}

// editLocal opens the form for the selected row, and for a school that nothing
// fits as it was typed.
func (v *View) editLocal() tea.Cmd {
	ask := component.EditLocalMsg{Kind: model.LocalRota}
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
		ask.Kind, ask.Typed = model.LocalSchool, v.Find.Value()
	case r.setting != nil:
		ask.Name = r.setting.Name
	case len(settings) == 0:
		ask.Kind, ask.Name = model.LocalSchool, r.local.Name
	case len(settings) == 1:
		ask.Name = settings[0].Name
	}
	return func() tea.Msg { return ask }
}

func (v *View) nextModeWord() string {
	return [...]string{"officers", "week", "settings"}[v.mode]
}

func (v *View) nextMode() {
	v.mode = (v.mode + 1) % modes
	v.Reading = false
	v.Refresh()
}

func (v *View) clear() {
	v.Find.Set("")
	v.Find.Blur()
	v.Refresh()
}
