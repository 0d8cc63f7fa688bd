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
