package present

import (
	"errors"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/handout"
)

// Slides makes a deck into a document of slides, for a computer that has no isspp:
// each with its speaker's notes. ok is false where the pack has no such deck.
func Slides(s handout.Source, name string, seed int64) (doc document.Doc, ok bool) {
	d, ok := Build(s.Pack, s.Local, name, seed, s.Now)
	if !ok || len(d.Slides) == 0 {
		return doc, false
	}
	doc = handout.Frame(s, d.Title)
	for i := range d.Slides {
		for _, one := range d.Slides[i].divided() {
			doc.Slides = append(doc.Slides, one.exported(s.Pack.Edition()))
		}
	}
	return doc, true
}

// mostLetters is how much running text a slide has: more can't be read from the back.
const mostLetters = 1000

// divided is a slide, or two halves of one with more running text than can be read.
// What is in columns stays together.
func (s *Slide) divided() []Slide {
	letters, prose := 0, 0
	for _, p := range s.Items {
		letters += len(p.Text)
		if wide(p) {
			prose++
		}
	}
	if letters < mostLetters || prose == 0 || s.Columns {
		return []Slide{*s}
	}
	first, second := *s, *s
	at, n := 0, 0
	for n < letters/2 {
		n += len(s.Items[at].Text)
		at++
	}
	first.Items, second.Items = s.Items[:at], s.Items[at:]
	if len(second.Items) == 0 {
		return []Slide{*s}
	}
	first.Title, second.Title = s.Title+", 1 of 2", s.Title+", 2 of 2"
	first.Given, second.Given = min(s.Given, at), max(s.Given-at, 0)
	second.Prompts, second.Notes, second.Guidance = nil, nil, nil
	return append(first.divided(), second)
}

// exported is a slide as the document's writers have it.
func (s *Slide) exported(ed model.Edition) document.Slide {
	source := layerWords(s.layers()) + " · " + ed.Short + " " + ed.Place + " " + ed.Years
	if s.Source != "" {
		source += " · " + s.Source
	}
	if s.Fictional {
		source = "Fictional · " + source
	}
	out := document.Slide{Title: s.Title, Given: s.Given, Source: source}
	for i := 0; i < len(s.Items); i++ {
		n := i
		for s.Columns && n < len(s.Items) && s.Items[n].Layer == "" {
			n++ // these stand in columns by their groups
		}
		if n > i {
			out.Blocks = append(out.Blocks, table(s.Items[i:n]))
			i = n - 1
			continue
		}
		out.Blocks = s.add(out.Blocks, s.Items[i])
	}
	for i := range out.Blocks {
		lines := 0
		for _, item := range out.Blocks[i].Items {
			lines += 1 + min(len(item.Below), 1)
		}
		switch { // as the protocol prints its long lists
		case lines > 14:
			out.Blocks[i].Columns = 3
		case lines > 7:
			out.Blocks[i].Columns = 2
		}
	}
	for _, n := range s.Prompts {
		out.Notes = append(out.Notes, document.NoteOf(n))
	}
	out.Notes = append(out.Notes, document.NotesOf(s.Notes)...)
	out.Notes = append(out.Notes, document.FromModel(model.LayerProtocol, 1, document.WithoutHeadings(s.Guidance))...)
	return out
}

// table sets groups of points beside each other, as the protocol prints them.
func table(points []Point) document.Block {
	out := document.Block{Kind: document.Table, Rows: [][]model.Cell{nil}}
	for _, p := range points {
		if p.Group != "" {
			out.Head = append(out.Head, document.Cells(p.Group)...)
			out.Rows[0] = append(out.Rows[0], model.Cell{})
		}
		if n := len(out.Rows[0]); n > 0 {
			cell := &out.Rows[0][n-1]
			cell.Entries = append(cell.Entries, model.CellEntry{Spans: p.Spans, Depth: p.Indent + 1})
		}
	}
	return out
}

// add adds a point: to the list that is open, or as a block of its own.
func (s *Slide) add(blocks []document.Block, p Point) []document.Block {
	if p.Group != "" {
		blocks = append(blocks, document.H(3, p.Group))
	}
	spans := p.Spans
	switch {
	case p.Strong:
		spans = document.Strongly(p.Text)
	case len(spans) == 0:
		spans = document.Plainly(p.Text)
	}
	layer := p.Layer
	if layer == s.Layer {
		layer = "" // the foot says that one
	}
	switch {
	case p.Layer == model.LayerNote:
		source := strings.Join(p.Detail, " · ")
		return append(blocks, document.Block{Kind: document.Note, Layer: p.Layer, Spans: spans, Source: source})
	case p.Plain:
		return append(blocks, document.Block{Kind: document.Paragraph, Layer: layer, Spans: spans})
	}
	n := len(blocks)
	if n == 0 || blocks[n-1].Kind != document.Bullets || blocks[n-1].Layer != layer {
		blocks, n = append(blocks, document.Block{Kind: document.Bullets, Layer: layer}), n+1
	}
	item := document.Item{Spans: spans}
	for _, d := range p.Detail {
		item.Below = append(item.Below, document.P(d))
	}
	blocks[n-1].Items = append(blocks[n-1].Items, item)
	return blocks
}

// handOut writes the handout of what is presented as a PDF beside the person's
// documents. The hall reads what is said of it, so that the folder isn't named.
func (m *Screen) handOut() tea.Cmd {
	spec := parseSpec(m.show.deck.Name)
	if len(spec.Parts) == 0 {
		spec.Parts = []string{Whole}
	}
	var decks []model.Deck
	for _, name := range spec.Parts {
		deck, ok := handout.Deck(name)
		if !ok {
			deck = model.Deck{ID: name, Title: m.show.deck.Title, List: name}
		}
		decks = append(decks, deck)
	}
	source := handout.Source{
		Pack: m.env.Pack, Local: m.o.Local, School: m.o.School, Banner: m.env.Banner, Now: m.env.Clock(),
		Seed: m.show.Seed,
	}
	id := strings.Join(spec.Parts, "-")
	return func() tea.Msg {
		const readable = 0o644
		name := handout.FileName(source.Pack, id, document.PDF)
		doc := handout.Build(source, decks...)
		err := doc.Save(filepath.Join(handout.Folder(), name), document.PDF, readable, false)
		switch {
		case errors.Is(err, document.ErrExists):
			return component.Noticed{Text: name + " is already in your documents and was not changed."}
		case err != nil:
			return component.Noticed{Text: "The handout can't be written to your documents. In a shell: isspp " +
				"handout " + strings.Join(spec.Parts, " ") + " -o FILE.pdf", Failed: true}
		}
		return component.Noticed{Text: "Saved in your documents: " + name}
	}
}
