package document

import (
	"strings"

	"isspp/model"
	"isspp/ui/kit"
)

// word is a piece of text between blanks, in one style.
type word struct {
	text  string
	style *kit.Style
	glued bool // no blank before it: the style changed inside a word
	cells int
}

// spans wraps styled text. mark stands before the first line, after indent
// blanks; the other lines hang below the text.
func (p *Page) spans(spans []model.Span, base *kit.Style, mark string, indent int) {
	hang := indent + kit.Width(mark)
	room := max(p.Width-hang, 4)
	lines := fill(p.words(spans, base), room)
	for i, l := range lines {
		lead := kit.Spaces(hang)
		painted := lead
		if i == 0 {
			lead = kit.Spaces(indent) + mark
			painted = kit.Spaces(indent) + p.theme.Quiet.Render(mark)
		}
		text, plain := joinWords(l)
		p.Lines = append(p.Lines, Line{Text: painted + text, Plain: lead + plain})
	}
}

func (p *Page) words(spans []model.Span, base *kit.Style) []word {
	var out []word
	for _, s := range spans {
		st := base
		switch {
		case s.Link != "":
			st = &p.theme.Link
		case s.Strong:
			st = &p.theme.Strong
		case s.Emph && base == &p.theme.Plain:
			st = &p.theme.Emph
		}
		glued := len(out) > 0 && !strings.HasPrefix(s.Text, " ") && !endsBlank(out)
		for i, w := range strings.Fields(s.Text) {
			out = append(out, word{text: w, style: st, glued: glued && i == 0, cells: kit.Width(w)})
		}
		if strings.HasSuffix(s.Text, " ") && len(out) > 0 {
			out = append(out, word{})
		}
	}
	return out
}

// endsBlank tells whether the text so far ends in a blank; an empty word is one.
func endsBlank(ws []word) bool { return ws[len(ws)-1].text == "" }

// fill breaks words into lines of at most w cells; a word that is wider than
// that, such as an address on the web, is broken inside.
func fill(ws []word, w int) [][]word {
	var lines [][]word
	var line []word
	used := 0
	flush := func() {
		lines = append(lines, line)
		line, used = nil, 0
	}
	for _, x := range ws {
		if x.text == "" {
			continue
		}
		gap := 1
		if x.glued || len(line) == 0 {
			gap = 0
		}
		if len(line) > 0 && used+gap+x.cells > w {
			flush()
			x.glued, gap = false, 0
		}
		for x.cells > w {
			parts := kit.WrapText(x.text, w)
			line = append(line, word{text: parts[0], style: x.style, cells: kit.Width(parts[0])})
			flush()
			x.text = strings.Join(parts[1:], "")
			x.cells, x.glued = kit.Width(x.text), false
		}
		if x.text == "" {
			continue
		}
		line = append(line, x)
		used += gap + x.cells
	}
	if len(line) > 0 || len(lines) == 0 {
		flush()
	}
	return lines
}

// joinWords paints a line, one run of escape codes for neighbours of one style.
func joinWords(ws []word) (painted, plain string) {
	var out, raw, run strings.Builder
	st := &kit.Style{}
	flush := func() {
		if run.Len() > 0 {
			out.WriteString(st.Render(run.String()))
		}
		run.Reset()
	}
	for i, w := range ws {
		if i > 0 && !w.glued {
			if w.style == st {
				run.WriteByte(' ')
			} else {
				flush()
				out.WriteByte(' ')
			}
			raw.WriteByte(' ')
		}
		if w.style != st {
			flush()
			st = w.style
		}
		run.WriteString(w.text)
		raw.WriteString(w.text)
	}
	flush()
	return out.String(), raw.String()
}
