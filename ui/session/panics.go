//go:build panics && !windows

package session

import (
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/app"
)

// A build for tests with the tag panics panics on SIGUSR1 at the next message,
// where the screen is drawn and keys are taken, and on SIGUSR2 in a goroutine of
// its own; both with the whole screen as the panic's value.
func init() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGUSR1, syscall.SIGUSR2)
	var soon atomic.Bool
	var frame atomic.Value
	extra = []tea.ProgramOption{tea.WithFilter(func(m tea.Model, msg tea.Msg) tea.Msg {
		if a, ok := m.(*app.Model); ok {
			frame.Store(a.Frame())
		}
		if soon.Load() {
			panic(frame.Load())
		}
		return msg
	})}
	go func() {
		for sig := range c {
			if sig == syscall.SIGUSR2 {
				panic(frame.Load())
			}
			soon.Store(true)
		}
	}()
}
