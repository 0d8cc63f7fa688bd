package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
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
func Look(path string) (st Status) {
	defer func() { st.Err = nameBackup(path, st.Err) }()
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if left, lerr := leftAt(path); left != "" || lerr != nil {
			return Status{State: Orphaned, Err: absent(path, err)}
		}
		return Status{State: Absent}
	case err != nil:
		return Status{State: Unreadable, Err: placeError(err)}
	}
	st = Status{State: Present, Size: info.Size(), Changed: info.ModTime()}
	if h, held := whoHolds(path); held {
		st.State, st.Holder = InUse, h
		return st
	}
	f, err := inspect(path, boltfile.FirstLook)
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

// nameBackup tells a person whose notes don't open what loses least: a rebuilding from
// all that is there; which backup holds most; and that what could not be saved last is
// kept.
func nameBackup(path string, err error) error {
	own := As(err)
	if !slices.Contains([]Code{ErrDamaged, ErrAbsent, errNotAStore}, own.Code) {
		return err
	}
	named := *own
	if all, lerr := Sources(path, Options{}, Backup); lerr == nil && len(all) > 0 {
		named.Backup = filepath.Base(all[0].Path)
		info, serr := os.Stat(path)
		named.left = own.left || serr != nil || info.Mode().IsRegular()
		if own.Code == errNotAStore {
			named.Do = "What stands there can be set aside."
		}
		if !own.left {
			named.Do += " The notes can be rebuilt from their backups."
		}
		named.Do += fmt.Sprintf(" The backup that holds most is of %s: %s in the folder %s beside the notes. A "+
			"rebuilding takes all of them together and never gives less than it.",
			all[0].Day.Format("2 January 2006"), filepath.Base(all[0].Path), filepath.Base(backupDir(path)))
	}
	if left, _ := Sources(path, Options{}, Unsaved); len(left) > 0 {
		named.Do += " " + waits(left)
	}
	return &named
}

func setUpError(err error) error {
	e := *As(placed(err))
	switch e.Code {
	case errFull:
		e.Safe = "Nothing was created."
	case errDenied, errReadOnly, ErrAbsent:
		e.What = "The notes can't be set up here: isspp isn't allowed to create files in that folder."
		e.Safe, e.Do = "Nothing was created.", "Choose a folder of your own (--notes FILE, or notes in the config "+
			"file), or ask whoever looks after this computer."
	}
	return &e
}
