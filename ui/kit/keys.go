package kit

import tea "charm.land/bubbletea/v2"

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
			tea.KeyLeft, tea.KeyRight, tea.KeyUp, tea.KeyDown, tea.KeyHome, tea.KeyEnd:
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
