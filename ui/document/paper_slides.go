package document

import (
	"fmt"

	"isspp/ui/document/pdf"
)

// slides sets each slide on a page of its own, in the largest letters that leave it
// on one.
func (l *layout) slides(root *pdf.Elem) {
	for i, s := range l.doc.Slides {
		if i > 0 {
			l.add(&piece{fresh: true, draw: func(*pdf.Page, float64) {}})
		}
		for size := largestLetters; ; size -= 1.0 {
			if size <= smallestLetters || l.onePage(s, size) {
				l.slide(root, s, size)
				break
			}
		}
	}
}

// The letters of a slide's text, in points of a page 540 high.
const (
	largestLetters  = 26.0
	smallestLetters = 11.0
)

// onePage reports whether a slide has room on a page in letters of a size.
func (l *layout) onePage(s Slide, size float64) bool {
	try := newLayout(Doc{Slides: []Slide{s}, Years: l.doc.Years})
	try.slide(try.file.Root(), s, size)
	try.place()
	return len(try.file.Pages()) == 1
}

// slide sets one: its title in the same place and size as every other's.
func (l *layout) slide(root *pdf.Elem, s Slide, size float64) {
	part, c := root.Add("Sect"), column{x: l.sheet.left, w: l.sheet.text()}
	l.zoom = size / bodySize
	title := 28.0
	if len(s.Title) > longTitle {
		title = 19
	}
	style := textStyle{size: title, colour: linkInk, strong: true, tight: true}
	first := l.lines(c, part.Add("H1"), Plainly(s.Title), style)
	l.mark(1, s.Title, first)
	l.keepFrom(first)
	l.keepLast()
	l.next = 0
	l.space(18)
	c.style = textStyle{size: size, colour: ink}
	for i, b := range s.Blocks {
		if i > 0 {
			l.space(size * 0.7)
		}
		l.blocks(c, part, []Block{b})
	}
	l.endNotes()
	l.next, l.zoom = 0, 1
}

// slideEdges draws each slide's foot: whom to ring, whose words these are, and which
// slide it is.
func (l *layout) slideEdges() {
	s := pdf.Style{Size: 9, Colour: soft}
	bold := pdf.Style{Face: pdf.Bold, Size: 9, Colour: soft}
	loud := pdf.Style{Face: pdf.Bold, Size: 10, Colour: alertInk, Spread: 0.8}
	pages := l.file.Pages()
	at, starts := -1, map[*pdf.Page]bool{}
	for _, p := range l.pieces {
		if p.level == 1 {
			starts[p.page] = true
		}
	}
	for i, p := range pages {
		if starts[p] {
			at++
		}
		l.edge(p, l.sheet.foot-11, s, l.doc.Slides[max(at, 0)].Source, l.doc.Title)
		l.edge(p, l.sheet.foot+2, bold, l.doc.foot(), fmt.Sprintf("%d of %d", i+1, len(pages)))
		l.atRight(p, 22, loud, l.doc.Banner)
	}
}

// edge draws a line of a slide's foot: one text at its left, another at its right.
func (l *layout) edge(p *pdf.Page, y float64, s pdf.Style, from, to string) {
	p.Text(nil, l.sheet.left, y, s, l.fit(s, from, l.sheet.text()*0.58))
	l.atRight(p, y, s, l.fit(s, to, l.sheet.text()*0.4))
}
