package document

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// Line is one line of a page, with what search and jumps need of it.
type Line struct {
	// Text is painted; Plain is the same without paint.
	Text, Plain string
	// ID is the id of the block that starts here, or empty.
	ID string
	// Cols are the cells at which a table's columns start, and nil for running
	// text. The lines of one row share them.
	Cols []int
}

// Page is the terminal's writer: blocks laid out for a width, a line at a time. All
// text comes onto it cleaned of what could act on a terminal.
type Page struct {
	Width int
	Lines []Line
	// Column is where text stands behind a label; where it is 0, the label decides.
	Column int
	// Whole leaves a word that is wider than the page in one piece, such as an
	// address that another program reads.
	Whole bool
	// Addresses shows a link's address behind its words.
	Addresses bool
	// Bare is for a screen reader, and for what is selected to be pasted elsewhere:
	// no bars beside call-outs, and a table's rows are read in sentences.
	Bare bool
	// Spell writes each text in the signs that there are, or is nil.
	Spell func(text string) string

	theme *theme.Theme
	signs theme.Glyphs
	// bound is how many lines there were when a heading ended: what comes next there
	// belongs to it.
	bound int
}

// NewPage starts a page of w cells.
func NewPage(w int, t *theme.Theme, sg theme.Glyphs) *Page {
	return &Page{Width: max(w, 8), theme: t, signs: sg}
}

// within is an empty page of another width that writes as this one does.
func (p *Page) within(w int) *Page {
	sub := *p
	sub.Width, sub.Lines, sub.bound = max(w, 4), nil, 0
	return &sub
}

func (p *Page) clean(text string) string {
	text = strings.ReplaceAll(model.Clean(text), "\t", "    ")
	if p.Spell != nil {
		text = p.Spell(text)
	}
	return text
}

func (p *Page) wrap(text string, w int) []string {
	if p.Whole {
		return component.WrapWords(text, w)
	}
	return component.WrapText(text, w)
}

// Text adds a plain paragraph in a style.
func (p *Page) Text(st lipgloss.Style, text string) { p.Hang(st, "", text) }

// Said adds a text behind its label, in cells in; the lines below the first stand
// as far in. A long label stands above the text.
func (p *Page) Said(in int, label, text string, st lipgloss.Style) {
	room, lead := p.Width-in, component.Spaces(in)
	if component.Width(label) > room/2 {
		p.Hang(p.theme.Quiet, lead, label)
		p.Hang(st, lead, text)
		return
	}
	for i, l := range p.wrap(label+" "+p.clean(text), room) {
		painted := st.Render(l)
		if rest, ok := strings.CutPrefix(l, label); ok && i == 0 {
			painted = p.theme.Quiet.Render(label) + st.Render(rest)
		}
		p.Raw(lead+painted, lead+l)
	}
}

// Chips adds states beside each other, in as many lines as they need.
func (p *Page) Chips(chips ...string) {
	for _, l := range component.WrapChips(chips, p.Width) {
		p.Raw(l, ansi.Strip(l))
	}
}

// Edition adds the chip that says whose words follow, and of which years, with
// other states beside it.
func (p *Page) Edition(years string, states ...string) {
	p.Chips(append([]string{p.theme.Chip.Render(" PROTOCOL " + years + " ")}, states...)...)
}

// Raw adds a line that is painted already.
func (p *Page) Raw(painted, plain string) {
	p.Lines = append(p.Lines, Line{Text: painted, Plain: plain})
}

// Unbroken is a page's width at which no line is broken: for text that is pasted
// elsewhere.
const Unbroken = 10_000

// Words are the page's lines without paint, bars or indentation.
func (p *Page) Words() string {
	lines := make([]string, len(p.Lines))
	for i, l := range p.Lines {
		lines[i] = strings.TrimSpace(l.Plain)
	}
	return strings.TrimSpace(strings.Join(lines, "\n")) + "\n"
}

// Painted are the page's lines as drawn.
func (p *Page) Painted() []string {
	out := make([]string, len(p.Lines))
	for i, l := range p.Lines {
		out[i] = l.Text
	}
	return out
}

// Gap adds an empty line, unless there is one or the page is empty.
func (p *Page) Gap() {
	if n := len(p.Lines); n > 0 && p.Lines[n-1].Plain != "" {
		p.Lines = append(p.Lines, Line{})
	}
}

// narrow is the room beside a label below which the label stands on a line of its
// own.
const narrow = 24

// Indent is how far text stands in behind a label.
func (p *Page) Indent(label string) int {
	in := max(component.Width(label)+2, 6)
	if p.Column > 0 {
		in = max(p.Column, component.Width(label)+1)
	}
	if in > 8 && p.Width-in < narrow {
		return 2
	}
	return in
}

// Labelled adds text with a word before it: "Protocol  …".
func (p *Page) Labelled(st lipgloss.Style, label, text string) {
	in := p.Indent(label)
	if in < component.Width(label) {
		if strings.TrimSpace(label) != "" {
			p.Raw(p.theme.Strong.Render(label), label)
		}
		label = ""
	}
	first := label + component.Spaces(in-component.Width(label))
	start := len(p.Lines)
	p.Hang(st, first, text)
	if start < len(p.Lines) {
		l := p.Lines[start]
		p.Lines[start].Text = p.theme.Strong.Render(first) + strings.TrimPrefix(l.Text, first)
	}
}

// Hang adds text behind a mark, with the lines below it indented as far.
func (p *Page) Hang(st lipgloss.Style, first, text string) {
	lead := first
	for _, l := range p.wrap(p.clean(text), p.Width-component.Width(first)) {
		p.Lines = append(p.Lines, Line{Text: lead + st.Render(l), Plain: lead + l})
		lead = component.Spaces(component.Width(first))
	}
}

// Spans adds text whose runs may be strong or set off, first before its first line
// and rest before the others.
func (p *Page) Spans(first, rest string, spans ...model.Span) {
	lead := p.clean(first)
	for _, l := range p.wrap(p.painted(spans), p.Width-component.Width(rest)) {
		p.Lines = append(p.Lines, Line{Text: lead + l, Plain: lead + ansi.Strip(l)})
		lead = rest
	}
}

// painted is the text of spans with their styles, each line end in it plain.
func (p *Page) painted(spans []model.Span) string {
	var b strings.Builder
	for _, s := range spans {
		st := p.theme.Plain
		switch {
		case s.Strong:
			st = p.theme.Strong
		case s.Emph:
			st = p.theme.Emph
		}
		for i, line := range strings.Split(p.clean(s.Text), "\n") {
			if i > 0 {
				b.WriteByte('\n')
			}
			if line != "" {
				b.WriteString(st.Render(line))
			}
		}
	}
	return b.String()
}

// WithoutHeadings is the blocks for a pane that has a heading of its own.
func WithoutHeadings(blocks []model.Block) []model.Block {
	out := make([]model.Block, 0, len(blocks))
	for _, b := range blocks {
		if b.Kind != model.Heading {
			out = append(out, b)
		}
	}
	return out
}

// note adds a remark of ours as a call-out: its label and, quiet beside it or below the
// text where that has no room, where it is from.
func (p *Page) note(b Block) {
	from := model.CleanLine(b.Source)
	if from != "" {
		from = "Source: " + from
	}
	p.callOut(model.LayerNote, func(in *Page) {
		lead, painted := "Note", p.theme.NoteName.Render("Note")
		if from != "" && component.Width(lead)+2+component.Width(from) <= in.Width {
			lead, painted, from = lead+"  "+from, painted+"  "+p.theme.Quiet.Render(from), ""
		}
		in.Raw(painted, lead)
		in.Text(p.theme.Plain, model.PlainText(b.Spans))
		if from != "" {
			in.Text(p.theme.Quiet, from)
		}
	})
}

// callOut adds what is written behind the bar of a layer, on its ground. The bar, the
// label and the indentation say without colours whose words it has; the bar is no part
// of what a search looks through.
func (p *Page) callOut(layer model.Layer, write func(in *Page)) {
	st, ground := p.theme.Heading, p.theme.TextGround
	switch layer {
	case model.LayerLocal:
		st, ground = p.theme.Local, p.theme.LocalGround
	case model.LayerNote:
		st, ground = p.theme.NoteName, p.theme.NoteGround
	}
	bar := st.Render(p.signs.Bar) + " "
	if p.Bare {
		bar, ground = "  ", theme.Ground{}
	}
	in := p.within(p.Width - 3)
	write(in)
	for _, l := range in.Lines {
		l.Text, l.Plain = ground.Line(bar+l.Text, p.Width), "  "+l.Plain
		for i := range l.Cols {
			l.Cols[i] += 2
		}
		p.Lines = append(p.Lines, l)
	}
}
