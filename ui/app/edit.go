package app

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

// At is the entry that the person is at, in the tab in front.
func (m *Model) At() string {
	if p, ok := m.view().(component.Locator); ok {
		return p.At()
	}
	return ""
}

func (m *Model) editing() []component.Action {
	id := m.At()
	edit := func(id string) func() tea.Cmd {
		return func() tea.Cmd { return func() tea.Msg { return component.EditMsg{ID: id} } }
	}
	entry := component.Act("edit", "", "Edit this entry's document, at its line, in your own editor", edit(id), "E")
	if len(m.env.Pack.Documents()) > 0 { // without any, E shows what is wrong with the folder
		entry = entry.Unless(m.noDocument(id))
	}
	notes := component.Act("edit.notes", "", "Edit one of the notes beside the protocol", func() tea.Cmd {
		var list []component.Choice
		for _, n := range m.env.Pack.Notes() {
			list = append(list, component.Choice{Text: n.Text, Where: n.ID, Run: edit(n.ID)})
		}
		m.Open(component.PickerOf(m.env, "Which note?", "words of the note", list))
		return nil
	})
	if len(m.env.Pack.Notes()) == 0 {
		notes = notes.Unless("The protocol that is loaded has no notes.")
	}
	return []component.Action{entry, notes}
}

func (m *Model) noDocument(id string) string {
	switch {
	case id == "":
		return "Select an entry first."
	case strings.HasPrefix(id, model.LocalPlace):
		return "This is in your school's own Local file, not in the protocol. " + m.env.LocalHow("") + " changes it."
	}
	return ""
}

// SetTabs puts other views in the place of the tabs, since the protocol that
// they show was read anew, and goes on at the same tab and entry.
func (m *Model) SetTabs(tabs []Tab, at string) {
	m.tabs = tabs
	m.Show(m.active)
	m.layout()
	if o, ok := m.view().(component.Locator); ok && at != "" {
		o.Open(at)
	}
	m.redraw()
}
