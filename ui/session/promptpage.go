package session

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/document"
	"isspp/ui/kit"
)

// promptPage is a page of words with one line to type into: what unlocking and
// setting up are made of.
type promptPage struct {
	env    *kit.Env
	field  *kit.Field
	page   *document.Page
	scroll kit.Scroll
	// fill writes the words; it leaves the line's place with line().
	fill func(p *document.Page)
	at   int
	// label names the line in its frame, and count says how far what is typed is, or
	// is nil.
	label string
	count func() string
	// cut tells that a paste had more around it than belongs in the line.
	cut bool
	// row is one more than the line of a selected row that is kept in view.
	row  int
	w, h int
}

func newPromptPage(env *kit.Env, fill func(p *document.Page)) *promptPage {
	s := &promptPage{env: env, field: kit.NewField("", ""), fill: fill, at: -1}
	s.field.Focus()
	return s
}

// framedFrom is the height from which the typing line has a frame.
const framedFrom = 16

// line puts the typing line here, in a frame with its name where there is room.
func (s *promptPage) line(p *document.Page, label string) {
	s.label = label
	if s.h >= framedFrom {
		p.Raw(" ", " ") // the frame's upper edge
	}
	s.at = len(p.Lines)
	p.Raw(" ", " ") // what is typed stands here: a gap below it is wanted
	if s.h >= framedFrom {
		p.Raw(" ", " ")
	}
	if s.cut {
		p.Text(s.env.Theme.Note, cutWords)
	}
}

// Resize lays the page out.
func (s *promptPage) Resize(w, h int) {
	s.w, s.h = w, h
	s.field.SetWidth(s.fieldWidth())
	s.Redraw()
}

// Redraw writes the words anew and keeps the typing line in view.
func (s *promptPage) Redraw() {
	s.at, s.row = -1, 0
	s.page = document.NewPage(min(s.w-4, 80), s.env.Theme, s.env.Signs)
	s.fill(s.page)
	s.scroll.Set(len(s.page.Lines), s.h)
	switch {
	case s.at >= 0:
		s.scroll.Show(s.at)
	case s.row > 0:
		s.scroll.Show(s.row - 1)
	}
}

// fieldWidth is the room for what is typed.
func (s *promptPage) fieldWidth() int { return min(s.w-10, 64) }

// Draw returns the lines in view.
func (s *promptPage) Draw() []string {
	from, to := s.scroll.Visible()
	out := make([]string, 0, to-from)
	frame := s.frame()
	for i := from; i < to; i++ {
		text := s.page.Lines[i].Text
		if at := i - s.at + len(frame)/2; s.at >= 0 && at >= 0 && at < len(frame) {
			text = frame[at]
		}
		out = append(out, "  "+text)
	}
	return out
}

// frame is the typing line, with its frame where it has one.
func (s *promptPage) frame() []string {
	t, sg := s.env.Theme, s.env.Signs
	line := []string{s.field.Draw(t)}
	if s.h < framedFrom {
		return line
	}
	p := kit.Pane{Title: s.label, Focus: true}
	if s.count != nil {
		p.Right = s.count()
	}
	return p.Frame(line, s.fieldWidth()+4, 3, t, sg)
}

// Cursor stands in the typing line.
func (s *promptPage) Cursor() *tea.Cursor {
	if s.at < 0 {
		return nil
	}
	left := 2
	if s.h >= framedFrom {
		left += 2
	}
	return s.field.Cursor(left, s.at-s.scroll.Top)
}

// Typing tells that letters are text.
func (s *promptPage) Typing() bool { return s.at >= 0 }

// Paste puts pasted text into the line, and says until the page changes what it
// left out: in a passphrase that is not shown nobody would see it.
func (s *promptPage) Paste(text string) {
	if s.at >= 0 {
		s.cut = s.field.Paste(text)
		s.Redraw()
		s.cut = false
	}
}

// Click does nothing: everything here is done with keys.
func (s *promptPage) Click(int, int) (bool, tea.Cmd) { return false, nil }

// Wheel scrolls.
func (s *promptPage) Wheel(n int) { s.scroll.By(n) }
