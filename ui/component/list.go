package component

import "strconv"

// List keeps which row of a list is selected and which are in view. It draws
// nothing by itself: a view asks for the rows in view and paints those alone.
type List struct {
	// At is the selected row, from 0; -1 in an empty list.
	At int
	// Top is the first row in view.
	Top int
	// Len is how many rows there are, and Height how many lines can be seen.
	Len, Height int
	// Heading reports whether a row is a heading, which is passed over; nil where
	// no row is.
	Heading func(i int) bool
	// Lines is how many lines a row has; nil where each has one.
	Lines func(i int) int
}

// SetLen says how many rows there are now and keeps the selection inside.
func (l *List) SetLen(n int) { l.Len = n; l.settle(1) }

// SetHeight says how many lines can be seen.
func (l *List) SetHeight(h int) { l.Height = max(h, 1); l.settle(1) }

// Move selects the row n further down, or up; it stops at both ends.
func (l *List) Move(n int) { l.At += n; l.settle(n) }

// Select selects a row.
func (l *List) Select(i int) { l.At = i; l.settle(1) }

// Page moves by n screens.
func (l *List) Page(n int) { l.Move(n * max(l.Height-1, 1)) }

// settle keeps the selection inside and in view. A heading is passed over in the
// direction of the step, or where nothing follows it, in the other.
func (l *List) settle(step int) {
	if l.Len == 0 {
		l.At, l.Top = -1, 0
		return
	}
	l.At = min(max(l.At, 0), l.Len-1)
	down := step >= 0
	for range 2 {
		for l.heading(l.At) && (down && l.At < l.Len-1 || !down && l.At > 0) {
			if down {
				l.At++
				continue
			}
			l.At--
		}
		down = !down
	}
	l.scroll()
}

// scroll brings the selected row into view, with the heading before it.
func (l *List) scroll() {
	first := l.At
	if l.At > 0 && l.heading(l.At-1) {
		first--
	}
	l.Top = min(l.Top, first)
	used := 0
	for i := l.Top; i <= l.At; i++ {
		used += l.lines(i)
	}
	for l.Height > 0 && used > l.Height && l.Top < l.At {
		used -= l.lines(l.Top)
		l.Top++
	}
	// Where all that follows fits, more from above is shown instead of nothing.
	rest := 0
	for i := l.Top; i < l.Len && rest < l.Height; i++ {
		rest += l.lines(i)
	}
	for l.Top > 0 && rest+l.lines(l.Top-1) <= l.Height {
		l.Top--
		rest += l.lines(l.Top)
	}
}

func (l *List) heading(i int) bool { return l.Heading != nil && l.Heading(i) }

func (l *List) lines(i int) int {
	if l.Lines == nil {
		return 1
	}
	return max(l.Lines(i), 1)
}

// Visible is the span of rows in view: from, up to but without to. The last one
// may be in view in part.
func (l *List) Visible() (from, to int) {
	to = l.Top
	for used := 0; to < l.Len && used < l.Height; to++ {
		used += l.lines(to)
	}
	return l.Top, to
}

// Row is the row at a line of the list's pane, or -1 where there is none.
func (l *List) Row(y int) int {
	if y < 0 || y >= l.Height {
		return -1
	}
	for i := l.Top; i < l.Len; i++ {
		if y -= l.lines(i); y < 0 {
			return i
		}
	}
	return -1
}

// Place says which row is selected, headings aside: "8 of 12"; empty in an empty
// list.
func (l *List) Place() string {
	if l.Len == 0 {
		return ""
	}
	at, of := 0, 0
	for i := range l.Len {
		if l.heading(i) {
			continue
		}
		if of++; i <= l.At {
			at++
		}
	}
	return strconv.Itoa(at) + " of " + strconv.Itoa(of)
}
