// Package cli answers from a shell what the app answers on a screen: who is
// assigned to a school, which service to ring, what the protocol says. It
// opens no store and asks for no passphrase.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"isspp/content"
	"isspp/model"
	"isspp/ui/config"
	"isspp/ui/theme"
)

// The exit statuses that scripts rely on.
const (
	// StatusFound: there is an answer.
	StatusFound = 0
	// StatusNothing: nothing was found, or what was asked failed; stderr says why.
	StatusNothing = 1
	// StatusUsage: the command line was wrong.
	StatusUsage = 2
)

// Options are the global flags.
type Options struct {
	// Content is a folder with another pack, or empty for the embedded one.
	Content string
	// Notes is the private notes' file, or empty for the usual place.
	Notes string
	// Theme is auto, dark, light, contrast or mono.
	Theme string
	// ASCII asks for plain signs only.
	ASCII bool
	// Config is the configuration's file, or empty for the usual place.
	Config string
	// Fictional says that the notes are a demonstration's: everything says so.
	Fictional bool
	// NoColor tells that the environment asks for no colour: NO_COLOR is set to
	// anything but nothing, or the terminal is a dumb one.
	NoColor bool
	// Plain tells that the environment asks for plain questions and answers.
	Plain bool
}

// IO is what a command reads and writes, so that tests need no terminal.
type IO struct {
	In       io.Reader
	Out, Err io.Writer
	// Now is the clock; its time zone is the person's.
	Now func() time.Time
	// Getenv reads the environment.
	Getenv func(string) string
	// Width is the terminal's width in cells, or 0 when Out is no terminal.
	Width int
}

// System is the process's own input, output, clock and environment.
func System() IO {
	width := 0
	if fd := int(os.Stdout.Fd()); term.IsTerminal(fd) {
		width = 80
		if w, _, err := term.GetSize(fd); err == nil && w > 0 {
			width = w
		}
	}
	return IO{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Now: time.Now, Getenv: os.Getenv, Width: width}
}

// Program is what the command line is wired to.
type Program struct {
	// Version is printed by --version.
	Version func() string
	// Start opens the app and gives the exit status.
	Start func(Options) int
	// Settings reads what the config file says; nil is a program without one.
	Settings func(Options) Settings
	// Commands are those of other packages.
	Commands Commands
}

// Commands make the commands of a name. Where the command line starts with one of
// them no other is made.
type Commands map[string]func(*Session) *cobra.Command

// Settings are what the config file says, and what is wrong in it. They are read when
// something first asks for them.
type Settings struct {
	config.Config
	config.Faults
	// File is the config file, whether it is there or not.
	File string
	// Copies is where the last good copy of a protocol is kept.
	Copies content.Copies
}

// Session is one run of the command line: its options and where it writes.
type Session struct {
	IO
	Options
	status int
	// asJSON tells that an answer is wanted as JSON.
	asJSON   bool
	settings func() Settings
	loaded   func() content.Loaded
	local    func() (*model.Local, []content.Mistake)
	// sayMistake says the Local file's first mistake once, however often it is asked.
	sayMistake sync.Once
}

// Run reads the command line (without the program's name), does what it says
// and gives the exit status. Messages go to stderr, one line where one will do.
func Run(ctx context.Context, args []string, sys IO, p Program) int {
	heard := &errWriter{Writer: sys.Out}
	sys.Out = heard
	s := &Session{IO: sys}
	s.Out = people{sys.Out, s}
	s.NoColor = sys.Getenv("NO_COLOR") != "" || sys.Getenv("TERM") == "dumb"
	s.Plain = sys.Getenv("ACCESSIBLE") != ""
	s.settings = sync.OnceValue(func() Settings {
		if p.Settings == nil {
			return Settings{}
		}
		return p.Settings(s.Options)
	})
	s.forgetLocal()
	s.loaded = sync.OnceValue(s.loadPack)
	root := newRoot(s, p, args)
	root.SetArgs(bareNotes(root, args))
	root.SetIn(sys.In)
	root.SetOut(s.Out)
	root.SetErr(sys.Err)
	err := root.ExecuteContext(ctx)
	switch {
	case heard.failed():
		err = Failf("the answer could not be written whole: %v", heard.err)
	case heard.err != nil:
		err = nil
	}
	if err == nil {
		return s.status
	}
	var e *exit
	if !errors.As(err, &e) {
		// What the library itself refuses is a wrong command line.
		e = &exit{status: StatusUsage, text: err.Error()}
	}
	if e.text != "" {
		// nobody to be told that it failed
		_ = s.tell(s.Err, 0, []Line{{Text: strings.TrimRight(s.plain("isspp: "+model.Clean(e.text)), "\n")}})
	}
	return e.status
}

// exit is an error that ends the run with a status. An empty text says that
// the command has said what there is to say.
type exit struct {
	status int
	text   string
}

func (e *exit) Error() string { return e.text }

// Usagef is an error for a wrong command line: status 2.
func Usagef(format string, args ...any) error {
	return &exit{status: StatusUsage, text: fmt.Sprintf(format, args...)}
}

// Failf is an error for nothing found or a failed operation: status 1.
func Failf(format string, args ...any) error {
	return &exit{status: StatusNothing, text: fmt.Sprintf(format, args...)}
}

func (s *Session) warn(format string, args ...any) {
	fmt.Fprintln(s.Err, s.plain(model.CleanLine("isspp: "+fmt.Sprintf(format, args...))))
}

// SetStatus sets the exit status of a run that has no error.
func (s *Session) SetStatus(status int) { s.status = status }

// errWriter remembers the first failure of the standard output: an answer that
// is cut short on a full disk must not end with the status of a whole one.
type errWriter struct {
	io.Writer
	err error
}

// Write writes, and remembers.
func (h *errWriter) Write(b []byte) (int, error) {
	n, err := h.Writer.Write(b)
	if err != nil && h.err == nil {
		h.err = err
	}
	return n, err
}

// failed leaves aside a reader that has seen enough, such as head.
func (h *errWriter) failed() bool { return h.err != nil && !errors.Is(h.err, syscall.EPIPE) }

// people is an output that people read: with --ascii it has nothing else. A pipe
// may lead to a program, which is given the text as it is.
type people struct {
	io.Writer
	s *Session
}

// Write writes whole characters.
func (p people) Write(b []byte) (int, error) {
	if p.s.ASCII && p.s.Width > 0 {
		return theme.PlainWriter{Writer: p.Writer}.Write(b)
	}
	return p.Writer.Write(b)
}
