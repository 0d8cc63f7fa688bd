package session

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/component"
	"isspp/ui/input"
	"isspp/ui/plain"
	"isspp/ui/process"
	"isspp/ui/theme"
	"isspp/ui/upkeep"
	"isspp/ui/vault"
)

// newChecklist makes "isspp checklist": the walkthrough as plain questions, and
// the documents about a reference.
func newChecklist(s *cli.Session) *cobra.Command {
	asPlain, unsaved := false, false
	cmd := &cobra.Command{
		Use:   "checklist",
		Short: "The walkthrough of a concern, also as plain questions; its record as a document",
		Long: "Opens the app at the concerns. With --plain, or ACCESSIBLE=1, the whole walkthrough\n" +
			"is asked as plain questions, a line each, for a screen reader or a pipe, and leaves\n" +
			"the same record. \"report\" and \"access\" write what is kept under a reference.\n\n" +
			"In an emergency call 999. Police at other times: 101.",
		Example: "  isspp checklist --plain\n" +
			"  isspp checklist report --ref REF-123 -o chronology.pdf\n" +
			"  isspp checklist access --ref REF-123 -o held.html",
	}
	keys := upkeep.Unlocking(s, cmd)
	cmd.Flags().BoolVar(&asPlain, "plain", false, "plain questions and answers, a line each; no drawing")
	cmd.Flags().BoolVar(&unsaved, "unsaved", false, "with --plain: don't open the notes; nothing is saved")
	cmd.AddCommand(newReport(s), newAccess(s))
	cmd.Args = upkeep.OnlyCommands(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		if !asPlain && !s.Plain {
			s.SetStatus(startAt(s.Options, tabChecklist))
			return nil
		}
		o := read(s.Options)
		if err := o.faults.NotesError(); err != nil && !unsaved {
			return cli.Failf("%v", err)
		}
		if err := o.usable(s); err != nil {
			return err
		}
		return walkPlainly(s, o, keys, unsaved)
	}
	return cmd
}

// walkPlainly asks the walkthrough as plain questions.
func walkPlainly(s *cli.Session, o Options, keys *upkeep.Keyring, unsaved bool) error {
	process.Harden()
	if o.packNotice != "" {
		fmt.Fprintln(s.Err, "isspp: "+model.CleanLine(o.packNotice))
	}
	stop, done := process.UntilAskedToEnd()
	defer done()
	more, asFound := plainTerminal(s)
	defer asFound()
	var handOver func()
	if f, is := s.In.(*os.File); is && more != nil {
		handOver = func() { process.EndLine.Set(int(f.Fd())) }
	}
	env := o.env()
	env.Theme = theme.New(theme.Mono, true)
	way := &plainWay{s: s, o: o, env: env, keys: keys, stop: stop, unsaved: unsaved}
	err := plain.Run(plain.Options{
		Env: env, In: s.In, Out: o.people(s.Out), Width: s.Width, Stop: stop, More: more, Idle: plainIdle(o.Idle()),
		Told: way.told, HandOver: handOver,
		Open: way.open, LastTry: way.lastTry, Fictional: o.fictionalWords(), KeepRecorder: way.keepRecorder,
	})
	return upkeep.Failed(errors.Join(err, way.close()))
}

// plainIdle is how long no line may come until the notes lock. The keys within a
// line aren't seen here, and a line may be long: so it is three times what the
// app waits, and at least a quarter of an hour.
func plainIdle(idle time.Duration) time.Duration { return max(3*idle, 15*time.Minute) }

// plainTerminal makes a terminal ready for questions a line each: it says where a
// paste begins and ends, and more reports whether another line came at once with the
// last one. Without a terminal it is nil, and each line is an answer.
func plainTerminal(s *cli.Session) (more func() bool, asFound func()) {
	f := upkeep.Terminal(s)
	if f == nil {
		return nil, func() {}
	}
	marks := func() {}
	if s.Width > 0 {
		marks = process.MarkPastes(s.Out)
	}
	show := process.NoControls.Set(int(f.Fd()))
	return func() bool { return input.Waiting(f) }, func() { show(); marks() }
}

// plainWay opens the notes for the plain questions.
type plainWay struct {
	s *cli.Session
	o Options
	// env is told who records in the notes, once they are open.
	env     *component.Env
	keys    *upkeep.Keyring
	stop    <-chan struct{}
	unsaved bool
	notes   plainNotes
	// tried tells that the last try to save was made.
	tried bool
}

// plainNotes are notes that the plain questions keep things in.
type plainNotes interface {
	plain.Keeper
	upkeep.Refuser
	Backup(name string, asked bool) (string, error)
	Told() []store.Finding
	KeepRecorder(who string) error
	Close() error
}

// keepRecorder keeps who records in the notes, where they are open.
func (p *plainWay) keepRecorder(who string) error {
	if p.notes == nil {
		return nil
	}
	return p.notes.KeepRecorder(who)
}

// told is what other programs did to the file of the notes meanwhile.
func (p *plainWay) told() []string {
	if p.notes == nil {
		return nil
	}
	var out []string
	for _, f := range p.notes.Told() {
		out = append(out, f.Text)
	}
	return out
}

// lastTry saves again what the disk refused, or puts it aside.
func (p *plainWay) lastTry() (string, error) {
	if p.notes == nil {
		return "", errors.New("the notes are not open")
	}
	p.tried = true
	return upkeep.SavedOrAside(p.notes)
}

// close ends the notes. However the questions ended, what the disk refused until
// then is saved first or put aside, and it is said where.
func (p *plainWay) close() error {
	if p.notes == nil {
		return nil
	}
	var lost error
	if !p.tried {
		var said string
		if said, lost = upkeep.SavedOrAside(p.notes); said != "" {
			fmt.Fprintln(p.s.Out, model.CleanLine(said))
		}
	}
	var err error
	if p.notes.Unsaved() == 0 { // what is put aside has told already that there is no room
		_, err = p.notes.Backup("", false)
	}
	return errors.Join(lost, err, p.notes.Close())
}

// open gives the notes, or none and why in a sentence. It never waits for a
// terminal that isn't there.
func (p *plainWay) open() (plain.Keeper, string, error) {
	if p.notes != nil {
		// Open already, when they could not take what was recorded: this process
		// itself has them.
		if err := p.notes.SaveUnsaved(); err != nil {
			return nil, "", err
		}
		return p.notes, "", nil
	}
	if p.unsaved {
		p.unsaved = false
		return nil, "The notes are not opened, as you asked. Write save at any item to open them after all.", nil
	}
	if why := process.Exposed(); why != "" {
		return nil, why, nil
	}
	n := p.o.upkeep(nil, "")
	if err := n.Reachable(); err != nil {
		return nil, component.Capital(upkeep.WithNext(err)) + ".", nil
	}
	if !p.keys.Given() && upkeep.Terminal(p.s) == nil {
		return nil, "There is no terminal to ask for the passphrase at. In a script: --passphrase-file FILE or " +
			"--passphrase-fd N.", nil
	}
	p.keys.Plain = &upkeep.Plainly{
		Prompt: "Passphrase of your notes, not shown as you type. Enter alone goes on without saving: ",
		Out:    p.s.Out, Stop: p.stop,
	}
	said := ""
	var opened *store.Store
	err := p.keys.Try(n, func(secret store.Secret) (err error) {
		opened, err = store.Unlock(n.Path, secret, n.Options, func(r *store.Report) {
			if said = vault.Notice(r); said != "" {
				said += " isspp notes verify says more, and what can be done."
			}
		})
		return err
	})
	switch {
	case err == nil:
	case p.keys.Given():
		return nil, "", err
	case errors.Is(err, upkeep.ErrNoSecret):
		return nil, component.Capital(err.Error()) + ".", nil
	default:
		return nil, upkeep.WithNext(err), nil
	}
	p.notes, p.env.Recorder = opened, recorderOf(p.o, opened)
	return opened, said, nil
}
