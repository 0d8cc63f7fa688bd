package document

import (
	"slices"

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
