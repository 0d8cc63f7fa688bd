package present

import (
	"math/rand/v2"
	"slices"

	"isspp/content"
	"isspp/model"
	"isspp/ui/document"
)

// How many points a recall round shows: alone, and within a full session.
const (
	recallRound = 12
	recallShort = 5
)

// cases make a slide of each case's story and of each of its steps, and at last
// where the protocol speaks of it.
func (b *builder) cases() []Slide {
	var out []Slide
	for _, c := range b.pack.Cases() {
		part := "Practice (made up)"
		source := "cases of " + document.InWords(c.Dated)
		story := Slide{ID: c.ID, Part: part, Title: c.Title, Source: source, Layer: model.LayerNote, Fictional: true, Given: 1}
		for _, text := range c.Story {
			story.Items = append(story.Items, casePoints(model.CasePart{Text: text})...)
		}
		out = append(out, story)
		for i, step := range c.Steps {
			s := Slide{ID: c.ID + "/" + itoa(i+1), Part: c.Title, Title: step.Title, Source: source, Layer: model.LayerNote, Fictional: true}
			for _, part := range step.Parts {
				s.Items = append(s.Items, casePoints(part)...)
			}
			s.Prompts = []model.Note{{Text: "Let the room speak before the first point is shown.", Source: "isspp, for training", Dated: c.Dated}}
			out = append(out, s)
		}
		if s := b.spoken(c); len(s.Items) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// casePoints are a part of a step: an entry is one point, and what is told comes
// a sentence at a time.
func casePoints(part model.CasePart) []Point {
	if part.Entry {
		return []Point{{Text: part.Text}}
	}
	var out []Point
	for _, sentence := range sentences(part.Text) {
		out = append(out, Point{Text: sentence, Plain: true})
	}
	return out
}

// spoken is where the protocol speaks of what a case touches, in its own words.
func (b *builder) spoken(c model.Case) Slide {
	s := Slide{ID: c.ID + "/protocol", Part: c.Title, Title: "In the protocol", Source: b.source("text", ""), Layer: model.LayerProtocol}
	s.Source = "by list and domain"
	for _, l := range b.pack.Lists() {
		for _, d := range l.Domains {
			group := l.BareTitle() + ": " + d.Title
			for _, item := range d.Items {
				if slices.Contains(c.About, item.ID) {
					s.Items = append(s.Items, Point{ID: item.ID, Text: item.Text, Group: group})
					group = ""
				}
			}
			if slices.Contains(c.About, d.ID) {
				s.Items = append(s.Items, Point{ID: d.ID, Text: d.Title, Group: l.BareTitle()})
			}
		}
	}
	for _, h := range b.pack.Contacts() {
		if slices.Contains(c.About, "contacts/"+h.ID) {
			if e, ok := b.local.HeadContact(h); ok && !content.Unchangeable(h) {
				s.Items = append(s.Items, b.localPoint(h.Name, e))
			}
			s.Items = append(s.Items, Point{ID: h.ID, Text: h.Name, Strong: true, Detail: ways(h.Contacts)})
		}
	}
	for _, n := range b.pack.NotesAbout("screen/gate") {
		if slices.Contains(c.About, "screen/gate") {
			s.Items = append(s.Items, notePoint(n))
		}
	}
	return s
}

// recallable tells whether the pack has a list of more than one domain: with
// one there is nothing to ask.
func (b *builder) recallable() bool {
	for _, l := range b.pack.Lists() {
		if len(l.Domains) > 1 {
			return true
		}
	}
	return false
}

// recall shows n points, one a slide, drawn from every list in an order that the
// seed gives. The room says which domain; nobody keeps marks.
func (b *builder) recall(n int) []Slide {
	type question struct {
		l model.List
		d model.Domain
		i model.Item
	}
	var all []question
	for _, l := range b.pack.Lists() {
		for _, d := range l.Domains {
			for _, item := range d.Items {
				if len(l.Domains) > 1 {
					all = append(all, question{l, d, item})
				}
			}
		}
	}
	order := rand.New(rand.NewPCG(uint64(b.seed), 1)) //nolint:gosec // an order of slides, no secret
	order.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	var out []Slide
	for _, q := range all[:min(n, len(all))] {
		out = append(out, b.question(q.l, q.i))
	}
	for i := range out {
		out[i].Title += " " + itoa(i+1) + " of " + itoa(len(out))
	}
	return out
}

// question is the slide of one point. Where a list has it in two domains, both
// are right; where another list has it too, that is said.
func (b *builder) question(l model.List, item model.Item) Slide {
	title := l.BareTitle()
	s := Slide{
		ID: "recall/" + item.ID, Part: "Practice: " + title, Title: "Which domain?",
		Source: b.source("checklist", l.Title), Layer: model.LayerProtocol,
	}
	s.Items = []Point{{ID: item.ID, Text: item.Text, Plain: true, Strong: true}}
	for _, d := range l.Domains {
		s.Items = append(s.Items, Point{Text: d.Title, Indent: 1})
	}
	s.Given = len(s.Items)
	for _, other := range b.pack.Lists() {
		for _, d := range other.Domains {
			for _, same := range d.Items {
				if model.Fold(same.Text) != model.Fold(item.Text) {
					continue
				}
				p := Point{ID: d.ID, Text: d.Title, Plain: true, Strong: true}
				if other.ID != l.ID {
					p.Text = other.BareTitle() + ": " + d.Title
				}
				if len(s.Items) == s.Given {
					p.Group = "The protocol's answer"
				}
				s.Items = append(s.Items, p)
			}
		}
	}
	s.Prompts = []model.Note{{Text: "Why there, and not in another? The lists overlap: a reason counts more than the right word. No marks are kept.", Source: "isspp, for training"}}
	return s
}
