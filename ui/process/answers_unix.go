//go:build !windows

package process

import (
	"errors"
	"os"
	"regexp"
	"time"

	"golang.org/x/sys/unix"
)

// drainFor is no longer than a person would notice.
const drainFor = 500 * time.Millisecond

// askWho asks a terminal what it is. Every one answers, and after whatever it was
// asked before.
const askWho = "\x1b[c"

// whoItIs is the answer: ESC [ ? numbers c.
var whoItIs = regexp.MustCompile(`\x1b\[\?[0-9;]*c`)

// LastAnswers waits for what the terminal, which is raw, still answers: a shell that has
// it next would find that at its prompt.
func LastAnswers() {
	if found == nil {
		return
	}
	if _, err := os.Stdout.WriteString(askWho); err != nil {
		return
	}
	var got []byte
	buf := make([]byte, 256)
	for end := time.Now().Add(2 * drainFor); !whoItIs.Match(got); {
		wait := min(drainFor, time.Until(end))
		if wait <= 0 {
			return
		}
		in := []unix.PollFd{{Fd: int32(stdin()), Events: unix.POLLIN}} //nolint:gosec // a descriptor's number
		n, err := unix.Poll(in, int(wait/time.Millisecond)+1)
		if errors.Is(err, unix.EINTR) {
			continue
		}
		if err != nil || n == 0 {
			return
		}
		read, err := unix.Read(stdin(), buf)
		if err != nil || read == 0 {
			return
		}
		got = append(got, buf[:read]...)
	}
}
