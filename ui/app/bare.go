package app

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

// bare is what is selected without any border, over the whole body, with the mouse
// left to the terminal: so that it can be selected there.
type bare struct{ component.Reader }

// Look is without a frame.
func (b *bare) Look() component.Look { return component.Look{Whole: true} }

// Update scrolls, and goes back.
func (b *bare) Update(msg tea.Msg) tea.Cmd {
	k, _ := msg.(tea.KeyPressMsg)
	switch k.String() {
	case "esc", "q", "z", "enter", "ctrl+c":
		b.Close()
		return nil
	}
	return b.Reader.Update(msg)
}

// Actions are the keys.
func (b *bare) Actions() []component.Action {
	return append([]component.Action{component.Hint("esc", "back")}, b.Reader.Actions()...)
}

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
		{
			ID: "copy.selected", Binding: component.Keys("", "y"), Hidden: true,
			Help: "Copy what is selected, without borders",
			Run:  m.copySelected,
		},
		{
			ID: "bare", Binding: component.Keys("", "z"), Hidden: true,
			Help: "Show what is selected without borders, for selecting with the mouse", Run: m.showBare,
		},
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
			"on. w " +
			"writes it out.")
	case strings.TrimSpace(text) == "":
		return component.Say(nothingSelected)
	}
	return component.Copy(name, text, component.Clipboard)
}

func (m *Model) showBare() tea.Cmd {
	name, text, _ := m.selectedText()
	if strings.TrimSpace(text) == "" {
		return component.Say(nothingSelected)
	}
	b := &bare{}
	b.Lay = func() []string {
		return append([]string{model.CleanLine(name), ""}, component.WrapText(model.Clean(text), b.W)...)
	}
	m.Open(b)
	return nil
}
