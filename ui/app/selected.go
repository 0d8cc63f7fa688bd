package app

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

// selectedText is what is selected in the view in front. Private tells that it is a
// record's, which is copied by another key.
func (m *Model) selectedText() (name, text string, private bool) {
	if v, ok := m.view().(component.Selectable); ok {
		name, text, private = v.Selected()
	}
	return cmp.Or(name, m.tabs[m.active].Name), text, private
}

// selecting are the keys for the text that is selected, where the view has no other
// use for them.
func (m *Model) selecting() []component.Action {
	own := m.view().Actions()
	var out []component.Action
	for _, a := range []component.Action{
		component.Act("copy.selected", "", "Copy what is selected, without borders", m.copySelected, "y"),
		component.Act("bare", "", "Show what is selected without borders, for selecting with the mouse",
			m.showBare, "z"),
	} {
		if _, taken := component.Find(own, a.Keys()[0]); !taken {
			out = append(out, a)
		}
	}
	return out
}

const nothingSelected = "Nothing is selected here."

func (m *Model) copySelected() tea.Cmd {
	name, text, private := m.selectedText()
	switch {
	case private:
		return component.Say("This is a private record: ctrl+y copies it for 10 seconds, once copying is switched " +
			"on. w writes it out.")
	case strings.TrimSpace(text) == "":
		return component.Say(nothingSelected)
	}
	return component.Copy(name, text, component.Clipboard)
}

// showBare shows what is selected without any border, over the whole body, with the
// mouse left to the terminal: so that it can be selected there.
func (m *Model) showBare() tea.Cmd {
	name, text, _ := m.selectedText()
	if strings.TrimSpace(text) == "" {
		return component.Say(nothingSelected)
	}
	b := &component.Reader{As: component.Look{Whole: true}}
	b.Lay = func() []string {
		return append([]string{model.CleanLine(name), ""}, component.WrapText(model.Clean(text), b.W)...)
	}
	b.Own = func() []component.Action {
		return []component.Action{
			component.Act("", "back", "", component.Do(b.Close), "esc", "q", "z", "enter", "ctrl+c"),
		}
	}
	m.Open(b)
	return nil
}

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
