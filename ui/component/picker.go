package component

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/theme"
)

// Choice is a row of a list that something is chosen from.
type Choice struct {
	// Key is the key that does the same, or empty.
	Key string
	// Text is what the row stands for, and Where what kind of thing that is, or
	// where it is.
	Text, Where string
	// Disabled says why it can't be chosen now; empty where it can.
	Disabled string
	// Words are others that find it.
	Words []string
	// Heading tells that it names the rows below it.
	Heading bool
	// Run does what it stands for.
	Run func() tea.Cmd
}

// Picker is a list that runs what is chosen in it: help, the command palette, a deck,
// a topic. Where the rows are many it is searched by typing.
type Picker struct {
	Base
	// List are the rows, of which one is selected.
	List
	// Left is done when it is left, by a choice or without one, before what was chosen;
	// it may be nil. Stays tells that a choice doesn't leave it.
	Left  func()
	Stays bool
	// QLeaves has q leave it as other screens, until a search has begun: "/" begins one too.
	QLeaves bool
	begun   bool

	env    *Env
	title  string
	search func(query string) []Choice
	// field is the search, or nil.
	field *Field
	rows  []Choice
	// drawn is the row that each line below the title shows, and top the lines above.
	drawn []int
	top   int
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

// OneOf picks one of a few rows, which needs no search; do is what choosing row i does.
func OneOf(env *Env, title string, rows []string, do func(i int) tea.Cmd) *Picker {
	p := &Picker{env: env, title: title}
	for i, row := range rows {
		p.rows = append(p.rows, Choice{Text: row, Run: func() tea.Cmd { return do(i) }})
	}
	p.SetLen(len(rows))
	return p
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
		var keys []string
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

// SetSize lays the picker out.
func (p *Picker) SetSize(w, h int) {
	p.Base.SetSize(w, h)
	p.top = 2 // the title, and the search line
	if p.field == nil {
		p.top = min(len(WrapText(p.title, w-4)), max(h-1, 1))
	} else {
		p.field.SetWidth(min(w-4, 60))
	}
	p.SetHeight(h - p.top)
}

// Look tells whether letters search.
func (p *Picker) Look() Look { return Look{Typing: p.field != nil} }

// Update types into the search line, moves in the list, or chooses.
func (p *Picker) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		p.Move(Wheel(msg))
	case tea.MouseClickMsg:
		if y := msg.Y - p.top; y >= 0 && y < len(p.drawn) {
			return p.choose(p.drawn[y])
		}
	case tea.PasteMsg:
		if p.field != nil {
			p.field.Paste(msg.Content)
			p.refresh()
		}
	case tea.KeyPressMsg:
		if p.field != nil {
			return p.key(msg)
		}
		if a, ok := Find(p.Actions(), msg.String()); ok {
			return a.Run()
		}
	}
	return nil
}

func (p *Picker) key(k tea.KeyPressMsg) tea.Cmd {
	typed := p.field.Value() != ""
	switch key := k.String(); {
	case key == "esc", key == "ctrl+c", key == "q" && p.QLeaves && !typed && !p.begun:
		p.leave()
	case key == "/" && p.QLeaves && !typed:
		p.begun = true
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

func (p *Picker) leave() {
	p.Close()
	if p.Left != nil {
		p.Left()
	}
}

func (p *Picker) choose(i int) tea.Cmd {
	if i < 0 || i >= len(p.rows) || p.rows[i].Heading {
		return nil
	}
	p.Select(i)
	if !p.Stays {
		p.leave()
	}
	switch c := p.rows[i]; {
	case c.Disabled != "":
		return Say(c.Disabled)
	case c.Run != nil:
		return c.Run()
	}
	return nil
}

// Cursor stands in the search line.
func (p *Picker) Cursor() *tea.Cursor {
	if p.field == nil {
		return nil
	}
	return p.field.Cursor(2, 1)
}

// Actions are the picker's keys.
func (p *Picker) Actions() []Action {
	if p.field != nil {
		return []Action{Hint("enter", "do it"), Hint("down", "next"), Hint("esc", "back")}
	}
	return append([]Action{
		{
			ID: "choose", Binding: Keys("choose", "enter", "right", "l"), Help: "Choose the selected row",
			Run: func() tea.Cmd { return p.choose(p.At) },
		},
		{ID: "leave", Binding: Keys("back", "esc", "left", "h"), Help: "Back without choosing", Run: Do(p.leave)},
	}, RowKeys(p.Move, p.Move, max(p.Height-1, 1))...)
}

// View returns the title, the search line and the rows in view. The selected row
// is shown whole, over as many lines as its words take.
func (p *Picker) View() []string {
	t := p.env.Theme
	titles := []string{p.title}
	if p.field == nil {
		titles = WrapText(p.title, p.W-4)
	}
	var out []string
	for _, l := range titles {
		out = append(out, "  "+t.Heading.Render(l))
	}
	if p.field != nil {
		out = append(out, "  "+p.field.Draw(t))
	}
	p.drawn = nil
	if len(p.rows) == 0 {
		return append(out, "", "  No match. Try fewer letters.")
	}
	var lines []string
	lines, p.drawn = p.draw()
	return append(out[:min(len(out), p.top)], lines...)
}

func (p *Picker) draw() (lines []string, of []int) {
	t, sg, keyW := p.env.Theme, p.env.Signs, 0
	for _, c := range p.rows {
		keyW = max(keyW, Width(c.Key))
	}
	last := 0
	from, to := p.Visible()
	for i := from; i < to; i++ {
		selected := i == p.At
		texts := p.rows[i].lines(p.W-4, keyW, selected, t, sg)
		for _, text := range texts[:min(len(texts), p.Height)] { // its start comes first, where not even it alone fits
			lines = append(lines, Row(selected, text, p.W, t, sg))
			of = append(of, i)
		}
		if selected {
			last = len(lines)
		}
	}
	over := max(last-p.Height, 0) // what the selected row needs of the lines above it
	end := min(over+p.Height, len(lines))
	return lines[over:end], of[over:end]
}

// whereGap is what stands between a choice's words and where it is, as long as
// both have room.
const whereGap = 3

// lines are a choice's words in w cells: one line, or all of them where it is
// selected.
func (c Choice) lines(w, keyW int, selected bool, t *theme.Theme, sg theme.Glyphs) []string {
	if c.Heading {
		return []string{t.Group.Render(strings.ToUpper(c.Text))}
	}
	lead, in := "", 0
	if keyW > 0 {
		lead, in = t.Accent.Render(Fit(c.Key, keyW, sg))+"  ", keyW+2
	}
	room := w - in
	where := ""
	if room >= 40 {
		where = cmp.Or(c.Disabled, c.Where)
	}
	if where != "" {
		where = Fit(where, min(Width(where), max(room/3, room-Width(c.Text)-whereGap)), sg)
		room -= Width(where) + 1
	}
	words := []string{c.Text}
	if selected {
		words = WrapText(c.Text, room)
	}
	st := t.Plain
	switch {
	case c.Disabled != "":
		st = t.Quiet
	case selected:
		st = t.Selected
	}
	for i, text := range words {
		words[i] = Spaces(in) + st.Render(text)
	}
	if words[0] = lead + strings.TrimPrefix(words[0], Spaces(in)); where != "" {
		words[0] = Fit(words[0], in+room, sg) + " " + t.Quiet.Render(where)
	}
	return words
}
