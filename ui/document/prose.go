package document

import (
	"strconv"
	"strings"
	"sync"

	"charm.land/glamour/v2"
	"github.com/charmbracelet/x/ansi"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// prose adds running text as Glamour writes its Markdown. sign is what makes the
// Markdown a heading; mark stands before the first line, after indent blanks, and
// the other lines hang below the text. under is a style below the text's own.
func (p *Page) prose(sign string, spans []model.Span, under theme.Ground, mark string, indent int) {
	hang := indent + component.Width(mark)
	lead := component.Spaces(indent) + mark
	painted := lead
	if strings.TrimSpace(mark) != "" {
		painted = component.Spaces(indent) + p.theme.Quiet.Render(mark)
	}
	for _, line := range p.inLines(spans) {
		text := under.Text(p.glamour(sign + styled(line, numbered,
			func(text, _ string) string { return "[" + text + "](#)" })))
		for _, l := range p.wrap(text, max(p.Width-hang, 4)) {
			p.Lines = append(p.Lines, Line{Text: painted + l, Plain: lead + ansi.Strip(l)})
			lead = component.Spaces(hang)
			painted = lead
		}
	}
}

// renderers are Glamour's, one for each theme in use. None is made before a text
// of that theme is shown; a lock holds since Glamour's have a state of their own.
var renderers struct {
	sync.Mutex
	of map[*theme.Theme]*glamour.TermRenderer
}

// mostRenderers is more than the themes of one screen.
const mostRenderers = 8

// glamour is Markdown as Glamour writes it in the page's theme, not broken into lines.
func (p *Page) glamour(markdown string) string {
	renderers.Lock()
	defer renderers.Unlock()
	r := renderers.of[p.theme]
	if r == nil {
		var err error
		if r, err = glamour.NewTermRenderer(glamour.WithStyles(p.theme.Glamour()),
			glamour.WithWordWrap(0)); err != nil {
			return markdown
		}
		if renderers.of == nil || len(renderers.of) >= mostRenderers {
			renderers.of = map[*theme.Theme]*glamour.TermRenderer{}
		}
		renderers.of[p.theme] = r
	}
	text, err := r.Render(markdown)
	if err != nil {
		return markdown
	}
	return joined(strings.TrimRight(text, "\n"))
}

// joined is painted text in which neighbours of one style are one run: Glamour ends
// and begins it anew at each piece of Markdown.
func joined(text string) string {
	const begin, end = "\x1b[", ansi.ResetStyle
	style := func(from string) string { return from[:strings.IndexByte(from, 'm')+1] }
	var b strings.Builder
	open := ""
	for i, piece := range strings.Split(text, end) {
		if open != "" && strings.HasPrefix(piece, open) {
			piece = piece[len(open):]
		} else {
			if i > 0 {
				b.WriteString(end)
			}
			open = ""
		}
		b.WriteString(piece)
		if at := strings.LastIndex(piece, begin); at >= 0 {
			open = style(piece[at:])
		}
	}
	return b.String()
}

// inLines are the spans of each line of a text, cleaned.
func (p *Page) inLines(spans []model.Span) [][]model.Span {
	lines := [][]model.Span{nil}
	add := func(s model.Span) { lines[len(lines)-1] = append(lines[len(lines)-1], s) }
	for _, s := range spans {
		to := s.Link
		if p.Addresses {
			s.Link = ""
		}
		for i, text := range strings.Split(p.clean(s.Text), "\n") {
			if i > 0 {
				lines = append(lines, nil)
			}
			if s.Text = text; text != "" {
				add(s)
			}
		}
		if s.Link != to && !strings.Contains(to, strings.TrimSpace(s.Text)) {
			add(model.Span{Text: " (" + p.clean(to) + ")"})
		}
	}
	return lines
}

// numbered writes each sign of ASCII by its number, so that none of it is Markdown and
// Glamour gives the text back letter for letter. Glamour takes a stroke away
// once more than Markdown does, so it gets two.
func numbered(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\\':
			b.WriteString("&#92;&#92;")
		case r > ' ' && r < 0x7f && (r < '0' || r > '9') && (r|0x20 < 'a' || r|0x20 > 'z') &&
			!strings.ContainsRune(",;'\"?", r):
			b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
