package upkeep

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"isspp/store"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// Whoever opens the menu with damaged notes and presses Enter gets what loses least.
func TestWithDamagedNotesTheRebuildingIsSelected(t *testing.T) {
	for state, want := range map[store.State]string{store.Damaged: "salvage", store.Present: Unlock} {
		env := &component.Env{Theme: theme.New(theme.Mono, false), Signs: theme.Unicode}
		got := ""
		m := NewMenu(env, &Notes{Status: store.Status{State: state}}, "", "", func(o Operation) tea.Cmd {
			got = o.ID
			return nil
		}, func() (bool, tea.Cmd) { return true, nil })
		m.SetSize(80, 20)
		m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
		if got != want {
			t.Errorf("notes in state %v: Enter did %q, want %q", state, got, want)
		}
	}
}
