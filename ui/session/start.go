package session

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"isspp/content"
	"isspp/model"
	"isspp/ui/cli"
	"isspp/ui/config"
	"isspp/ui/process"
	"isspp/ui/theme"
	"isspp/ui/upkeep"
)

// read gathers the options from the command line, the config file and the
// environment: the command line comes first.
func read(c cli.Options) Options {
	o := readApart(c)
	o.NotesPath = followed(o.NotesPath)
	return o
}

// readApart does so without a look at the notes' file, for what leaves it alone.
func readApart(c cli.Options) Options {
	path := cmp.Or(c.Config, config.Path())
	file, faults := config.Read(path)
	o := Options{
		Config: file, file: file, ConfigPath: path, faults: faults, flags: passedOn(c),
		ContentDir: cmp.Or(c.Content, file.Content), Copies: config.Copies(),
		NotesPath: cmp.Or(c.Notes, file.Notes, config.NotesPath()),
		Notice:    faults.Notice(), Fictional: c.Fictional, Clock: time.Now,
	}
	o.ASCII = o.ASCII || c.ASCII
	if c.Theme != theme.Auto {
		o.Theme = c.Theme
	}
	if c.NoColor {
		o.Theme = theme.Mono
	}
	o.loadPack()
	o.loadLocal()
	return o
}

// followed is the file that a link leads to: what takes its place is put there, and
// a disposal must not leave the old one behind a link that is gone. Where the link
// leads nowhere, that is told later.
func followed(path string) string {
	info, err := os.Lstat(path)
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		return path
	}
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return path
	}
	return target
}

// loadPack loads the protocol that was asked for. The app always starts: with the
// last good copy where the folder can't be used, or with the numbers to ring alone.
func (o *Options) loadPack() {
	l := o.load()
	o.Pack, o.state, o.mistakes = l.Pack, l.State, l.Mistakes
	if l.State == content.Whole {
		return
	}
	said := fmt.Sprintf("The protocol in %s can't be used: %v. %s", o.ContentDir, l.Err, l.Instead())
	if o.ContentDir == "" {
		said = l.Instead() + " Only numbers to ring are shown."
	}
	if n := len(l.Mistakes); n > 0 {
		said = fmt.Sprintf("The protocol in %s has %s. %s E shows %s.", o.ContentDir, model.Count(n, "mistake"),
			l.Instead(), oneOrMore(n, "it", "them"))
	}
	o.packNotice = said
	o.Notice = strings.TrimSpace(o.Notice + " " + said)
}

func (o Options) load() content.Loaded {
	if o.ContentDir == "" && o.faults.NoContent() {
		return content.Unknown(errors.New(o.faults.Notice()))
	}
	return o.Copies.Load(o.ContentDir, o.now())
}

// usable is an error, in the words of every look-up, where the protocol that was
// asked for can't answer.
func (o Options) usable(s *cli.Session) error {
	if o.state != content.Unusable {
		return nil
	}
	_, err := s.Pack()
	return err
}

func (o Options) now() time.Time {
	if o.Clock == nil {
		return time.Now()
	}
	return o.Clock()
}

// Start opens the app and gives the exit status. Where plain lines are asked for
// it says how to get them.
func Start(c cli.Options) int {
	if c.Plain {
		fmt.Println(plainWays)
		return cli.StatusFound
	}
	return startAt(c, 0)
}

// plainWays is what stands in place of the app for somebody who asked for plain
// lines: it draws on the whole screen.
const plainWays = `The app draws on the whole screen. ACCESSIBLE is set, so here is the same in plain lines:
isspp checklist: a concern about a child, as plain questions, decision included
isspp rota: which officer covers which school
isspp directory: services, with how to reach them
isspp factors: the risk factors, the signs and the protective factors
isspp find WORDS: everything in the protocol that says so
isspp read: the protocol itself
isspp help: every command
In an emergency call 999. Police at other times: 101. To use the app all the same: ACCESSIBLE= isspp`

// The tabs by their places, for those that a command opens.
const tabChecklist = 1

func startAt(c cli.Options, tab int) int {
	if why := noScreen("the app"); why != "" {
		fmt.Fprintf(os.Stderr, "isspp: %s. To ask one thing: isspp rota, isspp directory, isspp find, isspp read. To "+
			"record a concern: isspp checklist --plain\n", why)
		return cli.StatusUsage
	}
	process.Harden()
	o := read(c)
	o.Tab = tab
	status, err := LookUps(o)
	if err != nil {
		fmt.Fprintf(os.Stderr, "isspp: %v\n", err)
		return cli.StatusNothing
	}
	return status
}

// noScreen says why something that draws on the whole screen can't do so here, or
// is empty. Without a keyboard nobody could answer it, and nothing would close it.
func noScreen(what string) string {
	switch {
	case !term.IsTerminal(int(os.Stdout.Fd())):
		return what + " needs a terminal, and its output goes to a file or a pipe"
	case !term.IsTerminal(int(os.Stdin.Fd())):
		return what + " needs a terminal, and its input comes from a file or a pipe, not from a keyboard"
	case os.Getenv("TERM") == "dumb":
		return what + " needs a terminal that can move the cursor, and TERM=dumb says that this one can't"
	}
	return ""
}

// Commands are those that open the notes or take the terminal: the checklist, the
// notes' upkeep, the demonstration and the slides, and the one that the app starts its
// session with; people don't call that one, so it is not listed.
func Commands() cli.Commands {
	config.FindFolders()
	notes := func(s *cli.Session) *cobra.Command { return upkeep.NewCommand(shell(s)) }
	return cli.Commands{
		"notes": notes, "checklist": newChecklist, "demo": newDemo, "present": newPresent, "session": newSession,
	}
}

func newSession(s *cli.Session) *cobra.Command {
	var b Begin
	cmd := &cobra.Command{
		Use:    "session",
		Short:  "The part of the app that holds the notes; isspp starts it by itself",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			process.Harden()
			status, err := Session(read(s.Options), b)
			s.SetStatus(status)
			return err
		},
	}
	cmd.Flags().IntVar(&b.Tab, "tab", 0, "the tab to show")
	cmd.Flags().BoolVar(&b.Unsaved, "unsaved", false, "start a walkthrough without a store")
	cmd.Flags().BoolVar(&b.Open, "open", false, "open a demonstration's notes without asking")
	cmd.Flags().BoolVar(&b.Back, "back", false, "go where the person was when the notes were locked last")
	cmd.Flags().BoolVar(&b.Upkeep, "upkeep", false, "show what can be done for the notes")
	cmd.Flags().BoolVar(&b.Walking, "walking", false, "show the open walkthrough")
	return cmd
}
