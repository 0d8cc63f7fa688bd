//go:build !windows

package input

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// Terminal is a terminal read through a Reader. It is a file otherwise, so that the
// library makes it raw and can stop reading it.
type Terminal struct {
	*os.File
	reader *Reader
	closed func()
}

// FromTerminal reads a terminal. One that has closed is told once, and then its
// reader waits, so that what is being typed can still be sealed; without closed the
// failure is the reader's.
func FromTerminal(f *os.File, closed func()) *Terminal {
	return &Terminal{File: f, reader: NewReader(file{f}), closed: closed}
}

// Read reads keys and pastes, whole.
func (t *Terminal) Read(p []byte) (int, error) {
	n, err := t.reader.Read(p)
	if err != nil && n == 0 && t.closed != nil {
		t.closed()
		select {}
	}
	return n, err
}

// file is a Source.
type file struct{ *os.File }

// Now is the time that passes.
func (file) Now() time.Time { return time.Now() }

// Wait waits until there is something to read.
func (f file) Wait(d time.Duration) bool {
	fds := []unix.PollFd{{Fd: int32(f.Fd()), Events: unix.POLLIN}} //nolint:gosec // a descriptor's number
	for end := time.Now().Add(d); ; {
		n, err := unix.Poll(fds, int(max(time.Until(end), 0)/time.Millisecond)+1)
		if !errors.Is(err, unix.EINTR) {
			return err == nil && n > 0
		}
	}
}

// Waiting reports whether a line was sent at once with the one that was just read
// from a terminal that edits lines.
func Waiting(f *os.File) bool { return file{f}.Wait(atOnce) }
