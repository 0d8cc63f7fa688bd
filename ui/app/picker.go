package app

import (
	"slices"

	"isspp/ui/component"
)

// newHelp lists what can be done where the person is, made from the very
// actions that the keys run.
func newHelp(m *Model) *component.Picker {
	groups, actions := m.groups(), m.choices(m.actions())
	title := "Help: what you can do here " + m.env.Signs.Dot + " " + m.tabs[m.active].Name
	return component.NewPicker(m.env, title, "type to search, Enter does it", func(q string) []component.Choice {
		if q == "" {
			return groups
		}
		found, _ := component.Matching(q, actions)
		return found
	})
}

// choices are actions as rows of the help, which everyday words find too. What only
// shows a key of a field isn't one.
func (m *Model) choices(actions []component.Action) []component.Choice {
	actions = slices.DeleteFunc(slices.Clone(actions), func(a component.Action) bool { return a.Help == "" })
	out := component.ActionChoices(actions, m.env.Signs)
	for i := range out {
		out[i].Words = everyday[actions[i].ID]
	}
	return out
}
