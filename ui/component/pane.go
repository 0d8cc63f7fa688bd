package component

import (
	"strings"

	"charm.land/lipgloss/v2"

	"isspp/ui/theme"
)

// Pane is a part of the screen with a border around it and its name in the top
// edge. On a low screen it has no border, and its name stands above it.
type Pane struct {
	// Title stands at the left of the top edge, Right at its right: a count, a
	// date. Bottom is a quiet word at the right of the lower edge.
	Title, Right, Bottom string
	// Short stands beside the name where there is no border, instead of Bottom.
	Short string
	// Focus tells that the pane has the keys.
	Focus bool
	// Alarm is the pane of an emergency.
	Alarm bool
}

// borderless is the height of a body from which panes have borders.
const borderless = 19

// Framed reports whether panes of a body of h lines have borders.
func Framed(h int) bool { return h >= borderless }

// Inside is the room inside a pane of w by h cells.
func Inside(w, h int) (int, int) {
	if Framed(h) {
		return max(w-4, 1), h - 2
	}
	return max(w-2, 1), h - 1
}

// PaneTop is the lines above a pane's inside, with a border or without.
const PaneTop = 1

// PaneLeft is the cells before a pane's inside.
func PaneLeft(h int) int {
	if Framed(h) {
		return 2
	}
	return 1
}

// Draw puts the pane around lines of its inside: h lines of w cells.
func (p Pane) Draw(lines []string, w, h int, t *theme.Theme, sg theme.Glyphs) []string {
	if Framed(h) {
		return p.Frame(lines, w, h, t, sg)
	}
	iw, ih := Inside(w, h)
	out := append(make([]string, 0, h), Fit(" "+p.named(iw, t, sg), w, sg))
	return append(out, inset(lines, iw, ih, " ", " ", sg)...)
}

// Frame is Draw with a border at any height.
func (p Pane) Frame(lines []string, w, h int, t *theme.Theme, sg theme.Glyphs) []string {
	edge, b := t.Faint, sg.Border
	switch {
	case p.Alarm:
		edge = t.Alert
	case p.Focus:
		edge = t.Accent
	}
	out := append(make([]string, 0, h), p.edge(b.TopLeft, b.Top, b.TopRight, w, t, edge, sg))
	out = append(out, inset(lines, w-4, h-2, edge.Render(b.Left)+" ", " "+edge.Render(b.Right), sg)...)
	low := Pane{Right: p.Bottom}
	if p.Short != "" && Width(p.Bottom)+2 > w-4 {
		low.Right = p.Short
	}
	return append(out, low.edge(b.BottomLeft, b.Bottom, b.BottomRight, w, t, edge, sg))
}

// inset makes h lines of w cells, each between a left and a right edge.
func inset(lines []string, w, h int, left, right string, sg theme.Glyphs) []string {
	out := make([]string, h)
	for i := range out {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		out[i] = left + Fit(line, w, sg) + right
	}
	return out
}

func (p Pane) named(w int, t *theme.Theme, sg theme.Glyphs) string {
	for _, right := range []string{p.Short, p.Bottom, p.Right} {
		if right != "" && Width(p.Title)+Width(right)+1 <= w {
			return Spread(p.title(t).Render(p.Title), t.Quiet.Render(right), w, sg)
		}
	}
	return Fit(p.title(t).Render(p.Title), w, sg)
}

func (p Pane) title(t *theme.Theme) lipgloss.Style {
	if p.Focus {
		return t.Heading
	}
	return t.Group
}

func (p Pane) edge(from, rule, to string, w int, t *theme.Theme, edge lipgloss.Style, sg theme.Glyphs) string {
	room := w - 4 // the corners, and one cell of the edge beside each
	title, right := p.Title, p.Right
	taken := 0
	if title != "" {
		taken = Width(title) + 4
	}
	if right != "" && taken+Width(right)+2 > room {
		right = ""
	}
	if title != "" && Width(title)+2 > room {
		title = strings.TrimRight(Fit(title, room-2, sg), " ")
	}
	line := edge.Render(from + rule)
	if title != "" {
		line += " " + p.title(t).Render(title) + " "
		room -= Width(title) + 2
	}
	if right != "" {
		right = " " + t.Quiet.Render(right) + " "
		room -= Width(right)
	}
	return line + edge.Render(strings.Repeat(rule, max(room, 0))) + right + edge.Render(rule+to)
}

// Beside joins two drawn panes side by side. Their lines are as wide as they ought to
// be: measuring each again, as the library does, would take longer than drawing them.
func Beside(left, right []string) []string {
	out := make([]string, len(left))
	for i := range left {
		out[i] = left[i] + right[i]
	}
	return out
}

// WallWidth is what Columns takes for itself.
const WallWidth = 3

// Columns joins two drawn parts side by side with a wall between them: the left one
// is lw cells wide, both have h lines.
func Columns(left, right []string, lw, rw, h int, t *theme.Theme, sg theme.Glyphs) []string {
	return Beside(inset(left, lw, h, "", " "+t.Wall.Render(sg.Wall)+" ", sg), inset(right, rw, h, "", "", sg))
}

// Rows draws the rows of a list that are in view, each of them painted by row;
// the selected one carries the bar and has a ground.
func Rows(l *List, w int, t *theme.Theme, sg theme.Glyphs, row func(i int, selected bool) string) []string {
	return TallRows(l, w, t, sg, func(i int, selected bool) []string { return []string{row(i, selected)} })
}

// TallRows is Rows of a list whose rows have lines of their own. A heading stands
// further out than the rows that it names.
func TallRows(l *List, w int, t *theme.Theme, sg theme.Glyphs, row func(i int, selected bool) []string) []string {
	from, to := l.Visible()
	out := make([]string, 0, l.Height)
	for i := from; i < to; i++ {
		for _, line := range row(i, i == l.At) {
			if l.heading(i) {
				out = append(out, Fit(line, w, sg))
			} else {
				out = append(out, Row(i == l.At, line, w, t, sg))
			}
		}
	}
	return out[:min(len(out), l.Height)]
}

// Row is a line of a list, w cells wide.
func Row(selected bool, line string, w int, t *theme.Theme, sg theme.Glyphs) string {
	line = Fit(Mark(selected, t, sg)+line, w, sg)
	if selected {
		return t.Row.Text(line)
	}
	return line
}

// Mark stands before a row: the bar where it is selected, and as many blanks
// where it isn't.
func Mark(selected bool, t *theme.Theme, sg theme.Glyphs) string {
	if selected {
		return t.Accent.Render(sg.Bar) + " "
	}
	return Spaces(Width(sg.Bar) + 1)
}

// KeyChip is a key with its word as a button. The one that is on is filled.
func KeyChip(key, word string, on bool, t *theme.Theme) string {
	if on {
		return t.ChipOn.Render(" " + key + " " + word + " ")
	}
	return t.ChipOff.Render(" ") + t.ChipKey.Render(key) + t.ChipOff.Render(" "+word+" ")
}

// WrapChips sets drawn chips beside each other in lines of at most w cells.
func WrapChips(chips []string, w int) []string {
	var lines []string
	for _, c := range chips {
		if last := len(lines) - 1; last >= 0 && Width(lines[last])+Width(c)+1 <= w {
			lines[last] += " " + c
		} else {
			lines = append(lines, c)
		}
	}
	return lines
}
