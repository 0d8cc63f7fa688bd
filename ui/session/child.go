package session

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

// endedMsg tells the first process how the session ended.
type endedMsg Outcome

// child is the session's process, for the time that it has the terminal.
type child struct {
	args []string
	// tab is where the session began: where the person is put back if it can't
	// tell any more.
	tab     int
	outcome Outcome
	// running is where the first process finds the child's process meanwhile.
	running *atomic.Pointer[os.Process]
}

// childArgs are the command line of a session.
func childArgs(o Options, ask kit.AskMsg, tab int, walking, back bool) []string {
	args := append([]string{"session", "--notes", o.NotesPath, "--theme", o.Theme, "--tab", strconv.Itoa(tab)}, o.flags...)
	if ask == kit.AskUnsaved {
		args = append(args, "--unsaved")
	}
	if ask == kit.AskUpkeep {
		args = append(args, "--upkeep")
	}
	if back {
		args = append(args, "--back")
	}
	if walking {
		args = append(args, "--walking")
	}
	if o.demo {
		args = append(args, "--open")
	}
	return args
}

// startChild hands the terminal to a session.
func startChild(args []string, tab int, running *atomic.Pointer[os.Process]) tea.Cmd {
	c := &child{args: args, tab: tab, running: running}
	return tea.Exec(c, func(err error) tea.Msg {
		if err != nil {
			return endedMsg{Tab: tab, Failed: err.Error()}
		}
		return endedMsg(c.outcome)
	})
}

// SetStdin, SetStdout and SetStderr are asked for by the library; the session
// takes the process's own.
func (c *child) SetStdin(io.Reader) {}

// SetStdout is not used; see SetStdin.
func (c *child) SetStdout(io.Writer) {}

// SetStderr is not used: what a session writes there could be private, so it
// goes nowhere.
func (c *child) SetStderr(io.Writer) {}

// Run waits for the session to end and puts the terminal in order if the
// session didn't.
func (c *child) Run() error {
	self, err := os.Executable()
	if err != nil {
		return fmt.Errorf("isspp can't find its own program file: %w", err)
	}
	// Raw from the start, so that nothing typed meanwhile is echoed.
	defer makeRaw()()
	cmd := exec.Command(self, c.args...) //nolint:gosec // our own binary, with flags that the person gave us
	cmd.Stdin, cmd.Stdout = os.Stdin, os.Stdout
	dieWithParent(cmd)
	// The tie is to the thread that starts the child, so that thread has to
	// live as long as the child does.
	runtime.LockOSThread()
	err = c.run(cmd)
	runtime.UnlockOSThread()
	if outcome, ours := outcomeOf(cmd.ProcessState.ExitCode()); ours {
		c.outcome = outcome
		return nil
	}
	if _, werr := os.Stdout.WriteString(terminalReset); werr != nil {
		return fmt.Errorf("the terminal is gone: %w", werr)
	}
	c.outcome = Outcome{Tab: c.tab, Failed: howItEnded(cmd, err)}
	return nil
}

// run starts the child and waits for its end.
func (c *child) run(cmd *exec.Cmd) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	c.running.Store(cmd.Process)
	defer c.running.Store(nil)
	return cmd.Wait()
}

// terminalReset clears the alternate screen and leaves every mode that a session may
// have been in: mouse, paste, keyboard, hidden cursor, colours.
const terminalReset = "\x1b[2J\x1b[H\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[?2026l\x1b[=0;1u\x1b[?25h\x1b[0m\x1b[?1049l\x1b[0m\x1b]110\x07\x1b]111\x07"

// howItEnded says it in words, without anything that the session wrote.
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
