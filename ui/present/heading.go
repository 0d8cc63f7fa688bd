package present

import (
	"strings"

	"isspp/ui/component"
)

// sizes are those of headings, the best first: letters that the terminal enlarges, more
// than a slide's points, or else block letters; and last the terminal's own, which are
// as large as the points.
func (s *Show) sizes() []size {
	switch {
	case s.Scaling == sizedText:
		points := size(s.zooms()[0])
		return []size{full + max(points*3/2, 3), full + points + 1, plain}
	case s.env.Signs.ASCII:
		return []size{typewriter, plain}
	case s.H >= 50:
		return []size{full, half, plain}
	}
	return []size{half, plain}
}

// quarter is the most rows that a heading takes of a screen, of whose rows a slide
// has h.
func quarter(h int) int { return (h + topRows + bottomRows) / 4 }

// headingSize is the one size of a deck's headings on a screen: the first in which
// nearly every title fits in a quarter of it, or the largest where every one does and
// none stands below it in small letters. The few that don't fit stand below what they
// are a part of, which does.
func (s *Show) headingSize() size {
	for _, size := range s.sizes() {
		long, fit := 0, true
		for i := range s.deck.Slides {
			h := s.headingIn(&s.deck.Slides[i], size)
			fit = fit && (h.lines != nil || h.zoom > 1)
			if !h.whole || size == full && h.title != nil && h.zoom == 1 {
				long++
			}
		}
		if fit && (long == 0 || size != full && long*3 <= len(s.deck.Slides)) {
			return size
		}
	}
	return plain
}

// heading is a slide's, broken into lines.
type heading struct {
	// lines are in the deck's size; without room there are none.
	lines []string
	// whole tells that they are the slide's own heading, and not what that belongs to.
	whole bool
	// title is the slide's title, zoom times as large as the terminal's letters, where
	// the lines don't say it.
	title []string
	zoom  int
}

// headingIn is a slide's heading in a size: its own, where that fits, or else the part
// that it belongs to, with the title below; or that alone, as large as the points are.
func (s *Show) headingIn(sl *Slide, in size) heading {
	_, width := block(s.W)
	for _, zoom := range s.zooms() {
		title := component.WrapText(sl.Title, min(width/zoom, measure))
		for i, text := range []string{sl.heading(), sl.Part} {
			h := heading{whole: i == 0, zoom: zoom}
			if in > plain {
				h.lines = in.breakLines(text, width)
			}
			rows := in.rows(len(h.lines))
			// Neither the lines nor the line at the top say it.
			if text != sl.Title && sl.Title != sl.Part+": "+text {
				h.title = title
				rows += 1 + zoom*len(title)
			}
			if h.lines != nil && rows <= quarter(s.H) {
				return h
			}
		}
		if zoom*len(title) <= quarter(s.H) {
			return heading{title: title, zoom: zoom}
		}
	}
	short := component.WrapText(sl.heading(), min(width, measure))
	return heading{title: short[:min(len(short), max(quarter(s.H), 1))], zoom: 1}
}

// heading draws a slide's heading in the deck's size, from the left edge of its text
// on, gives its lines that the terminal enlarges, and how large its smallest letters are.
func (s *Show) heading(sl *Slide) (out []string, large []largeLine, least int) {
	left, width := block(s.W)
	t, h := s.env.Theme, s.headingIn(sl, s.size)
	line := func(text string, zoom int) {
		if zoom > 1 {
			large = append(large, largeLine{x: left, y: len(out), zoom: zoom, text: text})
		}
		for _, row := range enlarged(text, zoom) {
			out = append(out, component.Spaces(left)+row)
		}
	}
	least = s.size.rows(1)
	for i, text := range s.size.even(h.lines, width) {
		if s.size > full {
			line(t.Heading.Render(text), s.size.zoom())
			continue
		}
		if i > 0 {
			out = append(out, "")
		}
		for _, row := range s.size.draw(text) {
			line(t.Heading.Render(strings.TrimRight(row, " ")), 1)
		}
	}
	style := t.Heading
	if h.title != nil {
		least = h.zoom
	}
	if out != nil && h.title != nil {
		out, style = append(out, ""), t.Strong
	}
	for _, text := range h.title {
		line(style.Render(text), h.zoom)
	}
	return out, large, least
}
