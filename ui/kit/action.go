package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Action is one thing that a person can do where they are. The footer, the
// help, the command palette and the keys themselves are all made from it, so
// that none of them can promise what another doesn't do.
type Action struct {
	// ID names the action for tests: "rota.week".
	ID string
	// Keys are as Bubble Tea names them; the first one is shown.
	Keys []string
	// Label is the word in the footer: "week".
	Label string
	// Help says in a short sentence what happens.
	Help string
	// Off says why it can't be done now; empty where it can.
	Off string
	// Quiet keeps it out of the footer; the help still has it.
	Quiet bool
	// Always keeps it in the footer however narrow the screen is.
	Always bool
	// Do does it. It changes the view and may return a command for what needs I/O.
	Do func() tea.Cmd
}

// Find returns the action that a key does, and whether there is one.
func Find(actions []Action, key string) (Action, bool) {
	for _, a := range actions {
		for _, k := range a.Keys {
			if k == key {
				return a, true
			}
		}
	}
	return Action{}, false
}

// KeyName is how a key is shown to people: "space" and not a blank.
func KeyName(key string, sg Signs) string {
	switch key {
	case " ", "space":
		return "space"
	case "up":
		return sg.Up
	case "down":
		return sg.Down
	case "left":
		return sg.West
	case "right":
		return sg.East
	case "enter":
		return "Enter"
	case "esc":
		return "Esc"
	case "tab":
		return "Tab"
	case "shift+tab":
		return "Shift+Tab"
	case "pgdown":
		return "PgDn"
	case "pgup":
		return "PgUp"
	}
	return key
}

// Hints is the footer's part about keys: "v week  / find". It takes as many as
// fit in w cells, in the given order.
func Hints(actions []Action, t *Theme, sg Signs, w int) string {
	reserved := 0
	for _, a := range actions {
		if a.Always {
			reserved += hintWidth(a, sg) + hintGap
		}
	}
	var parts []string
	left, full := w+hintGap, false
	for _, a := range actions {
		if a.Quiet || a.Off != "" || a.Label == "" || len(a.Keys) == 0 {
			continue
		}
		n := hintWidth(a, sg) + hintGap
		if a.Always {
			reserved -= n
		} else if full || left-n < reserved {
			full = true
			continue
		}
		left -= n
		parts = append(parts, t.Accent.Paint(KeyName(a.Keys[0], sg))+" "+t.Quiet.Paint(a.Label))
	}
	return strings.Join(parts, Spaces(hintGap))
}

// hintGap is the blanks between two hints.
const hintGap = 2

func hintWidth(a Action, sg Signs) int { return Width(KeyName(a.Keys[0], sg)) + 1 + Width(a.Label) }
