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
		Pack: m.env.Pack, Local: m.o.Local, School: m.o.School, Banner: m.env.Banner, Now: m.env.Clock(), Seed: m.seed,
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
				strings.Join(spec.Parts, " ") + " -o FILE.pdf", Failed: true}
		}
		return component.Noticed{Text: "Saved in your documents: " + name}
	}
}
