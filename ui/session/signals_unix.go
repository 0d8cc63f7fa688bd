//go:build !windows

package session

import (
	"io"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/input"
)

// handledSignals are the signals that end in order instead of leaving the terminal raw
// with whatever it shows.
var handledSignals = []os.Signal{
	syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGABRT, syscall.SIGSEGV, syscall.SIGTSTP,
}

func stops(sig os.Signal) bool { return sig == syscall.SIGTSTP }

// ignoreBackground lets a session whose first process was killed put the terminal
// in order, though a shell has it again: otherwise it would be stopped.
func ignoreBackground() { signal.Ignore(syscall.SIGTTOU, syscall.SIGTTIN) }

// canSuspend tells whether the platform has a way to stop a program and go on.
const canSuspend = true

// stopAlone stops this process until the shell lets the group go on.
func stopAlone() { _ = syscall.Kill(os.Getpid(), syscall.SIGSTOP) }

// suspend is isspp stopped by the shell, with the terminal as the shell had it.
type suspend struct{}

// SetStdin is asked for by the library and not used.
func (suspend) SetStdin(io.Reader) {}

// SetStdout is not used either.
func (suspend) SetStdout(io.Writer) {}

// SetStderr is not used either.
func (suspend) SetStderr(io.Writer) {}

// Run stops the process group and returns when the shell lets it go on.
func (suspend) Run() error {
	cont := make(chan os.Signal, 1)
	signal.Notify(cont, syscall.SIGCONT)
	defer signal.Stop(cont)
	withOriginalTerminal(func() {
		// Go keeps its own handler of SIGTSTP once it had one, so that this one alone
		// stops.
		if err := syscall.Kill(0, syscall.SIGSTOP); err == nil {
			<-cont
		}
	})
	return nil
}

// keys reads the terminal through our own reader, so that a paste in pieces loses
// nothing. closed, where it isn't nil, is told that the terminal is gone.
func keys(closed func()) tea.ProgramOption {
	return tea.WithInput(input.FromTerminal(os.Stdin, closed))
}
