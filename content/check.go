package content

import (
	"fmt"
	"slices"
	"strings"

	"isspp/model"
)

// Mistakes reads the whole pack and says everything in it that can't be read
// as it stands, by file and line. An embedded edition has none.
func (p *Pack) Mistakes() []Mistake {
	return slices.Clone(p.mistakes())
}

// check reads every part of the pack and gathers what was found.
func (p *Pack) check() []Mistake {
	p.Edition()
	p.Rota()
	p.Lists()
	p.Directory()
	p.Plan()
	p.Outcomes()
	p.Aims()
	p.Recommendations()
	p.Glossary()
	p.Topics()
	p.Suggestions()
	p.Notes()
	p.Prompts()
	p.Cases()
	list := slices.Clone(p.loader.all().faults)
	for _, f := range p.loader.all().files {
		list = append(list, f.faults...)
		list = append(list, f.parsed().mistakes...)
	}
	list = append(list, p.found.add()...)
	list = append(list, p.checkTwice()...)
	list = append(list, p.checkDanger()...)
	list = append(list, p.checkNumbers()...)
	// What speaks of something that isn't there may only follow from a mistake
	// above: it comes behind.
	follow := slices.Concat(p.checkTopics(), p.checkSuggestions(), p.checkNotes(), p.checkAbsent())
	return slices.Concat(sorted(list), sorted(follow))
}

// severalKinds are the kinds of which a pack may hold more than one document.
var severalKinds = []string{"text", "checklist", "recommendations"}

// checkTwice reports a second document where a pack has one of a kind, and a second
// checklist of one id.
func (p *Pack) checkTwice() []Mistake {
	r, seen := &reporter{}, map[string]string{}
	for _, f := range p.loader.all().files {
		r.file = f.name
		first := p.loader.first(f.kind)
		if !slices.Contains(severalKinds, f.kind) && slices.Contains(kinds, f.kind) && f != first {
			r.add(f.line, "keep one of them", "there is a document of kind %s already: %s", f.kind, first.name)
		}
		if f.kind != "checklist" {
			continue
		}
		if other, twice := seen[f.list]; twice {
			r.add(f.line, "give it another list id", "the list %q is in %s already", f.list, other)
		} else {
			seen[f.list] = f.name
		}
	}
	return r.list
}

// checkDanger reports a pack that names nobody to ring in danger: the line at
// the foot of every screen would be empty.
func (p *Pack) checkDanger() []Mistake {
	if len(p.loader.all().files) == 0 {
		return nil
	}
	text := "the pack names no number to ring in danger"
	for _, c := range p.Contacts() {
		phone, ok := c.Phone()
		if !ok || !c.Emergency {
			continue
		}
		if phone.Value == emergency {
			return nil
		}
		text = "the pack doesn't name 999 among the numbers to ring in danger"
	}
	m := Mistake{
		File: "contacts.md", Line: 1, Text: text,
		Mend: `<!-- contact: Emergency {#999 only="999" short="Emergency" emergency="yes"} --> before the text that prints 999`,
	}
	if f := p.loader.first("contacts"); f != nil {
		m.File, m.Line = f.name, f.line
	}
	return []Mistake{m}
}

// checkTopics reports services that are tagged with an unknown topic.
func (p *Pack) checkTopics() []Mistake {
	r := &reporter{file: p.fileOf("directory")}
	known := p.topicNames()
	for _, s := range p.Directory().Services() {
		r.topics(s.Line, s.Topics, known)
	}
	return r.list
}

func (p *Pack) topicNames() []string {
	var names []string
	for _, t := range p.Topics() {
		names = append(names, t.Name)
	}
	return names
}

// topics reports those that aren't known.
func (r *reporter) topics(line int, topics, known []string) {
	for _, topic := range topics {
		r.oneOf(line, topic, known, "add it to the topics, or use one of them", "%q is not a topic")
	}
}

// checkNotes reports notes, prompts and cases about ids that nothing has.
func (p *Pack) checkNotes() []Mistake {
	known := p.IDs()
	has := map[string]bool{}
	for _, id := range known {
		has[id] = true
	}
	r := &reporter{}
	check := func(kind string, line int, ids []string) {
		r.file = p.fileOf(kind)
		for _, id := range ids {
			if has[id] {
				continue
			}
			r.word(line, id, known, "the id of a document, list, domain, item, setting or service",
				"nothing has the id %q", id)
			if m := &r.list[len(r.list)-1]; m.Near == "" {
				m.Mend += idsLike(id, known)
			}
		}
	}
	for _, n := range p.Notes() {
		check("notes", n.Line, n.About)
	}
	for _, n := range p.Prompts() {
		check("prompts", n.Line, n.About)
	}
	for _, c := range p.Cases() {
		check("cases", c.AboutLine, c.About)
	}
	return r.list
}

// someIDs is how many ids a message names.
const someIDs = 6

// idsLike names ids that are there: those of the same document, or else the first
// parts of all.
func idsLike(id string, known []string) string {
	head, _, _ := strings.Cut(id, "/")
	like := slices.DeleteFunc(slices.Clone(known), func(k string) bool { return !strings.HasPrefix(k, head+"/") })
	if len(like) == 0 {
		like = slices.DeleteFunc(slices.Clone(known), func(k string) bool { return strings.Contains(k, "/") })
	}
	switch n := len(like); {
	case n == 0:
		return ""
	case n > someIDs:
		return ": " + strings.Join(like[:someIDs], ", ") + " …"
	}
	return ": " + strings.Join(like, ", ")
}

// checkAbsent reports a place of a lost picture that no note speaks of.
func (p *Pack) checkAbsent() []Mistake {
	var list []Mistake
	for _, d := range p.Documents() {
		for _, b := range d.Blocks {
			if b.Kind == model.Absent && len(b.Spans) == 0 {
				list = append(list, Mistake{
					File: d.File, Line: b.Line, Text: fmt.Sprintf("no note says what is absent at %q", b.ID),
					Mend: "write a note about this id",
				})
			}
		}
	}
	return list
}

// screens are the places of the app that a note can stand in, beside what it
// speaks of in the protocol: the emergency panel, the answer for a school that the
// rota doesn't have, the danger gate, the question whether the family was told, the
// closing page of a walkthrough, and the services that it suggests.
var screens = []string{
	"screen/emergency", "screen/not-in-rota", "screen/gate", "screen/family", "screen/closing",
	"screen/services",
}

// IDs are all the ids that a note can be about, in reading order, each once.
func (p *Pack) IDs() []string {
	ids, seen := slices.Clone(screens), idSet{}
	add := func(id string, _ int) {
		if id != "" && seen.take(id) {
			ids = append(ids, id)
		}
	}
	for _, d := range p.Documents() {
		add(d.ID, 0)
		eachID(d.Blocks, add)
	}
	for _, s := range p.Rota().Settings {
		add(s.ID, 0)
	}
	for _, l := range p.Lists() {
		add(l.ID, 0)
	}
	for _, f := range p.loader.ofKind("contacts") {
		for _, c := range p.Contacts() {
			add(f.id+"/"+c.ID, 0)
		}
	}
	for _, row := range p.Plan().Rows {
		add(row.ID, 0)
	}
	return ids
}

// eachID gives the ids of blocks and of the entries in them, each with its line.
func eachID(blocks []model.Block, give func(id string, line int)) {
	for _, b := range blocks {
		give(b.ID, b.Line)
		for _, item := range b.Items {
			give(item.ID, item.Line)
			eachID(item.Below, give)
		}
	}
}
