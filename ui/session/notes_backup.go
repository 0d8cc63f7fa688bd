package session

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/upkeep"
)

func newBackup(s *cli.Session) *cobra.Command {
	cmd := &cobra.Command{
		Use: "backup", Short: "Make a sealed backup now, beside the notes or elsewhere",
		Long: "Makes a sealed backup of the notes as they are now. It counts as made once it was\n" +
			"opened and every record in it read. Without -o it takes the place of today's backup.",
		Example: "  isspp notes backup\n  isspp notes backup -o /media/stick/notes-copy.db",
		Args:    nothingMore,
	}
	to := cmd.Flags().StringP("output", "o", "", "write the backup to `FILE`, which must not be there yet")
	k := unlocking(s, cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		if *to != "" {
			if why := upkeep.Fresh(*to); why != "" {
				return cli.Failf("%s No backup was made.", why)
			}
		}
		return opening(s, k, toChange, func(n *upkeep.Notes) error { return tells(s, n.BackUp(*to)) })
	}
	return cmd
}

func newRestore(s *cli.Session) *cobra.Command {
	cmd := &cobra.Command{
		Use: "restore BACKUP", Short: "Put a backup back, or rebuild damaged notes",
		Long: "Puts a backup in the place of the notes; no passphrase is needed for that. With\n" +
			"--salvage, damaged notes are rebuilt from every record that can still be read in\n" +
			"the file; what it no longer gives comes from the newest backup that has it.\n" +
			"Either way the file that stood there is set aside as it is, and is put back in the\n" +
			"same way. isspp notes where lists the backups and what was set aside.",
		Example: "  isspp notes restore notes-2026-11-23.db\n" +
			"  isspp notes restore notes.db.20261123-161502   what was set aside then\n" +
			"  isspp notes restore --salvage",
	}
	rebuild := cmd.Flags().Bool("salvage", false, "rebuild damaged notes from what can still be read in them")
	k := unlocking(s, cmd)
	cmd.Args = func(_ *cobra.Command, args []string) error {
		switch {
		case *rebuild && len(args) > 0:
			return cli.Usagef("--salvage takes no backup: it takes what it needs from them by itself")
		case !*rebuild && len(args) != 1:
			return cli.Usagef("which backup is put back? isspp notes where lists them, and what was set aside")
		}
		return nil
	}
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if *rebuild {
			return asking(s, k, rebuildable, func(o Options, secret store.Secret) error {
				return tells(s, o.upkeep(nil, s.Notes).Salvage(secret))
			})
		}
		return restore(s, args[0])
	}
	return cmd
}

// restore puts a backup back. A bare name is one of the backups' own folder, or
// of the notes' folder, where what was set aside lies.
func restore(s *cli.Session, backup string) error {
	o := read(s.Options)
	backup, err := findBackup(o, backup)
	if err != nil {
		return cli.Failf("the backups can't be listed; the notes are untouched. %v", err)
	}
	r := o.upkeep(nil, s.Notes).PutBack(backup)
	switch {
	case errors.Is(r.Err, store.ErrAbsent):
		return cli.Failf("%v isspp notes where lists them.", r.Err)
	case r.Err != nil:
		return cli.Failf("%v", r.Err)
	}
	return tells(s, r)
}

func findBackup(o Options, name string) (string, error) {
	if _, err := os.Stat(name); err == nil || filepath.Base(name) != name {
		return name, nil
	}
	backups, err := store.Sources(o.NotesPath, o.storeOptions(), store.Backup)
	if err != nil {
		return "", err
	}
	for _, b := range backups {
		if filepath.Base(b.Path) == name {
			return b.Path, nil
		}
	}
	if aside := filepath.Join(filepath.Dir(o.NotesPath), name); name != filepath.Base(o.NotesPath) {
		if _, err := os.Stat(aside); err == nil {
			return aside, nil
		}
	}
	return name, nil
}
