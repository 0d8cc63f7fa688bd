package process

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/term"
)

// found is the terminal as this process found it, or nil.
var found *term.State

func stdin() int { return int(os.Stdin.Fd()) }

func makeRaw() (undo func()) {
	before, err := term.MakeRaw(stdin())
	if err != nil {
		return func() {} // no terminal: the library says so
	}
	if found == nil {
		found = before
	}
	return func() {
		_ = term.Restore(stdin(), before)
		if parentGone() {
			Shell.Set(stdin()) // it was raw already: the first process had made it so, and is gone
		}
	}
}

// parentGone reports whether the first process is gone. One that is just ending closes
// the terminal before the system has given this process another parent, so after a
// signal it is asked for a moment longer.
func parentGone() bool {
	for range 30 {
		if ParentChanged() {
			return true
		}
		if !Terminating.Load() {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	return false
}

// asFound gives the terminal back as this process found it, for what needs it so, and
// returns how to go on.
func asFound() (again func()) {
	if found == nil {
		return func() {}
	}
	LastAnswers()
	_ = term.Restore(stdin(), found)
	return func() { _, _ = term.MakeRaw(stdin()) }
}

// onTerminal does something for which the library lets go of the terminal. It has the
// process's own input and output: the library would pass wrappers.
type onTerminal func() error

// Run does it.
func (do onTerminal) Run() error { return do() }

// SetStdin is asked for by the library and not used.
func (onTerminal) SetStdin(io.Reader) {}

// SetStdout is not used either.
func (onTerminal) SetStdout(io.Writer) {}

// SetStderr is not used either.
func (onTerminal) SetStderr(io.Writer) {}

// Lent tells that another program, the person's editor, has the terminal: the keys
// that interrupt and suspend are for it.
var Lent atomic.Bool

// Lend runs the person's own program on the terminal, and sends what done makes of its
// end. It finds the terminal as a shell would leave it; afterwards that is raw again, as
// the app had it.
func Lend(cmd *exec.Cmd, done tea.ExecCallback) tea.Cmd {
	return tea.Exec(onTerminal(func() error {
		cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
		Lent.Store(true)
		defer Lent.Store(false)
		defer asFound()()
		return cmd.Run()
	}), done)
}

// framesPerSecond is the library's highest: a key is drawn at its next tick.
const framesPerSecond = 120

// Screen is a model that fills a whole screen, and can be drawn before it runs.
type Screen interface {
	tea.Model
	Resize(w, h int)
	Frame() string
}

// Show shows a screen's first frame at once, before the library has started, and makes
// the program that goes on from there, without handlers of signals. ask is what the
// terminal is asked before that frame. closed, where it isn't nil, is told that the
// terminal is gone. restore puts the terminal in order at the end.
func Show(m Screen, ask string, closed func(), options ...tea.ProgramOption) (p *tea.Program, restore func()) {
	// The library makes the terminal raw only once it has started: what a person types
	// into the first frame until then would be echoed, a passphrase too, and Enter would
	// come as another key.
	restore = makeRaw()
	_, _ = os.Stdout.WriteString(ask) // the library's own writes would say what is wrong
	paint(m)
	own := []tea.ProgramOption{tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler(), keys(closed)}
	return tea.NewProgram(m, append(own, options...)...), restore
}

// Run runs a program until it ends.
func Run(p *tea.Program) error {
	if _, err := p.Run(); err != nil && !errors.Is(err, tea.ErrInterrupted) {
		return fmt.Errorf("the screen ended by itself: %w", err)
	}
	return nil
}

// paint writes the first frame: the library's own waits for a tick. It asks the
// terminal nothing.
func paint(m Screen) {
	w, h, err := term.GetSize(int(os.Stdout.Fd()))
	if err != nil || w <= 0 || h <= 0 {
		return
	}
	m.Resize(w, h)
	out := colorprofile.Writer{Forward: os.Stdout, Profile: colorprofile.Env(os.Environ())}
	// Line ends are returns too, since the terminal may be raw already.
	_, _ = out.WriteString("\x1b[?1049h\x1b[?25l\x1b[H\x1b[2J" + strings.ReplaceAll(m.Frame(), "\n", "\r\n"))
}
