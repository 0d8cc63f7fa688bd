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
	env    *kit.Env
	title  string
	search func(query string) []choice
	field  *kit.Field
	rows   []choice
	list   kit.List
	// drawn is the row that each line below the search shows.
	drawn []int
	w, h  int
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

// Resize lays the picker out.
func (p *picker) Resize(w, h int) {
	p.w, p.h = w, h
	p.field.SetWidth(min(w-4, 60))
	p.list.SetHeight(h - aboveRows)
}

// Redraw has nothing kept to drop.
func (p *picker) Redraw() {}

// Key types into the search line, moves in the list, or chooses.
func (p *picker) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch k.String() {
	case "esc", "ctrl+c":
		return true, nil
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
	return false, nil
}

func (p *picker) choose(i int) (bool, tea.Cmd) {
	if i < 0 || i >= len(p.rows) || p.rows[i].heading {
		return false, nil
	}
	c := p.rows[i]
	if c.off != "" {
		return true, kit.Say(c.off)
	}
	// The choice runs when the picker is gone, since it may open another overlay.
	return true, func() tea.Msg { return runMsg{c.do} }
}

// runMsg carries a choice to the root, which runs it.
type runMsg struct{ do func() tea.Cmd }

// Wheel moves in the list.
func (p *picker) Wheel(n int) { p.list.Move(n) }

// Paste puts text into the search line.
func (p *picker) Paste(text string) {
	p.field.Paste(text)
	p.refresh()
}

// Typing is true: letters search.
func (p *picker) Typing() bool { return true }

// Cursor stands in the search line.
func (p *picker) Cursor() *tea.Cursor { return p.field.Cursor(2, 1) }

// Hints are the picker's keys.
func (p *picker) Hints() []kit.Action {
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
