package session

import (
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/upkeep"
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
	Findings []store.Finding `json:"findings"`
	// SetAside are the notes that a restore has set aside, and Copies what lies beside
	// them under other names.
	SetAside []asideJSON `json:"set_aside"`
	Copies   []asideJSON `json:"copies"`
	// Waiting are the files of changes that could not be saved and are not taken in yet.
	Waiting []string `json:"waiting"`
}

type asideJSON struct {
	Path  string `json:"path"`
	Time  string `json:"time"`
	Bytes int64  `json:"bytes"`
}

type backupJSON struct {
	Path  string `json:"path"`
	Day   string `json:"day"`
	Bytes int64  `json:"bytes"`
	// Saves is how many saves it holds, as it says itself.
	Saves uint64 `json:"saves,omitempty"`
}

func newWhere(s *cli.Session) *cobra.Command {
	cmd := &cobra.Command{
		Use: "where", Short: "Say where the notes and their backups are; needs no passphrase",
		Long: "Says where the notes are and how they stand, and lists their backups, the one that\n" +
			"holds most first, copies beside them, what a restore has set aside and what could\n" +
			"not be saved. It opens none of them and needs no passphrase.",
		Example: "  isspp notes where\n  isspp notes where --json",
		Args:    nothingMore,
	}
	asJSON := cmd.Flags().Bool("json", false, "answer as JSON")
	cmd.RunE = func(*cobra.Command, []string) error { return where(s, *asJSON) }
	return cmd
}

// where says what is there, without opening it.
func where(s *cli.Session, asJSON bool) error {
	o := read(s.Options)
	st := store.Look(o.NotesPath)
	list := func(kind store.Kind) ([]store.Source, error) {
		all, err := store.Sources(o.NotesPath, o.storeOptions(), kind)
		if err != nil {
			s.SetStatus(cli.StatusNothing)
		}
		return all, err
	}
	backups, err := list(store.Backup)
	copies, _ := list(store.Copy)
	aside, _ := list(store.Aside)
	waiting, _ := list(store.Unsaved)
	place := o.placeFindings()
	if asJSON {
		a := whereAnswer(o.NotesPath, st, backups, aside, place)
		a.Copies, a.Waiting = asideList(copies), []string{}
		for _, f := range waiting {
			a.Waiting = append(a.Waiting, f.Path)
		}
		return s.ShowJSON(a)
	}
	state := upkeep.StateWord(st)
	if st.State == store.Absent {
		state += "; isspp notes init does that"
	}
	said := []cli.Line{{Label: "Notes", Text: model.CleanLine(o.NotesPath) + " (" + state + ")"}}
	if st.Err != nil {
		said = append(said, cli.Line{Label: "State", Text: model.CleanLine(st.Err.Error())})
	}
	if next := inShell(st.Err); next != "" {
		said = append(said, cli.Line{Label: "Next", Text: next})
	}
	for _, f := range place {
		said = append(said, cli.Line{Label: upkeep.SeverityLabel(f.Severity), Text: model.CleanLine(f.Text)})
	}
	for _, b := range backups {
		said = append(said, cli.Line{Label: "Backup", Text: model.CleanLine(b.Path) + " (" +
			b.Day.Format("2 January 2006") + ", " + heldWord(b) + ")"})
	}
	switch {
	case err != nil:
		said = append(said, cli.Line{Label: "Backup", Text: model.CleanLine(err.Error())})
	case len(backups) == 0:
		said = append(said, cli.Line{Label: "Backup", Text: "none yet: one is made on the first change of each day"})
	}
	for _, c := range copies {
		said = append(said, cli.Line{Label: "Copy", Text: model.CleanLine(c.Path) + " (" +
			c.Day.Format("2 January 2006, 15:04") + ", " + heldWord(c) + ")"})
	}
	for _, f := range waiting {
		said = append(said, cli.Line{
			Label: "Waiting",
			Text: model.CleanLine(f.Path) + " has a change that could not be saved; it comes in when the notes are " +
				"unlocked",
		})
	}
	for _, a := range aside {
		said = append(said, cli.Line{
			Label: "Set aside",
			Text: model.CleanLine(a.Path) + " (" + a.Day.Format("2 January 2006, 15:04") + ", " +
				upkeep.SizeWord(a.Size) + ")",
		})
	}
	return s.Tell(10, said...)
}

func whereAnswer(path string, st store.Status, backups, aside []store.Source, place []store.Finding) whereJSON {
	a := whereJSON{
		Notes: path, State: stateName(st.State), Says: says(st), Bytes: st.Size,
		Folder: filepath.Join(filepath.Dir(path), "backups"), Backups: []backupJSON{}, SetAside: []asideJSON{},
		Findings: append([]store.Finding{}, place...),
	}
	if !st.Changed.IsZero() {
		a.Changed = st.Changed.Format(time.RFC3339)
	}
	for _, b := range backups {
		a.Backups = append(a.Backups, backupJSON{
			Path: b.Path, Day: b.Day.Format(time.DateOnly), Bytes: b.Size,
			Saves: b.Saves,
		})
	}
	a.SetAside = asideList(aside)
	return a
}

func asideList(files []store.Source) []asideJSON {
	out := []asideJSON{}
	for _, b := range files {
		out = append(out, asideJSON{Path: b.Path, Time: b.Day.Format(time.RFC3339), Bytes: b.Size})
	}
	return out
}

// heldWord is how much a file of notes holds.
func heldWord(b store.Source) string {
	if b.Saves == 0 {
		return upkeep.SizeWord(b.Size) + ", how much it holds can't be read"
	}
	return upkeep.Counted(int(min(b.Saves, 1<<30)), "save") + ", " + upkeep.SizeWord(b.Size) //nolint:gosec // bounded
}

func stateName(st store.State) string {
	switch st {
	case store.Absent:
		return "absent"
	case store.Orphaned:
		return "orphaned"
	case store.InUse:
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
	return upkeep.StateWord(st)
}
