package session

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
)

// newNotes makes "isspp notes": what can be done for the private notes without
// their passphrase.
func newNotes(s *cli.Session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "notes",
		Short: "Where the private notes are, and a backup put back",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			if near := model.Nearest(args[0], []string{"where", "restore"}); near != "" {
				return cli.Usagef("%q is not a command: did you mean %s? Try: isspp notes %s", args[0], near, near)
			}
			return cli.Usagef("%q is not a command of isspp notes. Commands: where, restore", args[0])
		},
		RunE: func(*cobra.Command, []string) error { return where(s) },
	}
	cmd.AddCommand(
		&cobra.Command{
			Use: "where", Short: "Say where the notes and their backups are", Args: cobra.NoArgs,
			RunE: func(*cobra.Command, []string) error { return where(s) },
		},
		&cobra.Command{
			Use: "restore BACKUP", Short: "Put a backup in the place of the notes; those are set aside, never lost",
			Example: "  isspp notes restore notes-2026-11-23.db",
			Args: func(_ *cobra.Command, args []string) error {
				if len(args) == 1 {
					return nil
				}
				return cli.Usagef("restore takes one backup. Which there are: isspp notes where")
			},
			RunE: func(_ *cobra.Command, args []string) error { return restore(s, args[0]) },
		},
	)
	return cmd
}

// where says what is there, without opening it.
func where(s *cli.Session) error {
	o := read(s.Options)
	fmt.Fprintf(s.Out, "Notes     %s (%s)\n", model.CleanLine(o.NotesPath), stateWord(store.Look(o.NotesPath)))
	backups, err := store.Backups(o.NotesPath)
	if err != nil {
		return cli.Failf("the backups can't be listed; the notes are untouched. %v", err)
	}
	for _, b := range backups {
		fmt.Fprintf(s.Out, "Backup    %s (%s, %d KB)\n", model.CleanLine(b.Path), b.Day.Format("2 January 2006"), (b.Size+1023)/1024)
	}
	if len(backups) == 0 {
		fmt.Fprintln(s.Out, "Backup    none yet: one is made on the first change of each day")
	}
	return nil
}

func stateWord(st store.Status) string {
	switch st.State {
	case store.Absent:
		return "not set up"
	case store.Orphaned:
		return "missing, but their keys or backups are there"
	case store.Held:
		return "open in another isspp"
	case store.Unreadable:
		return "this account may not read them"
	case store.Damaged:
		return "damaged: a backup can be put back with isspp notes restore"
	case store.Foreign:
		return "not a file of isspp's notes"
	}
	return "sealed"
}

// restore puts a backup back. A bare name is one of the backups' own folder.
func restore(s *cli.Session, backup string) error {
	o := read(s.Options)
	if _, err := os.Stat(backup); err != nil && filepath.Base(backup) == backup {
		backups, err := store.Backups(o.NotesPath)
		if err != nil {
			return cli.Failf("the backups can't be listed; the notes are untouched. %v", err)
		}
		for _, b := range backups {
			if filepath.Base(b.Path) == backup {
				backup = b.Path
			}
		}
	}
	aside, err := store.Restore(o.NotesPath, backup, o.storeOptions())
	if err != nil {
		return cli.Failf("%v", err)
	}
	fmt.Fprintf(s.Out, "Restored  %s\n", model.CleanLine(backup))
	if aside != "" {
		fmt.Fprintf(s.Out, "Set aside %s: it can be restored in the same way\n", model.CleanLine(aside))
	}
	return nil
}
