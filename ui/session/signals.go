package session

import (
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
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

// terminalLent tells that another program, the person's editor, has the terminal: the keys
// that interrupt and suspend are for it.
var terminalLent atomic.Bool

// terminating tells that a signal has asked the session to end.
var terminating atomic.Bool

// onSignals calls handle for each signal that asks the process to end, to stop, or
// that would end it with the terminal in disorder.
func onSignals(handle func(os.Signal)) (stop func()) {
	c, done := make(chan os.Signal, 4), make(chan struct{})
	signal.Notify(c, handledSignals...)
	go func() {
		for {
			select {
			case sig := <-c:
				handle(sig)
			case <-done:
				return
			}
		}
	}()
	return func() { signal.Stop(c); close(done) }
}

// handleSignals seals and locks when the terminal closes or the session is asked to end.
func (s *notesSession) handleSignals(p *tea.Program) (stop func()) {
	ignoreBackground()
	return onSignals(func(sig os.Signal) {
		if stops(sig) {
			p.Send(suspendMsg{})
			return
		}
		terminating.Store(true)
		p.Send(hangUpMsg{})
	})
}

// handleSignals ends the first process in order: a session first, which seals what it
// has, then the screen.
func (l *supervisor) handleSignals(p *tea.Program) (stop func()) {
	return onSignals(func(sig os.Signal) {
		child := l.child.Load()
		switch {
		case terminalLent.Load() && stops(sig):
			stopAlone() // beside the program that has the terminal
			return
		case terminalLent.Load() && sig == os.Interrupt:
			return // it was meant for that program
		case stops(sig) && child != nil:
			_ = child.Signal(sig)
			return
		case stops(sig):
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
