package app

import (
	"sync"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/lookup"
)

// newPalette finds every command, everything that the school itself knows and
// every entry of the protocol in one list.
func newPalette(m *Model) *component.Picker {
	groups, actions := m.groups(), m.choices(m.actions())
	local := sync.OnceValue(func() *model.Index { return content.LocalIndex(m.env.Local, m.env.Pack) })
	return component.NewPicker(m.env, "Commands, and everything in the protocol",
		"a command, a school, a sign, a service",
		func(q string) []component.Choice {
			if q == "" {
				return groups
			}
			out, fit := component.Matching(q, actions)
			hits := model.Best(local().Search(q), m.env.Pack.Index().Search(q))
			guessed := len(hits) > 0 && hits[0].Match == model.MatchNear
			switch {
			case fit >= model.FitNear && len(hits) > 0 && !guessed:
				out = nil // a command that is only spelled like it isn't meant
			case fit < model.FitNear && len(out) > 0 && guessed:
				hits = nil
			}
			for _, hit := range hits {
				where := hit.Where
				if status := lookup.FoundStatus(m.env.Pack, m.env.Local, m.env.Now, hit); status != "" {
					where = status
				}
				if guessed {
					where = "closest: " + where
				}
				out = append(out, component.Choice{Text: named(hit), Where: where, Run: func() tea.Cmd {
					return func() tea.Msg { return component.OpenMsg{ID: hit.ID} }
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
