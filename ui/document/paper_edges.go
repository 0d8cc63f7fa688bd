package document

import (
	"fmt"

	"golang.org/x/text/unicode/norm"

	"isspp/ui/document/pdf"
)

// edges draws the head and the foot of each page, once it is known how many
// there are. A screen reader is spared them.
func (l *layout) edges() {
	if len(l.doc.Slides) > 0 {
		l.slideEdges()
		return
	}
	s := pdf.Style{Face: pdf.Regular, Size: 8, Colour: soft}
	bold := pdf.Style{Face: pdf.Bold, Size: 8, Colour: soft}
	loud := pdf.Style{Face: pdf.Bold, Size: 9, Colour: alertInk, Spread: 0.8}
	pages := l.file.Pages()
	for i, p := range pages {
		if i > 0 {
			p.Text(nil, l.sheet.left, l.sheet.head, s, l.fit(s, l.doc.Title, l.sheet.text()*0.72))
			p.Line(nil, l.sheet.left, l.sheet.head+5, l.sheet.right, l.sheet.head+5, 0.5, hair)
		}
		l.atRight(p, l.sheet.head, loud, l.doc.Banner)
		p.Line(nil, l.sheet.left, l.sheet.foot-10, l.sheet.right, l.sheet.foot-10, 0.5, hair)
		y := l.sheet.foot
		if l.doc.Foot != "" {
			p.Text(nil, l.sheet.left, y, bold, l.fit(bold, l.doc.Foot, l.sheet.text()))
			y += 11
		}
		p.Text(nil, l.sheet.left, y, s, l.fit(s, l.doc.Edition, l.sheet.text()*0.82))
		l.atRight(p, y, s, fmt.Sprintf("Page %d of %d", i+1, len(pages)))
	}
}

// atRight draws a text that ends at the right margin.
func (l *layout) atRight(p *pdf.Page, y float64, s pdf.Style, text string) {
	p.Text(nil, l.sheet.right-l.file.Width(s, text), y, s, text)
}

// fit shortens a running line to a width.
func (l *layout) fit(s pdf.Style, text string, width float64) string {
	text = norm.NFC.String(text)
	if l.file.Width(s, text) <= width {
		return text
	}
	room := width - l.file.Width(s, "…")
	for i, r := range text {
		if room -= l.file.Width(s, string(r)); room < 0 {
			return text[:i] + "…"
		}
	}
	return text
}

// draw draws the frame around what is in it on one page.
func (f *frame) draw(page *pdf.Page, from, to float64) {
	h := to - from
	switch {
	case f.note:
		page.Fill(f.x, from, f.w, h, noteShade)
		page.Rule(f.x+0.75, from, f.x+0.75, to, 1.5, noteInk, true)
	case f.tone == Emergency:
		page.Fill(f.x, from, f.w, h, alertShade)
		page.Frame(f.x+1, from+1, f.w-2, h-2, 2, alertInk, false)
	case f.tone == Caution:
		page.Frame(f.x+0.3, from+0.3, f.w-0.6, h-0.6, 0.6, noteInk, false)
		page.Fill(f.x, from, 4, h, noteInk)
	default:
		page.Fill(f.x, from, f.w, h, shade)
		page.Frame(f.x+0.3, from+0.3, f.w-0.6, h-0.6, 0.6, hair, false)
	}
}
