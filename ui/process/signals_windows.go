package process

import (
	"io"
	"os"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/term"
)

// Handled are what Windows has: ctrl+c, and the closing of the window, signing out and
// shutting down, which come as SIGTERM.
var Handled = []os.Signal{os.Interrupt, syscall.SIGTERM}

// CanSuspend tells whether the platform has a way to stop a program and go on.
const CanSuspend = false

// Suspends is false: Windows has no such signal, so none of the next three is needed.
func Suspends(os.Signal) bool { return false }

// Suspend does nothing.
func Suspend() tea.Cmd { return nil }

// StopAlone does nothing.
func StopAlone() {}

// IgnoreBackground does nothing.
func IgnoreBackground() {}

// keys leaves them to the library, which takes whole events from the console; one
// that closes comes as a signal.
func keys(func()) tea.ProgramOption { return func(*tea.Program) {} }

// LastAnswers waits for nothing: a console answers at once.
func LastAnswers() {}

// HiddenLine reads a line without showing it.
func HiddenLine(fd int) (PastedLine, error) {
	line, err := term.ReadPassword(fd)
	return PastedLine{Text: string(line)}, err
}

// MarkPastes does nothing: a console that edits lines doesn't mark pastes.
func MarkPastes(io.Writer) func() { return func() {} }

// Set does nothing: a console hides what is typed when that is read, shows no marks,
// gives a line when it is ended, and its modes go with its owner.
func (Mode) Set(int) func() { return func() {} }
