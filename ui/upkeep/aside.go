package upkeep

import "path/filepath"

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
