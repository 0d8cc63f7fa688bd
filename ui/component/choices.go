package component

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/theme"
)

// Choice is a row of a list that something is chosen from.
type Choice struct {
	// Key is the key that does the same, or empty.
	Key string
	// Text is what the row stands for, and Where what kind of thing that is, or
	// where it is.
	Text, Where string
	// Disabled says why it can't be chosen now; empty where it can.
	Disabled string
	// Words are others that find it.
	Words []string
	// Heading tells that it names the rows below it.
	Heading bool
	// Run does what it stands for.
	Run func() tea.Cmd
}

// Choices draws the rows of a list that are in view, in w cells. The selected row
// is shown whole, over as many lines as its words take. Of is the row that each
// line shows.
func Choices(l *List, w int, t *theme.Theme, sg theme.Glyphs, row func(i int) Choice) (lines []string, of []int) {
	keyW := 0
	for i := range l.Len {
		keyW = max(keyW, Width(row(i).Key))
	}
	last := 0
	from, to := l.Visible()
	for i := from; i < to; i++ {
		selected := i == l.At
		texts := row(i).lines(w-4, keyW, selected, t, sg)
		for _, text := range texts[:min(len(texts), l.Height)] { // its start comes first, where not even it alone fits
			lines = append(lines, Fit(Mark(selected, t, sg)+text, w, sg))
			of = append(of, i)
		}
		if selected {
			last = len(lines)
		}
	}
	over := max(last-l.Height, 0) // what the selected row needs of the lines above it
	end := min(over+l.Height, len(lines))
	return lines[over:end], of[over:end]
}

// whereGap is what stands between a choice's words and where it is, as long as
// both have room.
const whereGap = 3

// lines are a choice's words in w cells: one line, or all of them where it is
// selected.
func (c Choice) lines(w, keyW int, selected bool, t *theme.Theme, sg theme.Glyphs) []string {
	if c.Heading {
		return []string{t.Group.Render(strings.ToUpper(c.Text))}
	}
	lead, in := "", 0
	if keyW > 0 {
		lead, in = t.Accent.Render(Fit(c.Key, keyW, sg))+"  ", keyW+2
	}
	room := w - in
	where := ""
	if room >= 40 {
		where = cmp.Or(c.Disabled, c.Where)
	}
	if where != "" {
		where = Fit(where, min(Width(where), max(room/3, room-Width(c.Text)-whereGap)), sg)
		room -= Width(where) + 1
	}
	words := []string{c.Text}
	if selected {
		words = WrapText(c.Text, room)
	}
	st := t.Plain
	switch {
	case c.Disabled != "":
		st = t.Quiet
	case selected:
		st = t.Selected
	}
	for i, text := range words {
		switch {
		case i > 0:
			words[i] = Spaces(in) + st.Render(text)
		case where != "":
			words[i] = lead + Fit(st.Render(text), room, sg) + " " + t.Quiet.Render(where)
		default:
			words[i] = lead + st.Render(text)
		}
	}
	return words
}
