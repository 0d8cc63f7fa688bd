//go:build !windows

package process

import (
	"errors"
	"io"
	"os"

	"golang.org/x/sys/unix"

	"isspp/ui/input"
)

// HiddenLine reads a line from a terminal that shows nothing just now. It leaves the
// terminal's modes alone, so that one that is interrupted meanwhile stays as it was
// put back. A paste is one line, whatever is in it.
func HiddenLine(fd int) (PastedLine, error) {
	defer MarkPastes(os.Stderr)()
	var got []byte
	for one := make([]byte, 1); ; {
		n, err := unix.Read(fd, one)
		switch {
		case errors.Is(err, unix.EINTR):
			continue
		case err != nil:
			return PastedLine{}, err
		case n == 0:
			return PastedLine{}, io.EOF
		}
		got = append(got, one[0])
		if one[0] == '\n' {
			if l, whole := unpasted(string(got)); whole {
				return l, nil
			}
		}
	}
}

// marking tells that the terminal marks pastes.
var marking bool

// MarkPastes asks a terminal to say where a paste begins and ends, and gives how to
// undo it. Where it does so already nothing changes.
func MarkPastes(terminal io.Writer) (undo func()) {
	if t := os.Getenv("TERM"); marking || t == "" || t == "dumb" {
		return func() {}
	}
	marking = true
	_, _ = io.WriteString(terminal, input.MarkPastes)
	return func() {
		_, _ = io.WriteString(terminal, input.MarkNone)
		marking = false
	}
}
