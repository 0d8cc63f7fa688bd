package store

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

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

// goneError tells notes that are not at their place, and what of them is.
func goneError(path string, err error) error {
	if to, lerr := os.Readlink(path); lerr == nil {
		return &Error{
			Code: ErrAbsent, Cause: err, What: "The place of the notes is a link to a file that is not there: " + to +
				".",
			Safe: "Nothing was created.", Do: "Connect the drive or the folder that it leads to, or put a copy of " +
				"the notes file there.",
		}
	}
	return &Error{
		Code: ErrAbsent, Cause: err, What: "The notes file is gone, but its keys or backups are still here.",
		Safe: "Nothing was created.", Do: "Put a copy of the notes file back in its place, or restore a backup.",
	}
}

func emptyFileError() error {
	return nothingLeft("The notes file is empty: it has no bytes at all.")
}

func nothingOfThem() error {
	return nothingLeft("The file in the notes' place has nothing of the notes in it: it is another file, or was " +
		"overwritten.")
}

// setUpError tells why notes can't be set up at a place.
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
