package session

import (
	"io"
	"os"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/term"
)

// handledSignals are what Windows has: ctrl+c, and the closing of the window, signing out
// and shutting down, which come as SIGTERM.
var handledSignals = []os.Signal{os.Interrupt, syscall.SIGTERM}

func stops(os.Signal) bool { return false }

func ignoreBackground() {}

// canSuspend tells whether the platform has a way to stop a program and go on.
const canSuspend = false

func stopAlone() {}

// suspend does nothing on Windows.
type suspend struct{}

// SetStdin is asked for by the library and not used.
func (suspend) SetStdin(io.Reader) {}

// SetStdout is not used either.
func (suspend) SetStdout(io.Writer) {}

// SetStderr is not used either.
func (suspend) SetStderr(io.Writer) {}

// Run does nothing.
func (suspend) Run() error { return nil }

// keys leaves them to the library, which takes whole events from the console; one
// that closes comes as a signal.
func keys(func()) tea.ProgramOption { return func(*tea.Program) {} }

// discardInput does nothing: a console answers at once.
func discardInput(int) {}

// lastAnswers waits for nothing, for the same reason.
func lastAnswers() {}

// resetTerminal does nothing: the console's modes go with the console's owner.
func resetTerminal() {}

// hiddenLine reads a line without showing it.
func hiddenLine(fd int) (pastedLine, error) {
	line, err := term.ReadPassword(fd)
	return pastedLine{text: string(line)}, err
}

// markPastes does nothing: a console that edits lines doesn't mark pastes.
func markPastes(io.Writer) func() { return func() {} }

// disableEcho does nothing: the console stops showing what is typed when it is read.
func disableEcho(int) func() { return func() {} }

// echo needs none either.
func echo(int) func() { return func() {} }

// withoutControls needs none: a console shows no marks.
func withoutControls(int) func() { return func() {} }

// endLine does nothing: a console gives a line when it is ended.
func endLine(int) {}
