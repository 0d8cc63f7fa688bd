package document

import (
	"slices"

	"isspp/model"
	"isspp/ui/document/pdf"
)

// placer puts pieces on pages, and draws the frames around them.
type placer struct {
	l    *layout
	page *pdf.Page
	// y is how far the page is filled.
	y float64
	// inside are the frames that are open, the outermost first, and tops is
	// where each begins on this page.
	inside []*frame
	tops   map[*frame]float64
	// blank tells that nothing stands on the page yet.
	blank bool
}

// place puts all pieces on pages. Pieces that keep each other go together, to
// the next page where this one has no room for them.
func (l *layout) place() {
	p := &placer{l: l}
	p.turn()
	for i := 0; i < len(l.pieces); {
		end := i + 1
		for end < len(l.pieces) && l.pieces[end-1].keep && !l.pieces[end].fresh {
			end++
		}
		i += p.group(l.pieces[i:end])
	}
	p.close(nil)
}

// group places pieces that belong together, or as much of them as must come
// first where no page holds them all. It gives how many it placed.
func (p *placer) group(pieces []*piece) int {
	first := pieces[0]
	if first.fresh {
		if !p.blank {
			p.turn()
		}
		return 1
	}
	switch {
	case p.fits(pieces):
	case first.split != nil && p.room(first) > smallestPart:
		return p.parted(first)
	case !p.blank:
		p.turn()
		if !p.fits(pieces) {
			return p.group(pieces[:max(p.count(pieces), 1)])
		}
	case first.split != nil:
		return p.parted(first)
	case len(pieces) > 1:
		pieces = pieces[:max(p.count(pieces), 1)]
	}
	for _, piece := range pieces {
		if !p.blank && piece.split != nil && p.room(piece) < piece.height {
			p.parted(piece)
			continue
		}
		p.put(piece)
	}
	return len(pieces)
}

// smallestPart is the least of a row that is worth starting on a page.
const smallestPart = 70

// parted places what fits of a row that may be divided, and the rest on the
// pages after.
func (p *placer) parted(row *piece) int {
	for row.split != nil {
		room := p.room(row)
		if row.height <= room {
			break
		}
		head, tail := row.split(room)
		if head == nil {
			if p.blank {
				break
			}
			p.turn()
			continue
		}
		p.put(head)
		p.turn()
		row, p.l.divided = tail, true
	}
	p.put(row)
	return 1
}

// fits tells whether pieces have room on the page together. The last of them
// needs only its first part where it may be divided.
func (p *placer) fits(pieces []*piece) bool { return p.count(pieces) == len(pieces) }

// count is how many of the pieces have room on the page.
func (p *placer) count(pieces []*piece) int {
	at := *p
	for i, piece := range pieces {
		y := at.top(piece)
		h := piece.height
		if piece.split != nil && i == len(pieces)-1 && i > 0 {
			h = min(h, smallestPart)
		}
		if y+h+pads(piece.frames) > p.l.end() {
			return i
		}
		at.y, at.inside, at.blank = y+h, piece.frames, false
	}
	return len(pieces)
}

// room is how high a piece may be to stand next on the page.
func (p *placer) room(piece *piece) float64 {
	return p.l.end() - p.top(piece) - pads(piece.frames)
}

// top is where a piece would stand next.
func (p *placer) top(piece *piece) float64 {
	y := p.y
	for _, f := range p.inside {
		if !slices.Contains(piece.frames, f) {
			y += f.pad
		}
	}
	for _, f := range piece.frames {
		if p.blank || !slices.Contains(p.inside, f) {
			y += f.pad
		}
	}
	switch {
	case !p.blank:
		y += piece.before
	case piece.head != nil:
		y += piece.head.height
	}
	return y
}

func pads(frames []*frame) float64 {
	sum := 0.0
	for _, f := range frames {
		sum += f.pad
	}
	return sum
}

func (p *placer) put(piece *piece) {
	y := p.top(piece)
	open := y
	switch {
	case !p.blank:
		p.close(piece.frames)
	case piece.head != nil:
		open -= piece.head.height
		piece.head.draw(p.page, open)
	}
	for _, f := range slices.Backward(piece.frames) {
		open -= f.pad
		if _, known := p.tops[f]; !known {
			p.tops[f] = open
		}
	}
	if piece.title != "" {
		p.l.file.Bookmark(piece.level, piece.title, p.page, y)
	}
	piece.page, piece.y = p.page, y
	if piece.draw != nil {
		piece.draw(p.page, y)
	}
	p.y, p.inside, p.blank = y+piece.height, piece.frames, false
}

// close ends the frames that the next piece isn't in.
func (p *placer) close(next []*frame) {
	y := p.y
	for _, f := range slices.Backward(p.inside) {
		y += f.pad
		if !slices.Contains(next, f) {
			from, to := p.tops[f], y
			p.page.Behind(func() { f.draw(p.page, from, to) })
			delete(p.tops, f)
		}
	}
}

// turn starts a page. Frames that are open end here and begin anew there.
func (p *placer) turn() {
	if p.page != nil {
		p.close(nil)
	}
	p.page, p.y, p.blank = p.l.file.NewPage(), p.l.sheet.top, true
	if len(p.l.file.Pages()) == 1 && p.l.doc.Banner == "" {
		// The first page has no running head, and more room above.
		p.y = p.l.sheet.firstTop
	}
	p.inside, p.tops = nil, map[*frame]float64{}
}

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
