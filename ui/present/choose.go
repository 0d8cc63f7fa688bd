package present

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
)

// newSearch finds a slide or a point by its words. What isn't revealed yet is
// found too: whoever presents is asked for it.
func newSearch(m *Screen) *component.Picker {
	var all []component.Choice
	for i, s := range m.show.deck.Slides {
		all = append(all, component.Choice{
			Text: s.Title, Where: itoa(i + 1),
			Run: component.Do(func() { m.show.jump(i) }),
		})
		for j, p := range s.Items {
			where := itoa(i+1) + " " + s.Title
			all = append(all, component.Choice{
				Text: p.Text, Where: where,
				Run: component.Do(func() { m.show.jumpTo(i, j) }),
			})
		}
	}
	return component.NewPicker(m.env, "Find in this presentation", "a word of a slide or of a point",
		func(q string) []component.Choice {
			if q == "" {
				return nil
			}
			found, _ := component.Matching(q, all)
			return found
		})
}

func newOverview(m *Screen) *component.Picker {
	var all []component.Choice
	for i, s := range m.show.deck.Slides {
		all = append(all, component.Choice{
			Key: itoa(i + 1), Text: s.Title, Where: s.Part,
			Run: component.Do(func() { m.show.jump(i) }),
		})
	}
	p := component.PickerOf(m.env, "Every slide", "a word of a title, or a number; q goes back", all)
	p.QLeaves = true
	p.Select(m.show.Slide)
	return p
}

// newKeysHelp lists the keys, made from the very actions that they do.
func newKeysHelp(m *Screen) *component.Picker {
	rows := append([]component.Choice{{Key: "12 Enter", Text: "To slide 12"}},
		component.ActionChoices(m.actions(), m.env.Signs)...)
	p := component.PickerOf(m.env, "Keys", "type to search, Enter does it, q goes back", rows)
	p.QLeaves = true
	return p
}

func newDecks(m *Screen) *component.Picker {
	var rows []component.Choice
	for _, one := range Choices(m.env.Pack) {
		rows = append(rows, component.Choice{Key: one.Name, Text: one.Title, Where: one.About, Run: func() tea.Cmd {
			if one.Name == Whole {
				m.open(newPlanner(m))
			} else {
				m.begin(one.Name)
			}
			return nil
		}})
	}
	p := component.PickerOf(m.env, "Choose a deck", "type to search, Enter presents it, q leaves", rows)
	p.QLeaves = true
	return p
}
