package session

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
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
			if why := fresh(*to, nil); why != "" {
				return cli.Failf("%s No backup was made.", why)
			}
		}
		return opening(s, k, nil, func(st *store.Store) error {
			name, err := st.BackupNow(*to)
			if err != nil {
				return err
			}
			return s.Tell(10, cli.Line{Label: "Backup", Text: model.CleanLine(name) + " (every record in it was opened)"})
		})
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
			return salvage(s, k)
		}
		return restore(s, args[0])
	}
	return cmd
}

// restore puts a backup back. A bare name is one of the backups' own folder, or
// of the notes' folder, where what was set aside lies.
func restore(s *cli.Session, backup string) error {
	o := read(s.Options)
	backup, err := findBackup(o.NotesPath, backup)
	if err != nil {
		return cli.Failf("the backups can't be listed; the notes are untouched. %v", err)
	}
	passphrase, recovery := store.OtherKeys(o.NotesPath, backup)
	aside, err := store.Restore(o.NotesPath, backup, o.storeOptions())
	switch {
	case errors.Is(err, store.ErrAbsent):
		return cli.Failf("%v isspp notes where lists them.", err)
	case err != nil:
		return cli.Failf("%v", err)
	}
	said := []cli.Line{{Label: "Restored", Text: model.CleanLine(backup)}}
	if aside != "" {
		said = append(said, cli.Line{Label: "Set aside", Text: model.CleanLine(aside)})
	}
	switch {
	case aside == "":
	case store.CanRestore(aside) != nil:
		said = append(said, cli.Line{Text: "It is damaged and can't be put back as it is, but it is kept, and what can be read in it can be rebuilt there:"},
			cli.Line{Label: "Rebuild", Text: "isspp notes restore --salvage --notes " + quoted(model.CleanLine(aside))})
	default:
		said = append(said, cli.Line{Label: "Undo", Text: "isspp notes restore " + quoted(model.CleanLine(filepath.Base(aside))) + atPlace(s)})
	}
	if other := keysOfItsDay(passphrase, recovery); other != "" {
		said = append(said, cli.Line{Label: "Keys", Text: other})
	}
	return s.Tell(10, append(said, cli.Line{Label: "Next", Text: "isspp notes verify says whether they are older than the last ones; with --accept-older they are the right ones from then on."})...)
}

// keysOfItsDay says which secrets open notes that were put back, where they are not
// the ones that opened those before.
func keysOfItsDay(passphrase, recovery bool) string {
	switch {
	case passphrase && recovery:
		return "They open with the passphrase and the recovery key of their day: both were changed since, and the ones in use until now don't open them."
	case passphrase:
		return "They open with the passphrase of their day: it was changed since, and the one in use until now doesn't open them. The recovery key does."
	case recovery:
		return "Their recovery key is the one of their day: it was renewed since, and the new one doesn't open them. The passphrase does."
	}
	return ""
}

// atPlace is what a command that is shown needs where the notes aren't in the usual place.
func atPlace(s *cli.Session) string {
	if s.Notes == "" {
		return ""
	}
	return " --notes " + quoted(model.CleanLine(s.Notes))
}

// quoted is a file's name as a shell takes it for one word.
func quoted(name string) string {
	if strings.Contains(name, " ") {
		return `"` + name + `"`
	}
	return name
}

func findBackup(notes, name string) (string, error) {
	if _, err := os.Stat(name); err == nil || filepath.Base(name) != name {
		return name, nil
	}
	backups, err := store.Backups(notes)
	if err != nil {
		return "", err
	}
	for _, b := range backups {
		if filepath.Base(b.Path) == name {
			return b.Path, nil
		}
	}
	if aside := filepath.Join(filepath.Dir(notes), name); name != filepath.Base(notes) {
		if _, err := os.Stat(aside); err == nil {
			return aside, nil
		}
	}
	return name, nil
}
