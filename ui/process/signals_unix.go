//go:build !windows

package process

import (
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/input"
)

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
