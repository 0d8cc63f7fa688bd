//go:build !windows

package process

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"regexp"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"

	"isspp/ui/input"
)

// Harden keeps the memory of this process from being written to the disk or read
// by other programs of the same person, as far as the platform can. What fails is
// borne: the notes are no less sealed for it.
func Harden() {
	_ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})
	denyReading()
}

// parent is the first process, as it was at the start.
var parent = os.Getppid()

// ParentChanged reports whether the first process is gone: the system has given this one
// another parent.
func ParentChanged() bool { return os.Getppid() != parent }

// Handled are the signals that end in order instead of leaving the terminal raw with
// whatever it shows, and the one that suspends.
var Handled = []os.Signal{
	syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGABRT, syscall.SIGSEGV, syscall.SIGTSTP,
}

// Suspends reports whether a signal is the one that suspends.
func Suspends(sig os.Signal) bool { return sig == syscall.SIGTSTP }

// IgnoreBackground lets a session whose first process was killed put the terminal
// in order, though a shell has it again: otherwise it would be stopped.
func IgnoreBackground() { signal.Ignore(syscall.SIGTTOU, syscall.SIGTTIN) }

// CanSuspend tells whether the platform has a way to stop a program and go on.
const CanSuspend = true

// StopAlone stops this process until the shell lets the group go on.
func StopAlone() { _ = syscall.Kill(os.Getpid(), syscall.SIGSTOP) }

// Suspend stops the process group, with the terminal as the shell had it, until the
// shell lets it go on.
func Suspend() tea.Cmd {
	return tea.Exec(onTerminal(func() error {
		cont := make(chan os.Signal, 1)
		signal.Notify(cont, syscall.SIGCONT)
		defer signal.Stop(cont)
		defer asFound()()
		// Go keeps its own handler of SIGTSTP once it had one, so that this one alone
		// stops.
		if err := syscall.Kill(0, syscall.SIGSTOP); err == nil {
			<-cont
		}
		return nil
	}), func(error) tea.Msg { return nil })
}

// keys reads the terminal through our own reader, so that a paste in pieces loses
// nothing. closed, where it isn't nil, is told that the terminal is gone.
func keys(closed func()) tea.ProgramOption {
	return tea.WithInput(input.FromTerminal(os.Stdin, closed))
}

// A terminal elsewhere stays or goes as its owner has set it.
func ownWindow() bool    { return false }
func inNewConsole() bool { return false }

// Set sets the mode of a terminal, and returns how to undo it.
func (m Mode) Set(fd int) (undo func()) {
	terminalModes.Lock()
	defer terminalModes.Unlock()
	before, err := unix.IoctlGetTermios(fd, getModes)
	if err != nil {
		return func() {}
	}
	t := *before
	switch m {
	case NoEcho:
		t.Lflag &^= unix.ECHO
	case Echo:
		t.Lflag |= unix.ECHO
	case NoControls:
		t.Lflag &^= unix.ECHOCTL
	case EndLine:
		t.Lflag &^= unix.ICANON
		t.Cc[unix.VMIN], t.Cc[unix.VTIME] = 0, 0
	case Shell:
		t.Iflag |= unix.ICRNL | unix.IXON
		t.Oflag |= unix.OPOST | unix.ONLCR
		t.Lflag |= unix.ECHO | unix.ECHOE | unix.ECHOK | unix.ICANON | unix.ISIG | unix.IEXTEN
	}
	_ = unix.IoctlSetTermios(fd, setModes, &t)
	return func() {
		terminalModes.Lock()
		defer terminalModes.Unlock()
		_ = unix.IoctlSetTermios(fd, setModes, before)
	}
}

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

const (
	// drainFor is no longer than a person would notice.
	drainFor = 500 * time.Millisecond
	// askWho asks a terminal what it is. Every one answers, and after whatever it was
	// asked before.
	askWho = "\x1b[c"
)

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
