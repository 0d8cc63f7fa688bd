package present

// height is the rows that a page takes.
func (l *layout) height(p page) int {
	if p.part {
		return p.to - p.from
	}
	n := 0
	for i := p.first; i <= p.last && i < len(l.items); i++ {
		if i > p.first {
			n += l.gap
		}
		n += l.items[i].rows(i == p.first)
	}
	return n
}

// split makes pages of at most room rows.
func (l *layout) split(room int) {
	l.pages = nil
	for i := 0; i < len(l.items); {
		if n := l.items[i].rows(true); n > room {
			l.parts(i, room)
			i++
			continue
		}
		p := page{first: i, last: i}
		for p.last+1 < len(l.items) {
			longer := page{first: i, last: p.last + 1}
			if l.height(longer) > room {
				break
			}
			p = longer
		}
		l.pages = append(l.pages, p)
		i = p.last + 1
	}
	if len(l.pages) == 0 {
		l.pages = []page{{first: 0, last: -1}}
	}
}

// parts makes pages of an item that is higher than one.
func (l *layout) parts(i, room int) {
	n := len(l.items[i].all())
	for from := 0; from < n; from += room {
		l.pages = append(l.pages, page{first: i, last: i, part: true, from: from, to: min(from+room, n)})
	}
}

// balance shares items out evenly, so that the last page isn't a lone line. It
// lowers the room while the pages stay as few.
func (l *layout) balance(room int) {
	n, tallest := len(l.pages), 1
	if n < 2 {
		return
	}
	for _, it := range l.items {
		tallest = max(tallest, it.rows(true))
	}
	best := l.pages
	for less := room - 1; less >= tallest; less-- {
		if l.split(less); len(l.pages) > n {
			break
		}
		best = l.pages
	}
	l.pages = best
}

// partsOf is how many pages an item goes over.
func (l *layout) partsOf(item int) int {
	n := 0
	for _, p := range l.pages {
		if p.first <= item && item <= p.last {
			n++
		}
	}
	return max(n, 1)
}

// pageOf is the page that shows a part of an item.
func (l *layout) pageOf(item, part int) int {
	for i, p := range l.pages {
		if p.first <= item && item <= p.last {
			return min(i+min(part, l.partsOf(item)-1), len(l.pages)-1)
		}
	}
	return 0
}
