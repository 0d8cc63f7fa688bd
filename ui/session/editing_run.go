package session

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/term"

	"isspp/content"
	"isspp/ui/config"
)

// editing is the person's editor, for the time that it has the terminal.
type editing struct {
	cmd *exec.Cmd
	// cooked is the terminal as the shell had it; nil where there is none.
	cooked *term.State
}

// SetStdin gives the editor the terminal.
func (e *editing) SetStdin(r io.Reader) { e.cmd.Stdin = r }

// SetStdout gives it the screen.
func (e *editing) SetStdout(w io.Writer) { e.cmd.Stdout = w }

// SetStderr gives it the screen too.
func (e *editing) SetStderr(w io.Writer) { e.cmd.Stderr = w }

// Run waits for the editor to end. It finds the terminal as a shell would leave
// it; afterwards it is raw again, as the app had it.
func (e *editing) Run() error {
	// The library passes its own wrappers; an editor needs the terminal itself.
	e.cmd.Stdin, e.cmd.Stdout, e.cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	terminalLent.Store(true)
	defer terminalLent.Store(false)
	if fd := int(os.Stdin.Fd()); e.cooked != nil {
		if err := term.Restore(fd, e.cooked); err != nil {
			return fmt.Errorf("the terminal can't be handed over: %w", err)
		}
		defer func() { _, _ = term.MakeRaw(fd) }()
	}
	return e.cmd.Run()
}

// adopt writes the built-in edition into a folder, unless there is one, and
// makes the config file name it.
func adopt(m readyMsg, file string, clock func() time.Time) tea.Cmd {
	return func() tea.Msg {
		if !m.there {
			if _, err := content.Init(m.folder, false, clock()); err != nil {
				return adoptedMsg{ready: m, err: err}
			}
		}
		pack, mistakes, err := content.Read(m.folder)
		if err != nil {
			return adoptedMsg{ready: m, err: err}
		}
		if err := config.Set(file, "content", m.folder); err != nil {
			return adoptedMsg{ready: m, err: err}
		}
		at, found := pack.Place(m.id)
		switch {
		case len(mistakes) > 0:
			m.path, m.line = filepath.Join(m.folder, mistakes[0].File), mistakes[0].Line
		case found:
			m.path, m.line = pack.Path(at), at.Line
		default:
			m.path, m.line = filepath.Join(m.folder, "README.md"), 1
		}
		return adoptedMsg{ready: m}
	}
}

// howItWent says what there is to say of an editor that ended otherwise than well.
func howItWent(err error) string {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &exit):
		return "The editor ended with " + exit.String() + "; what it saved counts. "
	}
	return "The editor could not be started: " + err.Error() + ". "
}
