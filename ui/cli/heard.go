package cli

import (
	"errors"
	"io"
	"syscall"
)

// heardOut remembers the first failure of the standard output: an answer that
// is cut short on a full disk must not end with the status of a whole one.
type heardOut struct {
	io.Writer
	err error
}

// Write writes, and remembers.
func (h *heardOut) Write(b []byte) (int, error) {
	n, err := h.Writer.Write(b)
	if err != nil && h.err == nil {
		h.err = err
	}
	return n, err
}

// failed leaves aside a reader that has seen enough, such as head.
func (h *heardOut) failed() bool { return h.err != nil && !errors.Is(h.err, syscall.EPIPE) }
