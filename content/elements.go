package content

import (
	"strconv"
	"strings"

	"isspp/model"
)

// elements is everything that an edition says, as what it is compared by: first
// what the parser makes of the documents, then each sentence that is left.
func (p *Pack) elements() []element {
	g := &gatherer{pack: p, said: map[string]map[string]bool{}}
	g.edition()
	g.rota()
	g.contacts()
	g.services()
	g.lists()
	g.plan()
	g.goals()
	g.ours()
	g.suggestions()
	g.training()
	g.documents()
	return g.list
}

// gatherer gathers an edition's elements.
type gatherer struct {
	pack *Pack
	list []element
	// said are the texts that stand in an element already, by document.
	said map[string]map[string]bool
}

// add gathers an element and remembers its texts.
func (g *gatherer) add(t element) {
	said := g.said[t.file]
	if said == nil {
		said = map[string]bool{}
		g.said[t.file] = said
	}
	said[t.name] = true
	for _, f := range t.fields {
		for _, e := range f.texts {
			said[e.text] = true
		}
	}
	g.list = append(g.list, t)
}

func one(name, value string) field {
	f := field{name: name, single: true}
	if value != "" {
		f.texts = []entry{{text: value}}
	}
	return f
}

// lines are texts without a line of their own.
func lines(name string, texts []string) field {
	f := field{name: name}
	for _, text := range texts {
		f.texts = append(f.texts, entry{text: text})
	}
	return f
}

func (g *gatherer) edition() {
	e, f := g.pack.Edition(), g.pack.loader.first("pack")
	if f == nil {
		return
	}
	g.add(element{
		part: "edition", kind: "edition", id: "edition", name: e.Title, file: f.name, line: f.line,
		fields: []field{
			one("years", e.Years), one("place", e.Place), one("initials", e.Short), one("first day", e.Dated),
		},
	})
}

func (g *gatherer) rota() {
	file := g.pack.fileOf("rota")
	for _, s := range g.pack.Rota().Settings {
		g.add(element{
			part: "rota", kind: "setting", id: s.ID, name: s.Name, fixed: true, file: file, line: s.Line,
			fields: []field{
				one("officer", s.Officer), one("days", s.Assigned),
			},
		})
	}
}

func (g *gatherer) contacts() {
	file := g.pack.fileOf("contacts")
	for _, c := range g.pack.Contacts() {
		g.add(contactElement(c, file))
	}
	if b := g.pack.Directory().Bulletin; b.Name != "" {
		g.add(contactElement(b, g.pack.fileOf("directory")))
	}
}

func contactElement(c model.HeadContact, file string) element {
	return element{
		part: "contacts", kind: "contact", id: "contacts/" + c.ID, name: c.Name, file: file, line: c.Line,
		fields: []field{
			one("short name", c.Short), one("emergency", yes(c.Emergency)), one("to be asked", yes(c.Ask)),
			ways(c.Contacts, c.Line),
			{name: "sentence", texts: proseOf(c.Text)},
		},
	}
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}

// ways are the ways to reach somebody.
func ways(contacts []model.Contact, line int) field {
	f := field{name: contactField}
	for _, c := range contacts {
		f.texts = append(f.texts, entry{text: c.Value, line: line})
	}
	return f
}

func (g *gatherer) services() {
	d, file := g.pack.Directory(), g.pack.fileOf("directory")
	for _, t := range d.Tiers {
		g.add(element{
			part: "services", kind: "tier", id: "tier/" + strconv.Itoa(t.Number), name: t.Title, fixed: true,
			file: file,
		})
		for _, s := range t.Services {
			g.add(serviceElement(s, file))
		}
	}
}

func serviceElement(s model.Service, file string) element {
	ages, youngest, hours := "", "", make([]string, 0, len(s.Hours))
	if s.Ages.Youngest > 0 {
		youngest = strconv.Itoa(s.Ages.Youngest)
	}
	if s.Ages.Printed {
		ages = s.Ages.InFull()
	}
	for _, h := range s.Hours {
		hours = append(hours, h.String())
	}
	return element{part: "services", kind: "service", id: s.ID, name: s.Name, file: file, line: s.Line, fields: []field{
		one("tier", strconv.Itoa(s.Tier)), one("ages", ages), one("youngest age suggested", youngest), one("for",
			s.For), one("hours", strings.Join(hours, "; ")),
		one("topics", strings.Join(s.Topics, ", ")), one(ended, s.Ended), ways(s.Contacts, s.Line),
		{name: "sentence", texts: proseOf(s.Text)},
	}}
}

func (g *gatherer) lists() {
	for _, l := range g.pack.Lists() {
		file, line := "", 1
		for _, f := range g.pack.loader.ofKind("checklist") {
			if f.list == l.ID {
				file, line = f.name, f.line
			}
		}
		g.add(element{part: "lists", kind: "list", id: l.ID, name: l.Title, file: file, line: line, fields: []field{
			{name: "sentence", texts: proseOf(l.Intro)},
		}})
		for _, d := range l.Domains {
			g.add(element{
				part: "lists", kind: "domain", id: d.ID, name: d.Title, file: file, line: domainLine(d),
				fields: []field{
					{name: "sentence", texts: proseOf(d.Guidance)},
				},
			})
			for _, i := range d.Items {
				g.add(element{
					part: "lists", kind: "item", within: d.Title, id: i.ID, name: i.Text, owned: true,
					file: file, line: i.Line,
				})
			}
		}
	}
}

// domainLine is about where a domain stands: just above its first item.
func domainLine(d model.Domain) int {
	if len(d.Items) == 0 {
		return 1
	}
	return d.Items[0].Line
}

func (g *gatherer) plan() {
	file := g.pack.fileOf("plan")
	for _, row := range g.pack.Plan().Rows {
		t := element{
			part: "plan", kind: "row", id: row.ID, name: strconv.Itoa(row.Number) + ") " + row.Recommendation,
			fixed: true, owned: true, file: file, line: row.Line,
		}
		for _, a := range row.Actions {
			f := field{name: "action for " + a.Partner}
			for _, e := range a.Entries {
				f.texts = append(f.texts, entry{text: model.PlainText(e.Spans), line: row.Line})
			}
			t.fields = append(t.fields, f)
		}
		g.add(t)
	}
}
