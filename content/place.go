package content

import (
	"path/filepath"
	"slices"
	"strings"

	"isspp/model"
)

// Place is where something stands in a pack: a document and a line, from 1.
type Place struct {
	File string
	Line int
}

// Folder is the folder that the pack was read from, and empty for the embedded one.
func (p *Pack) Folder() string { return p.folder }

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
	for _, find := range []func(string) (Place, bool){p.placeInRota, p.placeInDirectory, p.placeInPlan, p.placeInDocuments, p.placeOfOurs} {
		if at, found := find(id); found && at.File != "" {
			at.Line = max(at.Line, 1)
			return at, true
		}
	}
	return Place{}, false
}

// fileOf is the name of the document of a kind, or empty.
func (p *Pack) fileOf(kind string) string {
	if f := p.shelf.first(kind); f != nil {
		return f.name
	}
	return ""
}

func (p *Pack) placeInRota(id string) (Place, bool) {
	for _, s := range p.Rota().Settings {
		if s.ID == id {
			return Place{p.fileOf("rota"), s.Line}, true
		}
	}
	return Place{}, false
}

func (p *Pack) placeInDirectory(id string) (Place, bool) {
	d := p.Directory()
	for _, s := range d.Services() {
		if s.ID == id {
			return Place{p.fileOf("directory"), s.Line}, true
		}
	}
	for _, c := range d.Head {
		if "contacts/"+c.ID == id || c.ID == id {
			return Place{p.fileOf("contacts"), c.Line}, true
		}
	}
	if b := d.Bulletin; b.ID != "" && ("contacts/"+b.ID == id || b.ID == id) {
		return Place{p.fileOf("directory"), b.Line}, true
	}
	return Place{}, false
}

func (p *Pack) placeInPlan(id string) (Place, bool) {
	for _, row := range p.Plan().Rows {
		if row.ID == id {
			return Place{p.fileOf("plan"), row.Line}, true
		}
	}
	return Place{}, false
}

// placeInDocuments finds a document, a checklist by its list's id, and whatever
// has an id in a document's text.
func (p *Pack) placeInDocuments(id string) (Place, bool) {
	for _, f := range p.shelf.all().files {
		if f.id == id || f.kind == "checklist" && f.list == id {
			return Place{f.name, f.bodyLine}, true
		}
	}
	for _, f := range p.shelf.all().files {
		if line := lineOf(f.parsed().blocks, id); line > 0 {
			return Place{f.name, line}, true
		}
	}
	return Place{}, false
}

// lineOf is the line of the block or item that has an id, or 0.
func lineOf(blocks []model.Block, id string) int {
	for _, b := range blocks {
		if b.ID == id {
			return b.Line
		}
		for _, item := range b.Items {
			if item.ID == id {
				return item.Line
			}
			if line := lineOf(item.Below, id); line > 0 {
				return line
			}
		}
	}
	return 0
}

// placeOfOurs finds a note, and a term of the glossary by its initials.
func (p *Pack) placeOfOurs(id string) (Place, bool) {
	all := p.allNotes()
	if i := slices.IndexFunc(all.list, func(n model.Note) bool { return n.ID == id }); i >= 0 {
		at := Place{File: all.lines[i].file, Line: all.lines[i].about}
		if f := p.shelf.first("notes"); f != nil {
			if line := lineOf(f.parsed().blocks, f.id+"/"+id); line > 0 {
				at.Line = line
			}
		}
		return at, true
	}
	f := p.shelf.first("glossary")
	if f == nil {
		return Place{}, false
	}
	if id == "glossary" {
		return Place{f.name, f.bodyLine}, true
	}
	table, _ := firstTable(f.parsed().body)
	for _, row := range table.Rows {
		if len(row) > 0 && "glossary/"+cellText(row[0]) == id {
			return Place{f.name, row[0].Line}, true
		}
	}
	return Place{}, false
}
