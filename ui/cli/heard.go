package cli

import (
	"errors"
	"io"
	"syscall"

	"isspp/ui/theme"
)

// errWriter remembers the first failure of the standard output: an answer that
// is cut short on a full disk must not end with the status of a whole one.
type errWriter struct {
	io.Writer
	err error
}

// Write writes, and remembers.
func (h *errWriter) Write(b []byte) (int, error) {
	n, err := h.Writer.Write(b)
	if err != nil && h.err == nil {
		h.err = err
	}
	return n, err
}

// failed leaves aside a reader that has seen enough, such as head.
func (h *errWriter) failed() bool { return h.err != nil && !errors.Is(h.err, syscall.EPIPE) }

// people is an output that people read: with --ascii it has nothing else. A pipe
// may lead to a program, which is given the text as it is.
type people struct {
	io.Writer
	s *Session
}

// Write writes whole characters.
func (p people) Write(b []byte) (int, error) {
	if p.s.ASCII && p.s.Width > 0 {
		return theme.PlainWriter{Writer: p.Writer}.Write(b)
	}
	return p.Writer.Write(b)
}
