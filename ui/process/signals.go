package process

import (
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"

	"golang.org/x/term"
)

const statusInterrupted = 130

// AskToEnd are the signals that ask a process to end.
var AskToEnd = []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}

// OnSignals calls handle for each of some signals, until stop.
func OnSignals(signals []os.Signal, handle func(os.Signal)) (stop func()) {
	c, done := make(chan os.Signal, 4), make(chan struct{})
	signal.Notify(c, signals...)
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

// UntilAskedToEnd gives a channel that is closed when the process is asked to end.
func UntilAskedToEnd() (asked <-chan struct{}, stop func()) {
	closed := make(chan struct{})
	once := sync.OnceFunc(func() { close(closed) })
	return closed, OnSignals(AskToEnd, func(os.Signal) { once() })
}

// OnInterrupt does what puts things in order and ends the program, where it is asked
// to end before stop.
func OnInterrupt(do func()) (stop func()) {
	return OnSignals(AskToEnd, func(os.Signal) {
		do()
		os.Exit(statusInterrupted)
	})
}

// RestoreIfInterrupted puts the terminal back and ends the program where it is
// interrupted while a passphrase is being typed: the echo would stay off.
func RestoreIfInterrupted(fd int) (stop func()) {
	before, err := term.GetState(fd)
	if err != nil {
		return func() {}
	}
	return OnInterrupt(func() {
		terminalModes.Lock() // for good: nobody changes them after this
		_ = term.Restore(fd, before)
		_, _ = os.Stderr.WriteString("\n")
	})
}

// Terminating tells that a signal has asked the session to end.
var Terminating atomic.Bool
