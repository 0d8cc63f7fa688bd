package session

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/document"
	"isspp/ui/kit"
)

// promptPage is a page of words with one line to type into: what unlocking and
// setting up are made of.
type promptPage struct {
	kit.Base
	of     prompt
	env    *kit.Env
	field  *kit.Field
	page   *document.Page
	scroll kit.Scroll
	at     int
	// label names the line in its frame, and count says how far what is typed is, or
	// is nil.
	label string
	count func() string
	// cut tells that a paste had more around it than belongs in the line.
	cut bool
	// row is one more than the line of a selected row that is kept in view.
	row int
}

// prompt is what is asked on a page.
type prompt interface {
	// words writes the page; it leaves the line's place with line().
	words(p *document.Page)
	// Key takes a key, and reports whether the page is done with.
	Key(k tea.KeyPressMsg) (done bool, cmd tea.Cmd)
	// Message takes the result of a command.
	Message(msg tea.Msg)
	// click takes a click on a line.
	click(y int)
	// Working reports whether something is being done that takes its time.
	Working() bool
}

func newPromptPage(env *kit.Env, of prompt) *promptPage {
	s := &promptPage{env: env, field: kit.NewField("", ""), of: of, at: -1}
	s.field.Focus()
	return s
}

// framedFrom is the height from which the typing line has a frame.
const framedFrom = 16

// line puts the typing line here, in a frame with its name where there is room.
func (s *promptPage) line(p *document.Page, label string) {
	s.label = label
	if s.H >= framedFrom {
		p.Raw(" ", " ") // the frame's upper edge
	}
	s.at = len(p.Lines)
	p.Raw(" ", " ") // what is typed stands here: a gap below it is wanted
	if s.H >= framedFrom {
		p.Raw(" ", " ")
	}
	if s.cut {
		p.Text(s.env.Theme.Note, cutWords)
	}
}

// SetSize lays the page out.
func (s *promptPage) SetSize(w, h int) {
	s.Base.SetSize(w, h)
	s.field.SetWidth(s.fieldWidth())
	s.Redraw()
}

// Redraw writes the words anew and keeps the typing line in view.
func (s *promptPage) Redraw() {
	s.at, s.row = -1, 0
	s.page = document.NewPage(min(s.W-4, 80), s.env.Theme, s.env.Signs)
	s.of.words(s.page)
	s.scroll.Set(len(s.page.Lines), s.H)
	switch {
	case s.at >= 0:
		s.scroll.Show(s.at)
	case s.row > 0:
		s.scroll.Show(s.row - 1)
	}
}

// fieldWidth is the room for what is typed.
func (s *promptPage) fieldWidth() int { return min(s.W-10, 64) }

// View returns the lines in view.
func (s *promptPage) View() []string {
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
	if s.H < framedFrom {
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
	if s.H >= framedFrom {
		left += 2
	}
	return s.field.Cursor(left, s.at-s.scroll.Top)
}

// Look tells whether letters are text, and whether something is being done.
func (s *promptPage) Look() kit.Look {
	return kit.Look{Typing: s.at >= 0, Working: s.of.Working()}
}

// Update takes what comes. Of a paste it says until the page changes what it left
// out: in a passphrase that is not shown nobody would see it.
func (s *promptPage) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case kit.RedrawMsg:
		s.Redraw()
	case tea.KeyPressMsg:
		done, cmd := s.of.Key(msg)
		if done {
			s.Close()
		}
		return cmd
	case tea.PasteMsg:
		if s.at >= 0 {
			s.cut = s.field.Paste(msg.Content)
			s.Redraw()
			s.cut = false
		}
	case tea.MouseWheelMsg:
		s.scroll.By(kit.Wheel(msg))
	case tea.MouseClickMsg:
		s.of.click(msg.Y)
	default:
		s.of.Message(msg)
	}
	return nil
}

// Message takes nothing, click does nothing, and nothing is being done, unless the
// page says otherwise.
func (s *promptPage) Message(tea.Msg) {}
func (s *promptPage) click(int)       {}

// Working is false unless the page says otherwise.
func (s *promptPage) Working() bool { return false }
