//go:build !windows

package session

import (
	"errors"
	"time"

	"golang.org/x/sys/unix"
)

// The terminal's answers are waited for until it was silent for a while, and not
// longer than a person would notice.
const (
	silence  = 150 * time.Millisecond
	drainFor = 500 * time.Millisecond
)

// drain takes out of the terminal what it still answers to what it was asked, so
// that it isn't typed at a shell that has the terminal next. The terminal is raw.
func drain(fd int) {
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
