package session

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"isspp/store"
	"isspp/ui/kit"
)

// restorable are the backups, newest first, and then what was set aside, as they
// were last looked at.
func (s *open) restorable() (rows, paths []string) {
	if s.looked == nil {
		return nil, nil
	}
	for _, b := range s.looked.backups {
		rows = append(rows, fmt.Sprintf("%s  backup, %s", b.Day.Format("2 January 2006"), sizeWord(b.Size)))
		paths = append(paths, b.Path)
	}
	for _, a := range s.looked.asides {
		rows = append(rows, fmt.Sprintf("%s  set aside, %s", strings.TrimPrefix(filepath.Base(a.path), filepath.Base(s.o.NotesPath)+"."), sizeWord(a.size)))
		paths = append(paths, a.path)
	}
	return rows, paths
}

// aside is a file of notes that was set aside.
type aside struct {
	path string
	size int64
}

// asidesOf are the files that were set aside, newest first.
func asidesOf(path string) []aside {
	names, err := store.Asides(path)
	if err != nil {
		return nil
	}
	var out []aside
	for _, name := range slices.Backward(names) {
		if info, err := os.Stat(name); err == nil {
			out = append(out, aside{name, info.Size()})
		}
	}
	return out
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

func (s *open) restoreOne() *errand {
	rows, paths := s.restorable()
	first := question{ask: "Which one?", rows: rows, values: paths, check: notEmpty}
	if len(rows) == 0 {
		first = question{ask: "There is no backup beside the notes. Which file is it?", check: notEmpty}
	}
	notes, o := s.store, s.o
	return s.errand(&errand{
		title: "Put a backup back", busyWords: "Copying the backup and setting the present notes aside.",
		intro: "The notes as they are now are set aside, and nothing is written over.",
		steps: []question{first, yes("What was recorded after the backup is in the file that is set aside.")},
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
			passphrase, recovery := store.OtherKeys(o.NotesPath, given[0])
			aside, err := store.Restore(o.NotesPath, given[0], o.storeOptions())
			r := told(err, "The backup is in place. The next unlocking says that these notes are older, and lets you take them for the right ones.")
			if err == nil {
				r.said = append(r.said, nonEmpty(keysOfItsDay(passphrase, recovery))...)
			}
			r.said = append(r.said, nonEmpty(saved)...)
			if aside != "" {
				r.said = append(r.said, "Set aside: "+aside)
				if store.CanRestore(aside) != nil {
					r.said = append(r.said, "That file is damaged and can't be put back as it is. It is kept, and isspp notes restore --salvage rebuilds it.")
				}
			}
			r.gone = notes != nil
			return r
		},
	})
}

// closed forgets a store that was closed for an errand.
func (s *open) closed() {
	s.store = nil
	s.env.Notes = kit.NotesLocked
}

func (s *open) salvage() *errand {
	notes, o := s.store, s.o
	return s.errand(&errand{
		title: "Rebuild from what can still be read", busyWords: "Reading every record that is left. This can take a minute.",
		intro: "The damaged file is set aside as it is. Records that it no longer gives are taken from the newest backup that has them.",
		steps: []question{{ask: "Passphrase of the notes", secret: true, check: notEmpty}},
		do: func(given []string) result {
			waitForTry(o)
			if notes != nil {
				if err := notes.Check(store.Passphrase([]byte(given[0]))); err != nil {
					return result{err: err}
				}
				if _, err := savedOrAside(notes); err != nil {
					return result{err: err, said: []string{lastChangeHere}}
				}
				if err := notes.Close(); err != nil {
					return result{err: err, gone: true}
				}
			}
			r, err := store.Salvage(o.NotesPath, store.Passphrase([]byte(given[0])), o.storeOptions())
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
