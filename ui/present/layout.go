package present

import (
	"isspp/model"
	"isspp/ui/theme"
)

// layout is a slide laid out for a screen: its heading, and its items on as many
// pages as they need. Nothing is ever cut: an item that is higher than a page
// goes on over the next.
type layout struct {
	heading []string
	// large are the lines of the heading that the terminal enlarges, and zoom how many
	// times as large as its own letters the points are.
	large []largeLine
	zoom  int
	// items are each item's lines, without those of its neighbours.
	items []drawnItem
	pages []page
	// left is where the slide's text starts.
	left int
	// cols are the columns that short points stand in, colw the cells of one.
	cols, colw int
	// byGroup starts each group of points in a column of its own.
	byGroup bool
	// tall is the rows of the highest page; gap the empty rows between two points
	// of a list, and prose those between two sentences.
	tall, gap, prose int
	// most is how many items a page holds; 0 for as many as fit.
	most int
}

// drawnItem is an item's lines.
type drawnItem struct {
	// group is the heading of the item's group, which stands above the group's
	// first item, where starts is set, and again at the top of a page.
	group  []itemLine
	starts bool
	// wide keeps an item out of the columns: a sentence, or a remark.
	wide  bool
	lines []itemLine
}

// page is a run of items, or a part of one item that is higher than a page.
type page struct {
	// first and last are items, both included.
	first, last int
	// from and to are the lines of the only item, where part says that the page
	// holds a part of it.
	part     bool
	from, to int
}

// The cells between columns, and the widest that running text gets: short enough
// to be read from far. On a wide screen the gaps grow, the letters can't.
const (
	gutter  = 4
	measure = 96
)

// block is where a slide's text starts on a screen of w cells, and how wide it is.
func block(w int) (left, width int) {
	if w < 68 {
		return 2, w - 4
	}
	width = min(w-8, 160)
	return (w - width) / 2 &^ 3, width // a whole number of larger letters from the edge
}

// lay lays a slide out for a body of w by h cells below its heading, with points zoom
// times as large as the terminal's letters; large asks for fewer of them with more
// room around them.
func lay(s *Slide, w, h, zoom int, heading []string, large bool, t *theme.Theme, sg theme.Glyphs) *layout {
	left, width := block(w)
	room := max((h-len(heading)-above(h)-below(h)-1)/zoom, 1)
	left, width, h = left/zoom, width/zoom, h/zoom
	groups := 0
	for _, p := range s.Items {
		if p.Group != "" {
			groups++
		}
	}
	l := &layout{heading: heading, zoom: zoom, left: left, prose: gapFor(h)}
	var best *layout
	gaps := []int{gapFor(h), 0}
	if large {
		gaps = []int{gapFor(h) + 1}
	}
	for _, gap := range gaps {
		for cols := 1; cols <= maxCols(s, width, large); cols++ {
			try := *l
			try.cols, try.gap, try.colw = cols, gap, (width-(cols-1)*gutter)/cols
			try.byGroup = s.Columns && cols >= groups
			if large {
				try.most, try.prose = mostLarge, gap
			}
			try.draw(s, width, large, t, sg)
			try.split(room)
			if n := len(try.pages); best == nil || n < len(best.pages) || n == len(best.pages) && try.byGroup &&
				!best.byGroup {
				best = &try
			}
		}
	}
	if best.loosen(room, h) {
		best.split(room)
	}
	best.balance(room)
	for _, p := range best.pages {
		best.tall = max(best.tall, best.height(p))
	}
	return best
}

// mostLarge is how many points a page has at most where they are enlarged.
const mostLarge = 5

// maxCols is how many columns the points of a slide may have: few points need none.
func maxCols(s *Slide, width int, large bool) int {
	short := 0
	for _, p := range s.Items {
		if !wide(p) {
			short++
		}
	}
	switch {
	case large || short < 6 && !s.Columns:
		return 1
	case width >= 108:
		return 3
	case width >= 70:
		return 2
	}
	return 1
}

// wide tells that a point is no entry of a list: a sentence, or a remark.
func wide(p Point) bool { return p.Plain || p.Layer == model.LayerNote }

// draw wraps the items for the columns.
func (l *layout) draw(s *Slide, width int, large bool, t *theme.Theme, sg theme.Glyphs) {
	var group []itemLine
	for _, p := range s.Items {
		w, isWide := l.colw, wide(p)
		if isWide || l.cols == 1 {
			w = min(width, measure)
		}
		if large {
			w = min(width, measure*2/3)
		}
		it := drawItem(p, s.layer(p), w, t, sg)
		it.wide = isWide
		if it.starts {
			group = it.group
		}
		it.group = group
		l.items = append(l.items, it)
	}
}

// above is the rows that stay empty between the top line and the heading, and below
// those between the heading and the points.
func above(h int) int { return min(h/18, 1) }
func below(h int) int { return 1 + min(h/30, 1) }

// gapFor is the empty rows between two items.
func gapFor(h int) int {
	switch {
	case h >= 44:
		return 2
	case h >= 11:
		return 1
	}
	return 0
}

// loosen widens the gaps while everything still stands on one page with room to
// spare, and reports whether it did.
func (l *layout) loosen(room, h int) bool {
	if len(l.pages) != 1 || len(l.items) < 2 {
		return false
	}
	was := l.gap
	for l.gap < max(2*gapFor(h), 1) {
		l.gap++
		l.prose = max(l.prose, l.gap)
		if l.height(page{last: len(l.items) - 1}) > room*3/4 {
			l.gap--
			l.prose = max(l.gap, gapFor(h))
			break
		}
	}
	return l.gap != was
}
