package app

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// choice is one row of a picker and what choosing it does.
type choice struct {
	key   string // the key that does the same, or empty
	title string
	where string // what kind of thing it is, or why it is off
	off   string
	words []string // others that find it
	do    func() tea.Cmd
	// heading tells that it names those below it.
	heading bool
}

// picker is a list that is searched by typing and that runs what is chosen.
// Help and the command palette are both pickers.
type picker struct {
	kit.Base
	env    *kit.Env
	title  string
	search func(query string) []choice
	field  *kit.Field
	rows   []choice
	list   kit.List
	// drawn is the row that each line below the search shows.
	drawn []int
}

func newPicker(env *kit.Env, title, placeholder string, search func(string) []choice) *picker {
	p := &picker{env: env, title: title, search: search, field: kit.NewField("Search: ", placeholder)}
	p.list.Heading = func(i int) bool { return p.rows[i].heading }
	p.field.Focus()
	p.refresh()
	return p
}

func (p *picker) refresh() {
	p.rows = p.search(strings.TrimSpace(p.field.Value()))
	p.list.SetLen(len(p.rows))
	p.list.Select(0)
}

// SetSize lays the picker out.
func (p *picker) SetSize(w, h int) {
	p.Base.SetSize(w, h)
	p.field.SetWidth(min(w-4, 60))
	p.list.SetHeight(h - aboveRows)
}

// Look tells that letters search.
func (p *picker) Look() kit.Look { return kit.Look{Typing: true} }

// Update types into the search line, moves in the list, or chooses.
func (p *picker) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		p.list.Move(kit.Wheel(msg))
	case tea.MouseClickMsg:
		if y := msg.Y - aboveRows; y >= 0 && y < len(p.drawn) {
			return p.choose(p.drawn[y])
		}
	case tea.PasteMsg:
		p.field.Paste(msg.Content)
		p.refresh()
	case tea.KeyPressMsg:
		return p.key(msg)
	}
	return nil
}

func (p *picker) key(k tea.KeyPressMsg) tea.Cmd {
	switch k.String() {
	case "esc", "ctrl+c":
		p.Close()
	case "enter":
		return p.choose(p.list.At)
	case "down", "ctrl+n":
		p.list.Move(1)
	case "up", "ctrl+p":
		p.list.Move(-1)
	case "pgdown":
		p.list.Page(1)
	case "pgup":
		p.list.Page(-1)
	default:
		if p.field.Type(k) {
			p.refresh()
		}
	}
	return nil
}

func (p *picker) choose(i int) tea.Cmd {
	if i < 0 || i >= len(p.rows) || p.rows[i].heading {
		return nil
	}
	p.Close()
	if c := p.rows[i]; c.off == "" {
		return c.do()
	}
	return kit.Say(p.rows[i].off)
}

// Cursor stands in the search line.
func (p *picker) Cursor() *tea.Cursor { return p.field.Cursor(2, 1) }

// Actions are the picker's keys.
func (p *picker) Actions() []kit.Action {
	return []kit.Action{kit.Hint("enter", "do it"), kit.Hint("down", "next"), kit.Hint("esc", "back")}
}

// newHelp lists what can be done where the person is, made from the very
// actions that the keys run.
func newHelp(m *Model) *picker {
	groups := m.groups()
	actions := actionChoices(m.env, m.actions())
	title := "Help: what you can do here " + m.env.Signs.Dot + " " + m.tabs[m.active].Name
	return newPicker(m.env, title, "type to search, Enter does it", func(q string) []choice {
		if q == "" {
			return groups
		}
		return matching(q, actions)
	})
}

func actionChoices(env *kit.Env, actions []kit.Action) []choice {
	out := make([]choice, 0, len(actions))
	for _, a := range actions {
		keys := make([]string, 0, 2)
		for _, k := range a.Keys()[:min(len(a.Keys()), 2)] {
			keys = append(keys, kit.KeyName(k, env.Signs))
		}
		out = append(out, choice{key: strings.Join(keys, " "), title: a.Help, off: a.Disabled, words: everyday[a.ID], do: a.Run})
	}
	return out
}

// matching keeps the choices that a query finds, best first.
func matching(q string, all []choice) []choice {
	found, _ := rank(q, all)
	return found
}

// rank is matching, with how well the best of them fits.
func rank(q string, all []choice) ([]choice, model.Fit) {
	return model.Rank(q, all, func(c choice) []string { return append([]string{c.title, c.key}, c.words...) })
}

// aboveRows is the picker's title and its search line.
const aboveRows = 2

// View returns the title, the search line and the rows in view. The selected row
// is shown whole, over as many lines as its words take.
func (p *picker) View() []string {
	t, sg := p.env.Theme, p.env.Signs
	out := []string{
		"  " + t.Heading.Render(p.title),
		"  " + p.field.Draw(t),
	}
	p.drawn = nil
	if len(p.rows) == 0 {
		return append(out, "", "  No match. Try fewer letters.")
	}
	lines, of := kit.Choices(&p.list, p.W, t, sg, func(i int) kit.Choice { return p.rows[i].shown() })
	p.drawn = of
	return append(out, lines...)
}

// shown is what the row says: why it can't be done, or what kind of thing it is.
func (c choice) shown() kit.Choice {
	row := kit.Choice{Key: c.key, Text: c.title, Where: c.where, Heading: c.heading}
	if c.off != "" {
		row.Where, row.Off = c.off, true
	}
	return row
}
