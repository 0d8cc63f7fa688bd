package kit

// MaxText is the widest that running text gets, in cells: longer lines are hard
// to read.
const MaxText = 88

// Split says how a tab is parted into a list and the pane of what is selected in
// it. All of it is in cells.
type Split struct {
	// From is the width from which both stand side by side. On a narrower screen
	// each of them has all of it, one at a time.
	From int
	// Share is the list's part of the width in hundredths; it is never less than
	// Least and never more than Most.
	Share, Least, Most int
}

// Beside tells whether list and pane stand side by side on a screen of w cells.
func (s Split) Beside(w int) bool { return w >= s.From }

// List is the list's width.
func (s Split) List(w int) int {
	if !s.Beside(w) {
		return w
	}
	return min(max(w*s.Share/100, s.Least), s.Most)
}

// Pane is the width of what stands beside the list.
func (s Split) Pane(w int) int {
	if !s.Beside(w) {
		return w
	}
	return w - s.List(w) - WallWidth
}

// Text is what running text gets of the pane, which keeps a margin.
func (s Split) Text(w int) int {
	if !s.Beside(w) {
		return min(w-2, MaxText)
	}
	return min(s.Pane(w)-1, MaxText)
}
