package app

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
	"isspp/ui/theme"
)

const headerHeight = 1

func (m *Model) fits() bool { return component.Fits(m.size.w, m.size.h) }

// View draws the screen.
func (m *Model) View() tea.View {
	v := tea.NewView(m.Frame())
	v.AltScreen = true
	v.WindowTitle = "isspp"
	if d := m.top(); m.mouse && (d == nil || !d.Look().Whole) {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.Cursor = m.cursor()
	v.ForegroundColor, v.BackgroundColor = m.colours.Paper()
	return v
}

// Frame is the screen's text: as many lines as the screen has.
func (m *Model) Frame() string {
	if m.env.Signs.ASCII {
		return theme.Plain(m.frame())
	}
	return m.frame()
}

func (m *Model) frame() string {
	if m.size.w == 0 {
		return ""
	}
	if !m.fits() {
		return component.TooSmall(m.env, m.size.w, m.size.h)
	}
	var b strings.Builder
	b.Grow(m.size.w * m.size.h * 2)
	b.WriteString(m.drawHeader())
	body := m.body()
	for i := range m.bodyHeight {
		b.WriteByte('\n')
		if i < len(body) {
			b.WriteString(body[i])
		}
	}
	for _, l := range m.drawFooter() {
		b.WriteByte('\n')
		b.WriteString(l)
	}
	return b.String()
}

func (m *Model) body() []string {
	if d := m.top(); d != nil {
		return m.drawCard(d)
	}
	return m.view().View()
}

func (m *Model) cursor() *tea.Cursor {
	if !m.fits() {
		return nil
	}
	var c *tea.Cursor
	if d := m.top(); d != nil {
		if c = d.Cursor(); c != nil && m.carded(d) {
			c.X, c.Y = c.X+m.card.x+2, c.Y+m.card.y+1
		}
	} else {
		c = m.view().Cursor()
	}
	if c == nil || c.Y >= m.bodyHeight {
		return nil
	}
	c.Y += headerHeight
	return c
}

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
