package present

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

// newSearch finds a slide or a point by its words. What isn't revealed yet is
// found too: whoever presents is asked for it.
func newSearch(m *Screen) *kit.Picker {
	var all []kit.Choice
	for i, s := range m.show.deck.Slides {
		all = append(all, kit.Choice{Text: s.Title, Where: itoa(i + 1), Run: kit.Do(func() { m.show.jump(i) })})
		for j, p := range s.Items {
			where := itoa(i+1) + " " + s.Title
			all = append(all, kit.Choice{Text: p.Text, Where: where, Run: kit.Do(func() { m.show.jumpTo(i, j) })})
		}
	}
	return kit.NewPicker(m.env, "Find in this presentation", "a word of a slide or of a point",
		func(q string) []kit.Choice {
			if q == "" {
				return nil
			}
			found, _ := kit.Matching(q, all)
			return found
		})
}

// newOverview is every slide, and where each belongs.
func newOverview(m *Screen) *kit.Picker {
	var all []kit.Choice
	for i, s := range m.show.deck.Slides {
		all = append(all, kit.Choice{
			Key: itoa(i + 1), Text: s.Title, Where: s.Part,
			Run: kit.Do(func() { m.show.jump(i) }),
		})
	}
	p := kit.PickerOf(m.env, "Every slide", "a word of a slide's title, or its number", all)
	p.Select(m.show.place.Slide)
	return p
}

// newKeysHelp lists the keys, made from the very actions that they do.
func newKeysHelp(m *Screen) *kit.Picker {
	rows := append([]kit.Choice{{Key: "12 Enter", Text: "To slide 12"}}, kit.ActionChoices(m.actions(), m.env.Signs)...)
	return kit.PickerOf(m.env, "Keys", "type to search, Enter does it", rows)
}

// newDecks asks which deck to present.
func newDecks(m *Screen) *kit.Picker {
	var rows []kit.Choice
	for _, one := range Choices(m.env.Pack) {
		rows = append(rows, kit.Choice{Key: one.Name, Text: one.Title, Where: one.About, Run: func() tea.Cmd {
			if one.Name == Whole {
				m.open(newPlanner(m))
			} else {
				m.begin(one.Name)
			}
			return nil
		}})
	}
	return kit.PickerOf(m.env, "Choose a deck", "type to search, Enter presents it", rows)
}
