package app

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// bare is what is selected without any border, over the whole body, with the mouse
// left to the terminal: so that it can be selected there.
type bare struct {
	env        *kit.Env
	name, text string
	lines      []string
	scroll     kit.Scroll
	h          int
}

// selectedText is what is selected in the view in front. Private tells that it is a
// record's, which is copied by another key.
func (m *Model) selectedText() (name, text string, private bool) {
	switch v := m.view().(type) {
	case kit.Selectable:
		name, text = v.Selected()
		return name, text, false
	case interface{ PrivateText() string }:
		return m.tabs[m.active].Name, v.PrivateText(), true
	}
	return "", "", false
}

// selecting are the keys for the text that is selected, where the view has no other
// use for them.
func (m *Model) selecting() []kit.Action {
	own := m.view().Actions()
	var out []kit.Action
	for _, a := range []kit.Action{
		{ID: "copy.selected", Binding: kit.Keys("", "y"), Hidden: true, Help: "Copy what is selected, without borders", Run: m.copySelected},
		{ID: "bare", Binding: kit.Keys("", "z"), Hidden: true, Help: "Show what is selected without borders, for selecting with the mouse", Run: m.showBare},
	} {
		if _, taken := kit.Find(own, a.Keys()[0]); !taken {
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
		return kit.Say("This is a private record: ctrl+y copies it for 10 seconds, once copying is switched on. w writes it out.")
	case strings.TrimSpace(text) == "":
		return kit.Say(nothingSelected)
	}
	return kit.Copy(name, text, kit.Clipboard)
}

func (m *Model) showBare() tea.Cmd {
	name, text, _ := m.selectedText()
	if strings.TrimSpace(text) == "" {
		return kit.Say(nothingSelected)
	}
	m.Open(&bare{env: m.env, name: name, text: text})
	return nil
}

// Whole reports that it has all of the body.
func (b *bare) Whole() bool { return true }

// Resize breaks the text into the body's lines.
func (b *bare) Resize(w, h int) {
	b.h = h
	b.lines = append([]string{model.CleanLine(b.name), ""}, kit.WrapText(model.Clean(b.text), w)...)
	b.scroll.Set(len(b.lines), h)
}

// Redraw has nothing kept to drop.
func (b *bare) Redraw() {}

// Draw returns the lines in view.
func (b *bare) Draw() []string {
	from, to := b.scroll.Visible()
	return b.lines[from:to]
}

// Key scrolls, and goes back.
func (b *bare) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch k.String() {
	case "esc", "q", "z", "enter", "ctrl+c":
		return true, nil
	}
	b.scroll.Key(k.String())
	return false, nil
}

// Click does nothing: the mouse is the terminal's.
func (b *bare) Click(int, int) (bool, tea.Cmd) { return false, nil }

// Wheel scrolls.
func (b *bare) Wheel(n int) { b.scroll.By(n) }

// Paste does nothing here.
func (b *bare) Paste(string) {}

// Typing is false: there is no text field.
func (b *bare) Typing() bool { return false }

// Cursor is nil: there is no text field.
func (b *bare) Cursor() *tea.Cursor { return nil }

// Hints are the keys.
func (b *bare) Hints() []kit.Action {
	hints := []kit.Action{kit.Hint("esc", "back")}
	if _, below := b.scroll.More(); below {
		hints = append(hints, kit.Hint("down", "more"))
	}
	return hints
}
