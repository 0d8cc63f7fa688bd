package present

import (
	"cmp"

	"isspp/model"
)

// Deck is slides in the order that they are shown.
type Deck struct {
	// Name is how the deck is asked for: "risk".
	Name   string
	Title  string
	Slides []Slide
}

// Slide is one domain or one thought.
type Slide struct {
	// ID stays when the pack changes: "risk/family".
	ID    string
	Title string
	// Head is the heading in large letters where the title is too long for them;
	// without it the title is.
	Head string
	// Columns sets each group of points in a column of its own.
	Columns bool
	// Part is what the slide belongs to: "Risk factors".
	Part string
	// Items are the points. The first Given of them are there from the start,
	// and the rest are revealed one at a time.
	Items []Point
	Given int
	// Source says where it stands in the protocol: "section 6A".
	Source string
	// Layer is whose words the title is, and the points that don't say otherwise.
	Layer model.Layer
	// Fictional marks a made-up case.
	Fictional bool

	// The rest is for the speaker alone.

	// Guidance is what the protocol says of it.
	Guidance []model.Block
	// Notes and Prompts are isspp's: remarks, and questions for the room.
	Notes, Prompts []model.Note
}

// Point is what is revealed at once.
type Point struct {
	// ID is the id of what the point is about, or empty.
	ID   string
	Text string
	// Spans is the text with the words that are printed in bold; without it none is.
	Spans []model.Span
	// Group is a heading above the point, where it starts a group.
	Group string
	// Detail stands below the text and steps back: days, contacts, a source.
	Detail []string
	// Layer marks a point that is not in the slide's own layer.
	Layer model.Layer
	// Plain has no bullet: a sentence and not an entry of a list.
	Plain bool
	// Indent is how deep the point stands below another.
	Indent int
	// Strong is a name.
	Strong bool
}

// heading is what is set in large letters.
func (s *Slide) heading() string { return cmp.Or(s.Head, s.Title) }

// groups is how many groups the points are in.
func (s *Slide) groups() int {
	n := 0
	for _, p := range s.Items {
		if p.Group != "" {
			n++
		}
	}
	return n
}

// layer is whose words a point of a slide is.
func (s *Slide) layer(p Point) model.Layer {
	if p.Layer != "" {
		return p.Layer
	}
	return s.Layer
}

// layers are the layers that a slide shows, the protocol's first.
func (s *Slide) layers() []model.Layer {
	has := map[model.Layer]bool{s.Layer: true}
	for _, p := range s.Items {
		has[s.layer(p)] = true
	}
	var out []model.Layer
	for _, l := range []model.Layer{model.LayerProtocol, model.LayerLocal, model.LayerNote} {
		if has[l] {
			out = append(out, l)
		}
	}
	return out
}

// distinguish makes titles that several slides have tell them apart: by what they
// are a part of, which the heading in large letters needn't repeat, or by number.
func (d *Deck) distinguish() {
	same := func() map[string][]int {
		m := map[string][]int{}
		for i, s := range d.Slides {
			m[s.Title] = append(m[s.Title], i)
		}
		return m
	}
	for title, at := range same() {
		parts := map[string]bool{}
		for _, i := range at {
			parts[d.Slides[i].Part] = true
		}
		for _, i := range at {
			if s := &d.Slides[i]; len(parts) > 1 && s.Part != title {
				s.Head, s.Title = cmp.Or(s.Head, title), s.Part+": "+title
			}
		}
	}
	for _, at := range same() {
		for n, i := range at {
			if len(at) > 1 {
				s, number := &d.Slides[i], ", "+itoa(n+1)+" of "+itoa(len(at))
				if s.Title += number; s.Head != "" {
					s.Head += number
				}
			}
		}
	}
}

// find is the place of the slide with an id, or -1.
func (d *Deck) find(id string) int {
	for i := range d.Slides {
		if d.Slides[i].ID == id {
			return i
		}
	}
	return -1
}
