package protective

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
)

// Keeper keeps the private notes. A save is durable when it returns.
type Keeper interface {
	SaveFactorNote(n *model.FactorNote) error
	FactorNotes() []model.FactorNote
}

// Keep gives the tab the store once it is open.
func (v *View) Keep(Keeper) tea.Cmd { return nil }

// Flush seals what is still being typed.
func (v *View) Flush() tea.Cmd { return nil }

// Settled tells that nothing waits to be written.
func (v *View) Settled() bool { return true }

// Busy says what leaving now would lose, or is empty.
func (v *View) Busy() string { return "" }
