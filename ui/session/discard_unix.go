//go:build !windows

package session

import (
	"bytes"
	"errors"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// The terminal's answers are waited for until it was silent for a while, and not
// longer than a person would notice.
const (
	silence  = 150 * time.Millisecond
	drainFor = 500 * time.Millisecond
)

// discardInput takes out of the terminal what it still answers to what it was asked, so
// that it isn't typed at a shell that has the terminal next. The terminal is raw.
func discardInput(fd int) {
	buf := make([]byte, 256)
	for end := time.Now().Add(drainFor); time.Now().Before(end); {
		n, err := unix.Poll([]unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}, int(silence/time.Millisecond)) //nolint:gosec // a descriptor's number
		if errors.Is(err, unix.EINTR) {
			continue
		}
		if err != nil || n == 0 {
			return
		}
		if read, err := unix.Read(fd, buf); err != nil || read == 0 {
			return
		}
	}
}

// askWho asks a terminal what it is. Every one answers, and after whatever it was
// asked before.
const askWho = "\x1b[c"

// lastAnswers waits for what the terminal still answers, at the end: somebody who
// leaves at once would find it at the prompt. The terminal is raw.
func lastAnswers() {
	if tty.before == nil {
		return
	}
	if _, err := os.Stdout.WriteString(askWho); err != nil {
		return
	}
	var got []byte
	buf := make([]byte, 256)
	end := time.Now().Add(drainFor)
	for last := end.Add(drainFor); time.Now().Before(end) && time.Now().Before(last) && !saidWho(got); {
		n, err := unix.Poll([]unix.PollFd{{Fd: int32(tty.fd), Events: unix.POLLIN}}, int(time.Until(end)/time.Millisecond)+1) //nolint:gosec // a descriptor's number
		if errors.Is(err, unix.EINTR) {
			continue
		}
		if err != nil || n == 0 {
			return
		}
		read, err := unix.Read(tty.fd, buf)
		if err != nil || read == 0 {
			return
		}
		got = append(got, buf[:read]...)
		end = time.Now().Add(drainFor) // it does answer, slowly
	}
}

// saidWho reports whether a terminal has said what it is: ESC [ ? numbers c.
func saidWho(got []byte) bool {
	at := bytes.LastIndex(got, []byte("\x1b[?"))
	if at < 0 {
		return false
	}
	rest := bytes.TrimLeft(got[at+3:], "0123456789;")
	return len(rest) > 0 && rest[0] == 'c'
}
