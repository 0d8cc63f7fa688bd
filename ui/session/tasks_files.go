package session

import (
	"fmt"

	"isspp/store"
	"isspp/ui/kit"
)

// restorable are the backups, newest first, and then what was set aside.
func (s *notesSession) restorable() (rows, paths []string) {
	if s.looked != nil {
		for _, b := range s.looked.backups {
			rows = append(rows, fmt.Sprintf("%-26s  backup, %s", b.Day.Format("2 January 2006"), sizeWord(b.Size)))
			paths = append(paths, b.Path)
		}
	}
	if s.looked != nil {
		for _, a := range s.looked.aside {
			rows = append(rows, fmt.Sprintf("%-26s  set aside, %s", a.Day.Format("2 January 2006, 15:04:05"), sizeWord(a.Size)))
			paths = append(paths, a.Path)
		}
	}
	return rows, paths
}

// lastChangeHere is why the notes stay open.
const lastChangeHere = "The last change could not be saved anywhere, so the notes stay open: it is only here. Nothing was put back or disposed of. Make room on the disk, then do it again."

// nonEmpty is a line, where there is one.
func nonEmpty(line string) []string {
	if line == "" {
		return nil
	}
	return []string{line}
}

// elsewhere stands for a file that is named by hand.
const elsewhere = "\x00file"

func (s *notesSession) restoreOne() *wizard {
	rows, paths := s.restorable()
	which := question{ask: "Which one?", rows: append(rows, "Another file"), values: append(paths, elsewhere), skip: func([]string) bool { return len(paths) == 0 }}
	file := question{ask: "Which file?", path: true, check: notEmpty, look: there, skip: func(given []string) bool { return len(paths) > 0 && given[0] != elsewhere }}
	if len(paths) == 0 {
		file.ask = "There is no backup beside the notes. Which file is it?"
	}
	notes, o := s.store, s.o
	return s.wizard(&wizard{
		title: "Put a backup back", busyWords: "Copying the backup and setting the present notes aside.",
		intro: "The notes as they are now are set aside, and nothing is written over.",
		steps: []question{which, file, yes("What was recorded after the backup is in the file that is set aside, and comes back when that one is put back.")},
		do: func(given []string) result {
			saved := ""
			if notes != nil {
				var err error
				if saved, err = savedOrAside(notes); err != nil {
					return result{err: err, said: []string{lastChangeHere}}
				}
				if err := notes.Close(); err != nil {
					return result{err: err, said: nonEmpty(saved), gone: true}
				}
			}
			from := given[0]
			if given[1] != "" {
				from = given[1]
			}
			passphrase, recovery := store.OtherKeys(o.NotesPath, from)
			aside, err := store.Restore(o.NotesPath, from, o.storeOptions())
			r := told(err, "The backup is in place. If it is older than the last notes the next unlocking says so, and ctrl+n accepts them as the right ones.")
			if err == nil {
				r.said = append(r.said, nonEmpty(keysOfItsDay(passphrase, recovery))...)
			}
			r.said = append(r.said, nonEmpty(saved)...)
			if aside != "" {
				r.said = append(r.said, "", "Set aside:", aside)
				if store.CanRestore(aside) != nil {
					r.said = append(r.said, "That file is damaged and can't be put back as it is. It is kept, and isspp notes restore --salvage rebuilds it.")
				} else {
					r.said = append(r.said, "To undo this put that one back in the same way.")
				}
			}
			r.gone = notes != nil
			return r
		},
	})
}

// closed forgets a store that was closed for a wizard. The views still hold what they
// have read, until the session ends with the next key.
func (s *notesSession) closed() {
	s.store = nil
	s.env.Notes, s.env.Closed = kit.NotesLocked, true
}

func (s *notesSession) salvage() *wizard {
	notes, o := s.store, s.o
	return s.wizard(&wizard{
		title: "Rebuild from what can still be read", busyWords: "Reading every record that is left. This can take a minute.",
		intro: "The damaged file is set aside as it is. Records that can't be read in it come from the newest backup that has them.",
		steps: []question{{ask: "Passphrase of the notes", secret: true, orKey: true, check: notEmpty}},
		do: func(given []string) result {
			secret, err := secretIn(given[0])
			if err != nil {
				return result{err: err}
			}
			waitForTry(o)
			if notes != nil {
				if err := notes.Check(secret); err != nil {
					return result{err: err}
				}
				if _, err := savedOrAside(notes); err != nil {
					return result{err: err, said: []string{lastChangeHere}}
				}
				if err := notes.Close(); err != nil {
					return result{err: err, gone: true}
				}
			}
			r, err := store.Salvage(o.NotesPath, secret, o.storeOptions())
			if err != nil {
				return result{err: err, gone: notes != nil}
			}
			said := []string{fmt.Sprintf("Rebuilt: %s. Unlock the notes to see them.", records(r.Records))}
			for _, f := range r.Findings {
				said = append(said, severityLabel(f.Severity)+": "+f.Text)
			}
			for _, l := range r.Lost {
				said = append(said, fmt.Sprintf("Missing: %.8s, %s.", l.ID, orUnknown(l.Kind)))
			}
			if r.Aside != "" {
				said = append(said, "Set aside: "+r.Aside)
			}
			return result{said: said, gone: notes != nil}
		},
	})
}
