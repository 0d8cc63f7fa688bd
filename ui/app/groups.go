package app

import (
	"strings"

	"isspp/ui/component"
)

// groups are the actions that there are here as help and palette list them: what
// answers, what this tab does, what moves, and what holds everywhere.
func (m *Model) groups() []component.Choice {
	const answer, move, everywhere = "Answer", "Move", "App"
	tab := m.tabs[m.active].Name
	if tab == "Checklist" || tab == "Protective" {
		tab = "Record"
	}
	in := map[string][]component.Action{}
	sort := func(actions []component.Action, other string) {
		for _, a := range actions {
			if a.Help == "" {
				continue // what only shows a key of a field
			}
			switch group, _, _ := strings.Cut(a.ID, "."); {
			case group == "answer" || a.ID == "evidence" || a.ID == "undo":
				in[answer] = append(in[answer], a)
			case moves[group]:
				in[move] = append(in[move], a)
			default:
				in[other] = append(in[other], a)
			}
		}
	}
	sort(m.view().Actions(), tab)
	sort(m.global(), everywhere)
	var out []component.Choice
	for _, name := range []string{answer, tab, move, everywhere} {
		if len(in[name]) > 0 {
			out = append(append(out, component.Choice{Text: name, Heading: true}), m.choices(in[name])...)
		}
	}
	return out
}

// moves are the beginnings of the ids of what only moves.
var moves = map[string]bool{
	"down": true, "up": true, "page": true, "first": true, "last": true, "detail": true, "below": true, "section": true,
	"jump": true, "tab": true,
}
