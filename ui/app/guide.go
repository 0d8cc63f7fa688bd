package app

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/document"
	"isspp/ui/kit"
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
	m      *Model
	g      *Guide
	scroll kit.Scroll
	w, h   int
	lines  []string
}

// ShowGuide lays a guide on the body.
func (m *Model) ShowGuide(g *Guide) { m.Open(&guide{m: m, g: g}) }

// Alarmed reports whether the emergency panel is shown.
func (m *Model) Alarmed() bool {
	_, shown := m.top().(*emergency)
	return shown
}

// Title is the card's.
func (d *guide) Title() string { return d.g.Heading }

// Resize lays the card out.
func (d *guide) Resize(w, h int) {
	d.w, d.h = w, h
	d.Redraw()
}

// Redraw draws it anew.
func (d *guide) Redraw() {
	t, sg := d.m.env.Theme, d.m.env.Signs
	p := document.NewPage(min(d.w-2, kit.MaxText), t, sg)
	for i, text := range d.g.Text {
		if i > 0 && kit.Framed(d.h) {
			p.Gap()
		}
		p.Text(t.Plain, text)
	}
	if len(d.g.Facts) > 0 {
		p.Gap()
	}
	for _, f := range d.g.Facts {
		p.Labelled(t.Plain, f[0], f[1])
	}
	if len(d.g.Tasks) > 0 {
		p.Gap()
	}
	for _, task := range d.g.Tasks {
		st, mark := t.Plain, "[ ] "
		if task.Done {
			st, mark = t.Quiet, "["+sg.Seen+"] "
		}
		p.Hang(st, mark, task.Text)
	}
	if d.g.After != "" {
		p.Gap()
		p.Text(t.Quiet, d.g.After)
	}
	d.lines = p.Painted()
	d.scroll.Set(len(d.lines), d.h)
}

// Draw returns the lines in view.
func (d *guide) Draw() []string {
	from, to := d.scroll.Visible()
	return d.lines[from:to]
}

// Key scrolls where there is more to see; any other key closes the card.
func (d *guide) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	above, below := d.scroll.More()
	return !above && !below || !d.scroll.Key(k.String()), nil
}

// own reports whether a key only closes the card.
func (d *guide) own(key string) bool { return key == "esc" || key == "enter" || key == "space" }

// Click closes the card.
func (d *guide) Click(int, int) (bool, tea.Cmd) { return true, nil }

// Wheel scrolls.
func (d *guide) Wheel(n int) { d.scroll.By(n) }

// Paste does nothing here.
func (d *guide) Paste(string) {}

// Typing is false: the card has no text field.
func (d *guide) Typing() bool { return false }

// Cursor is nil: the card has no text field.
func (d *guide) Cursor() *tea.Cursor { return nil }

// Hints are the card's keys.
func (d *guide) Hints() []kit.Action {
	out := []kit.Action{kit.Hint("enter", "close"), kit.Hint("!", "emergency"), kit.Hint("?", "help")}
	if above, below := d.scroll.More(); above || below {
		out = append(out, kit.Hint("down", "more"))
	}
	return out
}
