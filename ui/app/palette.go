package app

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

// newPalette finds every command and every entry of the protocol in one list.
func newPalette(m *Model) *picker {
	actions := actionChoices(m.env, m.actions())
	return newPicker(m.env, "Commands, and everything in the protocol", "a command, a school, a sign, a service", func(q string) []choice {
		out := matching(q, actions)
		if q == "" {
			return out
		}
		for _, hit := range m.env.Pack.Index().Search(q) {
			out = append(out, choice{title: hit.Title, where: hit.Where, do: func() tea.Cmd {
				return func() tea.Msg { return kit.OpenMsg{ID: hit.ID} }
			}})
		}
		return out
	})
}
