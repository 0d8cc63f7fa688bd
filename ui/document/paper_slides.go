package document

import (
	"isspp/ui/document/pdf"
)

// slides sets each slide on a page of its own, in the largest letters that leave it
// on one.
func (l *layout) slides(root *pdf.Elem) {
	for i, s := range l.doc.Slides {
		if i > 0 {
			l.add(&piece{fresh: true})
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
	part, c := root.Add("Sect"), l.all
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
