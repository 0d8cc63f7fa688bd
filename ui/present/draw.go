package present

import (
	"strings"

	"isspp/model"
	"isspp/ui/kit"
)

// The rows around a slide: the top line, and below it the source and the
// safety line.
const (
	topRows    = 1
	bottomRows = 2
)

// body draws the present slide: its heading, and the page in view with what is
// revealed of it.
func (s *Show) body() []string {
	l, t := s.layout(), s.env.Theme
	out := make([]string, 0, s.h)
	for range max((s.h-len(l.heading)-below(s.h)-l.tall)/3, above(s.h)) {
		out = append(out, "")
	}
	out = append(out, l.heading...)
	for range below(s.h) {
		out = append(out, "")
	}
	p := l.pages[l.pageOf(s.place.At, s.place.Part)]
	left := kit.Spaces(l.left)
	for i := p.first; i <= p.last; i++ {
		it := l.items[i]
		if i > p.first {
			for range l.gap {
				out = append(out, "")
			}
		}
		lines := it.lines
		if p.part {
			lines = it.all()[p.from:p.to]
		}
		shown := i < s.place.Shown
		if !p.part && (it.starts || i == p.first) {
			for _, g := range it.group {
				out = append(out, shownLine(shown, left+t.Heading.Render(g)))
			}
		}
		for n, line := range lines {
			out = append(out, shownLine(shown, s.itemLine(l, line, i == s.pointer, n == 0 && p.from == 0)))
		}
	}
	return out
}

// shownLine keeps a row empty until its item is revealed, so that nothing moves
// when it is.
func shownLine(shown bool, line string) string {
	if !shown {
		return ""
	}
	return line
}

// itemLine paints a line of an item. One that is pointed at carries the bar on
// each of its lines and stands out.
func (s *Show) itemLine(l *layout, line itemLine, pointed, first bool) string {
	t, sg := s.env.Theme, s.env.Signs
	left := kit.Spaces(l.left)
	text := paintStyle(t, line.style).Render(line.text)
	mark := t.Strong.Render(line.mark)
	if strings.TrimSpace(line.mark) == sg.Bullet {
		mark = t.Accent.Render(line.mark)
	}
	if !first {
		mark = line.mark
	}
	if pointed {
		bar := t.Accent.Render(sg.Bar)
		return kit.Spaces(l.left-2) + bar + " " + mark + t.Selected.Render(line.text)
	}
	return left + mark + text
}

func paintStyle(t *kit.Theme, st style) kit.Style {
	switch st {
	case strongLine:
		return t.Strong
	case detailLine:
		return t.Quiet
	case noteLine:
		return t.Note
	case localLine:
		return t.Local
	}
	return t.Plain
}

// top is the line above a slide: what it belongs to, and its number.
func (s *Show) top(w int, right string) string {
	t, sg := s.env.Theme, s.env.Signs
	slide := s.slide()
	number := itoa(s.place.Slide+1) + " of " + itoa(len(s.deck.Slides))
	if n, of := s.page(); of > 1 {
		number = "page " + itoa(n) + " of " + itoa(of) + "  " + sg.Dot + "  " + number
	}
	if right != "" {
		number = right + "   " + number
	}
	left := slide.Part
	if longer := left + " " + sg.Dot + " " + slide.Title; slide.Part != slide.Title && kit.Width(longer)+kit.Width(number)+6 < w {
		left = longer
	}
	if s.env.Banner != "" {
		left = s.env.Banner + " " + sg.Dot + " " + left
	}
	return kit.Spread(" "+t.Quiet.Render(left), t.Quiet.Render(number)+" ", w, sg)
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
		if edition = dot + way; kit.Width(layers)+kit.Width(edition)+kit.Width(source)+2 <= w {
			break
		}
	}
	return kit.Fit(" "+t.Strong.Render(layers)+t.Quiet.Render(edition+source), w, sg)
}

// layerWords names layers: "Protocol and Note".
func layerWords(layers []model.Layer) string {
	words := make([]string, len(layers))
	for i, l := range layers {
		words[i] = kit.Capital(string(l))
	}
	if len(words) < 3 {
		return strings.Join(words, " and ")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
