package content

import (
	"slices"

	"isspp/model"
)

// Section is one entry of the contents: what a document is and where it
// stands, read from its first lines.
type Section struct {
	// ID is the document's id: "risk-factors".
	ID string
	// Number is the protocol's own number of the section: "6A".
	Number string
	Title  string
	Kind   string
	File   string
}

// Contents lists the reading documents in their order, without parsing them.
func (p *Pack) Contents() []Section {
	var list []Section
	for _, f := range p.shelf.all().files {
		if !f.ours() {
			list = append(list, Section{ID: f.id, Number: f.section, Title: f.title(), Kind: f.kind, File: f.name})
		}
	}
	return list
}

// Documents are all documents of the protocol in reading order, with their
// blocks. Notes, glossary, topics, cases and prompts are isspp's own and not among them.
func (p *Pack) Documents() []model.Document {
	return p.documents.get(func() (docs []model.Document, _ []Mistake) {
		for _, f := range p.shelf.all().files {
			if !f.ours() {
				docs = append(docs, p.document(f))
			}
		}
		return docs, nil
	})
}

// Document finds a document by its id, the name of its file without ".md". It
// parses that one only, and finds those of isspp too.
func (p *Pack) Document(id string) (model.Document, bool) {
	for _, f := range p.shelf.all().files {
		if f.id == id {
			return p.document(f), true
		}
	}
	return model.Document{}, false
}

// Source is a document's Markdown as it stands in the pack, without its front matter.
func (p *Pack) Source(id string) (string, bool) {
	for _, f := range p.shelf.all().files {
		if f.id == id {
			return string(f.bodyText), true
		}
	}
	return "", false
}

// document is a file as a reader sees it. Where the source had a picture, the
// words of the note about that place stand.
func (p *Pack) document(f *file) model.Document {
	blocks := f.parsed().blocks
	for i := range blocks {
		if blocks[i].Kind == model.Absent {
			blocks = p.sayAbsent(slices.Clone(blocks))
			break
		}
	}
	return model.Document{
		ID: f.id, Kind: f.kind, Section: f.section, Title: f.title(), File: f.name, Blocks: blocks,
	}
}

// sayAbsent gives the absent pictures of a document the words of their notes.
func (p *Pack) sayAbsent(blocks []model.Block) []model.Block {
	for i := range blocks {
		if blocks[i].Kind != model.Absent {
			continue
		}
		for _, note := range p.NotesAbout(blocks[i].ID) {
			blocks[i].Spans = append(blocks[i].Spans, model.Span{Text: note.Text})
		}
	}
	return blocks
}
