package component

import (
	"cmp"
	"slices"
	"strconv"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"

	"isspp/ui/theme"
)

// Scroll is a text of which a part is in view: the library's viewport, with the keys
// that the rest of the app has. The lines are wrapped already; a view that has ids at
// its lines, or marks some, cuts them itself where Visible says.
type Scroll struct {
	viewport.Model
	lines []string
}

var pagerKeys = viewport.KeyMap{
	Down: Keys("", "down", "j"), Up: Keys("", "up", "k"),
	PageDown: Keys("", "pgdown", "space", "ctrl+d"), PageUp: Keys("", "pgup", "ctrl+u"),
}

// Set gives the text, and how many of its lines can be seen.
func (s *Scroll) Set(lines []string, height int) {
	if s.MouseWheelDelta == 0 { // a viewport that wasn't made yet
		s.Model = viewport.New()
		s.KeyMap = pagerKeys
	}
	if len(lines) != len(s.lines) || len(lines) > 0 && &lines[0] != &s.lines[0] {
		s.lines = lines
		s.SetContentLines(lines)
	}
	s.SetHeight(max(height, 1))
	s.By(0)
}

// By moves n lines down, or up; it stops at both ends.
func (s *Scroll) By(n int) { s.SetYOffset(s.YOffset() + n) }

// Show brings a line into view, a little below the top.
func (s *Scroll) Show(line int) {
	if from, to := s.Visible(); line < from || line >= to {
		s.SetYOffset(line - s.Height()/4)
	}
}

// Bring brings lines into view as far as they fit, the first one before all.
func (s *Scroll) Bring(from, to int) {
	s.By(max(to-s.YOffset()-s.Height(), 0))
	s.By(min(from-s.YOffset(), 0))
}

// Visible is the span of lines in view.
func (s *Scroll) Visible() (from, to int) {
	return s.YOffset(), min(s.YOffset()+s.Height(), len(s.lines))
}

// Lines are the lines in view.
func (s *Scroll) Lines() []string {
	from, to := s.Visible()
	return s.lines[from:to]
}

// Overflows reports whether there is more of the text than can be seen.
func (s *Scroll) Overflows() bool { return len(s.lines) > s.Height() }

// Says is where one is in words and arrows: "more ↓", "end ↑"; empty where all
// of it is in view.
func (s *Scroll) Says(sg theme.Glyphs) string {
	switch {
	case !s.Overflows():
		return ""
	case s.AtTop():
		return "more " + sg.Down
	case s.AtBottom():
		return "end " + sg.Up
	}
	return "more " + sg.Up + " " + sg.Down
}

// Percent is how far down one is: "14 %"; empty where all of it is in view.
func (s *Scroll) Percent() string {
	if !s.Overflows() {
		return ""
	}
	return strconv.Itoa(100*s.YOffset()/(len(s.lines)-s.Height())) + " %"
}

// Take moves the text by a key, as pagers do, or by the wheel, and reports whether it
// was one of those.
func (s *Scroll) Take(msg tea.Msg) bool {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case k.String() == "home" || k.String() == "g":
			s.GotoTop()
		case k.String() == "end" || k.String() == "G":
			s.GotoBottom()
		case !key.Matches(k, s.KeyMap.Down, s.KeyMap.Up, s.KeyMap.PageDown, s.KeyMap.PageUp):
			return false
		}
	} else if _, ok := msg.(tea.MouseWheelMsg); !ok {
		return false
	}
	s.Model, _ = s.Update(msg)
	return true
}

// PageKeys scroll a text that has the screen. The footer names them while there
// is more of it below.
func PageKeys(s *Scroll) []Action {
	out := moveKeys(s.By, s.By, max(s.Height()-1, 1), [...]string{
		"Scroll down", "Scroll up", "Down one screen", "Up one screen", "To the top of the page",
		"To the end of the page",
	})
	out[0].SetHelp("", "more")
	out[0].Hidden = s.AtBottom()
	out[2].SetKeys("pgdown", "space")
	return out
}

// Keys scroll what stands beside the text that has the other keys, n lines at a time.
func (s *Scroll) Keys(what string, n int, changed func()) []Action {
	by := func(n int) func() tea.Cmd { return Do(func() { s.By(n); changed() }) }
	return []Action{
		Act("detail.down", "", "Scroll "+what+" down", by(n), "J", "shift+down"),
		Act("detail.up", "", "Scroll "+what+" up", by(-n), "K", "shift+up"),
	}
}

// Detail is the page of what is selected in a list: laid out once for each
// selection, and scrolled. Where it doesn't fit, its pane says so.
type Detail struct {
	Scroll
	// Typing tells that letters are text just now: then no key is named.
	Typing bool
	// Key shows more of the page; without one it is space.
	Key string

	of string
}

// Drop forgets what was laid out, since the width or what it says has changed.
func (d *Detail) Drop() { d.of = "" }

// Draw returns the lines in view, at most h. lay makes the page of id where that
// isn't laid out yet.
func (d *Detail) Draw(id string, h int, lay func() []string) []string {
	lines := d.lines
	if d.of == "" || d.of != id {
		lines, d.of = lay(), id
	}
	d.Set(lines, h)
	return d.Lines()
}

// Pane is the pane around the page, named title: its lower edge says where one is
// in the page, and the key that shows more of it.
func (d *Detail) Pane(title string, sg theme.Glyphs) Pane {
	says := d.Says(sg)
	if !d.AtBottom() && !d.Typing {
		says = KeyName(cmp.Or(d.Key, "space"), sg) + " " + says
	}
	return Pane{Title: title, Bottom: says}
}

// Keys scroll the page while the other keys move in the list.
func (d *Detail) Keys(changed func()) []Action {
	page := Do(func() { d.By(max(d.Height()-1, 1)); changed() })
	return slices.Insert(d.Scroll.Keys("the details", 1, changed), 1,
		Act("detail.page", "", "Further down in the details, a screen at a time", page, "space"))
}

// Reader is a dialog of text that is scrolled, with keys of its own. It is laid out
// once for a size.
type Reader struct {
	Base
	Scroll
	// Lay makes the lines.
	Lay func() []string
	// Own are its own keys, or nil, and As is how the app draws it.
	Own func() []Action
	As  Look
}

// Look is how it was to be drawn.
func (r *Reader) Look() Look { return r.As }

// SetSize lays the text out.
func (r *Reader) SetSize(w, h int) {
	r.Base.SetSize(w, h)
	r.Redraw()
}

// Redraw lays it out anew.
func (r *Reader) Redraw() { r.Set(r.Lay(), r.H) }

// Update does what a key does here, or scrolls.
func (r *Reader) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case RedrawMsg:
		r.Redraw()
	case tea.KeyPressMsg:
		if a, ok := Find(r.Actions(), msg.String()); ok && a.Run != nil {
			return a.Run()
		}
	}
	r.Take(msg)
	return nil
}

// View returns the lines in view.
func (r *Reader) View() []string { return r.Lines() }

// Actions are its own keys, and scroll where there is more than fits.
func (r *Reader) Actions() []Action {
	var out []Action
	if r.Own != nil {
		out = r.Own()
	}
	if r.Overflows() {
		out = append(out, Hint("down", "more"))
	}
	return out
}
