package present

import (
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

// find is the place of the slide with an id, or -1.
func (d *Deck) find(id string) int {
	for i := range d.Slides {
		if d.Slides[i].ID == id {
			return i
		}
	}
	return -1
}
