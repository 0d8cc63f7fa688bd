package component

// MaxText is the widest that running text gets, in cells: longer lines are hard
// to read.
const MaxText = 84

// The widths of a screen at which its layout changes.
const (
	// TwoPanes is the width from which a list and its detail stand side by side.
	// On a narrower screen each of them has all of it, one at a time.
	TwoPanes = 80
	// Roomy is the width from which nothing is shortened.
	Roomy = 110
)

// Split says how a tab is parted into a list and the pane of what is selected in
// it. All of it is in cells.
type Split struct {
	// Share is the list's part of a roomy screen's width in hundredths; it is never
	// less than Least and never more than Most.
	Share, Least, Most int
	// Narrow is the list's width where two panes stand side by side on a screen that
	// isn't roomy.
	Narrow int
}

// Beside reports whether list and pane stand side by side on a screen of w cells.
func (s Split) Beside(w int) bool { return w >= TwoPanes }

// List is the list's width, with its border.
func (s Split) List(w int) int {
	switch {
	case !s.Beside(w):
		return w
	case w < Roomy:
		return s.Narrow
	}
	return min(max(w*s.Share/100, s.Least), s.Most)
}

// Pane is the width of what stands beside the list, with its border.
func (s Split) Pane(w int) int {
	if !s.Beside(w) {
		return w
	}
	return w - s.List(w)
}

// Text is what running text gets inside the pane of a body of w by h cells.
func (s Split) Text(w, h int) int {
	iw, _ := Inside(s.Pane(w), h)
	return min(iw, MaxText)
}
