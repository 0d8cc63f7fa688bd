package cli

import (
	"cmp"
	"io"
	"math"
	"strings"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/theme"
)

// page gathers an answer for people on the page that the screens have, without
// colours: a look-up must read the same on every background.
type page struct{ *document.Page }

// pipedWidth is the width of a text that goes to a file or another program.
const pipedWidth = 80

// widestPage keeps lines readable on a very wide terminal.
const widestPage = 120

// column is where text stands behind its label.
const column = 10

func (s *Session) page() *page {
	if s.Width == 0 || s.NoColor || s.Theme == theme.Mono {
		return s.in(&theme.Theme{}, s.Width == 0)
	}
	return s.in(theme.New(theme.Mono, true), false)
}

// plainPage is a page without styles that leaves the names of files whole.
func (s *Session) plainPage() *page { return s.in(&theme.Theme{}, true) }

func (s *Session) in(th *theme.Theme, whole bool) *page {
	w, signs := pipedWidth, theme.Unicode
	if s.Width > 0 {
		w = min(max(s.Width, 20), widestPage)
	}
	if s.ASCII {
		signs = theme.ASCII
	}
	p := &page{document.NewPage(w, th, signs)}
	p.Bare, p.Column, p.Whole, p.Addresses, p.Spell = s.Width == 0, column, whole, true, s.plain
	return p
}

func (s *Session) show(p *page) error {
	_, err := s.Out.Write([]byte(p.String()))
	return err
}

// String is the page as it is written, without blanks at the ends of lines.
func (p *page) String() string {
	var b strings.Builder
	for _, l := range p.Lines {
		b.WriteString(strings.TrimRight(l.Text, " ") + "\n")
	}
	return b.String()
}

// normal, strong and emph are runs of text by how they are set off.
func normal(text string) model.Span { return model.Span{Text: text} }
func strong(text string) model.Span { return model.Span{Text: text, Strong: true} }
func emph(text string) model.Span   { return model.Span{Text: text, Emph: true} }

func (p *page) title(text string) { p.text(strong(text)) }

func (p *page) text(spans ...model.Span) { p.Spans("", "", spans...) }

// labelled writes a label and, beside it, text in a column of its own:
// "Officer   PC Kerry Hughes".
func (p *page) labelled(label string, spans ...model.Span) {
	in := p.Indent(label)
	if in <= component.Width(label) {
		p.title(label)
		label = ""
	}
	p.Spans(label+component.Spaces(in-component.Width(label)), component.Spaces(in), spans...)
}

// rows writes a table of plain texts; strongly sets its first column off.
func (p *page) rows(strongly bool, head []string, rows [][]string) {
	cells := make([][]model.Cell, len(rows))
	for i, row := range rows {
		cells[i] = document.Cells(row...)
	}
	p.Table(document.Cells(head...), cells, strongly)
}

// document shows a document with the notes on it.
func (p *page) document(pack *content.Pack, d model.Document) {
	if len(d.Blocks) == 0 || d.Blocks[0].Kind != model.Heading {
		p.title(strings.TrimSpace(d.Section + " " + d.Title))
	}
	p.Blocks(d.Blocks, nil)
	ids := []string{d.ID}
	for _, b := range d.Blocks {
		if b.ID != "" {
			ids = append(ids, b.ID)
		}
	}
	p.Notes(pack.NotesAbout(ids...))
}

// asciiLocale reports whether the locale has ASCII alone: C, POSIX, or one that names
// a character set other than UTF-8. No locale at all says nothing.
func asciiLocale(getenv func(string) string) bool {
	locale := strings.ToLower(cmp.Or(getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG")))
	_, set, named := strings.Cut(locale, ".")
	set, _, _ = strings.Cut(set, "@")
	return locale == "c" || locale == "posix" || named && set != "utf-8" && set != "utf8"
}

// plain is a text in ASCII where --ascii asks for it. Where nothing is lined up yet, a
// sign may be longer than what it stands for.
func (s *Session) plain(text string) string {
	if s.ASCII {
		return theme.Plain(strings.NewReplacer("…", "...", "·", "|", "•", "-", "£", "GBP ").Replace(text))
	}
	return text
}

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
