package app

import (
	tea "charm.land/bubbletea/v2"
)

func (m *Model) mouseEvent(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		if d := m.top(); d != nil {
			return d.Update(msg)
		}
		msg.Y -= headerHeight
		return m.view().Update(msg)
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft {
			return m.click(msg)
		}
	}
	return nil
}

func (m *Model) click(msg tea.MouseClickMsg) tea.Cmd {
	body := msg.Y - headerHeight
	d := m.top()
	switch {
	case body >= m.bodyHeight:
		return m.clickHint(msg.X, body-m.bodyHeight)
	case d != nil && body >= 0:
		inside := false
		if msg.X, msg.Y, inside = m.inCard(msg.X, body); inside {
			return d.Update(msg)
		}
	case d != nil:
	case body < 0:
		if i := m.tabAt(msg.X); i >= 0 {
			m.Show(i)
		}
	default:
		msg.Y = body
		return m.view().Update(msg)
	}
	return nil
}
