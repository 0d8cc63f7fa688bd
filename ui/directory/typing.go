package directory

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
)

// Update takes what is typed, and the mouse.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if v.age.Focused() {
			return v.typeAge(msg)
		}
	case tea.PasteMsg:
		if v.age.Focused() {
			return v.pasteAge(strings.TrimSpace(msg.Content))
		}
		v.picker = nil
	case tea.MouseWheelMsg:
		if v.picker != nil {
			return v.picker.Update(msg)
		}
	case tea.MouseClickMsg:
		if cmd, taken := v.click(msg.X, msg.Y-component.PaneTop); taken {
			return cmd
		}
	}
	return v.Browser.Update(msg)
}

func number(text string) bool { return strings.Trim(text, "0123456789") == "" }

func (v *View) typeAge(k tea.KeyPressMsg) tea.Cmd {
	if k.Text != "" && (!number(k.Text) || len(v.age.Value()) > 1) {
		return component.Say("An age is a number of years, such as 13. Enter is done, Esc shows every age.")
	}
	if v.age.Type(k) {
		v.Refresh()
	}
	v.Changed()
	return nil
}

func (v *View) pasteAge(text string) tea.Cmd {
	if len(text) > 2 || !number(text) {
		return component.Say("An age is a number of years, such as 13.")
	}
	v.age.Paste(text)
	v.Refresh()
	return nil
}

// click takes a click into what lies over the rows, or stands above them.
func (v *View) click(x, y int) (tea.Cmd, bool) {
	v.Ready()
	switch {
	case x >= v.ListWidth() || v.Reading:
	case v.picker != nil:
		return v.picker.Update(tea.MouseClickMsg{Y: y}), true
	case y == 0:
		v.Filter()
		return nil, true
	case y == 1 && v.Top() > 1:
		if a, ok := component.ByID(v.narrowing(), v.chipAt(x-component.PaneLeft(v.H))); ok {
			return a.Run(), true
		}
		return nil, true
	}
	return nil, false
}
