package upkeep

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"isspp/store"
	"isspp/ui/cli"
)

func (n *Notes) backup() Operation {
	return Operation{
		ID: "backup", Title: "Back up now", Busy: "Making the backup and reading every record in it.",
		Help: "A sealed backup of today, beside the notes. It counts once it was opened and every record in it read.",
		Do:   func(Answers) Result { return n.backUp("") },
	}
}

func (n *Notes) copyTo() Operation {
	preset := homeFile("isspp-notes-" + n.now().Format("2006-01-02") + ".db")
	return Operation{
		ID: "copy", Title: "Copy a backup elsewhere", Busy: "Making the copy and reading every record in it.",
		Help: "The same, to a place that you choose: a memory stick, the school's own disk. It opens with your " +
			"passphrase.",
		Command: &Command{
			Use: "backup", Short: "Make a sealed backup now, beside the notes or elsewhere",
			Long: "Makes a sealed backup of the notes as they are now. It counts as made once it was\n" +
				"opened and every record in it read. Without -o it takes the place of today's backup.",
			Example: "  isspp notes backup\n  isspp notes backup -o /media/stick/notes-copy.db",
		},
		Steps: []Question{{
			Key: "file", Ask: "To which file?", Path: true, Preset: preset,
			Hint: "A file that is there already is left alone.", Check: notEmpty,
			Look: lookFresh("No backup was made."),
			Flag: Flag{"output", "o", "write the backup to `FILE`, which must not be there yet"},
		}},
		Do: func(a Answers) Result { return n.backUp(a.Text["file"]) },
	}
}

// backUp makes a backup in a file, or beside the notes where that is empty.
func (n *Notes) backUp(file string) Result {
	made, err := n.Store.Backup(file, true)
	if err != nil {
		return Result{Err: err}
	}
	r := Result{Column: column}
	r.apart("Backup", made+" (every record in it was opened)",
		"The backup is made, and every record in it was opened: "+made)
	if file != "" {
		r.apart("", "", "It opens with the passphrase of these notes. Put a backup back takes it, on this computer "+
			"or another.")
	}
	return r
}

// elsewhere stands for a file that is named by hand.
const elsewhere = "\x00file"

func (n *Notes) restore() Operation {
	const title, help = "Put a backup back", "A backup replaces the notes. The present notes are set aside under a " +
		"dated name, never lost"
	var rows, paths []string
	for _, b := range n.Backups {
		rows = append(rows, fmt.Sprintf("%-26s  backup, %s", b.Day.Format("2 January 2006"), sizeWord(b.Size)))
		paths = append(paths, b.Path)
	}
	for _, a := range n.Aside {
		rows = append(rows, fmt.Sprintf("%-26s  set aside, %s", a.Day.Format("2 January 2006, 15:04:05"),
			sizeWord(a.Size)))
		paths = append(paths, a.Path)
	}
	which := Question{
		Key: "backup", Ask: "Which one?", Rows: append(rows, "Another file"), Values: append(paths, elsewhere),
		Skip: func(Answers) bool { return len(paths) == 0 },
	}
	file := Question{
		Key: "file", Ask: "Which file?", Path: true, Check: notEmpty, Look: lookThere,
		Skip: func(a Answers) bool { return len(paths) > 0 && a.Text["backup"] != elsewhere },
	}
	if len(paths) == 0 {
		file.Ask = "There is no backup beside the notes. Which file is it?"
	}
	o := Operation{
		ID: "restore", Title: title, Off: n.Writing, Command: n.restoring(),
		Busy:  "Copying the backup and setting the present notes aside.",
		Help:  help + ", and can be put back in the same way.",
		Intro: "The notes as they are now are set aside, and nothing is written over.",
		Steps: []Question{which, file, sure("What was recorded after the backup is in the file that is set aside, " +
			"and comes back when that one is put back.")},
		Do: func(a Answers) Result { return n.putBack(cmp.Or(a.Text["file"], a.Text["backup"])) },
	}
	if n.Store == nil {
		o.Help = help + ". If they are sound they can be put back in the same way; if not, rebuilt."
	}
	return o
}

func (n *Notes) restoring() *Command {
	return &Command{
		Use: "restore BACKUP", Short: "Put a backup back, or rebuild damaged notes",
		Long: "Puts a backup in the place of the notes; no passphrase is needed for that. With\n" +
			"--salvage, damaged notes are rebuilt from every record that can still be read in\n" +
			"the file; what it no longer gives comes from the newest backup that has it.\n" +
			"Either way the file that stood there is set aside as it is, and is put back in the\n" +
			"same way. isspp notes where lists the backups and what was set aside.",
		Example: "  isspp notes restore notes-2026-11-23.db\n" +
			"  isspp notes restore notes.db.20261123-161502   what was set aside then\n" +
			"  isspp notes restore --salvage",
		Switches: []Flag{{Name: "salvage", Help: "rebuild damaged notes from what can still be read in them"}},
		Args: func(cmd *cobra.Command, args []string) error {
			switch rebuild := cmd.Flags().Changed("salvage"); {
			case rebuild && len(args) > 0:
				return cli.Usagef("--salvage takes no backup: it takes what it needs from them by itself")
			case !rebuild && len(args) != 1:
				return cli.Usagef("which backup is put back? isspp notes where lists them, and what was set aside")
			}
			return nil
		},
		Word: "backup",
		Run: func(a Answers, k *Keyring) error {
			if a.Set("salvage") {
				return a.Shell.withSecret(n, k, n.rebuildable(), func(secret store.Secret) error {
					return a.Shell.tells(n.salvage(secret), a)
				})
			}
			backup, err := n.findBackup(a.Text["backup"])
			if err != nil {
				return cli.Failf("the backups can't be listed; the notes are untouched. %v", err)
			}
			r := n.putBack(backup)
			switch {
			case errors.Is(r.Err, store.ErrAbsent):
				return cli.Failf("%v isspp notes where lists them.", r.Err)
			case r.Err != nil:
				return cli.Failf("%v", r.Err)
			}
			return a.Shell.tells(r, a)
		},
	}
}

// findBackup is the file that is meant. A bare name is one of the backups' own folder, or
// of the notes' folder, where what was set aside lies.
func (n *Notes) findBackup(name string) (string, error) {
	if _, err := os.Stat(name); err == nil || filepath.Base(name) != name {
		return name, nil
	}
	backups, err := store.Sources(n.Path, n.Options, store.Backup)
	if err != nil {
		return "", err
	}
	for _, b := range backups {
		if filepath.Base(b.Path) == name {
			return b.Path, nil
		}
	}
	aside := filepath.Join(filepath.Dir(n.Path), name)
	if _, err := os.Stat(aside); err == nil && name != filepath.Base(n.Path) {
		return aside, nil
	}
	return name, nil
}

func (n *Notes) putBack(from string) Result {
	r, saved := n.letGo()
	if r.Err != nil {
		return r
	}
	was, err := store.Restore(n.Path, from, n.Options)
	if r.Err = err; err == nil {
		r.apart("Restored", from, "The backup is in place. If it is older than the last notes the next unlocking "+
			"says so, "+
			"and ctrl+n accepts them as the right ones.")
	}
	if was.Aside != "" {
		r.say("Set aside", was.Aside)
	}
	switch {
	case was.Aside == "":
	case !was.Sound:
		r.apart("", "It is damaged and can't be put back as it is, but it is kept, and what can be read in it can be "+
			"rebuilt there:",
			"That file is damaged and can't be put back as it is. It is kept, and isspp notes restore --salvage "+
				"rebuilds it.")
		r.inShell("Rebuild", "isspp notes restore --salvage --notes "+Quoted(was.Aside))
	default:
		r.apart("Undo", "isspp notes restore "+Quoted(filepath.Base(was.Aside))+n.Flag,
			"To undo this put that one back in the same way.")
	}
	if keys := keysOfItsDay(was); keys != "" && err == nil {
		r.apart("Keys", keys, keys)
	}
	if saved != "" {
		r.say("", saved)
	}
	r.inShell("Next", "isspp notes verify says whether they are older than the last ones; with --accept-older they "+
		"are the "+
		"right ones from then on.")
	return r
}

const lastChangeHere = "The last change could not be saved anywhere, so the notes stay open: it is only here. " +
	"Nothing was put back or disposed of. Make room on the disk, then do it again."

// letGo closes notes that are open, for what needs the file alone. What is not saved is
// saved first or put aside, and said.
func (n *Notes) letGo() (r Result, saved string) {
	r = Result{Column: column}
	if n.Store == nil {
		return r, ""
	}
	saved, err := SavedOrAside(n.Store)
	if err != nil {
		return Result{Err: err, Said: sentences(lastChangeHere)}, ""
	}
	r.Closed = true
	if r.Err = n.Store.Close(); r.Err != nil && saved != "" {
		r.say("", saved)
	}
	return r, saved
}

// keysOfItsDay says which secrets open notes that were put back, where they are not
// the ones that opened those before.
func keysOfItsDay(was store.Replaced) string {
	switch {
	case was.Passphrase && was.Recovery:
		return "They open with the passphrase and the recovery key of their day: both were changed since, and the " +
			"ones in use until now don't open them."
	case was.Passphrase:
		return "They open with the passphrase of their day: it was changed since, and the one in use until now " +
			"doesn't open them. The recovery key does."
	case was.Recovery:
		return "Their recovery key is the one of their day: it was renewed since, and the new one doesn't open them. " +
			"The passphrase does."
	}
	return ""
}

// Quoted is a file's name as a shell takes it for one word.
func Quoted(name string) string {
	if strings.Contains(name, " ") {
		return `"` + name + `"`
	}
	return name
}

// sizeWord is a size in kilobytes, rounded up.
func sizeWord(bytes int64) string { return fmt.Sprintf("%d KB", (bytes+1023)/1024) }

// Refuser are notes that know what the disk refused.
type Refuser interface {
	Unsaved() int
	SaveUnsaved() error
	Rescue(anywhere bool) (string, error)
}

// SavedOrAside gets what the disk refused onto it before the notes are closed, and
// where it refuses still puts it aside, sealed. What it says, where anything, is
// for the person; an error means that the last change is in this process alone, so
// that the notes must not be closed if anybody is there to be asked.
func SavedOrAside(notes Refuser) (said string, err error) {
	if notes.Unsaved() == 0 {
		return "", nil
	}
	if err = notes.SaveUnsaved(); err == nil {
		return "What could not be saved before is saved now.", nil
	}
	warning := ""
	for _, anywhere := range []bool{false, true} {
		if anywhere {
			warning = " Unlock before the computer restarts: that folder may be emptied then."
		}
		if name, aside := notes.Rescue(anywhere); aside == nil && name != "" {
			return "The last change could not be saved and is put aside, sealed: " + filepath.Base(name) + " in " +
				filepath.Dir(name) +
				". The next unlocking takes it in." + warning, nil
		}
	}
	return "", err
}
