package component

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/theme"
)

// Detail is the page of what is selected in a list: laid out once for each
// selection, and scrolled. Where it doesn't fit, its pane says so.
type Detail struct {
	Scroll
	// Typing tells that letters are text just now: then no key is named.
	Typing bool
	// Key shows more of the page; without one it is space.
	Key string

	lines []string
	of    string
}

// Drop forgets what was laid out, since the width or what it says has changed.
func (d *Detail) Drop() { d.lines, d.of = nil, "" }

// Draw returns the lines in view, at most h. lay makes the page of id where that
// isn't laid out yet.
func (d *Detail) Draw(id string, h int, lay func() []string) []string {
	if d.lines == nil || d.of != id {
		d.lines, d.of = lay(), id
	}
	d.Set(len(d.lines), h)
	from, to := d.Visible()
	return d.lines[from:to]
}

// Pane is the pane around the page, named title: its lower edge says where one is
// in the page, and the key that shows more of it.
func (d *Detail) Pane(title string, sg theme.Glyphs) Pane {
	says := d.Says(sg)
	if _, below := d.More(); below && !d.Typing {
		says = KeyName(cmp.Or(d.Key, "space"), sg) + " " + says
	}
	return Pane{Title: title, Bottom: says}
}

// ScrollKeys scroll what stands beside the text that has the other keys.
func ScrollKeys(s *Scroll, what string) []Action {
	by := func(n int) func() tea.Cmd { return Do(func() { s.By(n) }) }
	return []Action{
		{
			ID: "detail.down", Binding: Keys("", "shift+down", "J"), Hidden: true, Help: "Scroll " + what + " down",
			Run: by(max(s.Height/2, 1)),
		},
		{
			ID: "detail.up", Binding: Keys("", "shift+up", "K"), Hidden: true, Help: "Scroll " + what + " up",
			Run: by(-max(s.Height/2, 1)),
		},
	}
}

// Keys scroll the page while the other keys move in the list.
func (d *Detail) Keys(changed func()) []Action {
	by := func(n int) func() tea.Cmd { return Do(func() { d.By(n); changed() }) }
	return []Action{
		{
			ID: "detail.down", Binding: Keys("", "J", "shift+down"), Hidden: true, Help: "Scroll the details down",
			Run: by(1),
		},
		{
			ID: "detail.page", Binding: Keys("", "space"), Hidden: true,
			Help: "Further down in the details, a screen at a time", Run: by(max(d.Height-1, 1)),
		},
		{ID: "detail.up", Binding: Keys("", "K", "shift+up"), Hidden: true, Help: "Scroll the details up", Run: by(-1)},
	}
}
