package session

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/process"
	"isspp/ui/upkeep"
)

// newNotes makes "isspp notes": the upkeep of the private notes from a shell.
func newNotes(s *cli.Session) *cobra.Command {
	cmd := &cobra.Command{
		Annotations: map[string]string{cli.OnNotes: "yes"},
		Use:         "notes",
		Short:       "Look after the private notes: set up, back up, restore, check, hand over",
		Long: "The upkeep of the private notes. Everything here can be done in the app too:\n" +
			"ctrl+n. Without a command it says where they are.\n\n" +
			"A passphrase is asked for at the terminal, or read with --passphrase-file or\n" +
			"--passphrase-fd; never from a flag or the environment, which others can read.",
		Example: "  isspp notes                                   where they are\n" +
			"  isspp notes verify                            is all of it sound?\n" +
			"  isspp notes export --ref REF-123 -o out.age   hand one reference over",
		RunE: func(*cobra.Command, []string) error { return where(s, false) },
	}
	cmd.AddCommand(
		newWhere(s), newInit(s), newBackup(s), newRestore(s), newVerify(s), newPassphrase(s), newExport(s),
		newImport(s), newPurge(s), newHold(s), newLog(s),
	)
	cmd.Args = onlyCommands(cmd)
	return cmd
}

// nothingMore refuses words behind a command that takes none.
func nothingMore(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return cli.Usagef("%s takes no %q. Try: %s --help", cmd.CommandPath(), model.CleanLine(args[0]), cmd.CommandPath())
}

// How a command opens the notes: to change them, or to read alone.
const (
	toChange = false
	toRead   = true
)

// opening runs what needs the notes open, asked for with the keyring's secret. What
// unlocking found, and what came to light meanwhile, is said whatever the command does.
// What fails is said in full and never with anything private in it.
func opening(s *cli.Session, k *keyring, readOnly bool, do func(*upkeep.Notes) error) error {
	return asking(s, k, reachable, func(o Options, secret store.Secret) error {
		opt := o.storeOptions()
		opt.ReadOnly = readOnly
		st, err := store.Unlock(o.NotesPath, secret, opt, func(r *store.Report) { tell(s, r.Findings) })
		if err != nil {
			return err
		}
		err = do(o.upkeep(st, s.Notes))
		tell(s, st.Told())
		return errors.Join(err, st.Close())
	})
}

// upkeep are the notes for what is done for them; st is nil while they are locked, and
// flag is where the command line has them, or empty.
func (o Options) upkeep(st *store.Store, flag string) *upkeep.Notes {
	n := &upkeep.Notes{Path: o.NotesPath, Options: o.storeOptions(), Store: st, About: o.about}
	if flag != "" {
		n.Flag = " --notes " + upkeep.Quoted(model.CleanLine(flag))
	}
	return n
}

// tells says what an operation did, and gives its error the status of a failed one.
func tells(s *cli.Session, r upkeep.Result) error {
	lines := make([]cli.Line, 0, len(r.Said))
	for _, l := range r.Said {
		if l.Label+l.Text != "" {
			lines = append(lines, cli.Line{Label: l.Label, Text: model.CleanLine(l.Text)})
		}
	}
	if r.Err != nil {
		s.Ask(lines...)
		return failure(r.Err)
	}
	if r.Amiss {
		s.SetStatus(cli.StatusNothing)
	}
	return s.Tell(r.Column, lines...)
}

// failure is an error of an operation, with its status and what mends it. A wrong secret
// stays what it is: another is asked for.
func failure(err error) error {
	if err == nil || errors.Is(err, store.ErrWrongSecret) {
		return err
	}
	return cli.Failf("%s", withNext(err))
}

// tell says on the standard error what there is to know of the notes, beside what a
// command answers. Where anything is lost the status is 1.
func tell(s *cli.Session, findings []store.Finding) {
	amiss := false
	for _, f := range findings {
		if f.Severity == store.Remark && f.Code != "wrong-tries" {
			continue
		}
		s.Ask(cli.Line{Text: upkeep.SeverityLabel(f.Severity) + ": " + model.CleanLine(f.Text)})
		amiss = amiss || f.Severity > store.Remark && f.Code != "rescued"
		if f.Severity == store.Loss {
			s.SetStatus(cli.StatusNothing)
		}
	}
	if amiss {
		s.Ask(cli.Line{Text: "Next: isspp notes verify says more, and what can be done."})
	}
}

// asking runs what needs the secret of the notes, open or not, unless hindered says
// what keeps them from it whatever the secret.
func asking(s *cli.Session, k *keyring, hindered func(path string) error, do func(Options, store.Secret) error) error {
	process.Harden()
	if why := process.Exposed(); why != "" {
		return cli.Failf("%s", why)
	}
	o := read(s.Options)
	if err := hindered(o.NotesPath); err != nil {
		return cli.Failf("%s", withNext(err))
	}
	return failed(k.try(o, func(secret store.Secret) error { return do(o, secret) }))
}

// reachable says why the notes can't be opened whatever the secret, or is nil.
func reachable(path string) error {
	switch st := store.Look(path); st.State {
	case store.Absent:
		return errors.New("there are no notes at " + model.CleanLine(path) + " yet. isspp notes init sets them up")
	case store.InUse:
		return store.InUseBy(st.Holder)
	case store.Orphaned, store.Unreadable, store.Foreign:
		return st.Err
	}
	return nil
}

// rebuildable is reachable for a rebuilding: that needs no file, where there are backups.
func rebuildable(path string) error {
	err := reachable(path)
	if store.Rebuildable(err) {
		return nil
	}
	return err
}

// failed gives an error of the store its exit status and leaves the command
// line's own as they are.
func failed(err error) error {
	if store.As(err).Code != "" {
		return cli.Failf("%s", withNext(err))
	}
	return err
}

// inShell names the commands that mend what err tells of, or is empty.
func inShell(err error) string {
	var out []string
	if store.Rebuildable(err) {
		out = append(out, "isspp notes restore --salvage rebuilds them from all of it together, which loses least.")
	}
	if name := store.As(err).Backup; name != "" {
		out = append(out, "isspp notes restore "+name+" puts that backup back as it is.")
	}
	return strings.Join(out, " ")
}

// withNext is an error with the commands that mend it.
func withNext(err error) string {
	if next := inShell(err); next != "" {
		return err.Error() + " " + next
	}
	return err.Error()
}
