package process

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
)

// Child finds the process that has the terminal, while there is one.
type Child = atomic.Pointer[os.Process]

// Hand runs isspp itself with other arguments on the terminal, and sends what over makes
// of its end. ours reports whether an exit status is one by which it ends as it should;
// otherwise failed says how it ended, and the terminal is put in order here.
func Hand(
	args []string, running *Child, ours func(status int) bool, over func(status int, failed string) tea.Msg,
) tea.Cmd {
	status, failed := 0, ""
	run := func() error {
		self, err := os.Executable()
		if err != nil {
			return fmt.Errorf("isspp can't find its own program file: %w", err)
		}
		// Raw from the start, so that nothing typed meanwhile is echoed.
		defer makeRaw()()
		cmd := exec.Command(self, args...) //nolint:gosec // our own binary, with flags that the person gave us
		// What it writes as an error could be private, so that goes nowhere.
		cmd.Stdin, cmd.Stdout = os.Stdin, os.Stdout
		err = RunTied(cmd, running.Store)
		running.Store(nil)
		if status = cmd.ProcessState.ExitCode(); ours(status) {
			return nil
		}
		failed = howItEnded(cmd, err)
		if _, werr := os.Stdout.WriteString(terminalReset); werr != nil {
			return fmt.Errorf("the terminal is gone: %w", werr)
		}
		return nil
	}
	return tea.Exec(onTerminal(run), func(err error) tea.Msg {
		if err != nil {
			failed = err.Error()
		}
		return over(status, failed)
	})
}

// RunTied runs a program that ends when this process does, where the platform can tie
// one to the other. started, where it isn't nil, is given its process.
func RunTied(cmd *exec.Cmd, started func(*os.Process)) error {
	dieWithParent(cmd)
	// The tie is to the thread that starts the program, so that thread has to live as
	// long as the program does.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := cmd.Start(); err != nil {
		return err
	}
	if started != nil {
		started(cmd.Process)
	}
	return cmd.Wait()
}

// terminalReset clears the alternate screen and leaves every mode that a session may
// have been in: mouse, paste, keyboard, hidden cursor, colours.
const terminalReset = "\x1b[2J\x1b[H\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[?2026l\x1b[=0;1u" +
	"\x1b[?25h\x1b[0m\x1b[?1049l\x1b[0m\x1b]110\x07\x1b]111\x07"

// howItEnded says it in words, without anything that the program wrote.
func howItEnded(cmd *exec.Cmd, err error) string {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.String()
	}
	if cmd.ProcessState != nil {
		return cmd.ProcessState.String()
	}
	return "it could not be started"
}
