package session

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/component"
	"isspp/ui/config"
	"isspp/ui/process"
	"isspp/ui/theme"
)

// demoPassphrase opens a demonstration's notes. It is no secret: it is shown
// where it is asked for, so that locking can be tried too.
const demoPassphrase = "nobody in here exists"

const demoFolder = "isspp-demo-"

func newDemo(s *cli.Session) *cobra.Command {
	return &cobra.Command{
		Use: "demo", Short: "Learn with an invented case, on notes that are thrown away", Args: cobra.NoArgs,
		Long: "Opens the app on notes of its own with an invented case in them: two walkthroughs two\n" +
			"weeks apart, a decision, sharing, actions, a transfer. Every screen and every document\n" +
			"says FICTIONAL. Nothing of yours is read or changed, and the notes are removed at the\n" +
			"end. With ACCESSIBLE=1 it is the plain questions.",
		RunE: func(*cobra.Command, []string) error { return demo(s) },
	}
}

func demo(s *cli.Session) error {
	if why := noScreen("the demonstration"); why != "" && !s.Plain {
		return cli.Usagef("%s. As plain questions, also in a pipe: ACCESSIBLE=1 isspp demo", why)
	}
	process.Harden()
	sweep(os.TempDir(), s.Now())
	dir, err := os.MkdirTemp("", demoFolder)
	if err != nil {
		return cli.Failf("there is no room for the demonstration's notes; nothing was made. %v", err)
	}
	defer removeDemo(dir)
	// Whatever is looked for in the person's own folders is looked for here.
	if err := config.KeepIn(filepath.Join(dir, "home")); err != nil {
		return cli.Failf("the demonstration can't be set apart from your own notes, so it was not begun. %v", err)
	}
	o := demoOptions(s, dir)
	if err := makeDemo(o); err != nil {
		return cli.Failf("the demonstration's notes could not be made; yours are untouched. %v", err)
	}
	if s.Plain {
		o.Local = &model.Local{}
		return walkPlainly(s, o, nil, false)
	}
	o.demo = true
	status, err := LookUps(o)
	if err != nil {
		return cli.Failf("%v", err)
	}
	s.SetStatus(status)
	fmt.Fprintln(s.Out, "The demonstration is over, and its invented notes are removed. Yours were not touched.")
	return nil
}

// demonstrate hands the terminal to a demonstration, for somebody who has no shell.
func (l *supervisor) demonstrate() tea.Cmd {
	args := []string{"demo", "--theme", l.app.Theme()}
	if l.o.ASCII {
		args = append(args, "--ascii")
	}
	return l.handTerminal(args, func(failed string) tea.Msg {
		if failed != "" {
			return component.Noticed{Text: "The demonstration ended by itself (" + failed +
				"). Your own notes were not touched.", Failed: true}
		}
		return component.Noticed{Text: "The demonstration is over, and its invented notes are removed. Yours were " +
			"not touched."}
	})
}

// demoOptions are those of a demonstration in a folder: nothing of the person's
// own but how the screen looks.
func demoOptions(s *cli.Session, dir string) Options {
	conf := config.Default()
	o := Options{
		Config: conf, file: conf, Pack: content.Embedded(),
		Local:     &model.Local{File: filepath.Join(dir, content.LocalFile)},
		NotesPath: filepath.Join(dir, "notes.db"), ConfigPath: filepath.Join(dir, "config.toml"),
		Tab: tabChecklist, Fictional: true, Clock: time.Now,
	}
	o.flags = passedOn(cli.Options{Config: o.ConfigPath, ASCII: s.ASCII, Fictional: true})
	o.Theme, o.ASCII = s.Theme, s.ASCII
	if s.NoColor {
		o.Theme = theme.Mono
	}
	return o
}

// makeDemo makes the notes and records the case in them, each record at the time
// that it has in the case.
func makeDemo(o Options) error {
	now := o.Clock()
	made, err := content.FictionalCase(o.Pack, now, component.NewID)
	if err != nil {
		return err
	}
	if err := config.Set(o.ConfigPath, "recorder", made.By); err != nil {
		return err
	}
	clock := now
	if len(made.Records) > 0 {
		clock = made.Records[0].At
	}
	opt := o.storeOptions()
	opt.Now = func() time.Time { return clock }
	opt.KDF = &store.KDF{MemoryKiB: 19 << 10, Passes: 1, Lanes: 1}
	notes, _, err := store.Create(o.NotesPath, []byte(demoPassphrase), opt)
	if err != nil {
		return err
	}
	for _, r := range made.Records {
		clock = r.At
		if err := keepRecord(notes, r); err != nil {
			return errors.Join(err, notes.Close())
		}
	}
	return notes.Close()
}

func keepRecord(notes *store.Store, r content.CaseRecord) error {
	switch {
	case r.Walkthrough != nil:
		return notes.SaveWalkthrough(r.Walkthrough)
	case r.Entry != nil:
		return notes.SaveConcernEntry(r.Entry)
	}
	return notes.SaveFactorNote(r.Note)
}

// removeDemo takes a folder away. A session that is just ending may still write
// into it, so it is tried a few times.
func removeDemo(dir string) {
	for range 20 {
		if os.RemoveAll(dir) == nil {
			if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
				return
			}
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// sweep removes what demonstrations that were killed have left, once they are a
// day old. Others' folders stay.
func sweep(temp string, now time.Time) {
	left, err := filepath.Glob(filepath.Join(temp, demoFolder+"*"))
	if err != nil {
		return
	}
	for _, dir := range left {
		info, err := os.Lstat(dir)
		if err == nil && info.IsDir() && now.Sub(info.ModTime()) > 24*time.Hour &&
			store.Look(filepath.Join(dir, "notes.db")).State != store.InUse {
			removeDemo(dir)
		}
	}
}
