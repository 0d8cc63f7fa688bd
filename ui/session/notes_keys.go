package session

import (
	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/process"
	"isspp/ui/upkeep"
)

func newInit(s *cli.Session) *cobra.Command {
	cmd := &cobra.Command{
		Use: "init", Short: "Set up private notes: a passphrase and a recovery key",
		Long: "Sets up private notes. The passphrase is asked for twice, then your name and role\n" +
			"once; the recovery key is shown once and asked for back. With --passphrase-file or\n" +
			"--passphrase-fd the recovery key is printed: keep what it is printed to as safe as\n" +
			"the notes.",
		Example: "  isspp notes init\n  isspp notes init --notes \"H:\\Safeguarding\\notes.db\"",
		Args:    nothingMore,
	}
	k := newKeyring(s, cmd, "passphrase", "the passphrase")
	cmd.RunE = func(*cobra.Command, []string) error {
		process.Harden()
		if why := process.Exposed(); why != "" {
			return cli.Failf("%s", why)
		}
		o := read(s.Options)
		if err := store.CanCreate(o.NotesPath, o.storeOptions()); err != nil {
			return failure(err)
		}
		// What speaks against the place is read before anything is made there: the
		// recovery key has the screen afterwards.
		for _, f := range o.placeFindings() {
			s.Ask(cli.Line{Text: upkeep.SeverityLabel(f.Severity) + ": " + model.CleanLine(f.Text)})
		}
		passphrase, err := k.chosen()
		if err != nil {
			return err
		}
		who := askedRecorder(s, k, o)
		made, err := o.upkeep(nil, "").Create(passphrase)
		if err != nil {
			return failure(err)
		}
		if who != "" {
			_ = made.Store.KeepRecorder(who) // where it can't be kept, it is asked for again
		}
		if err := made.Store.Close(); err != nil {
			return failure(err)
		}
		if err := s.Tell(14, cli.Line{Label: "Notes", Text: model.CleanLine(o.NotesPath)}); err != nil {
			return err
		}
		return handOver(s, made.Key, !k.given(), "The notes are made, and nothing is lost. Not sure that it is "+
			"written down right? isspp notes passphrase --renew-recovery makes another")
	}
	return cmd
}

// askedRecorder asks who records, where somebody is there to be asked and the
// config names nobody.
func askedRecorder(s *cli.Session, k *keyring, o Options) string {
	if o.Recorder != "" || k.given() || !atTerminal(s) {
		return ""
	}
	s.Ask(cli.Line{Text: recorderWords})
	who, _ := asked(s, "Name and role (Enter: later): ")
	return model.CleanLine(who)
}

func newPassphrase(s *cli.Session) *cobra.Command {
	cmd := &cobra.Command{
		Use: "passphrase", Short: "Change the passphrase, or make a new recovery key",
		Long: "Changes the passphrase: only the key is wrapped anew, no note is touched. With\n" +
			"--recovery the recovery key opens in place of a forgotten passphrase. With\n" +
			"--renew-recovery the recovery key is replaced and shown once.\n\n" +
			"Copies and backups from before still open with what opened them then.",
		Example: "  isspp notes passphrase\n" +
			"  isspp notes passphrase --recovery         forgotten: the recovery key opens\n" +
			"  isspp notes passphrase --renew-recovery   the paper is lost or was seen",
		Args: nothingMore,
	}
	k, next := unlocking(s, cmd), newKeyring(s, cmd, "new-passphrase", "the new passphrase")
	renew := cmd.Flags().Bool("renew-recovery", false, "make a new recovery key in place of a new passphrase")
	cmd.RunE = func(*cobra.Command, []string) error {
		var present store.Secret
		k.keep = &present
		return opening(s, k, toChange, func(n *upkeep.Notes) error {
			if *renew {
				return renewRecovery(s, n, present, !k.given())
			}
			passphrase, err := next.chosen()
			if err != nil {
				return err
			}
			return tells(s, n.ChangePassphrase(present, passphrase))
		})
	}
	return cmd
}

// renewRecovery shows a new recovery key and puts it in place once it was typed
// back, so that the one on paper opens the notes until then.
func renewRecovery(s *cli.Session, n *upkeep.Notes, present store.Secret, ask bool) error {
	key := store.NewRecoveryKey()
	if err := handOver(s, key, ask, "Nothing was changed: the old recovery key opens the notes, and the new one "+
		"opens nothing"); err != nil {
		return err
	}
	return tells(s, n.RenewRecovery(present, key))
}
