package session

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/process"
)

// whyLocked says, after a lock that nobody asked for, why it came and that nothing
// is lost.
func whyLocked(limit time.Duration, writing bool) string {
	after := limit.String()
	if n := int(limit / time.Minute); limit%time.Minute == 0 {
		after = model.Count(n, "minute")
	}
	text := "Locked: no key was pressed for " + after + ", or the computer was asleep."
	if writing {
		return text + " What you were writing is saved, and comes back when you unlock (u)."
	}
	return text + " Everything is saved; u unlocks."
}

// lockedMsg says that the session has locked by itself, with the config as it is now;
// writing tells that something was being written.
type lockedMsg struct {
	config  tea.Msg
	writing bool
}

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
func (s *notesSession) look(now time.Time) tea.Cmd {
	over := s.idle.Over(now, s.o.Idle())
	var do tea.Cmd
	switch {
	case process.ParentChanged() && !s.alone:
		s.alone = true
		do = s.leave(Outcome{Quit: true})
	case s.leaving != nil:
		if !now.Before(s.nextTry) {
			s.nextTry = now.Add(tryEvery)
			do = s.leaveIfSettled()
		}
	case !over && s.idle.Warn(s.o.Idle()):
		do = component.Say("isspp locks in 30 seconds. Any key keeps it open. What you are writing is saved before " +
			"it locks.")
	case !over:
	case s.store == nil && s.Busy() != "":
		s.app.Hide()
	default:
		o := s.place()
		o.Idle = true
		do = s.leave(o)
	}
	return tea.Batch(do, watchIdle())
}
