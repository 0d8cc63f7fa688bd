package upkeep

import (
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
)

// NewCommand makes "isspp notes": the upkeep of the private notes from a shell.
func NewCommand(sh *Shell) *cobra.Command {
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
		RunE: func(*cobra.Command, []string) error { return sh.tells(sh.Find().wherePlaced(), With()) },
	}
	for _, made := range []func(*Notes, Answers) Operation{
		plainly((*Notes).where), plainly(func(n *Notes) Operation { return n.SetUp(nil, nil) }),
		plainly((*Notes).copyTo), plainly((*Notes).restore), plainly((*Notes).verify), (*Notes).newKeys,
		plainly((*Notes).export), plainly((*Notes).importFile), (*Notes).purging, (*Notes).holding,
		plainly((*Notes).log),
	} {
		cmd.AddCommand(sh.command(made))
	}
	cmd.Args = OnlyCommands(cmd)
	return cmd
}

// plainly is an operation that is the same whatever the flags.
func plainly(of func(*Notes) Operation) func(*Notes, Answers) Operation {
	return func(n *Notes, _ Answers) Operation { return of(n) }
}

func (n *Notes) where() Operation {
	return Operation{
		Command: &Command{
			Use: "where", Short: "Say where the notes and their backups are; needs no passphrase",
			Long: "Says where the notes are and how they stand, and lists their backups, the one that\n" +
				"holds most first, copies beside them, what a restore has set aside and what could\n" +
				"not be saved. It opens none of them and needs no passphrase.",
			Example:  "  isspp notes where\n  isspp notes where --json",
			Switches: []Flag{asJSON}, Closed: true,
		},
		Do: func(Answers) Result { return n.wherePlaced() },
	}
}

type whereJSON struct {
	Notes string `json:"notes"`
	// State is absent, orphaned, sealed, open, unreadable, damaged or foreign.
	State   string     `json:"state"`
	Says    string     `json:"says"`
	Bytes   int64      `json:"bytes"`
	Changed string     `json:"changed,omitempty"`
	Folder  string     `json:"backup_folder"`
	Backups []fileJSON `json:"backups"`
	// Findings are what speaks against this place.
	Findings []store.Finding `json:"findings"`
	// SetAside are the notes that a restore has set aside, and Copies what lies beside
	// them under other names.
	SetAside []fileJSON `json:"set_aside"`
	Copies   []fileJSON `json:"copies"`
	// Waiting are the files of changes that could not be saved and are not taken in yet.
	Waiting []string `json:"waiting"`
}

// fileJSON is a backup, with its day and how many saves it holds, or another file.
type fileJSON struct {
	Path  string `json:"path"`
	Day   string `json:"day,omitempty"`
	Time  string `json:"time,omitempty"`
	Bytes int64  `json:"bytes"`
	Saves uint64 `json:"saves,omitempty"`
}

func filesJSON(files []store.Source, backups bool) []fileJSON {
	out := make([]fileJSON, 0, len(files))
	for _, b := range files {
		f := fileJSON{Path: b.Path, Bytes: b.Size}
		if backups {
			f.Day, f.Saves = b.Day.Format(time.DateOnly), b.Saves
		} else {
			f.Time = b.Day.Format(time.RFC3339)
		}
		out = append(out, f)
	}
	return out
}

var stateNames = map[store.State]string{
	store.Absent: "absent", store.Orphaned: "orphaned", store.Present: "sealed", store.InUse: "open",
	store.Unreadable: "unreadable", store.Damaged: "damaged", store.Foreign: "foreign",
}

func (n *Notes) wherePlaced() Result {
	n.Look()
	st, place := n.Status, n.Place()
	copies, waiting := n.list(store.Copy), n.list(store.Unsaved)
	state := StateWord(st)
	says := state
	if st.State == store.Absent {
		state += "; isspp notes init does that"
	}
	r := Result{Column: column, Amiss: n.Err != nil}
	r.say("Notes", n.Path+" ("+state+")")
	if st.Err != nil {
		says = name(st.Err.Error())
		r.say("State", says)
		if next := nextInShell(st.Err); next != "" {
			r.say("Next", next)
		}
	}
	for _, f := range place {
		r.say(severityLabel(f.Severity), f.Text)
	}
	for _, b := range n.Backups {
		r.say("Backup", b.Path+" ("+b.Day.Format("2 January 2006")+", "+heldWord(b)+")")
	}
	switch {
	case n.Err != nil:
		r.say("Backup", n.Err.Error())
	case len(n.Backups) == 0:
		r.say("Backup", "none yet: one is made on the first change of each day")
	}
	for _, c := range copies {
		r.say("Copy", c.Path+" ("+c.Day.Format("2 January 2006, 15:04")+", "+heldWord(c)+")")
	}
	for _, w := range waiting {
		r.say("Waiting", w.Path+" has a change that could not be saved; it comes in when the notes are unlocked")
	}
	for _, a := range n.Aside {
		r.say("Set aside", a.Path+" ("+a.Day.Format("2 January 2006, 15:04")+", "+sizeWord(a.Size)+")")
	}
	r.JSON = func() any {
		a := whereJSON{
			Notes: n.Path, State: stateNames[st.State], Says: says, Bytes: st.Size,
			Folder: filepath.Join(filepath.Dir(n.Path), "backups"), Backups: filesJSON(n.Backups, true),
			Findings: append([]store.Finding{}, place...), SetAside: filesJSON(n.Aside, false),
			Copies: filesJSON(copies, false), Waiting: []string{},
		}
		for _, w := range waiting {
			a.Waiting = append(a.Waiting, w.Path)
		}
		if !st.Changed.IsZero() {
			a.Changed = st.Changed.Format(time.RFC3339)
		}
		return a
	}
	return r
}

func heldWord(b store.Source) string {
	if b.Saves == 0 {
		return sizeWord(b.Size) + ", how much it holds can't be read"
	}
	return model.Count(int(min(b.Saves, 1<<30)), "save") + ", " + sizeWord(b.Size) //nolint:gosec // bounded
}

func nothingMore(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return cli.Usagef("%s takes no %q. Try: %s --help", cmd.CommandPath(), model.CleanLine(args[0]), cmd.CommandPath())
}

// OnlyCommands refuses a word that is none of a command's own.
func OnlyCommands(of *cobra.Command) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		var names []string
		for _, c := range of.Commands() {
			names = append(names, c.Name())
		}
		word := name(args[0])
		if near := model.Nearest(word, names); near != "" {
			return cli.Usagef("%q is not a command: did you mean %s? Try: %s %s", word, near, of.CommandPath(), near)
		}
		return cli.Usagef("%q is not a command of %s. Commands: %s", word, of.CommandPath(), strings.Join(names, ", "))
	}
}
