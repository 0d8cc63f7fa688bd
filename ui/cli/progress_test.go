//go:build !windows

package cli

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

func TestABarIsDrawnOnATerminalOnceSomethingTakesLong(t *testing.T) {
	t.Parallel()
	master, terminal, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminal: ", err)
	}
	defer func() { _ = master.Close() }()
	s := &Session{IO: IO{Err: terminal}}
	s.ASCII = true
	bar := s.progress("Reading")
	if !bar(0, 4) {
		t.Error("the work is told to stop")
	}
	time.Sleep(progressAfter + 20*time.Millisecond)
	bar(1, 4)
	bar(2, 4)
	bar(4, 4)
	if err := terminal.Close(); err != nil {
		t.Fatal(err)
	}
	drawn, _ := io.ReadAll(master) // whatever it held is read before it says that it is closed
	if out := string(drawn); strings.Contains(out, "0 of 4") ||
		!strings.Contains(out, "Reading ###############............... 2 of 4") || !strings.HasSuffix(out, "\r\x1b[K") {
		t.Errorf("drawn: %q", out)
	}
	piped := &Session{IO: IO{Err: &bytes.Buffer{}}}
	if piped.progress("Reading") != nil {
		t.Error("a bar goes into a pipe")
	}
}
