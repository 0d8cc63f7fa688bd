package present

import "isspp/ui/kit"

// layout is a slide laid out for a screen: its heading, and its items on as many
// pages as they need. Nothing is ever cut: an item that is higher than a page
// goes on over the next.
type layout struct {
	heading []string
	// items are each item's lines, painted, without those of its neighbours.
	items []drawnItem
	pages []page
	// column is the cells of the items' column, and left where it starts.
	column, left int
	// tall is the rows of the highest page, gap the empty rows between items.
	tall, gap int
}

// drawnItem is an item's lines.
type drawnItem struct {
	// group is the heading of the item's group, which stands above the group's
	// first item, where starts is set, and again at the top of a page.
	group  []string
	starts bool
	lines  []itemLine
}

// itemLine is a line of an item, with what stands before its text.
type itemLine struct {
	mark, text string
	style      style
}

// style says what a line of an item is, so that the theme decides how it looks
// when it is drawn.
type style int

const (
	textLine style = iota
	strongLine
	detailLine
	noteLine
	localLine
)

// page is a run of items, or a part of one item that is higher than a page.
type page struct {
	// first and last are items, both included.
	first, last int
	// from and to are the lines of the only item, where part says that the page
	// holds a part of it.
	part     bool
	from, to int
}

// measure is how wide lines get: short enough to be read from far, whatever the
// screen. On a wide screen the measure and the gaps grow, the letters can't.
func measure(w int) int {
	if w <= 88 {
		return w - 8
	}
	return min(80+(w-88)/5, 108)
}

// lay lays a slide out for a body of w by h cells, with the points in block
// letters too where large asks for it.
func lay(s *Slide, w, h int, large bool, t *kit.Theme, sg kit.Signs) *layout {
	l := &layout{}
	limit := measure(w)
	if large {
		limit = w - 12
	}
	var group []string
	for _, p := range s.Items {
		it := drawItem(p, s.layer(p), limit, large, sg)
		if large && it.rows(true) > h/2 {
			// A letter is never cut in two: what is that long stays in plain ones.
			it = drawItem(p, s.layer(p), measure(w), false, sg)
		}
		if it.starts {
			group = it.group
		}
		it.group = group
		l.items = append(l.items, it)
		for _, line := range it.lines {
			l.column = max(l.column, kit.Width(line.mark)+kit.Width(line.text))
		}
		for _, line := range it.group {
			l.column = max(l.column, kit.Width(line))
		}
	}
	l.left = max((w-l.column)/2, 2)
	l.gap = gapFor(h)
	room := l.head(headings(s.Title, w, h/2, t, sg), h)
	if l.loosen(room, h) {
		l.split(room)
	}
	l.balance(room)
	for i := range l.pages {
		l.tall = max(l.tall, l.height(l.pages[i]))
	}
	return l
}

// head chooses the heading and gives the rows that are left for the points: the
// largest heading that leaves them room. One that takes more than its share has
// to leave them all on one page, and a larger one isn't worth a page more than
// the next smaller one in block letters.
func (l *layout) head(ways [][]string, h int) int {
	rows := func(way []string) int { return max(h-len(way)-below(h)-2*above(h), 1) }
	pages := func(way []string) int { l.split(rows(way)); return len(l.pages) }
	for i, way := range ways {
		l.heading = way
		last := i == len(ways)-1
		if last || pages(way) == 1 || len(way) <= headRows(h) && (i == len(ways)-2 || pages(way) <= pages(ways[i+1])) {
			break
		}
	}
	l.split(rows(l.heading))
	return rows(l.heading)
}

// headRows is the heading's share of the rows: on a low screen the points need
// them more.
func headRows(h int) int {
	if h < 16 {
		return 1
	}
	return h / 4
}

// above is the rows that stay empty between the top line and the heading, and
// as many between the points and the source.
func above(h int) int {
	if h < 18 {
		return 0
	}
	return 1
}

// below is the rows between the heading and the points.
func below(h int) int {
	if h < 30 {
		return 1
	}
	return 2
}

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
// spare, and tells whether it did.
func (l *layout) loosen(room, h int) bool {
	if len(l.pages) != 1 || len(l.items) < 2 {
		return false
	}
	was := l.gap
	for l.gap < gapFor(h)+1 {
		l.gap++
		if l.height(page{last: len(l.items) - 1}) > room*3/4 {
			l.gap--
			break
		}
	}
	return l.gap != was
}
