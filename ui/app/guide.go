package app

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
	"isspp/ui/document"
)

// Guide is what a person is told on a card: what this is, and what to try.
type Guide struct {
	Heading string
	// Text are its paragraphs, before the tasks.
	Text []string
	// Facts are lines with a label, such as a key and what it does.
	Facts [][2]string
	// Tasks are what to try; each is ticked off once it was done.
	Tasks []Task
	// After stands below all.
	After string
}

// Task is one thing to try.
type Task struct {
	Text string
	// Tried reports whether the person has done it. It is asked until it has.
	Tried func() bool
	Done  bool
}

// Update asks which of the tasks were done, and reports whether there is a new one.
func (g *Guide) Update() bool {
	changed := false
	for i, t := range g.Tasks {
		if !t.Done && t.Tried() {
			g.Tasks[i].Done, changed = true, true
		}
	}
	return changed
}

// Progress is how many of the tasks were done: "2 of 5".
func (g *Guide) Progress() string {
	n := 0
	for _, t := range g.Tasks {
		if t.Done {
			n++
		}
	}
	return fmt.Sprintf("%d of %d", n, len(g.Tasks))
}

// guide is the card of a Guide. It asks for nothing: a key that isn't its own
// closes it and goes on to what lies below.
type guide struct {
	component.Reader
	m *Model
}

// ShowGuide lays a guide on the body.
func (m *Model) ShowGuide(g *Guide) {
	d := &guide{m: m}
	d.As = component.Look{Title: g.Heading}
	d.Own = func() []component.Action {
		return []component.Action{
			component.Hint("enter", "close"), component.Hint("!", "emergency"), component.Hint("?", "help"),
		}
	}
	d.Lay = func() []string {
		t, sg := m.env.Theme, m.env.Signs
		p := document.NewPage(min(d.W-2, component.MaxText), t, sg)
		for i, text := range g.Text {
			if i > 0 && component.Framed(d.H) {
				p.Gap()
			}
			p.Text(t.Plain, text)
		}
		if len(g.Facts) > 0 {
			p.Gap()
		}
		for _, f := range g.Facts {
			p.Labelled(t.Plain, f[0], f[1])
		}
		if len(g.Tasks) > 0 {
			p.Gap()
		}
		for _, task := range g.Tasks {
			st, mark := t.Plain, "[ ] "
			if task.Done {
				st, mark = t.Quiet, "["+sg.Seen+"] "
			}
			p.Hang(st, mark, task.Text)
		}
		if g.After != "" {
			p.Gap()
			p.Text(t.Quiet, g.After)
		}
		return p.Painted()
	}
	m.Open(d)
}

// Update scrolls where there is more to see; any other key closes the card, and so
// does a click.
func (d *guide) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseClickMsg:
		d.Close()
		return nil
	case tea.KeyPressMsg:
		if d.Overflows() && d.Take(msg) {
			return nil
		}
		d.Close()
		if key := msg.String(); key == "esc" || key == "enter" || key == "space" {
			return nil
		}
		d.m.sweep()
		return d.m.below(msg)
	}
	return d.Reader.Update(msg)
}
