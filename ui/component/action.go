package component

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"isspp/ui/theme"
)

// Action is one thing that a person can do where they are. The footer, the
// help, the command palette and the keys themselves are all made from it, so
// that none of them can promise what another doesn't do.
type Action struct {
	// Binding has the keys, the first of which is shown, and the footer's word.
	key.Binding
	// ID names the action for tests: "rota.week".
	ID string
	// Help says in a short sentence what happens.
	Help string
	// Disabled says why it can't be done now; empty where it can.
	Disabled string
	// Hidden keeps it out of the footer; the help still has it.
	Hidden bool
	// Pinned keeps it in the footer however narrow the screen is.
	Pinned bool
	// Run does it. It changes the view and may return a command for what needs I/O.
	Run func() tea.Cmd
}

// Keys binds keys, as Bubble Tea names them; label is the word in the footer.
func Keys(label string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp("", label))
}

// Act is an action that does something; without a label only the help names it.
func Act(id, label, help string, run func() tea.Cmd, keys ...string) Action {
	return Action{ID: id, Binding: Keys(label, keys...), Help: help, Run: run}
}

// Unless is the action as it can be done only without a reason why not.
func (a Action) Unless(why string) Action {
	a.Disabled = why
	return a
}

// Hint is an action that only shows its key.
func Hint(key, label string) Action { return Action{Binding: Keys(label, key)} }

// Label is the word in the footer: "week".
func (a Action) Label() string { return a.Binding.Help().Desc }

func (a Action) shown() bool {
	return !a.Hidden && a.Disabled == "" && a.Label() != "" && len(a.Keys()) > 0
}

// Unnamed are actions that the footer doesn't name.
func Unnamed(actions []Action) []Action {
	out := slices.Clone(actions)
	for i := range out {
		out[i].Hidden = true
	}
	return out
}

// Do is an action that changes something and needs no I/O.
func Do(f func()) func() tea.Cmd { return func() tea.Cmd { f(); return nil } }

// RowKeys move in a list: one moves by a row or two of them, many by a screen of
// page rows and to both ends.
func RowKeys(one, many func(rows int), page int) []Action {
	return moveKeys(one, many, page, [...]string{
		"Down one row", "Up one row", "Down one screen", "Up one screen", "To the first row", "To the last row",
	})
}

func moveKeys(one, many func(n int), page int, help [6]string) []Action {
	key := func(i int, id string, move func(int), n int, keys ...string) Action {
		return Act(id, "", help[i], Do(func() { move(n) }), keys...)
	}
	return []Action{
		key(0, "down", one, 1, "down", "j"), key(1, "up", one, -1, "up", "k"),
		key(2, "page.down", many, page, "pgdown", "ctrl+d"), key(3, "page.up", many, -page, "pgup", "ctrl+u"),
		key(4, "first", many, -farAway, "home", "g"), key(5, "last", many, farAway, "end", "G"),
	}
}

const farAway = 1 << 20

// Find returns the action that a key does, and whether there is one.
func Find(actions []Action, key string) (Action, bool) {
	return first(actions, func(a Action) bool { return slices.Contains(a.Keys(), key) })
}

// ByID returns the action of an id, and whether there is one.
func ByID(actions []Action, id string) (Action, bool) {
	return first(actions, func(a Action) bool { return a.ID == id })
}

func first(actions []Action, is func(Action) bool) (Action, bool) {
	if i := slices.IndexFunc(actions, is); i >= 0 {
		return actions[i], true
	}
	return Action{}, false
}

var keyNames = map[string]string{
	" ": "space", "enter": "Enter", "esc": "Esc", "tab": "Tab", "pgdown": "PgDn", "pgup": "PgUp", "home": "Home",
	"end": "End",
}

// KeyName is how a key is shown to people: "space" and not a blank.
func KeyName(key string, sg theme.Glyphs) string {
	shift := ""
	if rest, ok := strings.CutPrefix(key, "shift+"); ok {
		shift, key = "Shift+", rest
	}
	switch key {
	case "up":
		key = sg.Up
	case "down":
		key = sg.Down
	case "left":
		key = sg.West
	case "right":
		key = sg.East
	default:
		key = cmp.Or(keyNames[key], key)
	}
	return shift + key
}

const hintGap = 2

func hintWidth(a Action, sg theme.Glyphs) int {
	return Width(KeyName(a.Keys()[0], sg)) + 1 + Width(a.Label())
}

// HintsWidth is the cells that all hints take.
func HintsWidth(actions []Action, sg theme.Glyphs) int {
	n := -hintGap
	for _, a := range actions {
		if a.shown() {
			n += hintWidth(a, sg) + hintGap
		}
	}
	return max(n, 0)
}

// Hinted are the actions whose keys the footer has room for in w cells, in the
// given order.
func Hinted(actions []Action, sg theme.Glyphs, w int) []Action {
	var out []Action
	left, full := w+hintGap, false
	for _, a := range actions {
		if a.Pinned {
			left -= hintWidth(a, sg) + hintGap
		}
	}
	for _, a := range actions {
		if !a.shown() {
			continue
		}
		if n := hintWidth(a, sg) + hintGap; !a.Pinned {
			if full = full || n > left; full {
				continue
			}
			left -= n
		}
		out = append(out, a)
	}
	return out
}

// Hints is the footer's part about keys, as far as there is room in w cells: "v week
// / find".
func Hints(actions []Action, t *theme.Theme, sg theme.Glyphs, w int) string {
	var parts []string
	for _, a := range Hinted(actions, sg, w) {
		parts = append(parts, t.Accent.Render(KeyName(a.Keys()[0], sg))+" "+t.Quiet.Render(a.Label()))
	}
	return strings.Join(parts, Spaces(hintGap))
}

// HintAt is the action whose key stands at column x of the hints, and whether there
// is one.
func HintAt(hinted []Action, sg theme.Glyphs, x, y int) (Action, bool) {
	layers := make([]*lipgloss.Layer, len(hinted))
	at := 0
	for i, a := range hinted {
		layers[i] = lipgloss.NewLayer(KeyName(a.Keys()[0], sg) + " " + a.Label()).ID(strconv.Itoa(i)).X(at)
		at += hintWidth(a, sg) + hintGap
	}
	i, err := strconv.Atoi(lipgloss.NewCompositor(layers...).Hit(x, y).ID())
	if err != nil {
		return Action{}, false
	}
	return hinted[i], true
}
