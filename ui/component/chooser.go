package component

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/theme"
)

// Chooser is a small list that lies in a view's pane while a person chooses one
// of a few things: which number to copy, which topic to filter by.
type Chooser struct {
	Title string
	Rows  []string
	// Do is what choosing row i does.
	Do   func(i int) tea.Cmd
	list List
	// top are the lines that the title takes.
	top int
}

// NewChooser makes a chooser with its first row selected.
func NewChooser(title string, rows []string, do func(i int) tea.Cmd) *Chooser {
	c := &Chooser{Title: title, Rows: rows, Do: do}
	c.list.SetLen(len(rows))
	return c
}

// Select selects a row.
func (c *Chooser) Select(i int) { c.list.Select(i) }

// Choose does what the selected row stands for.
func (c *Chooser) Choose() tea.Cmd { return c.Do(c.list.At) }

// Move selects the row n further down, or up.
func (c *Chooser) Move(n int) { c.list.Move(n) }

// Update takes a key or the mouse, in a dialog that has nothing else: choosing
// doesn't leave it.
func (c *Chooser) Update(msg tea.Msg, leave func()) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		c.Move(Wheel(msg))
	case tea.MouseClickMsg:
		if i := c.Row(msg.Y); i >= 0 {
			c.Select(i)
			return c.Choose()
		}
	case tea.KeyPressMsg:
		key := msg.String()
		if key == "esc" || key == "left" || key == "h" {
			leave()
			return nil
		}
		if a, ok := Find(c.Actions("choice", func() {}, func() {}), key); ok {
			return a.Run()
		}
	}
	return nil
}

// Row is the row at a line of what Draw returned, or -1.
func (c *Chooser) Row(y int) int { return c.list.Row(y - c.top) }

// Draw returns the title and the rows in view, in w by h cells.
func (c *Chooser) Draw(w, h int, t *theme.Theme, sg theme.Glyphs) []string {
	var out []string
	for _, l := range WrapText(c.Title, w-4) {
		out = append(out, Fit("  "+t.Heading.Render(l), w, sg))
	}
	c.top = min(len(out), max(h-1, 1))
	out = out[:c.top]
	c.list.SetHeight(h - c.top)
	return append(out, Rows(&c.list, w, t, sg, func(i int, selected bool) string {
		if selected {
			return t.Selected.Render(c.Rows[i])
		}
		return c.Rows[i]
	})...)
}

// Actions are the chooser's keys: choosing, moving, and leaving without a choice.
func (c *Chooser) Actions(id string, changed func(), leave func()) []Action {
	move := func(n int) { c.Move(n); changed() }
	return append([]Action{
		{
			ID: id + ".choose", Binding: Keys("choose", "enter", "right", "l"), Help: "Choose the selected row",
			Run: func() tea.Cmd { leave(); return c.Choose() },
		},
		{ID: id + ".leave", Binding: Keys("back", "esc", "left", "h"), Help: "Back without choosing", Run: Do(leave)},
	}, RowKeys(move, move, max(c.list.Height-1, 1))...)
}
