package present

import (
	"slices"

	"isspp/model"
	"isspp/ui/handout"
)

// recallShort is how many points a round of recall has within a full session.
const recallShort = 5

// cases make a slide of each case's story and of each of its steps, and at last
// where the protocol speaks of it.
func (b *builder) cases() []Slide {
	var out []Slide
	for _, c := range b.pack.Cases() {
		first := len(out)
		story := Slide{ID: c.ID, Part: "Practice (made up)", Title: c.Title, Given: 1}
		for _, text := range c.Story {
			story.Items = append(story.Items, casePoints(model.CasePart{Text: text})...)
		}
		out = append(out, story)
		for i, step := range c.Steps {
			s := Slide{ID: c.ID + "/" + itoa(i+1), Part: c.Title, Title: step.Title, Prompts: []model.Note{{
				Text:   "Let the room speak before the first point is shown.",
				Source: "isspp, for training", Dated: c.Dated,
			}}}
			for _, part := range step.Parts {
				s.Items = append(s.Items, casePoints(part)...)
			}
			out = append(out, s)
		}
		for i := range out[first:] {
			s := &out[first+i]
			s.Source, s.Layer, s.Fictional = "cases of "+model.DateInWords(c.Dated), model.LayerNote, true
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
		ID: c.ID + "/protocol", Part: c.Title, Title: "In the protocol", Source: "by list and domain",
	}
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
			s.Items = append(s.Items, b.headPoints(h, h.ID)...)
		}
	}
	if slices.Contains(c.About, "screen/gate") {
		s.Items = append(s.Items, b.notePoints("screen/gate")...)
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
	questions := handout.Questions(b.pack, b.seed, n)
	for i, q := range questions {
		s := Slide{
			ID: "recall/" + q.Item.ID, Part: "Practice: " + q.List.BareTitle(),
			Title:  "Which domain? " + itoa(i+1) + " of " + itoa(len(questions)),
			Source: b.source("checklist", q.List.Title),
			Items:  []Point{{ID: q.Item.ID, Text: q.Item.Text, Plain: true, Strong: true}},
			Prompts: []model.Note{{Text: "Why there, and not in another? The lists overlap: a reason counts more " +
				"than the right word. No marks are kept.", Source: "isspp, for training"}},
		}
		for _, title := range q.Domains {
			s.Items = append(s.Items, Point{Text: title, Indent: 1})
		}
		s.Given = len(s.Items)
		for _, a := range q.Answers {
			s.Items = append(s.Items, Point{ID: a.ID, Text: a.Text, Plain: true, Strong: true})
		}
		if len(q.Answers) > 0 {
			s.Items[s.Given].Group = "The protocol's answer"
		}
		out = append(out, s)
	}
	return out
}
