package app

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

// Overlay lies on the body: the emergency panel, help, the palette, a question.
// The header and the safety line stay.
type Overlay interface {
	Resize(w, h int)
	Draw() []string
	Redraw()
	// Key handles a key; done closes the overlay, and the command is then run.
	Key(k tea.KeyPressMsg) (done bool, cmd tea.Cmd)
	Click(x, y int) (done bool, cmd tea.Cmd)
	Wheel(lines int)
	Paste(text string)
	Typing() bool
	Cursor() *tea.Cursor
	Hints() []kit.Action
}
