package present

import (
	"cmp"
	"strings"

	"isspp/model"
	"isspp/ui/lookup"
)

// directory makes slides of the directory: the contacts at its head, each tier,
// and where each is asked for, every service.
func (b *builder) directory(each bool) []Slide {
	d := b.pack.Directory()
	part, source := "Directory of support", b.source("directory", "")
	head := Slide{
		ID: "contacts", Title: "First calls", Source: b.source("contacts", ""), Notes: b.pack.NotesAbout("contacts"),
	}
	for _, c := range d.Head {
		head.Items = append(head.Items, b.headPoints(c, "contacts/"+c.ID)...)
		head.Guidance = append(head.Guidance, c.Text...)
	}
	out := []Slide{head}
	found := lookup.Directory(b.pack, b.local, model.ServiceFilter{Now: b.now}).Services
	for _, t := range d.Tiers {
		s := Slide{ID: "directory/tier-" + itoa(t.Number), Title: itoa(t.Number) + ". " + t.Title}
		// Those that are over, or that the school knows to be closed, come last.
		for _, f := range found {
			if f.Tier == t.Number {
				s.Items = append(s.Items, b.tierPoints(f.Service)...)
			}
		}
		out = append(out, s)
		for _, v := range t.Services {
			if each {
				out = append(out, b.service(v, "Directory, tier "+itoa(t.Number)))
			}
		}
	}
	if d.Bulletin.Name != "" {
		s := Slide{ID: "directory/bulletin", Title: d.Bulletin.Name, Given: 1}
		for _, block := range d.Bulletin.Text {
			s.Items = append(s.Items, blockPoints(block)...)
		}
		out = append(out, s)
	}
	for i := range out {
		s := &out[i]
		s.Part, s.Source = cmp.Or(s.Part, part), cmp.Or(s.Source, source)
	}
	out = append(out, b.notes("directory/notes", part, "Notes: directory", b.pack.NotesAbout("directory"))...)
	for i := range out {
		out[i].Prompts = b.pack.PromptsAbout("directory", out[i].ID)
	}
	return out
}

// headPoints are a contact at the directory's head, the school's own entry of it first.
func (b *builder) headPoints(c model.HeadContact, id string) (out []Point) {
	if e, ok := lookup.Head(b.local, c); ok {
		out = append(out, b.localPoint(c.Name, e))
	}
	return append(out, Point{ID: id, Text: c.Name, Strong: true, Detail: ways(c.Contacts)})
}

func (b *builder) tierPoints(v model.Service) (out []Point) {
	p := Point{ID: v.ID, Text: v.Name, Strong: true, Detail: ways(v.Contacts)}
	if len(p.Detail) == 0 {
		p.Detail = []string{"no contact printed"}
	}
	if v.EndedBy(b.now) {
		p.Detail = append([]string{"ended"}, p.Detail...)
	}
	if e, ok := b.local.Service(v); ok {
		out = append(out, b.localPoint(v.Name, e))
	}
	return append(out, p)
}

// service is what the protocol says of a service, with our notes on it. That it is over
// comes before everything that it did.
func (b *builder) service(v model.Service, part string) Slide {
	s := Slide{ID: v.ID, Part: part, Title: v.Name}
	if v.EndedBy(b.now) {
		s.Items = []Point{{Text: "Ended: not on offer any more.", Layer: model.LayerNote, Plain: true, Strong: true}}
	}
	if e, ok := b.local.Service(v); ok {
		s.Items = append(s.Items, b.localPoint("", e))
	}
	first := len(s.Items)
	for _, block := range v.Text {
		s.Items = append(s.Items, blockPoints(block)...)
	}
	s.Given = min(first+1, len(s.Items))
	s.Items = append(s.Items, b.notePoints(v.ID)...)
	return s
}

// ways are how a service is reached, a line for each kind.
func ways(contacts []model.Contact) []string {
	var out []string
	for _, kind := range []model.ContactKind{model.Phone, model.Email, model.Link, model.Address} {
		var of []string
		for _, c := range contacts {
			if c.Kind == kind {
				of = append(of, c.Value)
			}
		}
		if len(of) > 0 {
			out = append(out, strings.Join(of, "  or  "))
		}
	}
	return out
}
