package kit

// Columns joins two panes side by side with a wall between them: the left one
// is lw cells wide, both have h lines.
func Columns(left, right []string, lw, rw, h int, t *Theme, sg Signs) []string {
	wall := " " + t.Wall.Render(sg.Wall) + " "
	out := make([]string, h)
	for i := range out {
		var l, r string
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		out[i] = Fit(l, lw, sg) + wall + Fit(r, rw, sg)
	}
	return out
}

// WallWidth is what Columns takes for itself.
const WallWidth = 3

// Rows draws the rows of a list that are in view, each of them painted by row;
// the selected one carries the bar.
func Rows(l *List, w int, t *Theme, sg Signs, row func(i int, selected bool) string) []string {
	from, to := l.Visible()
	out := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		out = append(out, Fit(Mark(i == l.At, t, sg)+row(i, i == l.At), w, sg))
	}
	return out
}

// Mark stands before a row: the bar where it is selected, and as many blanks
// where it isn't.
func Mark(selected bool, t *Theme, sg Signs) string {
	if selected {
		return t.Accent.Render(sg.Bar) + " "
	}
	return Spaces(Width(sg.Bar) + 1)
}
