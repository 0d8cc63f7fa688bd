package upkeep

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
	"isspp/ui/document"
)

// Page is a page of words with one line to type into: what the operations, unlocking and
// the lock screen are made of.
type Page struct {
	component.Base
	Env *component.Env
	// Field is the line, and Count says how far what is typed in it is, or is nil.
	Field *component.Field
	Count func(typed string) string

	of     Prompt
	page   *document.Page
	scroll component.Scroll
	at     int
	// label names the line in its frame.
	label string
	// cut tells that a paste had more around it than belongs in the line.
	cut bool
	// row is one more than the line of a selected row that is kept in view.
	row int
}

// Prompt is what is asked on a page.
type Prompt interface {
	// Words writes the page; it leaves the line's place with Line.
	Words(p *document.Page)
	// Key takes a key, and reports whether the page is done with.
	Key(k tea.KeyPressMsg) (done bool, cmd tea.Cmd)
	// Message takes the result of a command.
	Message(msg tea.Msg) tea.Cmd
	// Clicked takes a click on a line.
	Clicked(y int)
	// Working reports whether something is being done that takes its time.
	Working() bool
}

// Next goes on with what a command of a page found out.
type Next func() tea.Cmd

// NewPage makes a page of what is asked.
func NewPage(env *component.Env, of Prompt) *Page {
	s := &Page{Env: env, Field: component.NewField("", ""), of: of, at: -1}
	s.Field.Focus()
	return s
}

// framedFrom is the height from which the typing line has a frame.
const framedFrom = 16

const cutWords = "Line ends and outer spaces in what you pasted were left out."

// Framed reports whether the typing line has a frame with its name.
func (s *Page) Framed() bool { return s.H >= framedFrom }

// Line puts the typing line here, in a frame with its name where there is room.
func (s *Page) Line(p *document.Page, label string) {
	s.label = label
	if s.Framed() {
		p.Raw(" ", " ") // the frame's upper edge
	}
	s.at = len(p.Lines)
	p.Raw(" ", " ") // what is typed stands here: a gap below it is wanted
	if s.Framed() {
		p.Raw(" ", " ")
	}
	if s.cut {
		p.Text(s.Env.Theme.Note, cutWords)
	}
}

// SetSize lays the page out.
func (s *Page) SetSize(w, h int) {
	s.Base.SetSize(w, h)
	s.Field.SetWidth(s.fieldWidth())
	s.Redraw()
}

// Redraw writes the words anew and keeps the typing line in view.
func (s *Page) Redraw() {
	s.at, s.row = -1, 0
	s.page = document.NewPage(min(s.W-4, 80), s.Env.Theme, s.Env.Signs)
	s.of.Words(s.page)
	s.scroll.Set(s.page.Painted(), s.H)
	switch {
	case s.at >= 0:
		s.scroll.Show(s.at)
	case s.row > 0:
		s.scroll.Show(s.row - 1)
	}
}

func (s *Page) fieldWidth() int { return min(s.W-10, 64) }

// View returns the lines in view.
func (s *Page) View() []string {
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

func (s *Page) frame() []string {
	t, sg := s.Env.Theme, s.Env.Signs
	line := []string{s.Field.Draw(t)}
	if !s.Framed() {
		return line
	}
	p := component.Pane{Title: s.label, Focus: true}
	if s.Count != nil {
		p.Right = s.Count(s.Field.Value())
	}
	return p.Frame(line, s.fieldWidth()+4, 3, t, sg)
}

// Cursor stands in the typing line.
func (s *Page) Cursor() *tea.Cursor {
	if s.at < 0 {
		return nil
	}
	left := 2
	if s.Framed() {
		left += 2
	}
	return s.Field.Cursor(left, s.at-s.scroll.YOffset())
}

// Look tells whether letters are text, and whether something is being done.
func (s *Page) Look() component.Look {
	return component.Look{Typing: s.at >= 0, Working: s.of.Working()}
}

// Update takes what comes. Of a paste it says until the page changes what it left
// out: in a passphrase that is not shown nobody would see it.
func (s *Page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case component.RedrawMsg:
		s.Redraw()
	case tea.KeyPressMsg:
		done, cmd := s.of.Key(msg)
		if done {
			s.Close()
		}
		return cmd
	case tea.PasteMsg:
		if s.at >= 0 {
			s.cut = s.Field.Paste(msg.Content)
			s.Redraw()
			s.cut = false
		}
	case tea.MouseWheelMsg:
		s.scroll.Take(msg)
	case tea.MouseClickMsg:
		s.of.Clicked(msg.Y)
	case Next:
		return msg()
	default:
		return s.of.Message(msg)
	}
	return nil
}

// Message takes nothing unless the page says otherwise.
func (s *Page) Message(tea.Msg) tea.Cmd { return nil }

// Clicked does nothing unless the page says otherwise.
func (s *Page) Clicked(int) {}

// Working is false unless the page says otherwise.
func (s *Page) Working() bool { return false }
