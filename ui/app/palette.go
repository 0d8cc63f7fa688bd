package app

import (
	"sync"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/kit"
)

// newPalette finds every command, everything that the school itself knows and
// every entry of the protocol in one list.
func newPalette(m *Model) *picker {
	actions := actionChoices(m.env, m.actions())
	local := sync.OnceValue(func() *model.Index { return content.LocalIndex(m.env.Local, m.env.Pack) })
	return newPicker(m.env, "Commands, and everything in the protocol", "a command, a school, a sign, a service", func(q string) []choice {
		out := matching(q, actions)
		if q == "" {
			return out
		}
		for _, hit := range model.Best(local().Search(q), m.env.Pack.Index().Search(q)) {
			out = append(out, choice{title: named(hit), where: hit.Where, do: func() tea.Cmd {
				return func() tea.Msg { return kit.OpenMsg{ID: hit.ID} }
			}})
		}
		return out
	})
}

// named is what a place is called in one line. Running text has no name of its
// own, and the heading it stands below would call every paragraph the same.
func named(hit model.Passage) string {
	if hit.Kind == "paragraph" || hit.Kind == "note" {
		return model.CleanLine(hit.Text)
	}
	return hit.Title
}
