package store

import (
	"errors"
	"io/fs"
	"os"
	"time"

	"isspp/store/boltfile"
	"isspp/store/disk"
)

// State is what can be said of notes without opening them.
type State int

// The states.
const (
	// Absent: no file, and nothing of earlier notes.
	Absent State = iota
	// Orphaned: no file, but keys or backups of one.
	Orphaned
	// Present: a file whose structure is sound.
	Present
	// InUse: sound or not, another process has it open.
	InUse
	// Unreadable: the system does not let us read it.
	Unreadable
	// Damaged: the structure is broken; some may be salvaged.
	Damaged
	// Foreign: another kind of file.
	Foreign
)

// Status is what the locked app shows of the notes.
type Status struct {
	State  State
	Holder Holder
	// Size in bytes and time of the last change, where there is a file.
	Size    int64
	Changed time.Time
	// Err says more for Unreadable, Damaged and Foreign.
	Err error
}

// Look tells the state of the notes at path. It needs no secret, takes no
// lock that lasts, and creates and changes nothing.
func Look(path string) Status {
	st := look(path)
	if st.Err != nil {
		st.Err = nameBackup(path, st.Err)
	}
	return st
}

func look(path string) Status {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		if left, lerr := leftAt(path); left != "" || lerr != nil {
			return Status{State: Orphaned, Err: absent(path, err)}
		}
		return Status{State: Absent}
	}
	if err != nil {
		return Status{State: Unreadable, Err: placeError(err)}
	}
	st := Status{State: Present, Size: info.Size(), Changed: info.ModTime()}
	if h, held := whoHolds(path); held {
		st.State, st.Holder = InUse, h
		return st
	}
	f, err := inspect(path, boltfile.Glance)
	if err == nil {
		err = unsound(path, f)
	}
	switch st.Err = err; {
	case errors.Is(err, errNotAStore):
		st.State = Foreign
	case errors.Is(err, ErrDamaged):
		st.State = Damaged
	case err != nil:
		st.State = Unreadable
	}
	return st
}

func notAStore() error {
	return unchanged(errNotAStore, "This is not a file of isspp's notes.", "Check the path.")
}

// whoHolds asks the lock file. To learn whether it is held it must be locked
// for a moment, which nobody notices: acquire is patient for longer.
func whoHolds(path string) (Holder, bool) {
	f, err := os.OpenFile(lockPath(path), os.O_RDWR, 0)
	if err != nil {
		return Holder{}, false
	}
	defer closeQuietly(f)
	if errors.Is(disk.Lock(f), disk.ErrLocked) {
		return readHolder(f), true
	}
	return Holder{}, false
}
