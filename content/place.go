package content

import (
	"path/filepath"
	"strings"

	"isspp/model"
)

// Place is where something stands in a pack: a document and a line, from 1.
type Place struct {
	File string
	Line int
}

// Whose says whose the notes, the topics and the glossary are: isspp's in the
// embedded edition, and in any other pack its keeper's, who must not be taken for us.
func (p *Pack) Whose() string {
	if p.folder == "" {
		return model.WhoseEmbedded
	}
	return strings.Join(strings.Fields("the "+model.CleanLine(p.Edition().Place)+" pack's"), " ")
}

// Path is the place's file on this computer; empty for the embedded pack's.
func (p *Pack) Path(at Place) string {
	if p.folder == "" {
		return ""
	}
	return filepath.Join(p.folder, at.File)
}

// Place finds where the thing of an id is written: a setting, an item, a domain
// or a list, a service, a contact, a plan row, a note, a term, a document or
// any block of one.
func (p *Pack) Place(id string) (Place, bool) {
	at, found := p.places.get(p.readPlaces)[id]
	return at, found
}

// fileOf is the name of the document of a kind, or empty.
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
