package checklist

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
	"isspp/ui/document"
)

// stage is one screen of the tab. Each lays itself out for its size when it is
// redrawn, draws itself and takes its keys.
type stage interface {
	resize(w, h int)
	redraw()
	draw() []string
	// pane is what stands around it; own reports that it draws its panes itself.
	pane() (p component.Pane, own bool)
	actions() []component.Action
	click(x, y int) tea.Cmd
	wheel(x, y, n int)
	cursor() *tea.Cursor
	// typing reports whether a text field has the letters, and hints are the keys
	// that work meanwhile.
	typing() bool
	hints() []component.Action
	key(k tea.KeyPressMsg) (tea.Cmd, bool)
	paste(text string) tea.Cmd
	// seal keeps what is being written.
	seal() tea.Cmd
	// filter opens its search, unless nothing says why there is nothing to search.
	filter()
	nothing() string
}

// screen is what a stage has that does no more.
type screen struct {
	v    *View
	w, h int
}

func (s *screen) resize(w, h int)                     { s.w, s.h = w, h }
func (s *screen) redraw()                             {}
func (s *screen) actions() []component.Action         { return nil }
func (s *screen) click(int, int) tea.Cmd              { return nil }
func (s *screen) cursor() *tea.Cursor                 { return nil }
func (s *screen) typing() bool                        { return false }
func (s *screen) hints() []component.Action           { return nil }
func (s *screen) key(tea.KeyPressMsg) (tea.Cmd, bool) { return nil, false }
func (s *screen) paste(string) tea.Cmd                { return nil }
func (s *screen) seal() tea.Cmd                       { return nil }
func (s *screen) filter()                             {}
func (s *screen) nothing() string                     { return "There is nothing to filter here." }

func (s *screen) newPage(narrower, most int) *document.Page {
	return document.NewPage(min(s.w-narrower, most), s.v.env.Theme, s.v.env.Signs)
}

// text is a screen of text that scrolls.
type text struct {
	screen
	scroll component.Scroll
}

// lay takes the text as it was written.
func (t *text) lay(p *document.Page) { t.scroll.Set(p.Painted(), t.h) }

func (t *text) draw() []string { return component.Inset(t.scroll.Lines()) }

func (t *text) wheel(_, _, n int) { t.scroll.By(n) }

// asking is a screen with a form.
type asking struct {
	screen
	form *component.Form
	// top are the lines above the form.
	top []string
	// done, back and last are what ctrl+s, Esc, and Enter at the last question do.
	done, back, last func() tea.Cmd
	// changed takes what was written, and moved that the keys went on from a question.
	changed func() tea.Cmd
	moved   func(from int)
}

func (a *asking) typing() bool { return true }

func (a *asking) key(k tea.KeyPressMsg) (tea.Cmd, bool) {
	at := a.form.At()
	switch name := k.String(); {
	case name == "ctrl+s":
		return a.done(), true
	case name == "esc":
		return a.back(), true
	case name == "enter" && at == a.form.Len()-1:
		return a.last(), true
	}
	changed, taken := a.form.Key(k)
	if a.form.At() != at {
		a.moved(at)
	}
	if !changed {
		return nil, taken
	}
	return a.changed(), true
}

func (a *asking) paste(text string) tea.Cmd {
	a.form.Paste(text)
	return a.changed()
}

func (a *asking) click(_, y int) tea.Cmd {
	at := a.form.At()
	a.form.Click(y - len(a.top))
	a.moved(at)
	return nil
}

func (a *asking) draw() []string {
	a.form.Resize(a.w, max(a.h-len(a.top), 3))
	return append(append(make([]string, 0, a.h), a.top...), a.form.Draw(a.v.env.Theme, a.v.env.Signs)...)
}

// below sets painted lines in, below the question that they are about.
func below(p *document.Page) []string { return component.Inset(component.Inset(p.Painted())) }

func (a *asking) wheel(_, _, n int)   { a.form.Focus(a.form.At() + sign(n)) }
func (a *asking) cursor() *tea.Cursor { return a.form.Cursor(0, len(a.top)) }

// sign is the direction of a turn of the wheel.
func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// act is what a key does here; quiet is one that the footer doesn't name, and unless
// one that can't be done where there is a reason.
func act(id, label, help string, run func() tea.Cmd, keys ...string) component.Action {
	return component.Action{ID: id, Binding: component.Keys(label, keys...), Help: help, Run: run}
}

func quiet(id, help string, run func() tea.Cmd, keys ...string) component.Action {
	return component.Action{ID: id, Binding: component.Keys("", keys...), Help: help, Run: run, Hidden: true}
}

func unless(why string, a component.Action) component.Action {
	a.Disabled = why
	return a
}

// off is a reason where something can't be done.
func off(can bool, why string) string {
	if can {
		return ""
	}
	return why
}

// tell is a command that sends a message.
func tell(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
