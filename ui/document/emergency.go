package document

import (
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/lookup"
)

// EmergencyPanel is the emergency panel as a dialog, of what env and what to say below
// the title are when it is laid out.
func EmergencyPanel(env func() (now *component.Env, said string)) *component.Reader {
	r := &component.Reader{As: component.Look{Alarm: true}}
	r.Lay = func() []string {
		now, said := env()
		return component.Inset(EmergencyPage(now, min(r.W-4, 84), said).Painted())
	}
	return r
}

// EmergencyPage is the whole of the emergency panel, w cells wide: whom to ring
// now, in the protocol's own words. said is a line below the title, or empty.
func EmergencyPage(env *component.Env, w int, said string) *Page {
	t := env.Theme
	p := NewPage(w, t, env.Signs)
	p.Text(t.Heading, "Emergency: whom to ring now")
	if said != "" {
		p.Text(t.Quiet, said)
	}
	routes := env.Routes()
	p.Gap()
	rest := routes
	if len(routes) > 0 && p.large(routes[0]) {
		rest = routes[1:]
	}
	p.RouteLines(rest)
	p.LocalContacts(env, "")
	told := map[string]bool{}
	for _, r := range routes {
		for _, b := range r.Text {
			if text := b.Plain(); b.Kind == model.Paragraph && !told[text] {
				told[text] = true
				p.Gap()
				p.Labelled(t.Plain, "Protocol", text)
			}
		}
	}
	p.Gap()
	p.Notes(env.NotesAbout(nil, "screen/emergency"))
	return p
}

// RouteLines adds the routes to a page, a line each.
func (p *Page) RouteLines(routes []lookup.Route) {
	for _, r := range routes {
		if r.Local != "" {
			p.number(r.Local, r.Name, "Local, "+r.LocalWords)
			p.number(r.Number, "as the protocol prints it", "")
			continue
		}
		p.number(r.Number, r.Name, "")
	}
}
