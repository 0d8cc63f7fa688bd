package session

import (
	tea "charm.land/bubbletea/v2"
)

// backupFailedMsg says why the day's backup was not made.
type backupFailedMsg struct{ err error }

// backUp makes the day's backup after the first save of the day, beside the
// app: no save waits for it, and none fails because of it. A failure is told
// once a day and session, not after every answer.
func (s *notesSession) backUp() tea.Cmd {
	today := s.env.Clock().Format("2006-01-02")
	if s.store == nil || s.backedUp == today {
		return nil
	}
	s.backedUp = today
	notes := s.store
	return func() tea.Msg {
		if _, err := notes.Backup("", false); err != nil {
			return backupFailedMsg{err}
		}
		return nil
	}
}
