package content

import (
	"slices"

	"isspp/model"
)

// Contents lists the reading documents in their order, without parsing them: what
// each is and where it stands, without its blocks.
func (p *Pack) Contents() []model.Document {
	var list []model.Document
	for _, f := range p.loader.all().files {
		if !f.ours() {
			list = append(list, f.document())
		}
	}
	return list
}

// document is what the front matter and the first heading say of a file.
func (f *file) document() model.Document {
	return model.Document{ID: f.id, Kind: f.kind, Section: f.section, Title: f.title(), File: f.name}
}

// Documents are all documents of the protocol in reading order, with their
// blocks. Notes, glossary, topics, cases and prompts are isspp's own and not among them.
func (p *Pack) Documents() []model.Document {
	return p.documents.get(func() (docs []model.Document) {
		for _, f := range p.loader.all().files {
			if !f.ours() {
				docs = append(docs, p.document(f))
			}
		}
		return docs
	})
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
