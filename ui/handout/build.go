package handout

import (
	"slices"
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/ui/document"
)

// Source is what a handout is made from.
type Source struct {
	Pack *content.Pack
	// Local is the school's own layer; nil is an empty one.
	Local *model.Local
	// School is the person's own setting, or empty.
	School string
	// Banner stands on every page, such as FICTIONAL, or is empty.
	Banner string
	// Now is the moment of printing.
	Now time.Time
}

// builder gathers one handout.
type builder struct {
	Source
	deck    model.Deck
	edition model.Edition
	blocks  []document.Block
	// noted are the notes that the handout has already, by their numbers among the
	// remarks at its end; 0 for one that stands in its place.
	noted   map[string]int
	remarks []document.Block
	// line is the block that last referred to remarks, and lineNumbers which.
	line        int
	lineNumbers []int
}

// Build makes the handout of a deck.
func Build(s Source, deck model.Deck) document.Doc {
	b := newBuilder(s, deck)
	whole := deck.ID == model.WholeDeck
	caution := b.caution()
	if whole {
		b.add(b.emergency(), b.ownPeople(), caution)
		b.whole()
	} else {
		// What the room came for is on the first page, with the numbers for danger at
		// its foot; the rest follows it.
		b.part()
		if b.deck.List != "" {
			b.add(caution)
		}
		b.add(b.emergency(), b.ownPeople())
	}
	b.endRemarks()
	doc := Frame(s, deck.Title)
	doc.Contents, doc.Blocks = whole, b.blocks
	if e := b.edition; whole {
		doc.Title, doc.Subtitle = e.Title, e.Place+", "+e.Years
	}
	return doc
}

func newBuilder(s Source, deck model.Deck) *builder {
	return &builder{Source: s, deck: deck, edition: s.Pack.Edition(), noted: map[string]int{}}
}

// Frame is a document without blocks: its title, its edition, and whom to ring at
// the foot of each page.
func Frame(s Source, title string) document.Doc {
	e := s.Pack.Edition()
	return document.Doc{
		Title: title, Subtitle: e.Line(), Edition: e.Line(), Years: e.Years, Whose: s.Pack.Whose(),
		Made:   "Printed " + s.Now.Format("2 January 2006") + ". Names, numbers and hours are as of " + e.Years + ": check before relying on them.",
		Banner: s.Banner, When: s.Now, Foot: newBuilder(s, model.Deck{}).foot(),
	}
}

func (b *builder) add(blocks ...document.Block) { b.blocks = append(b.blocks, blocks...) }

// protocol adds a block of the protocol's. Its headings move down by one, since
// the handout's own title stands above them.
func (b *builder) protocol(block model.Block) {
	b.add(document.FromModel(model.LayerProtocol, 1, []model.Block{block})...)
}

// heading adds a heading in the protocol's words.
func (b *builder) heading(level int, text string) {
	h := document.H(level, text)
	h.Layer = model.LayerProtocol
	b.add(h)
}

// named are the names of what a note is about, or none where it is also about
// one of the ids that has no name.
func named(n model.Note, names map[string]string, ids []string) []string {
	var on []string
	for _, id := range n.About {
		if name, ok := names[id]; ok {
			on = append(on, name)
		} else if slices.Contains(ids, id) {
			return nil
		}
	}
	return on
}

// part is one deck.
func (b *builder) part() {
	switch {
	case b.deck.List != "":
		b.list(b.deck.List)
	case b.deck.ID == "rota":
		for _, d := range b.ofKind("rota") {
			b.rota(d)
		}
	case b.deck.ID == "plan":
		for _, d := range b.ofKind("plan") {
			b.plan(d)
		}
	case b.deck.ID == "directory":
		for _, d := range b.ofKind("contacts") {
			b.document(d)
		}
		for _, d := range b.ofKind("directory") {
			b.directory(d)
		}
	}
}

// whole is every document of the protocol in its order, and the glossary.
func (b *builder) whole() {
	for _, d := range b.Pack.Documents() {
		switch d.Kind {
		case "rota":
			b.rota(d)
		case "plan":
			b.plan(d)
		case "directory":
			b.directory(d)
		case "checklist":
			b.checklist(d)
		default:
			b.document(d)
		}
	}
	b.glossary()
}

// ofKind are the protocol's documents of a kind.
func (b *builder) ofKind(kind string) []model.Document {
	var found []model.Document
	for _, s := range b.Pack.Contents() {
		if s.Kind != kind {
			continue
		}
		if d, ok := b.Pack.Document(s.ID); ok {
			found = append(found, d)
		}
	}
	return found
}

// list is the document of a checklist.
func (b *builder) list(id string) {
	for _, d := range b.ofKind("checklist") {
		if listOf(b.Pack.Lists(), d) == id {
			b.checklist(d)
		}
	}
}
