package app

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/handout"
)

type handoutAskedMsg struct{ folder string }

// askHandout asks for a handout's deck, and then for its format and its place.
// Nothing of the private notes is in a handout: it is made of the protocol and
// of the Local file.
func (m *Model) askHandout(folder string) {
	decks := model.Decks()
	rows := make([]string, len(decks))
	for i, d := range decks {
		rows[i] = component.Fit(d.Title, 22, m.env.Signs) + d.About
	}
	p := component.OneOf(m.env, "A handout of what?", rows, func(i int) tea.Cmd {
		m.Lay(m.handoutForm(decks[i], folder))
		return nil
	})
	p.Stays = true
	p.Select(slices.IndexFunc(decks, func(d model.Deck) bool { return d.ID == m.Deck() }))
	m.Open(p)
}

func (m *Model) handoutForm(deck model.Deck, folder string) *SaveForm {
	var formats []string
	for _, format := range document.Formats() {
		formats = append(formats, string(format))
	}
	env := m.env
	return NewSaveForm(env, Saving{
		Title: "A handout: " + deck.Title, Folder: folder,
		About: "Whom to ring, lines for your own people, then the protocol with its notes. Nothing private is in it.",
		Lines: []component.FormLine{{Label: "Format", Choices: formats}},
		Name:  func(a []string) string { return handout.FileName(env.Pack, deck.ID, document.Format(a[0])) },
		Save: func(a []string) func(string, bool) (func() tea.Cmd, error) {
			source := handout.Source{
				Pack: env.Pack, Local: env.Local, School: env.School, Banner: env.Banner,
				Now: env.Clock(),
			}
			return func(path string, force bool) (func() tea.Cmd, error) {
				const readable = 0o644
				return func() tea.Cmd {
					m.CloseDialogs()
					return component.Say("The handout is in " + model.CleanLine(path))
				}, handout.Build(source, deck).Save(path, document.Format(a[0]), readable, force)
			}
		},
	})
}
