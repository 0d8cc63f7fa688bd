// Package content holds the protocol as Markdown documents, embedded, and the one parser that reads them. The
// documents are the only copy of the protocol's sentences: people read them in the Protocol tab, and the parser
// makes the rota, the checklists, the directory and the plan of them.
//
// A pack is a folder of such documents. Another borough's, or another year's, is read in the same way; nothing
// of Islington stands in the code.
package content

import (
	"embed"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"isspp/model"
)

// Pack is a folder of documents: one protocol, of one place and year. Each
// document is parsed when something of it is first asked for, and once. A Pack
// is safe for concurrent use; what it returns is shared and not to be changed.
type Pack struct {
	// folder is where the pack was read from; empty for the embedded one.
	folder string
	loader *loader
	// found are the mistakes of the parts that were read.
	found   []Mistake
	foundMu sync.Mutex

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
	mistakes        lazy[[]Mistake]
}

// Open reads a pack from a folder. It never fails on bad content: what can be
// read is there, and Mistakes tells the rest.
func Open(fsys fs.FS) *Pack { return &Pack{loader: newLoader(fsys)} }

//go:embed islington/*.md
var islington embed.FS

var embedded = sync.OnceValue(func() *Pack {
	docs, err := fs.Sub(islington, "islington")
	if err != nil {
		// The folder's name is a constant of this file; fs.Sub refuses only malformed names.
		panic(err)
	}
	return Open(docs)
})

// Embedded is the edition that is built in.
func Embedded() *Pack { return embedded() }

// lazy is a part of a pack that is read when it is first asked for, once.
type lazy[T any] struct {
	once  sync.Once
	read  atomic.Bool
	value T
}

func (l *lazy[T]) get(read func() T) T {
	l.once.Do(func() {
		l.value = read()
		l.read.Store(true)
	})
	return l.value
}

// readFirst reads a part of a pack from the document of a kind. A pack without
// such a document has an empty part.
func readFirst[T any](p *Pack, l *lazy[T], kind string, read func(*file, body, *reporter) T) T {
	return l.get(func() (value T) {
		if f := p.loader.first(kind); f != nil {
			value = readFrom(p, f, read)
		}
		return value
	})
}

func readEach[T any](p *Pack, l *lazy[[]T], kind string, read func(*file, body, *reporter) T) []T {
	return l.get(func() (list []T) {
		for _, f := range p.loader.ofKind(kind) {
			list = append(list, readFrom(p, f, read))
		}
		return list
	})
}

func readFrom[T any](p *Pack, f *file, read func(*file, body, *reporter) T) T {
	r := &reporter{file: f.name}
	value := read(f, f.parsed().body, r)
	p.report(r.list...)
	return value
}

func (p *Pack) report(mistakes ...Mistake) {
	p.foundMu.Lock()
	defer p.foundMu.Unlock()
	p.found = append(p.found, mistakes...)
}

// Edition says whose protocol the pack is and which years it speaks for. It is
// read from the front matter of the document of kind pack alone.
func (p *Pack) Edition() model.Edition {
	return p.edition.get(func() (e model.Edition) {
		f := p.loader.first("pack")
		if f == nil {
			p.report(Mistake{
				File: "pack.md", Line: 1, Text: "the pack has no document of kind pack",
				Mend: "one that names its title, short, place, years and dated",
			})
			return e
		}
		r := &reporter{file: f.name}
		for _, part := range []struct {
			key   string
			value string
			to    *string
		}{
			{"title", f.front.title, &e.Title},
			{"short", f.short, &e.Short},
			{"place", f.place, &e.Place},
			{"years", f.years, &e.Years},
			{"dated", f.dated, &e.Dated},
		} {
			if *part.to = part.value; part.value == "" {
				r.add(f.line, "add "+part.key+": … to the front matter", "the pack doesn't say its %s", part.key)
			}
		}
		p.report(r.list...)
		return e
	})
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

// Whose says whose the notes, the topics and the glossary are: isspp's in the
// embedded edition, and in any other pack its keeper's, who must not be taken for us.
func (p *Pack) Whose() string {
	if p.folder == "" {
		return model.WhoseEmbedded
	}
	return strings.Join(strings.Fields("the "+model.CleanLine(p.Edition().Place)+" pack's"), " ")
}

// Contents lists the reading documents in their order, without parsing them: what
// each is and where it stands, without its blocks.
func (p *Pack) Contents() []model.Document { return p.reading((*file).document) }

// Documents are all documents of the protocol in reading order, with their
// blocks. Notes, glossary, topics, cases and prompts are isspp's own and not among them.
func (p *Pack) Documents() []model.Document {
	return p.documents.get(func() []model.Document { return p.reading(p.document) })
}

func (p *Pack) reading(document func(*file) model.Document) (docs []model.Document) {
	for _, f := range p.loader.all().files {
		if !f.ours() {
			docs = append(docs, document(f))
		}
	}
	return docs
}

// Document finds a document by its id, the name of its file without ".md". It
// parses that one only, and finds those of isspp too.
func (p *Pack) Document(id string) (model.Document, bool) {
	if f := p.fileNamed(id); f != nil {
		return p.document(f), true
	}
	return model.Document{}, false
}

// Source is a document's Markdown as it stands in the pack, without its front matter.
func (p *Pack) Source(id string) (string, bool) {
	if f := p.fileNamed(id); f != nil {
		return string(f.bodyText), true
	}
	return "", false
}

func (p *Pack) fileNamed(id string) *file {
	files := p.loader.all().files
	if i := slices.IndexFunc(files, func(f *file) bool { return f.id == id }); i >= 0 {
		return files[i]
	}
	return nil
}

func (f *file) document() model.Document {
	return model.Document{ID: f.id, Kind: f.kind, Section: f.section, Title: f.title(), File: f.name}
}

// document is a file as a reader sees it. Where the source had a picture, the
// words of the note about that place stand.
func (p *Pack) document(f *file) model.Document {
	d := f.document()
	d.Blocks = slices.Clone(f.parsed().blocks)
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Kind == model.Absent {
			for _, note := range p.NotesAbout(b.ID) {
				b.Spans = append(b.Spans, model.Span{Text: note.Text})
			}
		}
	}
	return d
}

// Place is where something stands in a pack: a document and a line, from 1.
type Place struct {
	File string
	Line int
}

// Path is the place's file on this computer; empty for the embedded pack's.
func (p *Pack) Path(at Place) string {
	if p.folder == "" {
		return ""
	}
	return filepath.Join(p.folder, at.File)
}

// Place finds where the thing of an id is written: a setting, an item, a domain or a list, a service, a
// contact, a plan row, a note, a term, a document or any block of one.
func (p *Pack) Place(id string) (Place, bool) {
	at, found := p.places.get(p.readPlaces)[id]
	return at, found
}

func (p *Pack) fileOf(kind string) string {
	if f := p.loader.first(kind); f != nil {
		return f.name
	}
	return ""
}

// readPlaces finds where everything is written. What the parser makes of a
// document comes before the block that it was made of.
func (p *Pack) readPlaces() map[string]Place {
	places := map[string]Place{}
	add := func(file, id string, line int) {
		if _, known := places[id]; !known && file != "" && id != "" {
			places[id] = Place{file, max(line, 1)}
		}
	}
	for _, s := range p.Rota().Settings {
		add(p.fileOf("rota"), s.ID, s.Line)
	}
	d := p.Directory()
	for _, s := range d.Services() {
		add(p.fileOf("directory"), s.ID, s.Line)
	}
	contact := func(kind string, c model.HeadContact) {
		if c.ID != "" {
			add(p.fileOf(kind), "contacts/"+c.ID, c.Line)
			add(p.fileOf(kind), c.ID, c.Line)
		}
	}
	for _, c := range d.Head {
		contact("contacts", c)
	}
	contact("directory", d.Bulletin)
	for _, row := range p.Plan().Rows {
		add(p.fileOf("plan"), row.ID, row.Line)
	}
	files := p.loader.all().files
	for _, f := range files {
		add(f.name, f.id, f.bodyLine)
		if f.kind == "checklist" {
			add(f.name, f.list, f.bodyLine)
		}
	}
	for _, f := range files {
		eachID(f.parsed().blocks, func(id string, line int) { add(f.name, id, line) })
	}
	if f := p.loader.first("notes"); f != nil {
		for _, n := range p.Notes() {
			add(f.name, n.ID, places[f.id+"/"+n.ID].Line)
		}
	}
	if f := p.loader.first("glossary"); f != nil {
		add(f.name, "glossary", f.bodyLine)
		table, _ := firstTable(f.parsed().body)
		for _, row := range table.Rows {
			if len(row) > 0 {
				add(f.name, "glossary/"+cellText(row[0]), row[0].Line)
			}
		}
	}
	return places
}
