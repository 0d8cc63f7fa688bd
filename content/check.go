package content

import (
	"slices"
	"strings"

	"isspp/model"
)

// Mistakes reads the whole pack and says everything in it that can't be read
// as it stands, by file and line. An embedded edition has none.
func (p *Pack) Mistakes() []Mistake { return slices.Clone(p.mistakes.get(p.check)) }

var rules = []func(*Pack, *reporter){(*Pack).checkTwice, (*Pack).checkDanger, (*Pack).checkNumbers}

// followingRules report what speaks of something that isn't there, which may only
// follow from another mistake: they come behind.
var followingRules = []func(*Pack, *reporter){
	(*Pack).checkTopics, (*Pack).checkSuggestions, (*Pack).checkAbout, (*Pack).checkAbsent,
}

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
	r, following := &reporter{}, &reporter{}
	r.list = slices.Clone(p.loader.all().faults)
	for _, f := range p.loader.all().files {
		r.list = slices.Concat(r.list, f.faults, f.parsed().mistakes)
	}
	p.foundMu.Lock()
	r.list = append(r.list, p.found...)
	p.foundMu.Unlock()
	for _, rule := range rules {
		rule(p, r)
	}
	for _, rule := range followingRules {
		rule(p, following)
	}
	return slices.Concat(sorted(r.list), sorted(following.list))
}

var severalKinds = []string{"text", "checklist", "recommendations"}

func (p *Pack) checkTwice(r *reporter) {
	seen := map[string]string{}
	for _, f := range p.loader.all().files {
		r.file = f.name
		first := p.loader.first(f.kind)
		if !slices.Contains(severalKinds, f.kind) && f != first {
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
}

// checkDanger reports a pack that names nobody to ring in danger: the line at
// the foot of every screen would be empty.
func (p *Pack) checkDanger(r *reporter) {
	if len(p.loader.all().files) == 0 {
		return
	}
	text := "the pack names no number to ring in danger"
	for _, c := range p.Contacts() {
		phone, ok := c.Phone()
		if !ok || !c.Emergency {
			continue
		}
		if phone.Value == emergency {
			return
		}
		text = "the pack doesn't name 999 among the numbers to ring in danger"
	}
	line := 1
	r.file = "contacts.md"
	if f := p.loader.first("contacts"); f != nil {
		r.file, line = f.name, f.line
	}
	r.add(line, `<!-- contact: Emergency {#999 only="999" short="Emergency" emergency="yes"} --> before the text that prints 999`,
		"%s", text)
}

var numberLike = model.Pattern(`(\+|\b)0?[0-9][0-9 ()\-–]{5,}[0-9]\b`)

var wayLabel = model.Pattern(`(?i)^(tel|tel no|telephone|phone|mobile|mob|e-?mail)\b\.?\s*:`)

// checkNumbers reports what looks like a way to reach somebody and isn't read as
// one: it would be printed, and nobody could ring or copy it.
func (p *Pack) checkNumbers(r *reporter) {
	for _, f := range slices.Concat(p.loader.ofKind("contacts"), p.loader.ofKind("directory")) {
		r.file = f.name
		eachProse(f.parsed().blocks, func(text string, line int) { checkWay(text, line, r) })
	}
}

func checkWay(text string, line int, r *reporter) {
	before, read := len(r.list), contactsIn(text)
	for _, number := range numberLike().FindAllString(text, -1) {
		number = strings.TrimSpace(number)
		if number[0] != '0' && number[0] != '+' || slices.ContainsFunc(read, func(c model.Contact) bool {
			return c.Kind == model.Phone && strings.Contains(c.Printed, number) || c.Kind == model.Address
		}) {
			continue
		}
		r.add(line, "digits with single blanks between them, such as 020 7946 0001",
			"%q has %d digits and is not read as a phone number", number, countDigits(number))
	}
	for _, word := range strings.Fields(text) {
		word = strings.Trim(word, ".,;:()<>")
		if _, ok := wordContact(word); !ok && strings.Contains(word, "@") {
			r.add(line, "such as name@council.gov.uk", "%q is not read as an e-mail address", word)
		}
	}
	if wayLabel().MatchString(text) && len(read) == 0 && len(r.list) == before {
		r.add(line, "a number such as 020 7946 0001, or an e-mail address",
			"%q gives no number or address that is read", short(text))
	}
}

func (p *Pack) checkTopics(r *reporter) {
	r.file = p.fileOf("directory")
	for _, s := range p.Directory().Services() {
		p.knownTopics(s.Line, s.Topics, r)
	}
}

func (p *Pack) knownTopics(line int, topics []string, r *reporter) {
	var known []string
	for _, t := range p.Topics() {
		known = append(known, t.Name)
	}
	for _, topic := range topics {
		r.oneOf(line, topic, known, "add it to the topics, or use one of them", "%q is not a topic")
	}
}

func (p *Pack) checkSuggestions(r *reporter) {
	r.file = p.fileOf("suggestions")
	var ids, contacts []string
	for _, l := range p.Lists() {
		for _, d := range l.Domains {
			ids = append(ids, d.ID)
			for _, item := range d.Items {
				ids = append(ids, item.ID)
			}
		}
	}
	for _, c := range p.Contacts() {
		contacts = append(contacts, c.ID)
	}
	for _, a := range p.Askings() {
		r.oneOf(a.Line, a.Domain, ids, "the id of a domain", "no list has %q")
	}
	for _, s := range p.Suggestions() {
		for _, id := range s.First {
			r.oneOf(s.Line, id, contacts, "the id of a contact", "no contact is called %q")
		}
		if s.Word == "" {
			r.oneOf(s.Line, s.About, ids, "the id of a domain or an item", "no list has %q")
		}
		p.knownTopics(s.Line, s.Topics, r)
	}
}

func (p *Pack) checkAbout(r *reporter) {
	known := p.IDs()
	has := idSet{}
	for _, id := range known {
		has.take(id)
	}
	check := func(kind string, line int, ids []string) {
		r.file = p.fileOf(kind)
		for _, id := range ids {
			if has[id] {
				continue
			}
			mend, near := "the id of a document, list, domain, item, setting or service", model.Nearest(id, known)
			if near == "" {
				mend += idsLike(id, known)
			}
			r.near(line, near, mend, "nothing has the id %q", id)
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
}

const someIDs = 6

// idsLike names ids that are there: those of the same document, or else the first parts of all.
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

func (p *Pack) checkAbsent(r *reporter) {
	for _, d := range p.Documents() {
		r.file = d.File
		for _, b := range d.Blocks {
			if b.Kind == model.Absent && len(b.Spans) == 0 {
				r.add(b.Line, "write a note about this id", "no note says what is absent at %q", b.ID)
			}
		}
	}
}

// screens are the places of the app that a note can stand in, beside what it speaks of in the protocol: the
// emergency panel, the answer for a school that the rota doesn't have, the danger gate, the question whether
// the family was told, the closing page of a walkthrough, and the services that it suggests.
var screens = []string{
	"screen/emergency", "screen/not-in-rota", "screen/gate", "screen/family", "screen/closing", "screen/services",
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

func eachID(blocks []model.Block, give func(id string, line int)) {
	for _, b := range blocks {
		give(b.ID, b.Line)
		for _, item := range b.Items {
			give(item.ID, item.Line)
			eachID(item.Below, give)
		}
	}
}
