package component

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// soonAfter is the longest that typed text waits to be sealed to disk.
const soonAfter = 800 * time.Millisecond

// Throttle holds back saves of text that is being typed, so that there is a
// transaction at most every 800 ms and not one for each letter. It waits from
// the first change and not from the last: whoever types on without a pause
// would otherwise never be saved.
type Throttle struct {
	// ID tells this timer's messages from another's.
	ID   string
	wait bool
}

// SoonMsg says that a timer's time is up.
type SoonMsg struct{ Soon string }

// Ask starts the timer, unless it runs already.
func (s *Throttle) Ask() tea.Cmd {
	if s.wait {
		return nil
	}
	s.wait = true
	msg := SoonMsg{Soon: s.ID}
	return tea.Tick(soonAfter, func(time.Time) tea.Msg { return msg })
}

// Due takes a message and tells whether it says that it is time to save.
func (s *Throttle) Due(msg tea.Msg) bool {
	m, ok := msg.(SoonMsg)
	if !ok || m.Soon != s.ID || !s.wait {
		return false
	}
	s.wait = false
	return true
}

// Stop forgets the timer, since what it waited for is being saved.
func (s *Throttle) Stop() { s.wait = false }

// Waiting tells that typed text waits for the timer.
func (s *Throttle) Waiting() bool { return s.wait }
