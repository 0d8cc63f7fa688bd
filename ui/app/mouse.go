package app

import (
	tea "charm.land/bubbletea/v2"
)

// wheelLines is how far one notch of the wheel goes.
const wheelLines = 3

func (m *Model) mouseEvent(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		lines := wheelLines
		if msg.Button == tea.MouseWheelUp {
			lines = -wheelLines
		}
		if o := m.top(); o != nil {
			o.Wheel(lines)
			return nil
		}
		cmd = m.view().Wheel(msg.X, msg.Y-headerHeight, lines)
	case tea.MouseClickMsg:
		if msg.Button != tea.MouseLeft {
			return nil
		}
		cmd = m.click(msg.X, msg.Y)
	}
	m.settle()
	return cmd
}

func (m *Model) click(x, y int) tea.Cmd {
	body := y - headerHeight
	o := m.top()
	switch {
	case body >= m.bodyHeight:
		return m.clickHint(x, body-m.bodyHeight)
	case o != nil && body >= 0 && body < m.bodyHeight:
		cx, cy, inside := m.inCard(x, body)
		if !inside {
			return nil
		}
		done, cmd := o.Click(cx, cy)
		if done {
			m.putAway(o)
		}
		return cmd
	case o != nil:
		return nil
	case y == 0:
		if i := m.tabAt(x); i >= 0 {
			m.Show(i)
		}
	case body >= 0 && body < m.bodyHeight:
		return m.view().Click(x, body)
	}
	return nil
}
