package present

import (
	"errors"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/handout"
	"isspp/ui/kit"
)

// noHandout says why there is none of what is presented, or is empty.
func (m *Screen) noHandout() string {
	switch name := m.show.deck.Name; name {
	case Cases, Recall:
		return ""
	default:
		if _, ok := model.FindDeck(name); !ok {
			return "A handout is of one whole deck. In a shell: isspp handout risk -o risk.pdf"
		}
		return ""
	}
}

// handOut writes the deck's handout as a PDF beside the person's documents. The
// hall reads what is said of it, so that the folder isn't named.
func (m *Screen) handOut() tea.Cmd {
	deck, ok := model.FindDeck(m.show.deck.Name)
	if !ok {
		deck.ID = m.show.deck.Name
	}
	seed := m.seed
	source := handout.Source{Pack: m.env.Pack, Local: m.o.Local, School: m.o.School, Banner: m.env.Banner, Now: m.env.Clock()}
	return func() tea.Msg {
		const readable = 0o644
		name := handout.FileName(source.Pack, deck, document.PDF)
		doc, practice := handout.Practice(source, deck.ID, seed, false)
		if !practice {
			doc = handout.Build(source, deck)
		}
		err := doc.Save(filepath.Join(handout.Folder(), name), document.PDF, readable, false)
		switch {
		case errors.Is(err, document.ErrExists):
			return kit.Noticed{Text: name + " is already in your documents and was not changed."}
		case err != nil:
			return kit.Noticed{Text: "The handout can't be written to your documents. In a shell: isspp handout " + deck.ID + " -o FILE.pdf", Failed: true}
		}
		return kit.Noticed{Text: "Saved in your documents: " + name}
	}
}
