package present

import (
	"regexp"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"

	"isspp/model"
	"isspp/ui/component"
)

// The rows around a slide: the top line, and below it the source and the
// safety line.
const (
	topRows    = 1
	bottomRows = 2
)

// body draws the present slide: its heading, and the page in view with what is
// revealed of it. A heading stands in the same place on each slide.
func (s *Show) body() []string {
	l, out := s.layout(), s.head()
	if pages := s.pages(); pages != "" && s.pagesBeside() {
		last := lastLine(out, s.enlarged)
		if pages = ", " + pages; strings.HasSuffix(ansi.Strip(last.text), ".") {
			pages = " (" + pages[2:] + ")"
		}
		last.text += s.env.Theme.Strong.Render(pages)
		for y, row := range enlarged(last.text, last.zoom) {
			out[last.y+y] = component.Spaces(last.x) + row
		}
	}
	spare := s.H - len(out) - below(s.H) - 1 - l.tall*l.zoom
	for range below(s.H) + min(max(spare, 0)/4, max(s.H/6, 4)) {
		out = append(out, "")
	}
	for _, line := range s.points(l, l.pages[l.pageOf(s.At, s.Part)]) {
		if l.zoom > 1 {
			s.enlarged = append(s.enlarged, largeLine{y: len(out), zoom: l.zoom, text: line})
		}
		out = append(out, enlarged(line, l.zoom)...)
	}
	return out
}

// head begins a body: its heading, in the same place on each slide.
func (s *Show) head() []string {
	l, out := s.layout(), make([]string, above(s.H), s.H)
	s.enlarged = nil
	for _, line := range l.large {
		line.y += len(out)
		s.enlarged = append(s.enlarged, line)
	}
	return append(out, l.heading...)
}

// pages says which of a slide's pages is in view, or is empty where it has one. Behind
// a title that ends with a number of its own it says what it counts.
func (s *Show) pages() string {
	n, of := s.page()
	if of < 2 {
		return ""
	}
	pages := itoa(n) + " of " + itoa(of)
	if numbered().MatchString(s.slide().heading()) {
		return "page " + pages
	}
	return pages
}

var numbered = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\d+ of \d+$`) })

// lastLine is the last line of a heading, which may be one of those that are enlarged.
func lastLine(rows []string, large []largeLine) *largeLine {
	end := len(rows) - 1
	if n := len(large) - 1; n >= 0 && large[n].y+large[n].zoom > end {
		return &large[n]
	}
	return &largeLine{y: end, zoom: 1, text: rows[end]}
}

// pagesBeside reports whether that has room behind the heading.
func (s *Show) pagesBeside() bool {
	last := lastLine(s.layout().heading, s.layout().large)
	return last.x+last.zoom*(component.Width(last.text)+len(s.pages())+3) <= s.W
}

// points draws a page's items at their places. Those that aren't revealed keep
// their rows, so that nothing moves when they are. One that is pointed at carries the bar
// on each of its lines and stands out.
func (s *Show) points(l *layout, p page) []string {
	t := s.env.Theme
	spots, rows := []spot{{item: p.first}}, p.to-p.from
	if !p.part {
		spots, rows = l.arrange(p)
	}
	out, ends := make([]string, rows), make([]int, rows)
	for _, at := range spots {
		if at.item >= min(s.Shown, len(l.items)) {
			continue
		}
		it, y, x := l.items[at.item], at.y, l.left+at.col*(l.colw+gutter)
		lines := it.lines
		switch {
		case p.part:
			lines = it.all()[p.from:p.to]
		case it.starts || at.item == p.first:
			lines = it.all()
		}
		for n, line := range lines {
			in, text := x, line.mark+line.text
			if at.item == s.Pointer {
				in = x - 2
				text = t.Accent.Render(s.env.Signs.Bar) + " " + line.mark + t.Selected.Render(ansi.Strip(line.text))
			}
			out[y+n] += component.Spaces(in-ends[y+n]) + text
			ends[y+n] = in + component.Width(text)
		}
	}
	return out
}

// top is the line above a slide: what it belongs to, and its number.
func (s *Show) top(w int, right string) string {
	t, sg := s.env.Theme, s.env.Signs
	slide := s.slide()
	number := itoa(s.Slide+1) + " of " + itoa(len(s.deck.Slides))
	if pages := s.pages(); pages != "" && !s.pagesBeside() {
		number = "page " + strings.TrimPrefix(pages, "page ") + "  " + sg.Dot + "  " + number
	}
	if right != "" {
		number = right + "   " + number
	}
	// Block letters are capitals: below them alone is the title's own writing needed.
	left := slide.Part
	if blocks := s.size > plain && s.size <= full; blocks && strings.HasPrefix(slide.Title, left) {
		left = slide.Title
	} else if longer := left + " " + sg.Dot + " " + slide.Title; blocks &&
		component.Width(longer)+component.Width(number)+6 < w {
		left = longer
	}
	if s.env.Banner != "" {
		left = s.env.Banner + " " + sg.Dot + " " + left
	}
	return component.Spread(" "+t.Quiet.Render(left), t.Quiet.Render(number)+" ", w, sg)
}

// sourceLine says whose words the slide shows, of which edition, and where they
// stand.
func (s *Show) sourceLine(w int) string {
	t, sg := s.env.Theme, s.env.Signs
	slide, ed := s.slide(), s.env.Pack.Edition()
	layers := layerWords(slide.layers())
	if slide.Fictional {
		layers = "Fictional " + sg.Dot + " " + layers
	}
	dot := " " + sg.Dot + " "
	source := ""
	if slide.Source != "" {
		source = dot + slide.Source
	}
	edition := ""
	for _, way := range []string{ed.Short + " " + ed.Place + " " + ed.Years, ed.Short + " " + ed.Years, ed.Years} {
		if edition = dot + way; component.Width(layers)+component.Width(edition)+component.Width(source)+2 <= w {
			break
		}
	}
	return component.Fit(" "+t.Strong.Render(layers)+t.Quiet.Render(edition+source), w, sg)
}

// layerWords names layers: "Protocol and Note".
func layerWords(layers []model.Layer) string {
	words := make([]string, len(layers))
	for i, l := range layers {
		words[i] = component.Capital(string(l))
	}
	if len(words) < 3 {
		return strings.Join(words, " and ")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
