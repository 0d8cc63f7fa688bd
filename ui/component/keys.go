package component

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

var keyCodes = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "backspace": tea.KeyBackspace,
	"space": tea.KeySpace,
	"up":    tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
}

// Press is the message of a key by the name that actions have for it.
func Press(name string) tea.KeyPressMsg {
	if code, ok := keyCodes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(rest[0]), Mod: tea.ModCtrl}
	}
	if rest, ok := strings.CutPrefix(name, "shift+"); ok {
		return tea.KeyPressMsg{Code: keyCodes[rest], Mod: tea.ModShift}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// Usual is a key as the app knows it. Terminals that tell more send Shift with keys
// on which it changes nothing here: somebody who types capitals holds it on. Ctrl
// with Backspace and Delete takes a word away, as elsewhere.
func Usual(k tea.KeyPressMsg) tea.KeyPressMsg {
	if k.Code == tea.KeyKpEnter {
		k.Code = tea.KeyEnter
	}
	switch {
	case k.Mod == tea.ModShift && k.Text == "":
		switch k.Code {
		case tea.KeyBackspace, tea.KeyDelete, tea.KeyEnter, tea.KeyEscape, tea.KeySpace,
			tea.KeyLeft, tea.KeyRight, tea.KeyHome, tea.KeyEnd:
			k.Mod = 0
		}
		if k.Code == tea.KeySpace {
			k.Text = " "
		}
	case k.Mod&^tea.ModShift == tea.ModCtrl && k.Code == tea.KeyBackspace:
		return tea.KeyPressMsg{Code: 'w', Mod: tea.ModCtrl}
	case k.Mod&^tea.ModShift == tea.ModCtrl && k.Code == tea.KeyDelete:
		return tea.KeyPressMsg{Code: 'd', Mod: tea.ModAlt}
	}
	return k
}
