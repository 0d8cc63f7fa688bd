package protective

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
)

// Update takes what is typed, the mouse, and the results of the tab's own commands.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case component.SoonMsg:
		if v.notes.soon.Due(msg) {
			return v.Flush()
		}
		return nil
	case component.SavedMsg:
		return v.saved(msg)
	case tea.KeyPressMsg:
		switch {
		case v.edit != nil:
			return v.editKey(msg)
		case v.ref.Focused():
			v.referenceKey(msg)
			return nil
		}
	case tea.PasteMsg:
		switch {
		case v.edit != nil:
			return v.edit.paste(v, msg.Content)
		case v.ref.Focused():
			v.ref.Paste(msg.Content)
			v.offer()
			return nil
		}
	case tea.MouseClickMsg:
		switch {
		case v.edit != nil || msg.X >= v.ListWidth():
			return nil
		case v.ref.Focused() && msg.Y > component.PaneTop:
			if i := v.offered.at.Row(msg.Y - component.PaneTop - 1); i >= 0 {
				v.offered.at.Select(i)
				v.take()
			}
			return nil
		case v.ref.Focused():
			v.Filter()
			return nil
		}
	case tea.MouseWheelMsg:
		if v.edit != nil {
			return nil
		}
	}
	return v.Browser.Update(msg)
}

// referenceKey takes a key while a reference is chosen.
func (v *View) referenceKey(k tea.KeyPressMsg) {
	v.Changed()
	switch k.String() {
	case "enter":
		v.take()
	case "esc":
		v.ref.Set("")
		v.ref.Blur()
	case "down":
		v.offered.at.Move(1)
	case "up":
		v.offered.at.Move(-1)
	default:
		if v.ref.Type(k) {
			v.offer()
		}
	}
}
