package app

import (
	"time"

	"charm.land/bubbles/v2/spinner"
	tea "charm.land/bubbletea/v2"
)

// spinAfter is how long something may take before it shows that it goes on.
const spinAfter = 150 * time.Millisecond

func (m *Model) working() bool {
	d := m.top()
	return d != nil && d.Look().Working
}

// spins adds the spinner's first turn to a command that takes its time. What is
// done comes first, so that nothing waits for the spinner.
func (m *Model) spins(cmd tea.Cmd) tea.Cmd {
	if m.spin != nil || !m.working() {
		return cmd
	}
	s := spinner.New(spinner.WithSpinner(spinner.Line), spinner.WithStyle(m.env.Theme.Accent))
	m.spin = &s
	first := s.Tick
	return tea.Batch(cmd, tea.Tick(spinAfter, func(time.Time) tea.Msg { return first() }))
}

// turn turns the spinner on, or ends it once what was done is done.
func (m *Model) turn(msg spinner.TickMsg) tea.Cmd {
	if m.spin == nil || msg.ID != m.spin.ID() {
		return nil
	}
	if !m.working() {
		m.spin, m.turning = nil, false
		return nil
	}
	var cmd tea.Cmd
	*m.spin, cmd = m.spin.Update(msg)
	m.turning = true
	return cmd
}

func (m *Model) spinning() string {
	if !m.turning || !m.working() {
		return ""
	}
	return m.spin.View()
}
