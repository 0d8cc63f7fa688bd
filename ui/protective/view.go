// Package protective is the tab of the protective factors (Table 2), with private notes on each.
package protective

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

// View is the tab.
type View struct {
	env  *kit.Env
	w, h int
}

// New makes the tab.
func New(env *kit.Env) *View { return &View{env: env} }

// Resize lays the tab out.
func (v *View) Resize(w, h int) { v.w, v.h = w, h }

// Redraw drops what was drawn.
func (v *View) Redraw() {}

// Draw returns the body's lines.
func (v *View) Draw() []string { return nil }

// Actions are what can be done in the tab.
func (v *View) Actions() []kit.Action { return nil }

// Typing tells that a text field has the letters.
func (v *View) Typing() bool { return false }

// Type takes a key into the text field.
func (v *View) Type(tea.KeyPressMsg) (tea.Cmd, bool) { return nil, false }

// Paste puts pasted text into the text field.
func (v *View) Paste(string) tea.Cmd { return nil }

// Click is the mouse.
func (v *View) Click(_, _ int) tea.Cmd { return nil }

// Wheel is the mouse's wheel.
func (v *View) Wheel(_, _, _ int) tea.Cmd { return nil }

// Handle takes the results of the tab's own commands.
func (v *View) Handle(tea.Msg) tea.Cmd { return nil }

// Cursor is the text cursor's place.
func (v *View) Cursor() *tea.Cursor { return nil }

// Open shows the place of an id.
func (v *View) Open(string) bool { return false }

// Filter puts the cursor into the find line.
func (v *View) Filter() {}
