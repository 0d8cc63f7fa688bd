package store

import (
	"os"
	"path/filepath"
)

// BackupNow makes a backup of the notes as they are, whether or not there is one
// of today, and returns its name. With an empty name it takes the place of
// today's, once it is proved; another name must not be there yet. It is sealed
// with the same keys and proved as the daily one is.
func (s *Store) BackupNow(name string) (string, error) {
	s.backing.Lock()
	defer s.backing.Unlock()
	s.mu.Lock()
	s.unstick()
	db, other, stuck := s.db, s.copier(), s.stuck
	least := s.man.seq
	s.mu.Unlock()
	if stuck != nil && (s.keys == nil || db == nil || faulted(stuck)) {
		return "", stuck
	}
	daily := name == ""
	if daily {
		name = backupPath(s.path, s.opt.now())
		if err := makeFolder(backupDir(s.path)); err != nil {
			return "", backupNowError(err)
		}
	} else if _, err := os.Lstat(name); err == nil {
		return "", &Error{Class: ErrExists, What: "There is a file of this name already.", Safe: "Nothing was changed, and no backup was made.", Do: "Choose another name."}
	}
	if err := s.copyAway(other, db, name, least); err != nil {
		if faulted(err) {
			s.giveUp(err)
		}
		return "", backupNowError(err)
	}
	if daily {
		return name, s.thin(filepath.Base(name))
	}
	return filepath.Clean(name), nil
}

// backupNowError is a backup's error for somebody who asked for one.
func backupNowError(err error) error {
	e, ok := backupError(err).(*Error) //nolint:errorlint // just made
	if ok {
		e.What = "The backup of the notes could not be made."
		switch e.Class {
		case ErrReadOnly: //nolint:errorlint // a class is never wrapped
			e.Do = "Check the folder that it was to go to, or choose another, then try again."
		case ErrFull:
			e.Do = "Free some space on the disk, then try again."
		}
	}
	return e
}
