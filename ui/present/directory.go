package present

import (
	"strings"

	"isspp/model"
	"isspp/ui/lookup"
)

// directory makes slides of the directory: the contacts at its head, each tier,
// and where each is asked for, every service.
func (b *builder) directory(each bool) []Slide {
	d := b.pack.Directory()
	part, source := "Directory of support", b.source("directory", "")
	out := []Slide{b.head(d, part)}
	for _, t := range d.Tiers {
		out = append(out, b.tier(t, part, source))
		for _, s := range t.Services {
			if each {
				out = append(out, b.service(s, "Directory, tier "+itoa(t.Number), source))
			}
		}
	}
	if d.Bulletin.Name != "" {
		s := Slide{
			ID: "directory/bulletin", Part: part, Title: d.Bulletin.Name, Source: source,
			Layer: model.LayerProtocol, Given: 1,
		}
		for _, block := range d.Bulletin.Text {
			s.Items = append(s.Items, blockPoints(block)...)
		}
		out = append(out, s)
	}
	out = append(out, b.notes("directory/notes", part, "Notes: directory", b.pack.NotesAbout("directory"))...)
	for i := range out {
		out[i].Prompts = b.pack.PromptsAbout("directory", out[i].ID)
	}
	return out
}

func (b *builder) head(d model.Directory, part string) Slide {
	s := Slide{
		ID: "contacts", Part: part, Title: "First calls", Source: b.source("contacts", ""),
		Layer: model.LayerProtocol,
	}
	for _, c := range d.Head {
		if e, ok := lookup.Head(b.local, c); ok {
			s.Items = append(s.Items, b.localPoint(c.Name, e))
		}
		s.Items = append(s.Items, Point{ID: "contacts/" + c.ID, Text: c.Name, Strong: true, Detail: ways(c.Contacts)})
		s.Guidance = append(s.Guidance, c.Text...)
	}
	s.Prompts = b.pack.PromptsAbout("contacts")
	s.Notes = b.pack.NotesAbout("contacts")
	return s
}

func (b *builder) tier(t model.Tier, part, source string) Slide {
	s := Slide{
		ID: "directory/tier-" + itoa(t.Number), Part: part, Title: itoa(t.Number) + ". " + t.Title,
		Source: source, Layer: model.LayerProtocol,
	}
	// Those that are over, or that the school knows to be closed, come last.
	for _, found := range lookup.Directory(b.pack, b.local, model.ServiceFilter{Now: b.now}).Services {
		service := found.Service
		if service.Tier != t.Number {
			continue
		}
		p := Point{ID: service.ID, Text: service.Name, Strong: true, Detail: ways(service.Contacts)}
		if len(p.Detail) == 0 {
			p.Detail = []string{"no contact printed"}
		}
		if service.EndedBy(b.now) {
			p.Detail = append([]string{"ended"}, p.Detail...)
		}
		if e, ok := b.local.Service(service); ok {
			s.Items = append(s.Items, b.localPoint(service.Name, e))
		}
		s.Items = append(s.Items, p)
	}
	return s
}

// service is what the protocol says of a service, with our notes on it.
func (b *builder) service(v model.Service, part, source string) Slide {
	s := Slide{ID: v.ID, Part: part, Title: v.Name, Source: source, Layer: model.LayerProtocol}
	for _, block := range v.Text {
		s.Items = append(s.Items, blockPoints(block)...)
	}
	s.Given = min(1, len(s.Items))
	if e, ok := b.local.Service(v); ok {
		s.Items = append([]Point{b.localPoint("", e)}, s.Items...)
		s.Given++
	}
	if v.EndedBy(b.now) {
		// That it is over comes before everything that it did.
		ended := Point{Text: "Ended: not on offer any more.", Layer: model.LayerNote, Plain: true, Strong: true}
		s.Items = append([]Point{ended}, s.Items...)
		s.Given++
	}
	for _, n := range b.pack.NotesAbout(v.ID) {
		s.Items = append(s.Items, notePoint(n))
	}
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
