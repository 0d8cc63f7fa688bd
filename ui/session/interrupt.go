package session

import (
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/term"
)

// statusInterrupted is how a shell knows a program that was interrupted.
const statusInterrupted = 130

// restoreIfInterrupted puts the terminal back and ends the program where it is
// interrupted while a passphrase is being typed: the echo would stay off.
func restoreIfInterrupted(fd int) (stop func()) {
	before, err := term.GetState(fd)
	if err != nil {
		return func() {}
	}
	c, done := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		select {
		case <-c:
			terminalModes.Lock() // for good: nobody changes them after this
			_ = term.Restore(fd, before)
			_, _ = os.Stderr.WriteString("\n")
			os.Exit(statusInterrupted)
		case <-done:
		}
	}()
	return func() { signal.Stop(c); close(done) }
}
