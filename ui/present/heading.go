package present

import (
	"strings"

	"charm.land/lipgloss/v2"

	"isspp/ui/component"
)

// sizes are those of headings, the best first: letters that the terminal enlarges, or
// else block letters.
func (s *Show) sizes() []size {
	switch {
	case s.scaling == sizedText:
		return []size{thrice, twice}
	case s.env.Signs.ASCII:
		return []size{typewriter}
	case s.h >= 50:
		return []size{full, half}
	}
	return []size{half}
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
			b := s.blockHeading(&s.deck.Slides[i], size)
			if fit = fit && b.lines != nil; !b.whole || size == full && b.below == 1 {
				long++
			}
		}
		if fit && (long == 0 || size != full && long*3 <= len(s.deck.Slides)) {
			return size
		}
	}
	return plain
}

// blockHeading is a heading in large letters.
type blockHeading struct {
	// lines are nil where it has no room in them.
	lines []string
	// whole tells that it is the slide's own heading, and not what that belongs to.
	whole bool
	// below is how many times as large as the terminal's letters the title is below it;
	// 0 where the heading says it.
	below int
}

// blockHeading is a slide's heading in large letters: its title, where that fits, or
// else the part that it belongs to, with the title for the rows below.
func (s *Show) blockHeading(sl *Slide, in size) blockHeading {
	_, width := block(s.w)
	for i, text := range []string{sl.heading(), sl.Part} {
		lines := in.breakLines(text, width)
		for _, zoom := range s.zooms() {
			b := blockHeading{lines: lines, whole: i == 0}
			rows := len(lines)*(in.rows()+1) - 1
			if zoom <= 2 && sl.below(text) {
				b.below = zoom
				rows += 1 + zoom*len(component.WrapText(sl.Title, min(width/zoom, measure)))
			}
			if lines != nil && rows <= quarter(s.h) {
				return b
			}
		}
	}
	return blockHeading{}
}

// below reports whether a slide's title stands below a heading in large letters:
// unless that says it, or it and the part, which the top line has.
func (s *Slide) below(heading string) bool {
	return heading != s.Title && s.Title != s.Part+": "+heading
}

// heading draws a slide's heading in the deck's size, from the left edge of its text
// on, and gives its lines that the terminal enlarges.
func (s *Show) heading(sl *Slide) (out []string, large []largeLine) {
	left, width := block(s.w)
	t, b := s.env.Theme, s.blockHeading(sl, max(s.size, half))
	line := func(text string, zoom int) {
		if zoom > 1 {
			large = append(large, largeLine{x: left, y: len(out), zoom: zoom, text: text})
		}
		for _, row := range enlarged(text, zoom) {
			out = append(out, component.Spaces(left)+row)
		}
	}
	lines := func(st lipgloss.Style, text string, zoom int) {
		for _, l := range component.WrapText(text, min(width/zoom, measure)) {
			line(st.Render(l), zoom)
		}
	}
	if s.size == plain || b.lines == nil {
		if lines(t.Heading, sl.Title, 1); len(out) > quarter(s.h) {
			out = nil
			lines(t.Heading, sl.heading(), 1)
		}
		return out[:min(len(out), max(quarter(s.h), 1))], nil
	}
	for i, text := range s.size.even(b.lines, width) {
		if i > 0 {
			out = append(out, "")
		}
		if s.size >= twice {
			line(t.Heading.Render(text), s.size.zoom())
			continue
		}
		for _, row := range s.size.draw(text) {
			line(t.Heading.Render(strings.TrimRight(row, " ")), 1)
		}
	}
	if b.below > 0 {
		out = append(out, "")
		lines(t.Strong, sl.Title, b.below)
	}
	return out, large
}
