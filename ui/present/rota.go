package present

import (
	"cmp"
	"slices"
	"strings"

	"isspp/model"
	"isspp/ui/lookup"
)

// rota makes slides of the rota: our notes first, since the protocol's officers
// are of its years, then the settings, the officers, the week, and whom to ring.
func (b *builder) rota() []Slide {
	r, part := b.pack.Rota(), "Rota"
	out := b.notes("rota/before", part, "Before you rely on it", b.pack.NotesAbout("rota"))
	for i := range out {
		out[i].Given = 1
	}
	var settings, covered, officers []Point
	var ids []string
	for _, at := range r.Settings {
		own := b.own(at.Name, b.local.Covers(at))
		covered = append(covered, own...)
		settings = append(append(settings, own...), Point{
			ID: at.ID, Text: at.Name, Strong: true, Detail: []string{at.Officer, at.Assigned},
		})
		ids = append(ids, at.ID)
	}
	settings = append(settings, b.own("", b.local.Schools())...) // those that the rota doesn't list
	for _, o := range r.Officers() {
		p := Point{Text: o.Name, Strong: true}
		for _, at := range o.Settings {
			officers = append(officers, b.own(at.Name, b.local.Covers(at))...)
			p.Detail = append(p.Detail, at.Name+": "+at.Assigned)
		}
		officers = append(officers, p)
	}
	// What has become of the officers' role comes before their names, unless the school
	// knows who covers every setting.
	var lead []Point
	if ended := lookup.Status(b.pack, b.local, b.now, r.Settings...); ended != "" {
		lead = []Point{{Text: ended, Layer: model.LayerNote, Strong: true}}
	}
	for _, s := range []Slide{
		{ID: "rota/settings", Title: "Schools", Items: settings, Notes: b.pack.NotesAbout(ids...)},
		{ID: "rota/officers", Title: "Officers", Items: officers, Notes: b.pack.NotesAbout("programme")},
		{ID: "rota/week", Title: "Day by day", Items: append(covered, week(r)...)},
	} {
		s.Part, s.Source = part, b.source("rota", "")
		s.Items, s.Given = slices.Concat(lead, s.Items), len(lead)
		out = append(out, s)
	}
	for i := range out {
		out[i].Prompts = b.pack.PromptsAbout("rota")
	}
	out = append(out, b.routes("rota/routes", part, "Without an officer"))
	return append(out, b.routeNotes("rota/routes/notes", part)...)
}

// week is who is left without an officer on each day. That nobody is named is
// the rota's own word; it never says that somebody is on site.
func week(r model.Rota) (out []Point) {
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
		out = append(out, p)
	}
	return out
}

// routes are the numbers that need no officer and no form.
func (b *builder) routes(id, part, title string) Slide {
	s := Slide{ID: id, Part: part, Title: title, Source: b.source("contacts", "")}
	for _, r := range lookup.Routes(b.pack, b.local, b.now) {
		if r.Local != "" {
			s.Items = append(s.Items, Point{
				Text: r.Local, Layer: model.LayerLocal, Detail: []string{r.Name, r.LocalWords},
			})
		}
		s.Items = append(s.Items, Point{Text: r.Number, Strong: true, Detail: []string{r.Name}})
		if len(s.Guidance) == 0 || s.Guidance[len(s.Guidance)-1].Plain() != r.Text[0].Plain() {
			s.Guidance = append(s.Guidance, r.Text...)
		}
	}
	for _, o := range lookup.Owns(b.local, b.now) {
		switch {
		case o.Set:
			s.Items = append(s.Items, b.localPoint(o.Slot.Name(), o.Entry))
		case o.Slot.Loud(): // nobody looks for it before it is needed
			s.Items = append(s.Items, Point{
				Text: o.Slot.Name() + ": " + lookup.NotSet, Layer: model.LayerLocal,
				Detail: []string{o.Slot.Meaning() + ": not printed in the protocol; isspp local edit adds it"},
			})
		}
	}
	s.Given = min(len(s.Items), 1)
	s.Prompts = b.pack.PromptsAbout("contacts")
	return s
}

// routeNotes are the remarks on whom to ring.
func (b *builder) routeNotes(id, part string) []Slide {
	return b.notes(id, part, "Notes: whom to ring", lookup.Notes(b.pack, b.local, nil, "screen/emergency"))
}

// localPoint is an entry of the school's own layer: what it says, what it was
// noted with, and when it was checked, which says whether that is too long ago.
func (b *builder) localPoint(name string, e model.LocalEntry) Point {
	p := Point{Text: e.Answer(), Layer: model.LayerLocal}
	if name != "" {
		p.Text = name + ": " + p.Text
	}
	for _, more := range []string{e.Note, e.More, b.local.CheckedWords(e, b.now)} {
		if more != "" {
			p.Detail = append(p.Detail, more)
		}
	}
	return p
}

// own are the school's own entries that aren't over, under a name or each under its own.
func (b *builder) own(name string, entries []model.LocalEntry) (out []Point) {
	for _, e := range entries {
		if !e.Over(b.now) {
			out = append(out, b.localPoint(cmp.Or(name, e.Name), e))
		}
	}
	return out
}
