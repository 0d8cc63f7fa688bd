package app

import (
	"slices"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/lookup"
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
				c := component.Choice{Text: hit.Title, Where: hit.Where, Run: func() tea.Cmd {
					return func() tea.Msg { return component.OpenMsg{ID: hit.ID} }
				}}
				if hit.Kind == "paragraph" || hit.Kind == "note" {
					c.Text = model.CleanLine(hit.Text) // the heading it stands below would call each the same
				}
				if status := lookup.FoundStatus(m.env.Pack, m.env.Local, m.env.Now, hit); status != "" {
					c.Where = status
				}
				if guessed {
					c.Where = "closest: " + c.Where
				}
				out = append(out, c)
			}
			return out
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
			switch group, _, _ := strings.Cut(a.ID, "."); {
			case group == "answer" || a.ID == "evidence" || a.ID == "undo":
				in[answer] = append(in[answer], a)
			case slices.Contains(moves, group):
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
		if rows := m.choices(in[name]); len(rows) > 0 {
			out = append(append(out, component.Choice{Text: name, Heading: true}), rows...)
		}
	}
	return out
}

var moves = []string{"down", "up", "page", "first", "last", "detail", "below", "section", "jump", "tab"}

// everyday are the words that people type into the palette for an action whose
// own sentence doesn't have them, by the action's id.
var everyday = map[string][]string{
	"settings": {"my name", "preferences", "options", "config", "auto-lock", "timeout"},
	"upkeep": {
		"export", "import", "backup", "restore", "password", "delete", "erase", "purge", "transfer",
		"recovery key", "history",
	},
	"out":          {"export", "print", "PDF", "save as", "SAR", "report"},
	"handout":      {"print", "export", "PDF"},
	"present":      {"slides", "slideshow", "projector", "training"},
	"unlock":       {"password", "passphrase", "sign in", "log in", "open notes"},
	"lock":         {"sign out", "log out"},
	"quit":         {"exit", "close"},
	"hide":         {"blank", "privacy"},
	"local.file":   {"our numbers", "my school", "add officer"},
	"local.import": {"csv", "excel", "spreadsheet", "council", "officers", "upload"},
	"theme.light":  {"light mode", "bright"},
	"theme.dark":   {"dark mode", "night"},
	"emergency":    {"police", "ambulance", "social worker", "urgent"},
	"help":         {"keys", "shortcuts"},
}
