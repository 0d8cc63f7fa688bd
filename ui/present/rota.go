package present

import (
	"strings"

	"isspp/model"
	"isspp/ui/lookup"
)

// rota makes slides of the rota: our notes first, since the protocol's officers
// are of its years, then the settings, the officers, the week, and whom to ring.
func (b *builder) rota() []Slide {
	r := b.pack.Rota()
	source := b.source("rota", "")
	part := "Rota"
	out := b.notes("rota/before", part, "Before you rely on it", b.pack.NotesAbout("rota"))
	for i := range out {
		out[i].Given = 1
	}
	for _, s := range []Slide{b.settings(r, part, source), b.officers(r, part, source), b.week(r, part, source)} {
		s.Given = len(b.lead(r))
		out = append(out, s)
	}
	for i := range out {
		out[i].Prompts = b.pack.PromptsAbout("rota")
	}
	out = append(out, b.routes("rota/routes", part, "Without an officer"))
	return append(out, b.routeNotes("rota/routes/notes", part)...)
}

// routeNotes are the remarks on whom to ring.
func (b *builder) routeNotes(id, part string) []Slide {
	return b.notes(id, part, "Notes: whom to ring", lookup.Notes(b.pack, b.local, nil, "screen/emergency"))
}

// lead is what has become of the officers' role, before their names, unless the
// school knows who covers every setting.
func (b *builder) lead(r model.Rota) []Point {
	lead := lookup.Status(b.pack, b.local, b.now, r.Settings...)
	if lead == "" {
		return nil
	}
	return []Point{{Text: lead, Layer: model.LayerNote, Strong: true}}
}

func (b *builder) settings(r model.Rota, part, source string) Slide {
	s := Slide{
		ID: "rota/settings", Part: part, Title: "Schools", Source: source, Layer: model.LayerProtocol,
		Items: b.lead(r),
	}
	ids := []string{}
	for _, at := range r.Settings {
		s.Items = append(s.Items, b.covers(at)...)
		s.Items = append(s.Items, Point{
			ID: at.ID, Text: at.Name, Strong: true,
			Detail: []string{at.Officer, at.Assigned},
		})
		ids = append(ids, at.ID)
	}
	s.Items = append(s.Items, b.localSchools()...)
	b.talk(&s, ids...)
	return s
}

func (b *builder) officers(r model.Rota, part, source string) Slide {
	s := Slide{
		ID: "rota/officers", Part: part, Title: "Officers", Source: source, Layer: model.LayerProtocol,
		Items: b.lead(r),
	}
	for _, o := range r.Officers() {
		for _, at := range o.Settings {
			s.Items = append(s.Items, b.covers(at)...)
		}
		p := Point{Text: o.Name, Strong: true}
		for _, at := range o.Settings {
			p.Detail = append(p.Detail, at.Name+": "+at.Assigned)
		}
		s.Items = append(s.Items, p)
	}
	b.talk(&s, "programme")
	return s
}

// week is who is left without an officer on each day. That nobody is named is
// the rota's own word; it never says that somebody is on site.
func (b *builder) week(r model.Rota, part, source string) Slide {
	s := Slide{
		ID: "rota/week", Part: part, Title: "Day by day", Source: source, Layer: model.LayerProtocol,
		Items: b.lead(r),
	}
	for _, at := range r.Settings {
		s.Items = append(s.Items, b.covers(at)...)
	}
	for _, day := range model.Weekdays() {
		var nobody, asked []string
		for _, at := range r.Settings {
			switch at.OnWeekday(day) {
			case model.CoveredNo:
				nobody = append(nobody, at.Name)
			case model.CoveredWhenRequired:
				asked = append(asked, at.Name)
			}
		}
		p := Point{Text: day.String(), Strong: true}
		if len(nobody) > 0 {
			p.Detail = append(p.Detail, "nobody assigned: "+strings.Join(nobody, "; "))
		}
		if len(asked) > 0 {
			p.Detail = append(p.Detail, "on request: "+strings.Join(asked, "; "))
		}
		if len(p.Detail) == 0 {
			p.Detail = []string{"an officer is assigned to every school on the list"}
		}
		s.Items = append(s.Items, p)
	}
	return s
}

// routes are the numbers that need no officer and no form.
func (b *builder) routes(id, part, title string) Slide {
	s := Slide{ID: id, Part: part, Title: title, Source: b.source("contacts", ""), Layer: model.LayerProtocol}
	for _, r := range lookup.Routes(b.pack, b.local, b.now) {
		if r.Local != "" {
			s.Items = append(s.Items, Point{
				Text: r.Local, Layer: model.LayerLocal,
				Detail: []string{r.Name, r.LocalWords},
			})
		}
		s.Items = append(s.Items, Point{Text: r.Number, Strong: true, Detail: []string{r.Name}})
		if len(s.Guidance) == 0 || s.Guidance[len(s.Guidance)-1].Plain() != r.Text[0].Plain() {
			s.Guidance = append(s.Guidance, r.Text...)
		}
	}
	s.Items = append(s.Items, b.localContacts()...)
	s.Given = min(len(s.Items), 1)
	s.Prompts = b.pack.PromptsAbout("contacts")
	return s
}
