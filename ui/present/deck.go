package present

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"isspp/model"
)

// Spec says what is presented, in the one name that is kept and told to the second
// terminal: "risk", "risk+signs", "whole:risk+cases", "risk@3-8".
type Spec struct {
	// Parts are decks in their order. A full session may leave them to be all.
	Parts []string
	// Whole sets an opening before the parts and a closing behind them.
	Whole bool
	// From and To are the first and the last slide, from 1; 0 for the deck's own.
	From, To int
}

// String is the spec's name, which parseSpec reads.
func (s Spec) String() string {
	name := strings.Join(s.Parts, "+")
	switch {
	case s.Whole && name == "":
		name = Whole
	case s.Whole:
		name = Whole + ":" + name
	}
	if s.From > 0 || s.To > 0 {
		name += fmt.Sprintf("@%d-%d", s.From, s.To)
	}
	return name
}

func parseSpec(name string) (s Spec) {
	name, span, _ := strings.Cut(name, "@")
	_, _ = fmt.Sscanf(span, "%d-%d", &s.From, &s.To) // what isn't a span is none
	if rest, whole := strings.CutPrefix(name, Whole); whole {
		s.Whole, name = true, strings.TrimPrefix(rest, ":")
	}
	if name != "" {
		s.Parts = strings.Split(name, "+")
	}
	return s
}

// Deck is slides in the order that they are shown.
type Deck struct {
	// Name is how the deck is asked for: "risk".
	Name   string
	Title  string
	Slides []Slide
}

// Slide is one domain or one thought.
type Slide struct {
	// ID stays when the pack changes: "risk/family". Part is what the slide belongs to, and
	// Source where it stands in the protocol: "section 6A".
	ID, Title, Part, Source string
	// Head is the heading in large letters where the title is too long for them.
	Head string
	// Items are the points. The first Given of them are there from the start, and the rest
	// are revealed one at a time. Columns sets each group of them in a column of its own.
	Items   []Point
	Given   int
	Columns bool
	// Layer is whose words the title is, and the points that don't say otherwise.
	Layer model.Layer
	// Fictional marks a made-up case.
	Fictional bool
	// For the speaker alone: what the protocol says of it, our remarks, and questions for
	// the room.
	Guidance       []model.Block
	Notes, Prompts []model.Note
}

// Point is what is revealed at once.
type Point struct {
	// ID is the id of what the point is about, or empty.
	ID, Text string
	// Spans is the text with the words that are printed in bold; without it none is.
	Spans []model.Span
	// Group is a heading above the point, where it starts a group.
	Group string
	// Detail stands below the text and steps back: days, contacts, a source.
	Detail []string
	// Layer marks a point that is not in the slide's own layer.
	Layer model.Layer
	// Plain has no bullet: a sentence and not an entry of a list. Strong is a name.
	Plain, Strong bool
	// Indent is how deep the point stands below another.
	Indent int
}

// heading is what is set in large letters.
func (s *Slide) heading() string { return cmp.Or(s.Head, s.Title) }

// layer is whose words a point of a slide is.
func (s *Slide) layer(p Point) model.Layer { return cmp.Or(p.Layer, s.Layer) }

// layers are the layers that a slide shows, the protocol's first.
func (s *Slide) layers() []model.Layer {
	return slices.DeleteFunc([]model.Layer{model.LayerProtocol, model.LayerLocal, model.LayerNote},
		func(l model.Layer) bool {
			return l != s.Layer && !slices.ContainsFunc(s.Items, func(p Point) bool { return p.Layer == l })
		})
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

func (d *Deck) find(id string) int {
	return slices.IndexFunc(d.Slides, func(s Slide) bool { return s.ID == id })
}
