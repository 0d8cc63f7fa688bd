package present

import (
	"slices"

	"isspp/model"
	"isspp/ui/handout"
	"isspp/ui/lookup"
)

// recallShort is how many points a round of recall has within a full session.
const recallShort = 5

// cases make a slide of each case's story and of each of its steps, and at last
// where the protocol speaks of it.
func (b *builder) cases() []Slide {
	var out []Slide
	for _, c := range b.pack.Cases() {
		part := "Practice (made up)"
		source := "cases of " + model.DateInWords(c.Dated)
		story := Slide{
			ID: c.ID, Part: part, Title: c.Title, Source: source, Layer: model.LayerNote, Fictional: true,
			Given: 1,
		}
		for _, text := range c.Story {
			story.Items = append(story.Items, casePoints(model.CasePart{Text: text})...)
		}
		out = append(out, story)
		for i, step := range c.Steps {
			s := Slide{
				ID: c.ID + "/" + itoa(i+1), Part: c.Title, Title: step.Title, Source: source,
				Layer: model.LayerNote, Fictional: true,
			}
			for _, part := range step.Parts {
				s.Items = append(s.Items, casePoints(part)...)
			}
			s.Prompts = []model.Note{{
				Text:   "Let the room speak before the first point is shown.",
				Source: "isspp, for training", Dated: c.Dated,
			}}
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
	for _, sentence := range model.Sentences(part.Text) {
		out = append(out, Point{Text: sentence, Plain: true})
	}
	return out
}

// spoken is where the protocol speaks of what a case touches, in its own words.
func (b *builder) spoken(c model.Case) Slide {
	s := Slide{
		ID: c.ID + "/protocol", Part: c.Title, Title: "In the protocol", Source: b.source("text", ""),
		Layer: model.LayerProtocol,
	}
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
			if e, ok := lookup.Head(b.local, h); ok {
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

// recall shows points, one a slide. The room says which domain; nobody keeps marks.
func (b *builder) recall(within bool) []Slide {
	n := handout.RecallRound
	if within {
		n = recallShort
	}
	var out []Slide
	for _, q := range handout.Questions(b.pack, b.seed, n) {
		out = append(out, b.question(q))
	}
	for i := range out {
		out[i].Title += " " + itoa(i+1) + " of " + itoa(len(out))
	}
	return out
}

// question is the slide of one point.
func (b *builder) question(q handout.Question) Slide {
	s := Slide{
		ID: "recall/" + q.Item.ID, Part: "Practice: " + q.List.BareTitle(), Title: "Which domain?",
		Source: b.source("checklist", q.List.Title), Layer: model.LayerProtocol,
	}
	s.Items = []Point{{ID: q.Item.ID, Text: q.Item.Text, Plain: true, Strong: true}}
	for _, title := range q.Domains {
		s.Items = append(s.Items, Point{Text: title, Indent: 1})
	}
	s.Given = len(s.Items)
	group := "The protocol's answer"
	for _, a := range q.Answers {
		s.Items = append(s.Items, Point{ID: a.ID, Text: a.Text, Plain: true, Strong: true, Group: group})
		group = ""
	}
	s.Prompts = []model.Note{{Text: "Why there, and not in another? The lists overlap: a reason counts more than the " +
		"right word. No marks are kept.", Source: "isspp, for training"}}
	return s
}
