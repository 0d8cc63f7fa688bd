// Package handout makes a deck of the protocol into a document that somebody
// would be glad to print: whom to ring first, the school's own people with
// lines to fill in by hand, what the lists don't cover, and then the protocol's
// words with our notes beside them. It opens no store and no file.
package handout

import (
	"strings"
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
	// Seed puts the questions of recall in an order, and Answers gives what may be
	// answered, in place of lines to write on.
	Seed    int64
	Answers bool
}

type builder struct {
	Source
	decks   []model.Deck
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

// Deck is the deck of a name that can be handed out, and whether there is one.
func Deck(name string) (model.Deck, bool) {
	switch name {
	case Cases:
		return model.Deck{ID: Cases, Title: "Practice: cases"}, true
	case Recall:
		return model.Deck{ID: Recall, Title: "Practice: recall"}, true
	}
	return model.FindDeck(name)
}

// Build makes the handout of decks, each on a page of its own. It has no blocks where
// the pack has nothing of them.
func Build(s Source, decks ...model.Deck) document.Doc {
	b := newBuilder(s, decks...)
	if b.whole() {
		b.add(b.emergency(), b.ownPeople(), b.caution())
		for _, d := range b.Pack.Documents() {
			b.one(d)
		}
		b.glossary()
		b.endRemarks()
		doc, e := Frame(s, b.edition.Title), b.edition
		doc.Subtitle, doc.Contents, doc.Blocks = e.Place+", "+e.Years, true, b.blocks
		return doc
	}
	var titles []string
	protocol, caution := false, b.caution() // its notes aren't remarks too
	for _, deck := range decks {
		made := &builder{Source: s, decks: decks, edition: b.edition, noted: b.noted, remarks: b.remarks}
		if made.part(deck); Practice(deck.ID) && len(made.blocks) == 0 {
			continue
		}
		if len(titles) > 0 {
			b.add(document.Block{Kind: document.PageBreak})
		}
		b.add(made.blocks...)
		b.remarks = made.remarks
		if protocol = protocol || !Practice(deck.ID); Practice(deck.ID) && s.Answers {
			deck.Title += ", with answers"
		}
		titles = append(titles, deck.Title)
	}
	if len(titles) > 0 {
		// What the room came for is on the first page, with the numbers for danger at
		// its foot; the rest follows it.
		b.add(caution, b.emergency())
	}
	if protocol {
		b.add(b.ownPeople())
	}
	b.endRemarks()
	doc := Frame(s, strings.Join(titles, " · "))
	doc.Blocks = b.blocks
	return doc
}

// whole reports whether the handout is of the whole protocol.
func (b *builder) whole() bool { return len(b.decks) == 1 && b.decks[0].ID == model.WholeDeck }

func newBuilder(s Source, decks ...model.Deck) *builder {
	return &builder{Source: s, decks: decks, edition: s.Pack.Edition(), noted: map[string]int{}}
}

// Frame is a document without blocks: its title, its edition, and whom to ring at
// the foot of each page.
func Frame(s Source, title string) document.Doc {
	e := s.Pack.Edition()
	return document.Doc{
		Title: title, Subtitle: e.Line(), Edition: e.Line(), Years: e.Years, Whose: s.Pack.Whose(),
		Made: "Printed " + s.Now.Format("2 January 2006") + ". Names, numbers and hours are as of " + e.Years +
			": check before relying on them.",
		Banner: s.Banner, When: s.Now, Foot: newBuilder(s).foot(),
	}
}

func (b *builder) add(blocks ...document.Block) {
	for _, block := range blocks {
		if block.Kind != document.Box || len(block.Blocks) > 0 {
			b.blocks = append(b.blocks, block)
		}
	}
}

// protocol adds a block of the protocol's. Its headings move down by one, since
// the handout's own title stands above them.
func (b *builder) protocol(block model.Block) {
	b.add(document.FromModel(model.LayerProtocol, 1, []model.Block{block})...)
}

func (b *builder) part(deck model.Deck) {
	kinds := []string{deck.ID}
	switch deck.ID {
	case Cases:
		b.cases(b.Answers)
	case Recall:
		b.recall(Questions(b.Pack, b.Seed, RecallRound), b.Answers)
	case "rota", "plan":
	case "directory":
		kinds = []string{"contacts", "directory"}
	default:
		kinds = []string{"checklist"}
	}
	for _, kind := range kinds {
		for _, s := range b.Pack.Contents() {
			d, ok := b.Pack.Document(s.ID)
			if ok && s.Kind == kind && (kind != "checklist" || listOf(b.Pack.Lists(), d) == deck.List) {
				b.one(d)
			}
		}
	}
}

func (b *builder) one(d model.Document) {
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
