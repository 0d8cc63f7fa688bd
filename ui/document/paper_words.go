package document

import (
	"strings"
	"unicode/utf8"

	"isspp/model"
	"isspp/ui/document/pdf"
)

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
