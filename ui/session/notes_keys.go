package session

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
)

func newInit(s *cli.Session) *cobra.Command {
	cmd := &cobra.Command{
		Use: "init", Short: "Set up private notes: a passphrase, and a recovery key that is shown once",
		Long: "Sets up private notes. The passphrase is asked for twice; the recovery key is shown\n" +
			"once and asked for back. With --passphrase-file or --passphrase-fd the recovery key\n" +
			"is printed: keep what it is printed to as safe as the notes.",
		Args: cobra.NoArgs,
	}
	k := newKeyring(s, cmd, "passphrase", "the passphrase")
	cmd.RunE = func(*cobra.Command, []string) error {
		Harden()
		if why := exposed(); why != "" {
			return cli.Failf("%s", why)
		}
		o := read(s.Options)
		if err := store.CanCreate(o.NotesPath, o.storeOptions()); err != nil {
			return failed(err)
		}
		passphrase, err := k.chosen()
		if err != nil {
			return err
		}
		st, key, err := store.Create(o.NotesPath, []byte(passphrase), o.storeOptions())
		if err != nil {
			return failed(err)
		}
		if err := st.Close(); err != nil {
			return failed(err)
		}
		fmt.Fprintf(s.Out, "Notes         %s\n", model.CleanLine(o.NotesPath))
		for _, f := range store.AtPlace(o.NotesPath, o.storeOptions()) {
			fmt.Fprintf(s.Out, "%-13s %s\n", severityLabel(f.Severity), model.CleanLine(f.Text))
		}
		return handOver(s, key, !k.given(), "The notes are made, and the key above opens them: keep it")
	}
	return cmd
}

// handOver shows a recovery key and, where somebody is there, asks for it back:
// a key that was written down wrong is found out now and not in a year. otherwise
// says how things stand if it isn't typed back.
func handOver(s *cli.Session, key store.RecoveryKey, ask bool, otherwise string) error {
	fmt.Fprintf(s.Out, "Recovery key  %s\n\nIt opens the notes if the passphrase is forgotten, and is shown only now. Write it\ndown by hand and keep it away from this computer.\n", strings.ReplaceAll(key.Text(), "-", " "))
	for ask {
		typed, ok := asked(s, "\nType it back, to be sure that it is written down right (spaces and capitals don't matter): ")
		if !ok {
			return cli.Failf("the recovery key was not typed back. %s", otherwise)
		}
		back, err := store.ParseRecoveryKey(typed)
		if err == nil && back == key {
			fmt.Fprintln(s.Out, "It is right.")
			return nil
		}
		fmt.Fprintln(s.Err, "That is not the key that was shown. Nothing is lost: compare it group by group.")
	}
	return nil
}

func newPassphrase(s *cli.Session) *cobra.Command {
	cmd := &cobra.Command{
		Use: "passphrase", Short: "Change the passphrase, or make a new recovery key",
		Long: "Changes the passphrase: only the key is wrapped anew, no note is touched. With\n" +
			"--recovery the recovery key opens in place of a forgotten passphrase. With\n" +
			"--renew-recovery the recovery key is replaced and shown once.\n\n" +
			"Copies and backups from before still open with what opened them then.",
		Args: cobra.NoArgs,
	}
	k, next := unlocking(s, cmd), newKeyring(s, cmd, "new-passphrase", "the new passphrase")
	renew := cmd.Flags().Bool("renew-recovery", false, "make a new recovery key in place of a new passphrase")
	cmd.RunE = func(*cobra.Command, []string) error {
		var present store.Secret
		k.keep = &present
		return opening(s, k, nil, func(st *store.Store, _ *store.Report) error {
			if *renew {
				return renewRecovery(s, st, present, !k.given())
			}
			passphrase, err := next.chosen()
			if err != nil {
				return err
			}
			if err := st.ChangePassphrase(present, []byte(passphrase)); err != nil {
				return err
			}
			fmt.Fprintln(s.Out, "The passphrase is changed. Copies and backups from before still open with the old one.")
			return nil
		})
	}
	return cmd
}

// renewRecovery shows a new recovery key and puts it in place once it was typed
// back, so that the one on paper opens the notes until then.
func renewRecovery(s *cli.Session, st *store.Store, present store.Secret, ask bool) error {
	key := store.NewRecoveryKey()
	if err := handOver(s, key, ask, "Nothing was changed: the recovery key from before opens the notes, and the one above opens nothing"); err != nil {
		return err
	}
	if err := st.RenewRecovery(present, key); err != nil {
		fmt.Fprintln(s.Err, "The recovery key above was not put in place and opens nothing.")
		return err
	}
	fmt.Fprintln(s.Out, "It opens the notes from now on. The one from before opens them no longer.")
	return nil
}
