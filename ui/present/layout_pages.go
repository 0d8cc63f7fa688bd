package present

// spot is where an item stands on a page.
type spot struct{ item, col, y int }

// arrange gives the items of a page their places, and the rows that they take:
// wide ones one below the other, the entries of a list in columns that are as
// even as can be, read from the top of each.
func (l *layout) arrange(p page) (spots []spot, rows int) {
	for i := p.first; i <= p.last && i < len(l.items); {
		if i > p.first {
			rows += l.between(i)
		}
		if l.items[i].wide || l.cols == 1 {
			spots = append(spots, spot{i, 0, rows})
			rows += l.items[i].rows(i == p.first)
			i++
			continue
		}
		end := i
		for end < p.last && end+1 < len(l.items) && !l.items[end+1].wide {
			end++
		}
		run, h := l.columns(i, end, rows, i == p.first)
		spots, rows, i = append(spots, run...), rows+h, end+1
	}
	return spots, rows
}

// between is the empty rows above an item that isn't the first.
func (l *layout) between(i int) int {
	switch {
	case l.items[i].wide || l.items[i-1].wide:
		return max(l.gap, l.prose)
	case l.items[i].starts:
		return max(l.gap, 1)
	}
	return l.gap
}

// columns fills the columns with a run of items, as low as they can be.
func (l *layout) columns(first, last, top int, opens bool) (spots []spot, rows int) {
	sum := 0
	for i := first; i <= last; i++ {
		n := l.items[i].rows(opens && i == first)
		sum, rows = sum+n+l.gap, max(rows, n)
	}
	for rows = max(rows, (sum-l.gap)/l.cols); ; rows++ {
		if spots = l.fill(first, last, top, rows, opens); spots != nil {
			return spots, rows
		}
	}
}

// fill puts a run into columns of some rows, or gives nil where they are too few.
func (l *layout) fill(first, last, top, rows int, opens bool) []spot {
	var spots []spot
	col, y := 0, 0
	for i := first; i <= last; i++ {
		n := l.items[i].rows(opens && i == first)
		gap := 0
		if y > 0 {
			gap = l.between(i)
		}
		apart := l.byGroup && i > first && l.items[i].starts
		if y > 0 && y+gap+n > rows || apart {
			col, y, gap = col+1, 0, 0
		}
		if col >= l.cols || n > rows {
			return nil
		}
		spots = append(spots, spot{i, col, top + y + gap})
		y += gap + n
	}
	return spots
}

func (l *layout) height(p page) int {
	if p.part {
		return p.to - p.from
	}
	_, rows := l.arrange(p)
	return rows
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
		for p.last+1 < len(l.items) && (l.most == 0 || p.last-p.first+1 < l.most) {
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

// parts makes pages of an item that is higher than one, each with as many of its lines.
func (l *layout) parts(i, room int) {
	n := len(l.items[i].all())
	of := (n + room - 1) / room
	for part := range of {
		l.pages = append(l.pages, page{first: i, last: i, part: true, from: n * part / of, to: n * (part + 1) / of})
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
