package document

import (
	"strings"

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

// digits are figures of three lines, for the number that must be read first.
var digits = map[rune][3]string{
	'0': {"▄▀▀▀▄", "█   █", "▀▄▄▄▀"},
	'1': {" ▄█  ", "  █  ", "▄▄█▄▄"},
	'2': {"▀▀▀▀▄", "▄▀▀▀▀", "█▄▄▄▄"},
	'3': {"▀▀▀▀▄", " ▀▀▀▄", "▄▄▄▄▀"},
	'4': {"█   █", "▀▀▀▀█", "    █"},
	'5': {"█▀▀▀▀", "▀▀▀▀▄", "▄▄▄▄▀"},
	'6': {"▄▀▀▀▀", "█▀▀▀▄", "▀▄▄▄▀"},
	'7': {"▀▀▀▀█", "   █ ", "  █  "},
	'8': {"▄▀▀▀▄", "▄▀▀▀▄", "▀▄▄▄▀"},
	'9': {"▄▀▀▀▄", "▀▄▄▄█", " ▄▄▄▀"},
}

// large adds the first number to ring in large figures with what it is for beside
// them, and reports whether it could: not on narrow pages nor in plain letters,
// nor a number that is too long.
func (p *Page) large(r lookup.Route) bool {
	if p.signs.ASCII || p.Width < 60 || len(r.Number) > 3 || r.Local != "" {
		return false
	}
	for i := range 3 {
		line := ""
		for _, d := range r.Number {
			figure, ok := digits[d]
			if !ok {
				return false
			}
			line += figure[i] + " "
		}
		beside := ""
		if i == 1 {
			beside = r.Number + "  " + r.Name
		}
		p.Raw("  "+p.theme.Alert.Render(line)+" "+p.theme.Strong.Render(beside),
			strings.TrimRight("  "+line+" "+beside, " "))
	}
	p.Gap()
	return true
}
