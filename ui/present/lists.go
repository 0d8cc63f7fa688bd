package present

import (
	"slices"

	"isspp/model"
)

// list makes slides of a list: what the protocol says before it, a slide for
// each domain, and our notes on it.
func (b *builder) list(l model.List) []Slide {
	title, source := l.BareTitle(), b.source("checklist", l.Title)
	out := thoughts(l.ID+"/intro", title, title, source, l.Intro)
	for i := range out {
		b.talk(&out[i], l.ID)
	}
	for _, d := range l.Domains {
		out = append(out, b.domain(l, d, title, source))
	}
	return append(out, b.notes(l.ID+"/notes", title, "Notes: "+title, b.pack.NotesAbout(l.ID))...)
}

// domainTitle is a domain's title, with its list's where another list has domains of
// the same names.
func (b *builder) domainTitle(l model.List, d model.Domain) string {
	for _, other := range b.pack.Lists() {
		for _, theirs := range other.Domains {
			if other.ID != l.ID && slices.ContainsFunc(l.Domains,
				func(own model.Domain) bool { return own.Title == theirs.Title }) {
				return l.BareTitle() + ": " + d.Title
			}
		}
	}
	return d.Title
}

// domain is the slide of a domain: its items one at a time, below what the
// protocol says of it.
func (b *builder) domain(l model.List, d model.Domain, part, source string) Slide {
	s := Slide{ID: d.ID, Part: part, Title: b.domainTitle(l, d), Source: source, Layer: model.LayerProtocol}
	for _, block := range d.Guidance {
		for _, p := range blockPoints(block) {
			s.Items = append(s.Items, p)
			s.Given++
		}
	}
	ids := []string{d.ID}
	for _, item := range d.Items {
		s.Items = append(s.Items, Point{ID: item.ID, Text: item.Text})
		ids = append(ids, item.ID)
	}
	b.talk(&s, ids...)
	if len(s.Prompts) == 0 {
		s.Prompts = b.pack.PromptsAbout(l.ID)
	}
	// What stands before the whole list holds for each of its domains.
	s.Guidance = l.Intro
	return s
}
