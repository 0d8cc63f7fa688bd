package protocol

import (
	"slices"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

type page struct {
	lines   []document.Line
	painted []string
	scroll  component.Scroll
	// heads are the headings, for the title to say where one is.
	heads []head
	// flat is the text as the search reads it, made when it is first searched.
	flat *flat
}

type head struct {
	line int
	text string
}

// pageOf is the document's page, laid out now unless it was already.
func (v *View) pageOf(e entry) *page {
	if w := v.pageSize(); w != v.pageWidth {
		v.keepPlaces()
		v.pages, v.pageWidth = map[string]*page{}, w
		v.search.dropMatches()
	}
	if p, ok := v.pages[e.id]; ok {
		p.scroll.Set(p.painted, v.textHeight())
		return p
	}
	p := v.layOut(e)
	v.pages[e.id] = p
	p.scroll.Set(p.painted, v.textHeight())
	if at, ok := v.tops[e.id]; ok && at.of > 0 {
		p.scroll.SetYOffset(at.top * len(p.lines) / at.of)
	}
	return p
}

// keepPlaces remembers how far each text was read, for when it is laid out anew.
func (v *View) keepPlaces() {
	for id, p := range v.pages {
		v.tops[id] = place{top: p.scroll.YOffset(), of: len(p.lines)}
	}
}

func (v *View) layOut(e entry) *page {
	p := document.NewPage(v.pageWidth, v.env.Theme, v.env.Signs)
	titles := map[string]string{}
	if e.kind == glossaryID {
		v.glossary(p)
	} else if doc, ok := v.env.Pack.Document(e.id); ok {
		v.document(p, e, doc)
		for _, b := range doc.Blocks {
			if b.Kind == model.Heading && b.ID != "" {
				titles[b.ID] = b.Plain()
			}
		}
	}
	out := &page{lines: p.Lines, painted: p.Painted()}
	for i, l := range p.Lines {
		if text, ok := titles[l.ID]; ok && l.ID != "" {
			out.heads = append(out.heads, head{line: i, text: model.CleanLine(text)})
		}
	}
	return out
}

// document lays a document out: its title, the notes on the whole of it, and
// its blocks with the notes on each.
func (v *View) document(p *document.Page, e entry, doc model.Document) {
	blocks := doc.Blocks
	if len(blocks) > 0 && blocks[0].Kind == model.Heading {
		p.Blocks(blocks[:1], nil)
		blocks = blocks[1:]
	} else {
		p.Text(v.env.Theme.Heading, model.CleanLine(doc.Title))
	}
	whole := []string{doc.ID}
	if list, ok := v.listOf(doc); ok {
		whole = append(whole, list.ID)
	}
	notes := v.env.Pack.NotesAbout(whole...)
	said := map[string]bool{}
	for _, n := range notes {
		said[n.ID] = true
	}
	beside := func(ids ...string) []model.Note {
		return slices.DeleteFunc(v.env.Pack.NotesAbout(ids...), func(n model.Note) bool {
			again := said[n.ID]
			said[n.ID] = true
			return again
		})
	}
	besideOne := func(id string) []model.Note { return beside(id) }
	if e.kind != "directory" {
		for _, own := range content.LocalOf(v.env.Local, e.kind) {
			p.Gap()
			p.LocalNamed(v.env, own)
		}
	}
	services := v.localServices(e.kind)
	for _, b := range blocks {
		if own, ok := services[b.ID]; ok && b.ID != "" {
			p.Blocks([]model.Block{b}, nil)
			p.Gap()
			p.Local(v.env, own)
			p.Notes(beside(b.ID))
			continue
		}
		switch {
		case b.Kind == model.Absent:
			p.Blocks([]model.Block{b}, nil)
		case b.Kind == model.Table && e.kind == "plan":
			v.plan(p, b, besideOne)
		case b.Kind == model.Table && e.kind == "rota":
			p.Blocks([]model.Block{b}, nil)
			var settings []string
			for _, s := range v.env.Pack.Rota().Settings {
				settings = append(settings, s.ID)
			}
			p.Notes(beside(settings...))
		default:
			p.Blocks([]model.Block{b}, besideOne)
		}
	}
	p.Notes(notes)
}

// localServices is what the school knows of the directory's services, by the id
// of the block that each starts with.
func (v *View) localServices(kind string) map[string]model.LocalEntry {
	if kind != "directory" || v.env.Local.Empty() {
		return nil
	}
	own := map[string]model.LocalEntry{}
	for _, s := range v.env.Pack.Directory().Services() {
		if e, ok := v.env.Local.Service(s); ok {
			own[s.ID] = e
		}
	}
	return own
}

func (v *View) listOf(doc model.Document) (model.List, bool) {
	if doc.Kind == "checklist" {
		for _, l := range v.env.Pack.Lists() {
			for _, d := range l.Domains {
				if slices.ContainsFunc(doc.Blocks, func(b model.Block) bool { return b.ID == d.ID }) {
					return l, true
				}
			}
		}
	}
	return model.List{}, false
}

// glossary is ours but for the expansions that the protocol prints; each says which.
func (v *View) glossary(p *document.Page) {
	t := v.env.Theme
	p.Text(t.Heading, "Glossary")
	p.Gap()
	p.Labelled(t.Note, "Note", "The list is "+v.env.Pack.Whose()+
		" own. Each expansion says whether the protocol prints it.")
	for _, term := range v.env.Pack.Glossary() {
		p.Gap()
		p.Raw(t.Strong.Render(model.CleanLine(term.Short)), model.CleanLine(term.Short))
		p.Lines[len(p.Lines)-1].ID = glossaryID + "/" + term.Short
		st, who := t.Plain, "printed in the protocol"
		if !term.Printed {
			st, who = t.Note, "note: "+v.env.Pack.Whose()+" own expansion"
		}
		p.Hang(st, "  ", model.CleanLine(term.Long)+" ("+who+")")
		for _, same := range term.Same {
			p.Hang(t.Quiet, "  ", "also "+model.CleanLine(same))
		}
	}
}

// Selected is the section that is shown, in its Markdown.
func (v *View) Selected() (name, text string, private bool) {
	v.load()
	e := v.current()
	if source, ok := v.env.Pack.Source(e.id); ok && e.kind != glossaryID {
		return e.title, source, false
	}
	p := document.NewPage(document.Unbroken, v.env.Theme, v.env.Signs)
	v.glossary(p)
	return e.title, p.Words(), false
}
