package present

import (
	"strings"

	"isspp/ui/kit"
)

// sizes are those of headings, the best first: letters that the terminal enlarges, or
// else block letters.
func (s *Show) sizes() []size {
	switch {
	case s.scaling == sizedText:
		return []size{thrice, twice}
	case s.env.Signs.ASCII:
		return []size{typewriter}
	}
	return []size{half}
}

// quarter is the most rows that a heading takes of a screen, of whose rows a slide
// has h.
func quarter(h int) int { return (h + topRows + bottomRows) / 4 }

// headingSize is the one size of a deck's headings on a screen: the first in which
// nearly every title fits in a quarter of it. The few that don't stand below
// what they are a part of, which does.
func headingSize(d *Deck, w, h int, sizes []size) size {
	for _, s := range sizes {
		long, fit := 0, true
		for i := range d.Slides {
			lines, whole := blockHeading(&d.Slides[i], w, h, s)
			if fit = fit && lines != nil; !whole {
				long++
			}
		}
		if fit && long*3 <= len(d.Slides) {
			return s
		}
	}
	return plain
}

// blockHeading is a slide's heading in block letters: its title, where that fits,
// or else the part that it belongs to, with the title for the row below. It is nil
// where neither fits; whole tells that the slide's own heading does.
func blockHeading(sl *Slide, w, h int, s size) (lines []string, whole bool) {
	_, width := block(w)
	for i, text := range []string{sl.heading(), sl.Part} {
		lines := s.breakLines(text, width)
		rows := len(lines)*(s.rows()+1) - 1
		if sl.below(text) {
			rows += 1 + len(kit.WrapText(sl.Title, min(width, measure)))
		}
		if lines != nil && rows <= quarter(h) {
			return lines, i == 0
		}
	}
	return nil, false
}

// below reports whether a slide's title stands below a heading in large letters:
// unless that says it, or it and the part, which the top line has.
func (s *Slide) below(heading string) bool {
	return heading != s.Title && s.Title != s.Part+": "+heading
}

// drawHeading draws a slide's heading in the deck's size, from the left edge of its
// text on, and gives its lines that the terminal enlarges.
func drawHeading(sl *Slide, w, h int, s size, t *kit.Theme) (out []string, large []largeLine) {
	left, width := block(w)
	plainly := func(st kit.Style, text string) {
		for _, l := range kit.WrapText(text, min(width, measure)) {
			out = append(out, kit.Spaces(left)+st.Render(l))
		}
	}
	lines, whole := blockHeading(sl, w, h, max(s, half))
	if s == plain || lines == nil {
		if plainly(t.Heading, sl.Title); len(out) > quarter(h) {
			out = nil
			plainly(t.Heading, sl.heading())
		}
		return out[:min(len(out), max(quarter(h), 1))], nil
	}
	for i, line := range s.even(lines, width) {
		if i > 0 {
			out = append(out, "")
		}
		if s >= twice {
			line = t.Heading.Render(line)
			large = append(large, largeLine{x: left, y: len(out), zoom: s.zoom(), text: line})
			for _, row := range enlarged(line, s.zoom()) {
				out = append(out, kit.Spaces(left)+row)
			}
			continue
		}
		for _, row := range s.draw(line) {
			out = append(out, kit.Spaces(left)+t.Heading.Render(strings.TrimRight(row, " ")))
		}
	}
	if !whole && sl.below(sl.Part) || whole && sl.below(sl.heading()) {
		out = append(out, "")
		plainly(t.Strong, sl.Title)
	}
	return out, large
}
