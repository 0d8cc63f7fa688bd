//go:build !windows

package process

import (
	"errors"
	"os"
	"regexp"
	"time"

	"golang.org/x/sys/unix"
)

// drain takes out of the terminal, which is raw, what it still answers: until it was
// silent for a while, has said all that is waited for, or has had its time.
func drain(fd int, silence, limit time.Duration, all func(got []byte) bool) {
	var got []byte
	buf := make([]byte, 256)
	for end := time.Now().Add(limit); !all(got); {
		wait := min(silence, time.Until(end))
		if wait <= 0 {
			return
		}
		n, err := unix.Poll([]unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}, int(wait/time.Millisecond)+1) //nolint:gosec // a descriptor's number
		if errors.Is(err, unix.EINTR) {
			continue
		}
		if err != nil || n == 0 {
			return
		}
		read, err := unix.Read(fd, buf)
		if err != nil || read == 0 {
			return
		}
		got = append(got, buf[:read]...)
	}
}

// drainFor is no longer than a person would notice.
const drainFor = 500 * time.Millisecond

// discardInput takes out of the terminal what it still answers to what it was asked, so
// that it isn't typed at a shell that has the terminal next.
func discardInput(fd int) {
	drain(fd, 150*time.Millisecond, drainFor, func([]byte) bool { return false })
}

// askWho asks a terminal what it is. Every one answers, and after whatever it was
// asked before.
const askWho = "\x1b[c"

// whoItIs is the answer: ESC [ ? numbers c.
var whoItIs = regexp.MustCompile(`\x1b\[\?[0-9;]*c`)

// LastAnswers waits for what the terminal still answers, at the end: somebody who
// leaves at once would find it at the prompt.
func LastAnswers() {
	if found == nil {
		return
	}
	if _, err := os.Stdout.WriteString(askWho); err == nil {
		drain(stdin(), drainFor, 2*drainFor, whoItIs.Match)
	}
}
