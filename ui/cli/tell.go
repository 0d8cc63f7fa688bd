package cli

import (
	"io"
	"math"
	"strings"

	"isspp/ui/component"
)

// Line is a line for people: a label, which may be empty, and what it says.
type Line struct{ Label, Text string }

// Tell writes lines to the output, their labels in a column of so many cells. On a
// terminal they are broken between words and go on below the text; the name of a
// file is left whole, so that it can be selected and copied, and so is every line
// for a file or another program. What could act on the terminal is taken out.
func (s *Session) Tell(column int, lines ...Line) error { return s.tell(s.Out, column, lines) }

// Ask is Tell to where questions are asked.
func (s *Session) Ask(lines ...Line) { _ = s.tell(s.Err, 0, lines) } // nobody to be told that it failed

func (s *Session) tell(to io.Writer, column int, lines []Line) error {
	p := s.plainPage()
	if s.Width == 0 {
		p.Width = math.MaxInt32
	}
	for _, l := range lines {
		lead, rest, text := l.Label, component.Spaces(min(column, p.Width/3)), l.Text
		switch {
		case text == "":
			text = strings.TrimLeft(lead, " ")
			lead, rest = lead[:len(lead)-len(text)], ""
		case lead != "":
			lead += component.Spaces(max(column-component.Width(lead), 1))
		default:
			lead = component.Spaces(column)
		}
		p.Spans(lead, rest, normal(text))
	}
	_, err := io.WriteString(to, p.String())
	return err
}

// flowed breaks a text's paragraphs anew at the terminal's width. One with lines
// that are set in is left as it is.
func (s *Session) flowed(text string) string {
	p := s.plainPage()
	for i, paragraph := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if i > 0 {
			p.Raw("", "")
		}
		if strings.Contains("\n"+paragraph, "\n ") {
			for line := range strings.SplitSeq(paragraph, "\n") {
				p.Raw(line, line)
			}
			continue
		}
		p.text(normal(strings.ReplaceAll(paragraph, "\n", " ")))
	}
	return strings.TrimRight(p.String(), "\n")
}
