package document

import (
	"isspp/model"
	"isspp/ui/document/pdf"
)

// column is where blocks are set: from x on, w wide, within frames.
type column struct {
	x, w   float64
	frames []*frame
	// style is what running text is set in; its zero value is the body's.
	style textStyle
}

func (c column) in(by float64) column {
	c.x, c.w = c.x+by, c.w-by
	return c
}

func (c column) text() textStyle {
	if c.style.size == 0 {
		return textStyle{size: bodySize, colour: ink}
	}
	return c.style
}

// piece is a line of text or a row of a table: what a page isn't broken within.
type piece struct {
	// before is the space above it, which the top of a page takes away.
	before float64
	height float64
	// keep says that the next piece must be on the same page.
	keep bool
	// fresh starts a new page.
	fresh  bool
	frames []*frame
	draw   func(p *pdf.Page, y float64)
	// split divides a row that may go on on the next page: the head takes at most
	// the room, and is nil where nothing fits.
	split func(room float64) (head, tail *piece)
	// head is drawn above the piece where it starts a page: a table's head again.
	head *piece
	// level and title make a bookmark.
	level int
	title string
	// page and y are where the piece was put.
	page *pdf.Page
	y    float64
}

func (l *layout) add(p *piece) *piece {
	p.before, l.next = max(p.before, l.next), 0
	l.pieces = append(l.pieces, p)
	return p
}

// space asks for space above the next piece.
func (l *layout) space(h float64) { l.next = max(l.next, h) }

// mark makes a bookmark of the piece where a heading starts.
func (l *layout) mark(level int, title string, first int) {
	if first < len(l.pieces) {
		l.pieces[first].level, l.pieces[first].title = level, title
	}
}

// lines adds a text, a piece a line, and gives the number of its first piece.
func (l *layout) lines(c column, e *pdf.Elem, spans []model.Span, s textStyle) int {
	return l.led(c, e, l.wrap(spans, s, c.w), s, nil)
}

// led adds lines with something drawn beside the first of them: a list's sign. Neither
// the first line nor the last is left alone on a page.
func (l *layout) led(c column, e *pdf.Elem, lines [][]bit, s textStyle, lead lead) int {
	first := len(l.pieces)
	for i, bits := range lines {
		line := cellLine{height: s.height(), size: s.size, bits: bits, elem: e}
		if i == 0 {
			line.lead = lead
		}
		p := l.add(l.rowPiece(c.frames, []cellColumn{{x: c.x, w: c.w, lines: []cellLine{line}}}, 0, false))
		n := len(lines)
		p.keep = i < n-1 && (n <= 3 || i == 0 || i == n-2)
	}
	return first
}

// keepLast holds the last piece so far and the next one together.
func (l *layout) keepLast() {
	if n := len(l.pieces); n > 0 {
		l.pieces[n-1].keep = true
	}
}

// keepFrom holds all pieces from one on together.
func (l *layout) keepFrom(first int) {
	for i := first; i < len(l.pieces)-1; i++ {
		l.pieces[i].keep = true
	}
}
