package cli

import (
	"fmt"
	"io"
	"strings"
)

// Said is a line for people: a label, which may be empty, and what it says.
type Said struct{ Label, Text string }

// Tell writes lines to the output, their labels in a column of so many cells. On a
// terminal they are broken between words and go on below the text; the name of a
// file is left whole, so that it can be selected and copied, and so is every line
// for a file or another program. What could act on the terminal is taken out.
func (s *Session) Tell(column int, lines ...Said) error { return s.tell(s.Out, column, lines) }

// Ask is Tell to where questions are asked.
func (s *Session) Ask(lines ...Said) { _ = s.tell(s.Err, 0, lines) } // nobody to be told that it failed

func (s *Session) tell(to io.Writer, column int, lines []Said) error {
	p := s.page()
	p.piped, p.styled = true, false
	for _, l := range lines {
		label := l.Label
		if label != "" {
			label += strings.Repeat(" ", max(column-cells(label), 1))
		} else if column > 0 {
			label = strings.Repeat(" ", column)
		}
		if s.Width == 0 || l.Text == "" && cells(label) <= p.width {
			p.b.WriteString(strings.TrimRight(p.spell(label)+p.spell(l.Text), " ") + "\n")
			continue
		}
		if l.Text == "" {
			text := strings.TrimLeft(l.Label, " ")
			p.wrap(label[:len(l.Label)-len(text)], "", run{text: text})
			continue
		}
		p.wrap(label, strings.Repeat(" ", min(column, p.width/3)), run{text: l.Text})
	}
	_, err := fmt.Fprint(to, p.b.String())
	return err
}

// flowed breaks a text's paragraphs anew at the terminal's width. One with lines
// that are set in is left as it is.
func (s *Session) flowed(text string) string {
	p := s.page()
	p.styled = false
	for i, paragraph := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if i > 0 {
			p.b.WriteString("\n")
		}
		if strings.Contains("\n"+paragraph, "\n ") {
			p.b.WriteString(paragraph + "\n")
			continue
		}
		p.text(run{text: strings.ReplaceAll(paragraph, "\n", " ")})
	}
	return strings.TrimRight(p.b.String(), "\n")
}
