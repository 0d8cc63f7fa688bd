package checklist

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
)

// choosing lies in place of a screen while one of a few things is chosen.
type choosing struct {
	screen
	under  stage
	picker *component.Picker
	// also are further keys: one that chooses a row at once, say.
	also []component.Action
}

// choose asks which of the rows is meant; Esc goes back to the screen below.
func (v *View) choose(title string, rows []string, do func(i int) tea.Cmd) *choosing {
	c := &choosing{screen: screen{v: v}, under: v.stage, picker: component.OneOf(v.env, title, rows, do)}
	c.picker.Left = c.leave
	v.goTo(c)
	return c
}

// chooseOf is choose of what has a row each; a single one is not asked about.
func chooseOf[T any](v *View, title string, all []T, row func(T) string, do func(T) tea.Cmd) tea.Cmd {
	if len(all) == 1 {
		return do(all[0])
	}
	rows := make([]string, len(all))
	for i, one := range all {
		rows[i] = row(one)
	}
	v.choose(title, rows, func(i int) tea.Cmd { return do(all[i]) })
	return nil
}

func (c *choosing) pane() (component.Pane, bool) {
	return component.Pane{Title: "Choose", Focus: true}, false
}

func (c *choosing) draw() []string {
	c.picker.SetSize(c.w, c.h)
	return c.picker.View()
}

func (c *choosing) leave()                      { c.v.goTo(c.under) }
func (c *choosing) actions() []component.Action { return append(c.picker.Actions(), c.also...) }
func (c *choosing) click(_, y int) tea.Cmd      { return c.picker.Update(tea.MouseClickMsg{Y: y}) }
func (c *choosing) wheel(_, _, n int)           { c.picker.Move(sign(n)) }
func (c *choosing) seal() tea.Cmd               { return c.under.seal() }
