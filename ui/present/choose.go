package present

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// row is a row of a list that is chosen from.
type row struct {
	key, text, where string
	do               func() tea.Cmd
}

// choose is a list that lies on the slide: the decks, what a search found, the
// keys. With a field it is searched by typing.
type choose struct {
	env    *kit.Env
	title  string
	field  *kit.Field
	search func(query string) []row
	rows   []row
	list   kit.List
	// away is what leaving without a choice does beyond taking the list away.
	away tea.Cmd
	back string
}

func newChoose(env *kit.Env, title string, search func(string) []row) *choose {
	c := &choose{env: env, title: title, search: search, rows: search(""), back: "back to the slide"}
	c.list.SetLen(len(c.rows))
	return c
}

// searched gives the list a field to type into.
func (c *choose) searched(prompt, words string) *choose {
	c.field = kit.NewField(prompt, words)
	c.field.Focus()
	return c
}

func (c *choose) refresh() {
	c.rows = c.search(strings.TrimSpace(c.field.Value()))
	c.list.SetLen(len(c.rows))
	c.list.Select(0)
}

// head is the rows above the list.
func (c *choose) head() int {
	if c.field == nil {
		return 3
	}
	return 4
}

func (c *choose) draw(w, h int) []string {
	t, sg := c.env.Theme, c.env.Signs
	in := min(w-4, 110)
	left := (w - in) / 2
	c.list.SetHeight(h - c.head())
	out := []string{"", t.Heading.Render(c.title)}
	if c.field != nil {
		c.field.SetWidth(in - 2)
		out = append(out, c.field.Draw(t))
	}
	out = append(out, "")
	rows, _ := kit.Choices(&c.list, in, t, sg, func(i int) kit.Choice {
		return kit.Choice{Key: c.rows[i].key, Text: c.rows[i].text, Where: c.rows[i].where}
	})
	out = append(out, rows...)
	if len(c.rows) == 0 && c.field != nil && c.field.Value() != "" {
		out = append(out, "No slide says that. Try fewer letters.")
	}
	for i, line := range out {
		out[i] = kit.Spaces(left) + line
	}
	return out
}

func (c *choose) key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.String()
	switch key {
	case "esc", "ctrl+c":
		return true, c.away
	case "enter":
		return c.chosen()
	case "down":
		c.list.Move(1)
	case "up":
		c.list.Move(-1)
	case "pgdown":
		c.list.Page(1)
	case "pgup":
		c.list.Page(-1)
	default:
		return c.letter(k)
	}
	return false, nil
}

// letter types into the field, or moves where there is none.
func (c *choose) letter(k tea.KeyPressMsg) (bool, tea.Cmd) {
	if c.field != nil {
		if c.field.Type(k) {
			c.refresh()
		}
		return false, nil
	}
	switch k.String() {
	case "q", "?":
		return true, c.away
	case "space":
		return c.chosen()
	case "j":
		c.list.Move(1)
	case "k":
		c.list.Move(-1)
	}
	return false, nil
}

func (c *choose) chosen() (bool, tea.Cmd) {
	if c.list.At < 0 || c.list.At >= len(c.rows) {
		return false, nil
	}
	if do := c.rows[c.list.At].do; do != nil {
		return true, do()
	}
	return true, nil
}

func (c *choose) paste(text string) {
	if c.field != nil {
		c.field.Paste(text)
		c.refresh()
	}
}

func (c *choose) cursor() *tea.Cursor {
	if c.field == nil {
		return nil
	}
	in := min(c.env.Width-4, 110)
	return c.field.Cursor((c.env.Width-in)/2, 2)
}

func (c *choose) hints() []kit.Action {
	return []kit.Action{kit.Hint("enter", "choose"), kit.Hint("down", "next"), kit.Hint("esc", c.back)}
}

// newSearch finds a slide or a point by its words. What isn't revealed yet is
// found too: whoever presents is asked for it.
func newSearch(m *Screen) *choose {
	deck := m.show.deck
	return newChoose(m.env, "Find in this presentation", func(q string) []row {
		if q == "" {
			return nil
		}
		var all []hit
		for i, s := range deck.Slides {
			all = append(all, hit{i, -1, s.Title})
			for j, p := range s.Items {
				all = append(all, hit{i, j, p.Text})
			}
		}
		found, _ := model.Rank(q, all, func(h hit) []string { return []string{h.text} })
		rows := make([]row, 0, len(found))
		for _, h := range found {
			rows = append(rows, row{text: h.text, where: itoa(h.slide+1) + " " + deck.Slides[h.slide].Title, do: func() tea.Cmd {
				if h.item < 0 {
					m.show.jump(h.slide)
				} else {
					m.show.jumpTo(h.slide, h.item)
				}
				return nil
			}})
		}
		return rows
	}).searched("Search: ", "a word of a slide or of a point")
}

// hit is a slide, or an item of it.
type hit struct {
	slide, item int
	text        string
}

// newKeysHelp lists the keys, made from the very actions that they do.
func newKeysHelp(m *Screen) *choose {
	actions := m.actions()
	return newChoose(m.env, "Keys", func(string) []row {
		rows := []row{{key: "12 Enter", text: "To slide 12"}}
		for _, a := range actions {
			if a.Disabled != "" {
				continue
			}
			keys := ""
			for _, k := range a.Keys()[:min(len(a.Keys()), 2)] {
				keys += kit.KeyName(k, m.env.Signs) + " "
			}
			rows = append(rows, row{key: keys, text: a.Help, do: a.Run})
		}
		return rows
	})
}

// newPicker asks which deck to present.
func newPicker(m *Screen) *choose {
	c := newChoose(m.env, "Choose a deck", func(string) []row {
		var rows []row
		for _, one := range Choices(m.env.Pack) {
			rows = append(rows, row{key: one.Name, text: one.Title, where: one.About, do: func() tea.Cmd {
				if one.Name == Whole {
					m.panel = newPlanner(m)
				} else {
					m.begin(one.Name)
				}
				return nil
			}})
		}
		return rows
	})
	c.away, c.back = tea.Quit, "leave"
	return c
}
