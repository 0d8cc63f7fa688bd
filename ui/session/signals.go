package session

import (
	"os"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/process"
)

// hangUpMsg says that the terminal has closed or that the process is asked to
// end: what can be sealed is sealed, and nobody is there to be asked.
type hangUpMsg struct{}

// suspendMsg asks for isspp to be suspended.
type suspendMsg struct{}

// endMsg says that the first process is asked to end.
type endMsg struct{}

// statusSignal is added to a signal's number for the exit status, as shells do.
const statusSignal = 128

// endTimeout is how long the first process waits for a session to seal its draft
// when both are asked to end.
const endTimeout = 10 * time.Second

// handleSignals seals and locks when the terminal closes or the session is asked to end.
func (s *notesSession) handleSignals(p *tea.Program) (stop func()) {
	process.IgnoreBackground()
	return process.OnSignals(process.Handled, func(sig os.Signal) {
		if process.Suspends(sig) {
			p.Send(suspendMsg{})
			return
		}
		process.Terminating.Store(true)
		p.Send(hangUpMsg{})
	})
}

// handleSignals ends the first process in order: a session first, which seals what it
// has, then the screen.
func (l *supervisor) handleSignals(p *tea.Program) (stop func()) {
	return process.OnSignals(process.Handled, func(sig os.Signal) {
		child, suspends, lent := l.child.Load(), process.Suspends(sig), process.Lent.Load()
		switch {
		case lent && suspends:
			process.StopAlone() // beside the program that has the terminal
			return
		case lent && sig == os.Interrupt:
			return // it was meant for that program
		case suspends && child != nil:
			_ = child.Signal(sig)
			return
		case suspends:
			p.Send(suspendMsg{})
			return
		}
		n, _ := sig.(syscall.Signal)
		l.ending.Store(int32(statusSignal + n)) //nolint:gosec // a signal's number
		if child != nil && child.Signal(syscall.SIGTERM) == nil {
			time.AfterFunc(endTimeout, func() { _ = child.Kill() })
			return
		}
		p.Send(endMsg{})
	})
}
