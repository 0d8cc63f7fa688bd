package checklist

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

// choosing lies in place of a screen while one of a few things is chosen.
type choosing struct {
	v       *View
	under   stage
	chooser *kit.Chooser
	// also are further keys: one that chooses a row at once, say.
	also []kit.Action
	w, h int
}

// choose asks which of the rows is meant; Esc goes back to the screen below.
func (v *View) choose(title string, rows []string, do func(i int) tea.Cmd) *choosing {
	c := &choosing{v: v, under: v.stage, chooser: kit.NewChooser(title, rows, do)}
	v.goTo(c)
	return c
}

func (c *choosing) resize(w, h int) {
	c.w, c.h = w, h
	c.under.resize(w, h)
}

func (c *choosing) draw() []string {
	return c.chooser.Draw(c.w, c.h, c.v.env.Theme, c.v.env.Signs)
}

func (c *choosing) actions() []kit.Action {
	return append(c.chooser.Actions("choose", func() {}, func() { c.v.goTo(c.under) }), c.also...)
}

func (c *choosing) click(_, y int) tea.Cmd {
	i := c.chooser.Row(y)
	if i < 0 {
		return nil
	}
	c.chooser.Select(i)
	c.v.goTo(c.under)
	return c.chooser.Choose()
}

func (c *choosing) redraw()             { c.under.redraw() }
func (c *choosing) wheel(_, _, n int)   { c.chooser.Move(n / abs(n)) }
func (c *choosing) cursor() *tea.Cursor { return nil }
func (c *choosing) seal() tea.Cmd {
	if s, ok := c.under.(sealer); ok {
		return s.seal()
	}
	return nil
}
