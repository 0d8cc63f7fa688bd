package document

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"isspp/model"
	"isspp/ui/document/pdf"
)

type textStyle struct {
	size   float64
	colour pdf.Colour
	strong bool
	emph   bool
	// tight sets lines closer, as large headings need.
	tight bool
}

func (s textStyle) height() float64 {
	if s.tight {
		return s.size * 1.2
	}
	return s.size * leading
}

func (s textStyle) bold() textStyle {
	s.strong = true
	return s
}

func (s textStyle) of(span model.Span) pdf.Style {
	face := pdf.Regular
	strong, emph := s.strong || span.Strong, s.emph || span.Emph
	switch {
	case strong && emph:
		face = pdf.BoldItalic
	case strong:
		face = pdf.Bold
	case emph:
		face = pdf.Italic
	}
	colour := s.colour
	if span.Link != "" {
		colour = linkInk
	}
	return pdf.Style{Face: face, Size: s.size, Colour: colour}
}

// atom is what a line isn't broken within, with the blanks before it.
type atom struct {
	blanks bit
	bits   []bit
	width  float64
	// fresh starts a new line.
	fresh bool
}

func (l *layout) wrap(spans []model.Span, s textStyle, width float64) [][]bit {
	// A column that is too narrow for anything still takes a few characters a line.
	width = max(width, 24)
	var lines [][]bit
	var line []bit
	used := 0.0
	for i, a := range l.atoms(withAddresses(spans), s) {
		if deep := a.blanks.width > width*0.4; deep && (i == 0 || a.fresh) {
			a.blanks = l.bit("    ", a.blanks.style, "")
		}
		overflows := used > 0 && used+a.blanks.width+a.width > width
		switch {
		case i > 0 && (a.fresh || overflows):
			if len(line) > 0 {
				// The blank at a line's end is not seen, and keeps its words apart
				// for whoever searches or listens.
				last := line[len(line)-1]
				line = append(line, l.bit(" ", last.style, last.link))
			}
			lines, line, used = append(lines, line), nil, 0
			if a.fresh {
				line, used = append(line, a.blanks), a.blanks.width
			}
		default:
			line, used = append(line, a.blanks), used+a.blanks.width
		}
		for used+a.width > width {
			head, tail := l.cut(a, width-used)
			lines, line, used = append(lines, append(line, head.bits...)), nil, 0
			a = tail
		}
		line, used = append(line, a.bits...), used+a.width
	}
	return append(lines, line)
}

// atoms divides spans at blanks and new lines. A style that changes within a
// word doesn't divide it, and the groups of a telephone number stay together.
func (l *layout) atoms(spans []model.Span, s textStyle) []atom {
	var list []atom
	open := false
	start := func(a atom) { list, open = append(list, a), true }
	for _, span := range spans {
		style := s.of(span)
		rest := norm.NFC.String(span.Text)
		for rest != "" {
			if rest[0] == '\n' {
				start(atom{fresh: true})
				rest = rest[1:]
				continue
			}
			if rest[0] == ' ' {
				blanks := rest[:len(rest)-len(strings.TrimLeft(rest, " "))]
				rest = rest[len(blanks):]
				if n := len(list); n > 0 && len(blanks) == 1 && l.groups(list[n-1], rest) {
					list[n-1].add(l.bit(blanks, style, span.Link))
					continue
				}
				b := l.bit(blanks, style, span.Link)
				if n := len(list); n > 0 && list[n-1].fresh && len(list[n-1].bits) == 0 {
					list[n-1].blanks = b
					continue
				}
				start(atom{blanks: b})
				continue
			}
			end := strings.IndexAny(rest, " \n")
			if end < 0 {
				end = len(rest)
			}
			end = min(end, wordLength(rest))
			if n := len(list); !open || len(list[n-1].bits) > longestWord {
				start(atom{})
			}
			list[len(list)-1].add(l.bit(rest[:end], style, span.Link))
			if rest = rest[end:]; end > longestWord {
				open = false
			}
		}
	}
	return list
}

// longestWord is the bytes up to which a word is kept whole where a line has
// room for it. Nothing longer is a word, nor an address that fits on a line.
const longestWord = 300

// wordLength is where a text is to be divided at the latest: after a whole
// character.
func wordLength(text string) int {
	if len(text) <= longestWord {
		return len(text)
	}
	end := longestWord + 1
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return end
}

func (a *atom) add(b bit) { a.bits, a.width = append(a.bits, b), a.width+b.width }

// groups reports whether a blank stands within a telephone number: digits before it
// and after it.
func (l *layout) groups(before atom, rest string) bool {
	const longest, figures = 16, "0123456789"
	text := ""
	for _, b := range before.bits {
		text += b.text
	}
	last := text[strings.LastIndexByte(text, ' ')+1:]
	digits := len(rest) - len(strings.TrimLeft(rest, figures))
	return len(text) < longest && len(last) >= 3 && strings.Trim(last, figures) == "" && digits >= 3 && digits <= 6
}

func (l *layout) bit(text string, style pdf.Style, link string) bit {
	return bit{text: text, style: style, link: link, width: l.file.Width(style, text)}
}

func lineWidth(line []bit) float64 {
	w := 0.0
	for _, b := range line {
		w += b.width
	}
	return w
}

// boxedRun is how many of the bits at the start of some are to be drawn as one:
// words that the font lacks, with the blanks between them, which keep their order
// only together. Any other bit is drawn alone.
func boxedRun(p *pdf.Page, bits []bit) int {
	n := 1
	if !p.Lacks(bits[0].style, bits[0].text) {
		return n
	}
	for i, b := range bits[1:] {
		if b.link != "" || b.style != bits[0].style {
			break
		}
		if p.Lacks(b.style, b.text) {
			n = i + 2
		} else if strings.TrimSpace(b.text) != "" {
			break
		}
	}
	return n
}

// drawBits draws a line's text from a place on. Links become elements of their own.
func drawBits(p *pdf.Page, e *pdf.Elem, x, baseline float64, bits []bit) {
	for i := 0; i < len(bits); {
		b := bits[i]
		if b.link == "" || e == nil {
			n := boxedRun(p, bits[i:])
			text, width := "", lineWidth(bits[i:i+n])
			for _, b := range bits[i : i+n] {
				text += b.text
			}
			p.Text(e, x, baseline, b.style, text)
			x += width
			i += n
			continue
		}
		link, from := e.Add("Link"), x
		for ; i < len(bits) && bits[i].link == b.link; i++ {
			p.Text(link, x, baseline, bits[i].style, bits[i].text)
			x += bits[i].width
		}
		p.Link(link, from, baseline-b.style.Size, x-from, b.style.Size*1.25, b.link)
	}
}

// bit is a run of text of one style and one link.
type bit struct {
	text  string
	style pdf.Style
	link  string
	width float64
}

// withAddresses puts a link's address behind its words, unless it is the words:
// on paper nobody can follow it otherwise.
func withAddresses(spans []model.Span) []model.Span {
	var out []model.Span
	for _, s := range spans {
		if out = append(out, s); s.Link != "" && hidden(s) {
			out = append(out, model.Span{Text: " (" + shownLink(s.Link) + ")", Link: s.Link})
		}
	}
	return out
}

// hidden tells whether the words of a link don't say where it leads.
func hidden(s model.Span) bool {
	bare := func(text string) string {
		text = strings.ToLower(shownLink(strings.TrimSpace(text)))
		for _, start := range []string{"https://", "http://", "www."} {
			text = strings.TrimPrefix(text, start)
		}
		return strings.TrimRight(text, "/")
	}
	return bare(s.Text) != bare(s.Link)
}

func shownLink(link string) string {
	return strings.TrimPrefix(strings.TrimPrefix(link, "mailto:"), "tel:")
}

// cut divides a word that is longer than a line, an address say: where it has a
// sign to break at, or else after as many characters as fit. One is always taken.
func (l *layout) cut(a atom, width float64) (head, tail atom) {
	left := width
	for i, b := range a.bits {
		if b.width <= left {
			head.add(b)
			left -= b.width
			continue
		}
		at, sign, used := 0, 0, 0.0
		for j, r := range b.text {
			if used += l.file.Width(b.style, string(r)); used > left && (j > 0 || len(head.bits) > 0) {
				break
			}
			if at = j + utf8.RuneLen(r); strings.ContainsRune("/-._@?&=", r) {
				sign = at
			}
		}
		if sign > at/2 {
			at = sign
		}
		if at > 0 {
			head.add(l.bit(b.text[:at], b.style, b.link))
		}
		if at < len(b.text) {
			tail.add(l.bit(b.text[at:], b.style, b.link))
		}
		for _, rest := range a.bits[i+1:] {
			tail.add(rest)
		}
		return head, tail
	}
	return head, tail
}
