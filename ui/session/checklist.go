package session

import (
	"errors"
	"fmt"
	"slices"
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

func walkPlainly(s *cli.Session, o Options, keys *upkeep.Keyring, unsaved bool) error {
	process.Harden()
	if o.packNotice != "" {
		fmt.Fprintln(s.Err, "isspp: "+model.CleanLine(o.packNotice))
	}
	stop, done := process.UntilAskedToEnd()
	defer done()
	env := o.env()
	env.Theme = theme.New(theme.Mono, true)
	way := &plainWay{s: s, o: o, env: env, keys: keys, stop: stop, unsaved: unsaved}
	opt := plain.Options{
		Env: env, In: s.In, Out: o.people(s.Out), Width: s.Width, Stop: stop, Fictional: o.fictionalWords(),
		Told: way.told, Open: way.open, LastTry: way.lastTry, KeepRecorder: way.keepRecorder,
	}
	if !o.Fictional {
		// The keys within a line aren't seen here, and a line may be long: so the notes lock
		// after three times what the app waits, and at least a quarter of an hour.
		opt.Idle = max(3*o.Idle(), 15*time.Minute)
	}
	if f := upkeep.Terminal(s); f != nil {
		if s.Width > 0 {
			defer process.MarkPastes(s.Out)()
		}
		defer process.NoControls.Set(int(f.Fd()))()
		opt.More = func() bool { return input.Waiting(f) }
		opt.HandOver = func() { process.EndLine.Set(int(f.Fd())) }
	}
	return upkeep.Failed(errors.Join(plain.Run(opt), way.close()))
}

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

type plainNotes interface {
	plain.Keeper
	upkeep.Refuser
	Backup(name string, asked bool) (string, error)
	Told() []store.Finding
	KeepRecorder(who string) error
	Close() error
}

func (p *plainWay) keepRecorder(who string) error {
	if p.notes == nil {
		return nil
	}
	return p.notes.KeepRecorder(who)
}

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
	n, said := p.o.upkeep(nil, ""), ""
	var opened *store.Store
	unlock := func(secret store.Secret) (err error) {
		opened, err = store.Unlock(n.Path, secret, n.Options, func(r *store.Report) {
			if said = vault.Notice(r); said != "" {
				said += " isspp notes verify says more, and what can be done."
			}
			if slices.ContainsFunc(r.Findings, func(f store.Finding) bool { return f.Severity == store.Loss }) {
				p.s.SetStatus(cli.StatusNothing)
			}
		})
		return err
	}
	if p.o.Fictional {
		if err := unlock(store.Passphrase([]byte(demoPassphrase))); err != nil {
			return nil, "", err
		}
		p.notes = opened
		return opened, said, nil
	}
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
	err := p.keys.Try(n, unlock)
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
