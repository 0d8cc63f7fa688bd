package session

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/document"
	"isspp/ui/kit"
)

// sheet is a page of words with one line to type into: what unlocking and
// setting up are made of.
type sheet struct {
	env    *kit.Env
	field  *kit.Field
	page   *document.Page
	scroll kit.Scroll
	// fill writes the words; it leaves the line's place with line().
	fill func(p *document.Page)
	at   int
	// cut tells that a paste had more around it than belongs in the line.
	cut bool
	// row is one more than the line of a selected row that is kept in view.
	row  int
	w, h int
}

func newSheet(env *kit.Env, fill func(p *document.Page)) *sheet {
	s := &sheet{env: env, field: kit.NewField("", ""), fill: fill, at: -1}
	s.field.Focus()
	return s
}

// line puts the typing line here.
func (s *sheet) line(p *document.Page) {
	s.at = len(p.Lines)
	p.Raw(" ", " ") // what is typed stands here: a gap below it is wanted
	if s.cut {
		p.Text(s.env.Theme.Note, cutWords)
	}
}

// Resize lays the page out.
func (s *sheet) Resize(w, h int) {
	s.w, s.h = w, h
	s.field.SetWidth(min(w-6, 78))
	s.Redraw()
}

// Redraw writes the words anew and keeps the typing line in view.
func (s *sheet) Redraw() {
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

// Draw returns the lines in view.
func (s *sheet) Draw() []string {
	from, to := s.scroll.Visible()
	out := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		if i == s.at {
			out = append(out, "  "+s.field.Draw(s.env.Theme))
			continue
		}
		out = append(out, "  "+s.page.Lines[i].Text)
	}
	return out
}

// Cursor stands in the typing line.
func (s *sheet) Cursor() *tea.Cursor {
	if s.at < 0 {
		return nil
	}
	return s.field.Cursor(2, s.at-s.scroll.Top)
}

// Typing tells that letters are text.
func (s *sheet) Typing() bool { return s.at >= 0 }

// Paste puts pasted text into the line, and says until the page changes what it
// left out: in a passphrase that is not shown nobody would see it.
func (s *sheet) Paste(text string) {
	if s.at >= 0 {
		s.cut = s.field.Paste(text)
		s.Redraw()
		s.cut = false
	}
}

// Click does nothing: everything here is done with keys.
func (s *sheet) Click(int, int) (bool, tea.Cmd) { return false, nil }

// Wheel scrolls.
func (s *sheet) Wheel(n int) { s.scroll.By(n) }
