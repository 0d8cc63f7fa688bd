package session

import (
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
)

// whereJSON is the answer of "isspp notes where --json".
type whereJSON struct {
	Notes string `json:"notes"`
	// State is absent, orphaned, sealed, open, unreadable, damaged or foreign.
	State   string       `json:"state"`
	Says    string       `json:"says"`
	Bytes   int64        `json:"bytes"`
	Changed string       `json:"changed,omitempty"`
	Folder  string       `json:"backup_folder"`
	Backups []backupJSON `json:"backups"`
	// Findings are what speaks against this place.
	Findings []findingJSON `json:"findings"`
}

type backupJSON struct {
	Path  string `json:"path"`
	Day   string `json:"day"`
	Bytes int64  `json:"bytes"`
}

func newWhere(s *cli.Session) *cobra.Command {
	cmd := &cobra.Command{
		Use: "where", Short: "Say where the notes and their backups are; needs no passphrase", Args: cobra.NoArgs,
	}
	asJSON := cmd.Flags().Bool("json", false, "answer as JSON")
	cmd.RunE = func(*cobra.Command, []string) error { return where(s, *asJSON) }
	return cmd
}

// where says what is there, without opening it.
func where(s *cli.Session, asJSON bool) error {
	o := read(s.Options)
	st := store.Look(o.NotesPath)
	backups, err := store.Backups(o.NotesPath)
	if err != nil {
		s.SetStatus(cli.StatusNothing)
	}
	place := store.AtPlace(o.NotesPath, o.storeOptions())
	if asJSON {
		return s.ShowJSON(whereAnswer(o.NotesPath, st, backups, place))
	}
	fmt.Fprintf(s.Out, "Notes     %s (%s)\n", model.CleanLine(o.NotesPath), stateWord(st))
	if st.Err != nil {
		fmt.Fprintf(s.Out, "State     %s\n", model.CleanLine(st.Err.Error()))
	}
	if next := inShell(st.Err); next != "" {
		fmt.Fprintf(s.Out, "Next      %s\n", next)
	}
	for _, f := range place {
		fmt.Fprintf(s.Out, "%-9s %s\n", severityLabel(f.Severity), model.CleanLine(f.Text))
	}
	for _, b := range backups {
		fmt.Fprintf(s.Out, "Backup    %s (%s, %s)\n", model.CleanLine(b.Path), b.Day.Format("2 January 2006"), sizeWord(b.Size))
	}
	switch {
	case err != nil:
		fmt.Fprintf(s.Out, "Backup    %s\n", model.CleanLine(err.Error()))
	case len(backups) == 0:
		fmt.Fprintln(s.Out, "Backup    none yet: one is made on the first change of each day")
	}
	return nil
}

func whereAnswer(path string, st store.Status, backups []store.BackupFile, place []store.Finding) whereJSON {
	a := whereJSON{
		Notes: path, State: stateName(st.State), Says: says(st), Bytes: st.Size,
		Folder: filepath.Join(filepath.Dir(path), "backups"), Backups: []backupJSON{}, Findings: []findingJSON{},
	}
	for _, f := range place {
		a.Findings = append(a.Findings, findingJSON{model.Fold(severityLabel(f.Severity)), f.Code, f.Text})
	}
	if !st.Changed.IsZero() {
		a.Changed = st.Changed.Format(time.RFC3339)
	}
	for _, b := range backups {
		a.Backups = append(a.Backups, backupJSON{Path: b.Path, Day: b.Day.Format(time.DateOnly), Bytes: b.Size})
	}
	return a
}

// sizeWord is a size in kilobytes, rounded up.
func sizeWord(bytes int64) string { return fmt.Sprintf("%d KB", (bytes+1023)/1024) }

func stateName(st store.State) string {
	switch st {
	case store.Absent:
		return "absent"
	case store.Orphaned:
		return "orphaned"
	case store.Held:
		return "open"
	case store.Unreadable:
		return "unreadable"
	case store.Damaged:
		return "damaged"
	case store.Foreign:
		return "foreign"
	case store.Present:
	}
	return "sealed"
}

// says is all that is known of the state: what happened, what is safe, what to do.
func says(st store.Status) string {
	if st.Err != nil {
		return model.CleanLine(st.Err.Error())
	}
	return stateWord(st)
}

func stateWord(st store.Status) string {
	switch st.State {
	case store.Absent:
		return "not set up"
	case store.Orphaned:
		return "missing"
	case store.Held:
		return "open " + st.Holder.String()
	case store.Unreadable:
		return "not to be read by this account"
	case store.Damaged:
		return "damaged"
	case store.Foreign:
		return "not a file of isspp's notes"
	case store.Present:
	}
	return "sealed"
}
