package present

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"isspp/model"
	"isspp/ui/component"
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
	items []drawnItem
	pages []page
	// left is where the slide's text starts, cols the columns that short points stand in,
	// and colw the cells of one.
	left, cols, colw int
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

// itemLine is a line of an item, painted, with what stands before its text.
type itemLine struct{ mark, text string }

// page is a run of items, first and last included, or some lines of the only one, which
// is higher than a page.
type page struct {
	first, last int
	part        bool
	from, to    int
}

// The cells between columns, and the widest that running text gets: short enough
// to be read from far. On a wide screen the gaps grow, the letters can't.
const (
	gutter  = 4
	measure = 96
	// mostLarge is how many points a page has at most where they have more room.
	mostLarge = 5
)

// block is where a slide's text starts on a screen of w cells, and how wide it is.
func block(w int) (left, width int) {
	if w < 68 {
		return 2, w - 4
	}
	width = min(w-8, 160)
	return (w - width) / 2 &^ 3, width // a whole number of larger letters from the edge
}

// lay lays a slide out below its heading, with points zoom times as large as the
// terminal's letters; large asks for fewer of them with more room around them.
func (s *Show) lay(sl *Slide, zoom int, heading []string, large bool) *layout {
	left, width := block(s.W)
	room := max((s.H-len(heading)-above(s.H)-below(s.H)-1)/zoom, 1)
	width, h := width/zoom, s.H/zoom
	gaps := []int{gapFor(h), 0}
	if large {
		gaps = []int{gapFor(h) + 1}
	}
	most, groups := maxCols(sl, width, large)
	var best *layout
	for _, gap := range gaps {
		for cols := 1; cols <= most; cols++ {
			try := &layout{
				heading: heading, zoom: zoom, left: left / zoom, prose: gapFor(h), gap: gap, cols: cols,
				colw: (width - (cols-1)*gutter) / cols, byGroup: sl.Columns && cols >= groups,
			}
			if large {
				try.most, try.prose = mostLarge, gap
			}
			try.draw(sl, width, large, s.env.Theme, s.env.Signs)
			try.split(room)
			if best == nil || len(try.pages) < len(best.pages) ||
				len(try.pages) == len(best.pages) && try.byGroup && !best.byGroup {
				best = try
			}
		}
	}
	// The gaps widen while everything still stands on one page with room to spare.
	for len(best.pages) == 1 && len(best.items) > 1 && best.gap < max(2*gapFor(h), 1) {
		was := *best
		best.gap++
		best.prose = max(best.prose, best.gap)
		if best.height(best.pages[0]) > room*3/4 {
			best.gap, best.prose = was.gap, was.prose
			break
		}
	}
	best.balance(room)
	for _, p := range best.pages {
		best.tall = max(best.tall, best.height(p))
	}
	return best
}

// maxCols is how many columns the points of a slide may have, where few need none, and
// in how many groups they are.
func maxCols(s *Slide, width int, large bool) (cols, groups int) {
	short := 0
	for _, p := range s.Items {
		if !wide(p) {
			short++
		}
		if p.Group != "" {
			groups++
		}
	}
	switch {
	case large || short < 6 && !s.Columns:
		return 1, groups
	case width >= 108:
		return 3, groups
	case width >= 70:
		return 2, groups
	}
	return 1, groups
}

// wide reports whether a point is no entry of a list: a sentence, or a remark.
func wide(p Point) bool { return p.Plain || p.Layer == model.LayerNote }

func (l *layout) draw(s *Slide, width int, large bool, t *theme.Theme, sg theme.Glyphs) {
	var group []itemLine
	for _, p := range s.Items {
		w := l.colw
		switch {
		case large:
			w = min(width, measure*2/3)
		case wide(p) || l.cols == 1:
			w = min(width, measure)
		}
		it := drawItem(p, s.layer(p), w, t, sg)
		if it.starts {
			group = it.group
		}
		it.wide, it.group = wide(p), group
		l.items = append(l.items, it)
	}
}

// above is the rows that stay empty between the top line and the heading, below those
// between the heading and the points, and gapFor those between two items.
func above(h int) int { return min(h/18, 1) }
func below(h int) int { return 1 + min(h/30, 1) }
func gapFor(h int) int {
	switch {
	case h >= 44:
		return 2
	case h >= 11:
		return 1
	}
	return 0
}

// drawItem wraps an item in w cells, with the words in bold that the protocol prints so.
func drawItem(p Point, layer model.Layer, w int, t *theme.Theme, sg theme.Glyphs) drawnItem {
	mark, markStyle, st := "■  ", t.Accent, t.Plain // it can be seen from the last row
	switch {
	case p.Plain:
		mark = ""
	case sg.ASCII:
		mark = sg.Bullet + "  "
	}
	if p.Strong {
		st = t.Strong
	}
	switch {
	case layer == model.LayerNote && p.Layer == model.LayerNote:
		mark, markStyle, st = "Note  ", t.Strong, t.Note
	case layer == model.LayerLocal:
		mark, markStyle, st = "Local  ", t.Strong, t.Local
	}
	it := drawnItem{starts: p.Group != ""}
	if it.starts {
		for _, line := range component.WrapText(p.Group, w) {
			it.group = append(it.group, itemLine{text: t.Heading.Render(line)})
		}
	}
	in := component.Spaces(3 * p.Indent)
	hang := in + component.Spaces(component.Width(mark))
	lead := in
	if mark != "" {
		lead += markStyle.Render(mark)
	}
	spans := p.Spans
	if len(spans) == 0 {
		spans = []model.Span{{Text: p.Text}}
	}
	text := ""
	for _, s := range spans {
		as := st
		if s.Strong {
			as = t.Strong
		}
		text += as.Render(together(s.Text))
	}
	lines := component.WrapText(text, w-component.Width(hang))
	for _, d := range p.Detail {
		lines = append(lines, component.WrapText(t.Quiet.Render(together(d)), w-component.Width(hang))...)
	}
	for _, line := range lines {
		it.lines = append(it.lines, itemLine{lead, apart.Replace(line)})
		lead = hang
	}
	return it
}

// together has no telephone number nor "8-13" broken in two; apart undoes it once the
// lines are made.
func together(text string) string {
	return number().ReplaceAllStringFunc(text, strings.NewReplacer(" ", "\u00a0", "-", "\u2011").Replace)
}

var apart = strings.NewReplacer("\u00a0", " ", "\u2011", "-")

// number is a telephone number in its groups, or two numbers with a hyphen.
var number = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b(\d{3,5}(?: \d{3,4}){1,2}|\d+-\d+)\b`) })

// rows is how many rows an item takes, its group's heading too where it starts
// the group or a page.
func (it drawnItem) rows(top bool) int {
	if it.starts || top {
		return len(it.lines) + len(it.group)
	}
	return len(it.lines)
}

// all are the lines of an item that goes over several pages: its group's heading
// is among them.
func (it drawnItem) all() []itemLine {
	return append(slices.Clone(it.group), it.lines...)
}
