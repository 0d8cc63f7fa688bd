package content

import (
	"io/fs"
	"sync"

	"isspp/model"
)

// Pack is a folder of documents: one protocol, of one place and year. Each
// document is parsed when something of it is first asked for, and once. A Pack
// is safe for concurrent use; what it returns is shared and not to be changed.
type Pack struct {
	name  string
	index func() index

	edition   lazy[model.Edition]
	rota      lazy[model.Rota]
	contacts  lazy[[]model.HeadContact]
	lists     lazy[[]model.List]
	directory lazy[model.Directory]
	documents lazy[[]model.Document]
}

// index is a pack's files, with what stood in the way of reading them.
type index struct {
	files  []*file
	faults []Mistake
}

// Open reads a pack from a folder. It never fails on bad content: what can be
// read is there, and Mistakes tells the rest. name is how the pack is called
// in messages.
func Open(fsys fs.FS, name string) *Pack {
	return &Pack{name: name, index: sync.OnceValue(func() index {
		files, faults := readFiles(fsys)
		return index{files: files, faults: faults}
	})}
}

// Name is how the pack is called in messages.
func (p *Pack) Name() string { return p.name }

// ofKind are the documents of a kind, in reading order.
func (p *Pack) ofKind(kind string) []*file {
	var found []*file
	for _, f := range p.index().files {
		if f.kind == kind {
			found = append(found, f)
		}
	}
	return found
}

// readFirst reads a part of a pack from the first document of a kind. A pack
// without such a document has an empty part.
func readFirst[T any](p *Pack, l *lazy[T], kind string, read func(*file, body, *reporter) T) T {
	return l.get(func() (value T, mistakes []Mistake) {
		files := p.ofKind(kind)
		if len(files) == 0 {
			return value, nil
		}
		r := &reporter{file: files[0].name}
		for _, f := range files[1:] {
			r.list = append(r.list, Mistake{
				File: f.name, Line: f.line, Text: "there is a document of kind " + kind + " already: " + files[0].name,
				Mend: "keep one of them",
			})
		}
		value = read(files[0], files[0].parsed().body, r)
		return value, r.list
	})
}

// Edition says whose protocol the pack is and which years it speaks for.
func (p *Pack) Edition() model.Edition {
	return readFirst(p, &p.edition, "pack", func(f *file, _ body, r *reporter) model.Edition {
		for _, need := range []struct{ key, value string }{
			{"title", f.front.title}, {"short", f.short}, {"place", f.place}, {"years", f.years}, {"dated", f.dated},
		} {
			if need.value == "" {
				r.add(f.line, "add "+need.key+": … to the front matter", "the pack doesn't say its %s", need.key)
			}
		}
		return model.Edition{Title: f.front.title, Short: f.short, Place: f.place, Years: f.years, Dated: f.dated}
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
	return p.lists.get(func() (lists []model.List, mistakes []Mistake) {
		seen := map[string]string{}
		for _, f := range p.ofKind("checklist") {
			r := &reporter{file: f.name}
			if other, twice := seen[f.list]; twice {
				r.add(f.line, "give it another list id", "the list %q is in %s already", f.list, other)
			} else {
				seen[f.list] = f.name
				lists = append(lists, readList(f, f.parsed().body, r))
			}
			mistakes = append(mistakes, r.list...)
		}
		return lists, mistakes
	})
}

// List finds a checklist by its id: "risk", "girls", "signs", "protective".
func (p *Pack) List(id string) (model.List, bool) {
	for _, l := range p.Lists() {
		if l.ID == id {
			return l, true
		}
	}
	return model.List{}, false
}

// Directory is the directory of support: its head, its tiers, its bulletin.
func (p *Pack) Directory() model.Directory {
	d := readFirst(p, &p.directory, "directory", readDirectory)
	d.Head = p.Contacts()
	return d
}
