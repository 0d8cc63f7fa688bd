package component

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/theme"
)

// Picker is a list that is searched by typing and that runs what is chosen: help,
// the command palette, a deck, a slide.
type Picker struct {
	Base
	// List are the rows, of which one is selected.
	List
	env    *Env
	title  string
	search func(query string) []Choice
	field  *Field
	rows   []Choice
	// drawn is the row that each line below the search shows.
	drawn []int
}

// NewPicker makes a picker of what a search finds, of the empty query first.
func NewPicker(env *Env, title, placeholder string, search func(query string) []Choice) *Picker {
	p := &Picker{env: env, title: title, search: search, field: NewField("Search: ", placeholder)}
	p.Heading = func(i int) bool { return p.rows[i].Heading }
	p.field.Focus()
	p.refresh()
	return p
}

// PickerOf picks from choices, by the words in them.
func PickerOf(env *Env, title, placeholder string, all []Choice) *Picker {
	return NewPicker(env, title, placeholder, func(q string) []Choice {
		if q == "" {
			return all
		}
		found, _ := Matching(q, all)
		return found
	})
}

// Matching keeps the choices that a query finds, best first, and says how well the
// best of them fits.
func Matching(q string, all []Choice) ([]Choice, model.Fit) {
	return model.Rank(q, all, func(c Choice) []string { return append([]string{c.Text, c.Key}, c.Words...) })
}

// ActionChoices are actions as rows of help.
func ActionChoices(actions []Action, sg theme.Glyphs) []Choice {
	out := make([]Choice, len(actions))
	for i, a := range actions {
		keys := make([]string, 0, 2)
		for _, k := range a.Keys()[:min(len(a.Keys()), 2)] {
			keys = append(keys, KeyName(k, sg))
		}
		out[i] = Choice{Key: strings.Join(keys, " "), Text: a.Help, Disabled: a.Disabled, Run: a.Run}
	}
	return out
}

// Rows are the rows that there are now.
func (p *Picker) Rows() []Choice { return p.rows }

func (p *Picker) refresh() {
	p.rows = p.search(strings.TrimSpace(p.field.Value()))
	p.SetLen(len(p.rows))
	p.Select(0)
}

// aboveRows is the picker's title and its search line.
const aboveRows = 2

// SetSize lays the picker out.
func (p *Picker) SetSize(w, h int) {
	p.Base.SetSize(w, h)
	p.field.SetWidth(min(w-4, 60))
	p.SetHeight(h - aboveRows)
}

// Look tells that letters search.
func (p *Picker) Look() Look { return Look{Typing: true} }

// Update types into the search line, moves in the list, or chooses.
func (p *Picker) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		p.Move(Wheel(msg))
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

func (p *Picker) key(k tea.KeyPressMsg) tea.Cmd {
	typed := p.field.Value() != ""
	switch key := k.String(); {
	case key == "esc" || key == "ctrl+c":
		p.Close()
	case key == "enter":
		return p.choose(p.At)
	case key == "down" || key == "ctrl+n":
		p.Move(1)
	case key == "up" || key == "ctrl+p":
		p.Move(-1)
	case key == "pgdown":
		p.Page(1)
	case key == "pgup":
		p.Page(-1)
	case key == "home" && !typed:
		p.Select(0)
	case key == "end" && !typed:
		p.Select(p.Len - 1)
	case p.field.Type(k):
		p.refresh()
	}
	return nil
}

func (p *Picker) choose(i int) tea.Cmd {
	if i < 0 || i >= len(p.rows) || p.rows[i].Heading {
		return nil
	}
	p.Close()
	switch c := p.rows[i]; {
	case c.Disabled != "":
		return Say(c.Disabled)
	case c.Run != nil:
		return c.Run()
	}
	return nil
}

// Cursor stands in the search line.
func (p *Picker) Cursor() *tea.Cursor { return p.field.Cursor(2, 1) }

// Actions are the picker's keys.
func (p *Picker) Actions() []Action {
	return []Action{Hint("enter", "do it"), Hint("down", "next"), Hint("esc", "back")}
}

// View returns the title, the search line and the rows in view. The selected row
// is shown whole, over as many lines as its words take.
func (p *Picker) View() []string {
	t, sg := p.env.Theme, p.env.Signs
	out := []string{
		"  " + t.Heading.Render(p.title),
		"  " + p.field.Draw(t),
	}
	p.drawn = nil
	if len(p.rows) == 0 {
		return append(out, "", "  No match. Try fewer letters.")
	}
	lines, of := Choices(&p.List, p.W, t, sg, func(i int) Choice { return p.rows[i] })
	p.drawn = of
	return append(out, lines...)
}
