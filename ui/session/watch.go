package session

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// idleMsg is the regular look at how long no key was pressed.
type idleMsg time.Time

// idleEvery is how often the session looks at the clock, and tryEvery how often a
// lock that the disk refused is tried again.
const (
	idleEvery = time.Second
	tryEvery  = 5 * time.Second
)

func watchIdle() tea.Cmd {
	return tea.Tick(idleEvery, func(t time.Time) tea.Msg { return idleMsg(t) })
}

// look locks when nobody has pressed a key for a while, when the computer has
// slept, and when the first process is gone: half a passphrase is not left waiting
// either. What is saved nowhere can't be locked away: then the screen is hidden.
func (s *open) look(now time.Time) tea.Cmd {
	over := s.idle.over(momentOf(now), s.o.Idle)
	var do tea.Cmd
	switch {
	case orphaned() && !s.alone:
		s.alone = true
		do = s.leave(Outcome{Quit: true})
	case s.leaving != nil:
		if !now.Before(s.nextTry) {
			s.nextTry = now.Add(tryEvery)
			do = s.leaveIfSettled()
		}
	case !over:
	case s.store == nil && s.Busy() != "":
		s.app.Hide()
	default:
		do = s.leave(s.place())
	}
	return tea.Batch(do, watchIdle())
}
