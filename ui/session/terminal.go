package session

import (
	"os"
	"time"

	"golang.org/x/term"
)

// tty is the terminal as this process found it.
var tty struct {
	fd     int
	before *term.State
}

// makeRaw makes the terminal raw before the first frame is shown, and returns how
// to undo it. The library does so only once it has started: what a person types
// into the first frame until then would be echoed, a passphrase too, and Enter
// would come as another key.
func makeRaw() func() {
	tty.fd = int(os.Stdin.Fd())
	before, err := term.MakeRaw(tty.fd)
	if err != nil {
		return func() {} // no terminal: the library says so
	}
	tty.before = before
	return func() {
		_ = term.Restore(tty.fd, before)
		if parentGone() {
			resetTerminal() // it was raw already: the first process had made it so, and is gone
		}
	}
}

// parentGone tells that the first process is gone. One that is just ending closes
// the terminal before the system has given this process another parent, so after a
// signal it is asked for a moment longer.
func parentGone() bool {
	for range 30 {
		if parentChanged() {
			return true
		}
		if !terminating.Load() {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	return false
}

// withOriginalTerminal runs what needs the terminal as this process found it: being stopped.
func withOriginalTerminal(do func()) {
	if tty.before == nil {
		do()
		return
	}
	discardInput(tty.fd)
	_ = term.Restore(tty.fd, tty.before)
	do()
	_, _ = term.MakeRaw(tty.fd)
}
