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

// patience is how long the first process waits for a session to seal its draft
// when both are asked to end.
const patience = 10 * time.Second

// lent tells that another program, the person's editor, has the terminal: the keys
// that interrupt and suspend are for it.
var lent atomic.Bool

// hungUp tells that a signal has asked the session to end.
var hungUp atomic.Bool

// onSignals calls heed for each signal that asks the process to end, to stop, or
// that would end it with the terminal in disorder.
func onSignals(heed func(os.Signal)) (stop func()) {
	c, done := make(chan os.Signal, 4), make(chan struct{})
	signal.Notify(c, heeded...)
	go func() {
		for {
			select {
			case sig := <-c:
				heed(sig)
			case <-done:
				return
			}
		}
	}()
	return func() { signal.Stop(c); close(done) }
}

// heed seals and locks when the terminal closes or the session is asked to end.
func (s *open) heed(p *tea.Program) (stop func()) {
	ignoreBackground()
	return onSignals(func(sig os.Signal) {
		if stops(sig) {
			p.Send(suspendMsg{})
			return
		}
		hungUp.Store(true)
		p.Send(hangUpMsg{})
	})
}

// heed ends the first process in order: a session first, which seals what it
// has, then the screen.
func (l *lookUp) heed(p *tea.Program) (stop func()) {
	return onSignals(func(sig os.Signal) {
		child := l.child.Load()
		switch {
		case lent.Load() && stops(sig):
			stopAlone() // beside the program that has the terminal
			return
		case lent.Load() && sig == os.Interrupt:
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
			time.AfterFunc(patience, func() { _ = child.Kill() })
			return
		}
		p.Send(endMsg{})
	})
}
