package content

import (
	"slices"
	"strconv"
	"strings"

	"isspp/model"
)

// element is what two editions are compared by: a setting, a service, an item, a
// document. It has an id, a name that people know it by, and fields.
type element struct {
	kindOfElement
	kind, id, name string
	// within is what the element is an entry of: an item's domain.
	within string
	file   string
	line   int
	fields []field
}

type kindOfElement struct {
	part string
	// owned tells that the name is the element's own text, and not what is printed
	// above it; fixed that no other id can be written behind it.
	owned, fixed bool
}

// field is one property of an element: a word, or several texts of which the order doesn't matter.
type field struct {
	name   string
	single bool
	texts  []entry
}

type entry struct {
	text string
	line int
}

const contactField = "contact"

func (t element) field(name string) field {
	for _, f := range t.fields {
		if f.name == name {
			return f
		}
	}
	return field{name: name}
}

var elementKinds = map[string]kindOfElement{
	"edition":                 {part: "edition"},
	"setting":                 {part: "rota", fixed: true},
	"contact":                 {part: "contacts"},
	"tier":                    {part: "services", fixed: true},
	"service":                 {part: "services"},
	"list":                    {part: "lists"},
	"domain":                  {part: "lists"},
	"item":                    {part: "lists", owned: true},
	"row":                     {part: "plan", fixed: true, owned: true},
	"outcome":                 {part: "goals", fixed: true, owned: true},
	"list of aims":            {part: "goals", fixed: true},
	"list of recommendations": {part: "goals"},
	"note":                    {part: "notes", fixed: true},
	"prompt":                  {part: "training", fixed: true},
	"case":                    {part: "training", fixed: true},
	"term":                    {part: "words", fixed: true},
	"topic":                   {part: "words", fixed: true},
	"question to colleagues":  {part: "words", fixed: true},
	"suggestion":              {part: "words", fixed: true},
	"document":                {part: "text", fixed: true},
}

type gatherer struct {
	*Pack
	list []element
	said map[string]bool // the texts that stand in an element already, behind their documents
}

// elements is everything that an edition says, as what it is compared by: first
// what the parser makes of the documents, then each sentence that is left.
func (p *Pack) elements() []element {
	g := &gatherer{Pack: p, said: map[string]bool{}}
	g.protocol()
	g.services()
	g.lists()
	g.goals()
	g.words()
	g.training()
	g.documents()
	return g.list
}

func (g *gatherer) add(kind, file, id, name string, line int, fields ...field) {
	g.list = append(g.list, element{elementKinds[kind], kind, id, name, "", file, line, fields})
	g.said[file+"\n"+name] = true
	for _, f := range fields {
		for _, e := range f.texts {
			g.said[file+"\n"+e.text] = true
		}
	}
}

func one(name, value string) field {
	f := field{name: name, single: true}
	if value != "" {
		f.texts = []entry{{text: value}}
	}
	return f
}

func yes(name string, is bool) field {
	if is {
		return one(name, "yes")
	}
	return one(name, "")
}

func joined(name string, texts []string) field { return one(name, strings.Join(texts, ", ")) }

func texts(name string, line int, texts []string) field {
	f := field{name: name}
	for _, text := range texts {
		f.texts = append(f.texts, entry{text, line})
	}
	return f
}

// sentences is the field of every sentence, entry and cell of blocks. A link's address is
// behind its words: nobody would see it changing otherwise.
func sentences(blocks []model.Block) field {
	f := field{name: "sentence"}
	model.EachText(blocks, func(t model.BlockText) {
		text := model.PlainText(t.Spans)
		for _, s := range t.Spans {
			if s.Link != "" && !strings.Contains(text, strings.TrimPrefix(s.Link, "mailto:")) {
				text += " <" + s.Link + ">"
			}
		}
		if t.In == model.Table {
			f.texts = append(f.texts, entry{text, t.Line})
		} else {
			f.texts = append(f.texts, texts("", t.Line, model.Sentences(text)).texts...)
		}
	})
	return f
}

func (g *gatherer) protocol() {
	if e, f := g.Edition(), g.loader.first("pack"); f != nil {
		g.add("edition", f.name, "edition", e.Title, f.line,
			one("years", e.Years), one("place", e.Place), one("initials", e.Short), one("first day", e.Dated))
	}
	for _, s := range g.Rota().Settings {
		g.add("setting", g.fileOf("rota"), s.ID, s.Name, s.Line, one("officer", s.Officer), one("days", s.Assigned))
	}
	contact := func(c model.HeadContact, file string) {
		g.add("contact", file, "contacts/"+c.ID, c.Name, c.Line, one("short name", c.Short),
			yes("emergency", c.Emergency), yes("to be asked", c.Ask), ways(c.Contacts, c.Line), sentences(c.Text))
	}
	for _, c := range g.Contacts() {
		contact(c, g.fileOf("contacts"))
	}
	if b := g.Directory().Bulletin; b.Name != "" {
		contact(b, g.fileOf("directory"))
	}
}

func ways(contacts []model.Contact, line int) field {
	var values []string
	for _, c := range contacts {
		values = append(values, c.Value)
	}
	return texts(contactField, line, values)
}

func (g *gatherer) services() {
	file := g.fileOf("directory")
	for _, t := range g.Directory().Tiers {
		g.add("tier", file, "tier/"+strconv.Itoa(t.Number), t.Title, 0)
		for _, s := range t.Services {
			ages, youngest := "", ""
			if s.Ages.Youngest > 0 {
				youngest = strconv.Itoa(s.Ages.Youngest)
			}
			if s.Ages.Printed {
				ages = s.Ages.InFull()
			}
			var hours []string
			for _, h := range s.Hours {
				hours = append(hours, h.String())
			}
			g.add("service", file, s.ID, s.Name, s.Line, one("tier", strconv.Itoa(s.Tier)), one("ages", ages),
				one("youngest age suggested", youngest), one("for", s.For), one("hours", strings.Join(hours, "; ")),
				joined("topics", s.Topics), one(ended, s.Ended), ways(s.Contacts, s.Line), sentences(s.Text))
		}
	}
}

func (g *gatherer) lists() {
	for _, l := range g.Lists() {
		file, line := "", 1
		for _, f := range g.loader.ofKind("checklist") {
			if f.list == l.ID {
				file, line = f.name, f.line
			}
		}
		g.add("list", file, l.ID, l.Title, line, sentences(l.Intro))
		for _, d := range l.Domains {
			line := 1
			if len(d.Items) > 0 {
				line = d.Items[0].Line
			}
			g.add("domain", file, d.ID, d.Title, line, sentences(d.Guidance))
			for _, i := range d.Items {
				g.add("item", file, i.ID, i.Text, i.Line)
				g.list[len(g.list)-1].within = d.Title
			}
		}
	}
}

func (g *gatherer) goals() {
	for _, row := range g.Plan().Rows {
		var fields []field
		for _, a := range row.Actions {
			var actions []string
			for _, e := range a.Entries {
				actions = append(actions, model.PlainText(e.Spans))
			}
			fields = append(fields, texts("action for "+a.Partner, row.Line, actions))
		}
		g.add("row", g.fileOf("plan"), row.ID, strconv.Itoa(row.Number)+") "+row.Recommendation, row.Line, fields...)
	}
	for _, o := range g.Outcomes() {
		g.add("outcome", g.fileOf("outcomes"), "outcomes/"+strconv.Itoa(o.Number), o.Text, 0,
			texts("indicator", 0, o.Indicators))
	}
	if aims := g.Aims(); len(aims) > 0 {
		g.add("list of aims", g.fileOf("aims"), "aims", "Aims", 0, texts("aim", 0, aims))
	}
	for i, f := range g.loader.ofKind("recommendations") {
		g.add("list of recommendations", f.name, f.id, f.title(), f.line,
			texts("recommendation", 0, g.Recommendations()[i].Items))
	}
}

func (g *gatherer) note(kind, document string, n model.Note) {
	g.add(kind, g.fileOf(document), kind+"/"+n.ID, n.ID, n.Line,
		texts("sentence", n.Line, model.Sentences(n.Text)), joined("about", n.About), one("source", n.Source),
		one("day", n.Dated), one("number", n.Reach), one("first words", n.Status))
}

func (g *gatherer) words() {
	for _, n := range g.Notes() {
		g.note("note", "notes", n)
	}
	for _, t := range g.Glossary() {
		by := "isspp"
		if t.Printed {
			by = "protocol"
		}
		g.add("term", g.fileOf("glossary"), "glossary/"+slug(t.Short), t.Short, 0,
			one("expansion", t.Long), one("printed by", by), joined("same", t.Same))
	}
	for _, t := range g.Topics() {
		g.add("topic", g.fileOf("topics"), "topics/"+t.ID, t.Name, 0,
			texts("word", 0, t.Words), texts("list shown", 0, t.Shows))
	}
	for _, a := range g.Askings() {
		g.add("question to colleagues", g.fileOf("suggestions"), "askings/"+a.Domain, a.Domain, a.Line,
			one("question", a.Ask))
	}
	for _, s := range g.Suggestions() {
		first := strings.Join(s.First, ", ")
		if s.Advice {
			first += forAdvice
		}
		g.add("suggestion", g.fileOf("suggestions"), "suggestions/"+s.About+s.Word, s.About+s.Word, s.Line,
			joined("topics", s.Topics), one("first", first), one("question", s.Ask))
	}
}

func (g *gatherer) training() {
	for _, n := range g.Prompts() {
		g.note("prompt", "prompts", n)
	}
	for _, c := range g.Cases() {
		steps := field{name: "step"}
		for _, s := range c.Steps {
			steps.texts = append(steps.texts, entry{s.Title, s.Line})
			for _, part := range s.Parts {
				steps.texts = append(steps.texts, entry{part.Text, s.Line})
			}
		}
		g.add("case", g.fileOf("cases"), c.ID, c.Title, c.Line,
			texts("part of the story", 0, c.Story), joined("about", c.About), steps)
	}
}

// documents gathers each document's title and section, and every sentence of it that
// no other element has said. Of one of isspp's own only what stands before the first
// entry and between tables is left: the rest is notes, terms and cases.
func (g *gatherer) documents() {
	for _, f := range g.loader.all().files {
		blocks, kind := f.parsed().blocks, elementKinds["document"]
		if f.ours() {
			kind.part = "notes"
			if end := slices.IndexFunc(blocks, func(b model.Block) bool {
				return b.Kind == model.Heading && b.Level > 1
			}); end >= 0 {
				blocks = blocks[:end]
			}
			blocks = slices.DeleteFunc(slices.Clone(blocks), func(b model.Block) bool { return b.Kind == model.Table })
		}
		left := sentences(blocks)
		left.texts = slices.DeleteFunc(left.texts, func(e entry) bool {
			return g.said[f.name+"\n"+e.text] || e.text == f.title()
		})
		g.list = append(g.list, element{kind, "document", f.id, f.title(), "", f.name, f.line, []field{
			one("kind", f.kind), one("section", f.section), one("list", f.list), left,
		}})
	}
}
