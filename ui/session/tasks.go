package session

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/store"
)

// tasks are what can be done for the notes as they stand.
func (s *notesSession) tasks() []task {
	if s.store == nil {
		return s.lockedTasks()
	}
	out := []task{
		{title: "Everyday", heading: true},
		{id: "backup", title: "Back up now", help: "A sealed backup of today, beside the notes. It counts once it was opened and every record in it read.", do: s.opensWizard(s.backupNow)},
		{id: "copy", title: "Copy a backup elsewhere", help: "The same, to a place that you choose: a memory stick, the school's own disk. It opens with your passphrase.", do: s.opensWizard(s.backupTo)},
		{id: "verify", title: "Check everything", help: "The file's structure, every seal, the manifest, and the chain of the log.", do: s.opensWizard(s.verifyAll)},
		{id: "export", title: "Hand over a reference, or all", help: "One sealed age file that only the receiver opens, with a chronology to read beside the data.", do: s.opensWizard(s.exportOne)},
		{id: "import", title: "Import what was handed over", help: "Merged with what is here; where both sides changed, both are kept. Repeating it has no effect.", off: s.notWhileWriting(), do: s.opensWizard(s.importOne)},
		{id: "log", title: "What was changed and when", help: "The log: no content, and none of it can be changed unnoticed.", do: s.opensWizard(s.showLog)},
		{title: "Rescue", heading: true},
	}
	if s.mendable {
		rebuild := s.rebuild()
		rebuild.off = s.notWhileWriting()
		out = append(out, rebuild)
	}
	if s.older != "" {
		out = append(out, task{id: "accept", title: "Accept these notes as the right ones", help: "They are older than the last ones on this computer, or different. After this they count as the right ones.", off: s.notWhileWriting(), do: s.opensWizard(s.acceptOlder)})
	}
	out = append(out, []task{
		{id: "restore", title: "Put a backup back", help: "A backup replaces the notes. The present notes are set aside under a dated name, never lost, and can be put back in the same way.", off: s.notWhileWriting(), do: s.opensWizard(s.restoreOne)},
		{id: "passphrase", title: "Change the passphrase", help: "Only the key's wrapping changes. Earlier copies and backups still open with the old passphrase.", do: s.opensWizard(s.newWords)},
		{id: "recovery", title: "Make a new recovery key", help: "Shown once. Once you type it back, the old one no longer opens these notes.", do: s.opensWizard(s.newKey)},
		{title: "Disposal", heading: true},
		{id: "hold", title: "Hold a reference, or lift a hold", help: "What is on hold is not disposed of, whatever its dates say. Both need a reason.", do: s.opensWizard(s.holdOne)},
		{id: "purge", title: "Dispose of a reference", help: "For good, with a reason: from the notes, the backups and what was set aside. Those due for review come first. A hold refuses it.", off: s.notWhileWriting(), do: s.opensWizard(s.purgeOne)},
	}...)
	if s.older == "" && !s.mendable {
		return out
	}
	// What is amiss comes before what is done every day.
	at := slices.IndexFunc(out, func(c task) bool { return c.title == "Rescue" })
	end := slices.IndexFunc(out, func(c task) bool { return c.title == "Disposal" })
	return slices.Concat(out[at:end], out[:at], out[end:])
}

// notWhileWriting keeps what is disposed of, put back or taken in from being
// written over by what is open just now, and what is open from being lost.
func (s *notesSession) notWhileWriting() string {
	for _, k := range s.keeping() {
		if what := k.Writing(); what != "" {
			return what + " Finish or leave it first (Esc), so that neither is written over the other."
		}
	}
	for _, k := range s.keeping() {
		if !k.Settled() {
			return "The last change is being saved just now. Esc, and again in a moment."
		}
	}
	return ""
}

// reread shows the notes in the views as they are now.
func (s *notesSession) reread() tea.Cmd {
	cmds := make([]tea.Cmd, 0, 2)
	for _, k := range s.keeping() {
		cmds = append(cmds, k.Reread())
	}
	return tea.Batch(cmds...)
}

// lockedTasks need no key, or ask for it.
func (s *notesSession) lockedTasks() []task {
	state := store.Present
	if s.looked != nil {
		state = s.looked.status.State
	}
	out := []task{{id: "unlock", title: "Unlock the notes", help: "Everything else is done with the notes open. Forgotten? The recovery key opens them, and a new passphrase is chosen.", do: func() tea.Cmd { s.upkeep = true; return s.loadEntryStatus() }}}
	if state == store.Absent {
		out[0].title, out[0].help = "Set up private notes", "A passphrase, and a recovery key that is shown once."
		return out
	}
	out = append(out, task{id: "restore", title: "Put a backup back", help: "A backup replaces the notes. The present notes are set aside under a dated name, never lost. If they are sound they can be put back in the same way; if not, rebuilt.", do: s.opensWizard(s.restoreOne)})
	if state == store.Damaged || s.mendable || s.looked != nil && store.Rebuildable(s.looked.status.Err) {
		out = slices.Insert(out, 1, s.rebuild()) // before what loses more
	}
	return out
}

func (s *notesSession) rebuild() task {
	return task{id: "salvage", title: "Rebuild from what can still be read", help: "Takes every sealed record that can be read in the file, its backups and copies beside it: never less than the fullest backup has. The file is set aside as it is.", do: s.opensWizard(s.salvage)}
}

func (s *notesSession) backupNow() *wizard {
	notes := s.store
	return s.wizard(&wizard{title: "Back up now", busyWords: "Making the backup and reading every record in it.", do: func([]string) result {
		name, err := notes.BackupNow("")
		return told(err, "The backup is made, and every record in it was opened:", name)
	}})
}

func (s *notesSession) backupTo() *wizard {
	notes := s.store
	return s.wizard(&wizard{
		title: "Copy a backup elsewhere", busyWords: "Making the copy and reading every record in it.",
		steps: []question{{ask: "To which file?", path: true, preset: homeFile("isspp-notes-" + s.env.Clock().Format("2006-01-02") + ".db"), hint: "A file that is there already is left alone.", check: notEmpty, look: fresh}},
		do: func(given []string) result {
			name, err := notes.BackupNow(given[0])
			return told(err, "The copy is made, and every record in it was opened:", name, "", "It opens with the passphrase of these notes. Put a backup back takes it, on this computer or another.")
		},
	})
}

// told is a result in lines, or the error.
func told(err error, said ...string) result {
	if err != nil {
		return result{err: err}
	}
	return result{said: said}
}

func (s *notesSession) verifyAll() *wizard {
	notes, older := s.store, s.older
	return s.wizard(&wizard{title: "Check everything", busyWords: "Reading every record and the whole log.", do: func([]string) result {
		r, err := notes.Verify()
		if err != nil {
			return result{err: err}
		}
		said := []string{"All of it is sound: the structure, every seal, the manifest and the log."}
		if r.Worst() >= store.Warning {
			said = []string{"Not all of it is sound."}
		} else if older != "" {
			said = []string{"What is in the file is sound: the structure, every seal, the manifest and the log.", "Warning: " + older}
		}
		said = append(said, fmt.Sprintf("Records: %d.", r.Records))
		for _, f := range r.Findings {
			said = append(said, severityLabel(f.Severity)+": "+f.Text)
		}
		for _, l := range r.Lost {
			said = append(said, fmt.Sprintf("Missing: %.8s, %s: %s.", l.ID, orUnknown(l.Kind), foundIn(&l, filepath.Base(l.Backup))))
		}
		return result{said: said}
	}})
}

func (s *notesSession) showLog() *wizard {
	notes := s.store
	return s.wizard(&wizard{title: "What was changed and when", busyWords: "Reading the log.", do: func([]string) result {
		lines, err := notes.History()
		if err != nil {
			return result{err: err}
		}
		var said []string
		for _, l := range slices.Backward(logLines(lines)) {
			_, when, _ := strings.Cut(strings.TrimSpace(l.Label), "  ") // the shell has the numbers
			said = append(said, when+"  "+l.Text)
		}
		return result{said: said}
	}})
}

func (s *notesSession) acceptOlder() *wizard {
	notes := s.store
	return s.wizard(&wizard{
		title: "Accept these notes as the right ones", intro: s.older, busyWords: "Noting it.",
		steps: []question{yes("If a sync tool has put an older file back, look for the newer one first: Esc, then Put a backup back.")},
		do: func([]string) result {
			err := notes.AcceptOlder()
			r := told(err, "From now on they are the right ones. The log says so.")
			r.accepted = err == nil
			for _, f := range notes.Told() {
				r.said = append(r.said, f.Text)
				r.changed = true
			}
			return r
		},
	})
}
