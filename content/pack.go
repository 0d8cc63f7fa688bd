package content

import (
	"io/fs"
	"slices"
	"sync"

	"isspp/model"
)

// Pack is a folder of documents: one protocol, of one place and year. Each
// document is parsed when something of it is first asked for, and once. A Pack
// is safe for concurrent use; what it returns is shared and not to be changed.
type Pack struct {
	// folder is where the pack was read from; empty for the embedded one.
	folder string
	loader *loader
	found  found

	edition         lazy[model.Edition]
	search          lazy[*model.Index]
	rota            lazy[model.Rota]
	contacts        lazy[[]model.HeadContact]
	lists           lazy[[]model.List]
	directory       lazy[model.Directory]
	plan            lazy[model.Plan]
	outcomes        lazy[[]model.Outcome]
	aims            lazy[[]string]
	recommendations lazy[[]model.Recommendations]
	notes           lazy[[]model.Note]
	noteParts       lazy[[]*notePart]
	cases           lazy[[]model.Case]
	prompts         lazy[[]model.Note]
	places          lazy[map[string]Place]
	glossary        lazy[[]model.Term]
	topics          lazy[[]model.Topic]
	suggestions     lazy[[]model.Suggestion]
	askings         lazy[[]model.Asking]
	documents       lazy[[]model.Document]
	mistakes        func() []Mistake
}

// Open reads a pack from a folder. It never fails on bad content: what can be
// read is there, and Mistakes tells the rest.
func Open(fsys fs.FS) *Pack {
	p := &Pack{loader: newLoader(fsys)}
	p.mistakes = sync.OnceValue(p.check)
	return p
}

// Edition says whose protocol the pack is and which years it speaks for. It is
// read from the front matter of the document of kind pack alone.
func (p *Pack) Edition() model.Edition {
	return p.edition.get(func() model.Edition {
		f := p.loader.first("pack")
		if f == nil {
			p.found.add(Mistake{
				File: "pack.md", Line: 1, Text: "the pack has no document of kind pack",
				Mend: "one that names its title, short, place, years and dated",
			})
			return model.Edition{}
		}
		e := model.Edition{Title: f.front.title, Short: f.short, Place: f.place, Years: f.years, Dated: f.dated}
		r := &reporter{file: f.name}
		for _, need := range []struct{ key, value string }{
			{"title", e.Title}, {"short", e.Short}, {"place", e.Place}, {"years", e.Years}, {"dated", e.Dated},
		} {
			if need.value == "" {
				r.add(f.line, "add "+need.key+": … to the front matter", "the pack doesn't say its %s", need.key)
			}
		}
		p.found.add(r.list...)
		return e
	})
}

// Rota is the table of settings and officers.
func (p *Pack) Rota() model.Rota { return readFirst(p, &p.rota, "rota", readRota) }

// Contacts are the contacts at the head of the directory, those for danger
// among them. Only their own small document is parsed.
func (p *Pack) Contacts() []model.HeadContact {
	return readFirst(p, &p.contacts, "contacts", func(_ *file, b body, r *reporter) []model.HeadContact {
		return readContacts(b, r)
	})
}

// Lists are the checklists: in Islington's the risk factors, the girls'
// section, the signs and the protective factors, in this order.
func (p *Pack) Lists() []model.List {
	return readEach(p, &p.lists, "checklist", readList)
}

// List finds a checklist by its id: "risk", "girls", "signs", "protective".
func (p *Pack) List(id string) (model.List, bool) {
	lists := p.Lists()
	if i := slices.IndexFunc(lists, func(l model.List) bool { return l.ID == id }); i >= 0 {
		return lists[i], true
	}
	return model.List{}, false
}

// Directory is the directory of support: its head, its tiers, its bulletin.
func (p *Pack) Directory() model.Directory {
	d := readFirst(p, &p.directory, "directory", readDirectory)
	d.Head = p.Contacts()
	return d
}

// Index is the search over the whole pack. Every document is read for it, so
// that it is made when somebody first searches.
func (p *Pack) Index() *model.Index {
	return p.search.get(func() *model.Index {
		source := model.Source{
			Documents: p.Documents(), Lists: p.Lists(), Rota: p.Rota(), Directory: p.Directory(),
			Glossary: p.Glossary(), Notes: p.Notes(), Whose: p.Whose(),
		}
		return model.NewIndex(source.Passages(), p.Vocabulary())
	})
}

// Vocabulary is the pack's own words for one and the same.
func (p *Pack) Vocabulary() model.Vocabulary {
	return model.Vocabulary{Topics: p.Topics(), Terms: p.Glossary()}
}
