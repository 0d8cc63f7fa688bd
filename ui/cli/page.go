package cli

import (
	"strings"

	"isspp/model"
)

// style is how a run of text is set off on a terminal. There is no colour: a
// look-up must read the same on every background.
type style string

const (
	normal style = ""
	strong style = "1"
	emph   style = "3"
)

// run is a piece of text in one style.
type run struct {
	text  string
	style style
}

// page gathers an answer for people. It is the one way to the output: it takes
// out what could act on the terminal, wraps to the width and adds the styles.
type page struct {
	b      strings.Builder
	width  int
	styled bool
	ascii  bool
	// piped leaves an address whole, however long, for the program that reads it.
	piped bool
}

// pipedWidth is the width of a text that goes to a file or another program.
const pipedWidth = 80

// widestPage keeps lines readable on a very wide terminal.
const widestPage = 120

// page starts an answer at the terminal's width.
func (s *Session) page() *page {
	p := &page{width: pipedWidth, ascii: s.ASCII, piped: s.Width == 0}
	if s.Width > 0 {
		p.width = min(max(s.Width, 20), widestPage)
		p.styled = !s.NoColor && s.Theme != "mono"
	}
	return p
}

// show writes a page to the output.
func (s *Session) show(p *page) error {
	_, err := s.Out.Write([]byte(p.b.String()))
	return err
}

// gap ends a block with one empty line.
func (p *page) gap() {
	if text := p.b.String(); text != "" && !strings.HasSuffix(text, "\n\n") {
		p.b.WriteByte('\n')
	}
}

// title writes a line that names what follows.
func (p *page) title(text string) { p.wrap("", "", run{text, strong}) }

// text writes a paragraph.
func (p *page) text(runs ...run) { p.wrap("", "", runs...) }

// labelled writes a label and, beside it, text that is wrapped in a column of
// its own: "Officer    PC Kerry Hughes".
func (p *page) labelled(label string, runs ...run) {
	const column = 10
	indent := strings.Repeat(" ", column)
	if p.width < 50 {
		p.wrap("", "", run{label, strong})
		p.wrap("  ", "  ", runs...)
		return
	}
	p.wrap(label+strings.Repeat(" ", max(column-cells(label), 1)), indent, runs...)
}

// wrap writes runs as lines of the page's width. first and rest are what
// stands before the first and the following lines; a newline in the text starts
// a new line.
func (p *page) wrap(first, rest string, runs ...run) {
	lead := p.spell(first)
	for _, line := range p.lines(p.width-cells(p.spell(rest)), runs) {
		p.b.WriteString(strings.TrimRight(lead+p.render(line), " "))
		p.b.WriteByte('\n')
		lead = p.spell(rest)
	}
}

// lines breaks runs into lines of at most width cells.
func (p *page) lines(width int, runs []run) [][]run {
	width = max(width, 8)
	lines, line, used := [][]run{}, []run{}, 0
	end := func() { lines, line, used = append(lines, line), nil, 0 }
	for _, w := range p.words(runs) {
		size := piecesCells(w.pieces)
		switch {
		case w.newline:
			end()
		case used > 0 && used+w.spaces+size > width:
			end()
		case used > 0 && w.spaces > 0:
			line, used = append(line, run{" ", spaceStyle(line, w)}), used+1
		}
		for size > width && used == 0 && !p.piped {
			head, tail := breakWord(w.pieces, width)
			lines = append(lines, head)
			w.pieces, size = tail, piecesCells(tail)
		}
		line, used = append(line, w.pieces...), used+size
	}
	if len(line) > 0 || len(lines) == 0 {
		end()
	}
	return lines
}

// spaceStyle is the style of the space between a line and the next word: theirs
// where they agree.
func spaceStyle(line []run, next word) style {
	if last := line[len(line)-1].style; last == next.pieces[0].style {
		return last
	}
	return normal
}

// render joins the runs of a line, with their styles on a terminal.
func (p *page) render(line []run) string {
	var b strings.Builder
	for i := 0; i < len(line); {
		j := i
		for j < len(line) && line[j].style == line[i].style {
			j++
		}
		text := ""
		for _, r := range line[i:j] {
			text += r.text
		}
		b.WriteString(p.styledText(text, line[i].style))
		i = j
	}
	return b.String()
}

func (p *page) styledText(text string, st style) string {
	if !p.styled || st == normal || text == "" {
		return text
	}
	return "\x1b[" + string(st) + "m" + text + "\x1b[0m"
}

// spell makes a text safe for the terminal, and plain where that is asked for.
func (p *page) spell(text string) string {
	text = strings.ReplaceAll(model.Clean(text), "\t", " ")
	if p.ascii {
		text = plainSigns(text)
	}
	return text
}
