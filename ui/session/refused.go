package session

import "path/filepath"

// refuser are notes that know what the disk refused.
type refuser interface {
	Unsaved() int
	SaveUnsaved() error
	Rescue(anywhere bool) (string, error)
}

// savedOrAside gets what the disk refused onto it before the notes are closed, and
// where it refuses still puts it aside, sealed. What it says, where anything, is
// for the person; an error means that the last change is in this process alone, so
// that the notes must not be closed if anybody is there to be asked.
func savedOrAside(notes refuser) (said string, err error) {
	if notes.Unsaved() == 0 {
		return "", nil
	}
	err = notes.SaveUnsaved()
	if err == nil {
		return "What could not be saved before is saved now.", nil
	}
	name, aside := notes.Rescue(false)
	if aside == nil && name != "" {
		return "The last change could not be saved and is put aside, sealed: " + filepath.Base(name) + " in " + filepath.Dir(name) + ". The next unlocking takes it in.", nil
	}
	if name, aside = notes.Rescue(true); aside == nil && name != "" {
		return "The last change could not be saved and is put aside, sealed: " + filepath.Base(name) + " in " + filepath.Dir(name) + ". The next unlocking takes it in. Unlock before the computer restarts: that folder may be emptied then.", nil
	}
	return "", err
}
