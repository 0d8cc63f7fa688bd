package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"isspp/store/boltfile"
	"isspp/store/disk"

	bolt "go.etcd.io/bbolt"
)

// Where a system lets other programs move, replace, remove or cut a file that
// is open, what is written to it afterwards goes nowhere and is confirmed all
// the same. So before each change, and before the notes are closed, the store
// makes sure that its place still holds the file it has open.

type fileIdentity struct {
	file os.FileInfo
	// least is how many bytes the file must have for bbolt to find its pages:
	// to touch one that was cut off ends the process.
	least int64
}

// verifyInPlace makes sure that the file at the notes' place is the one that is open and
// says what it said. One that was taken away or replaced is put back from the
// open one; of one that was cut or written over, what this session saved is kept
// as unsaved, and nothing more is saved.
func (s *Store) verifyInPlace() error {
	if !disk.MayVanish || s.db == nil || s.fileIdentity.file == nil {
		return nil
	}
	info, err := os.Stat(s.path)
	switch {
	case err == nil && !os.SameFile(info, s.fileIdentity.file):
		return s.putBack()
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return s.putBack()
	case err != nil:
		return nil //nolint:nilerr // whether it is there can't be said; the change itself may fail
	case info.Size() < s.fileIdentity.least:
		return s.undermined("The notes file was cut short by another program while it was open.", nil)
	}
	same, err := s.holds(s.man)
	if err != nil || !same {
		return s.undermined("The notes file was written over by another program while it was open.", err)
	}
	return nil
}

func (s *Store) take(f boltfile.Findings) {
	s.fileIdentity = fileIdentity{least: f.Least}
	s.fileIdentity.file, _ = os.Stat(s.path)
}

// undermined ends the saving: what is in the file is not what was written there.
func (s *Store) undermined(what string, cause error) error {
	s.stuck = problem(ErrDamaged, what,
		"What you saved since unlocking is still held here, and is sealed aside when the notes lock.",
		"Lock the notes and unlock them again: then it is shown what the file still has and how it is mended.",
	).because(cause)
	s.keepSession()
	return s.stuck
}

func (s *Store) keepSession() {
	for id := range s.session {
		if it := s.items[id]; it != nil && s.unsaved[id] == nil {
			s.keepUnsaved(it, nil)
		}
	}
}

// putBack writes the notes, as the open file has them, to their place again.
// What stands there instead is set aside.
func (s *Store) putBack() error {
	aside, err := s.comeBack()
	if err != nil {
		s.keepSession()
		return problem(errReadOnly, "The notes file was taken away by another program while it was open, and can't be "+
			"put back yet: "+reasonOf(err)+".", "Everything is still held here.",
			"Keep isspp open and make room for the file in its folder; the next change tries again.").because(err)
	}
	text := "The notes file had been taken away by another program while it was open. It was put back: nothing is " +
		"missing."
	s.returned = "the file had been removed while it was open"
	if aside != "" {
		s.returned = "the file had been replaced while it was open"
		text = "Another program had put a different file in the place of the notes while they were open. Yours were " +
			"put back and nothing is missing; the other file is kept as " + filepath.Base(aside) + "."
	}
	s.told = append(s.told, Finding{Warning, "put-back", text})
	return nil
}

func (s *Store) comeBack() (aside string, err error) {
	if err := disk.MakeDir(filepath.Dir(s.path)); err != nil {
		return "", err
	}
	if err := s.lockAgain(); err != nil {
		return "", err
	}
	// What stands there may be the same to the last change: a sync tool wrote it anew, or
	// the file system numbers its files as it likes.
	var there manifest
	f, err := sound(s.path)
	if err == nil {
		there, err = s.openManifest(f.Manifest)
	}
	if err != nil || there != s.man {
		if aside, err = keepAside(s.path, s.opt.now()); err != nil {
			return "", err
		}
		part, _, err := s.newBeside(s.path, copied(s.db, nil), nil)
		if err == nil {
			err = s.deliver(part, s.path)
		}
		if err != nil {
			return "", err
		}
	}
	if err := s.reopen(nil); err != nil {
		return "", err
	}
	_ = disk.Restrict(s.path, false)
	s.renewSide() // to tidy would sweep away a backup in the making
	return aside, nil
}

func (s *Store) lockAgain() error {
	here, err := os.Stat(lockPath(s.path))
	mine, merr := s.lock.Stat()
	if err == nil && merr == nil && os.SameFile(here, mine) {
		return nil
	}
	lock, err := acquire(s.path, s.opt.now())
	if err != nil {
		return err
	}
	letGo(s.lock)
	s.lock = lock
	return nil
}

func (s *Store) measure() {
	_ = guarded(func() error {
		return s.db.View(func(tx *bolt.Tx) error {
			s.fileIdentity.least = tx.Size()
			return nil
		})
	})
}

// Told gives, once, what the person should know of what other programs did to
// the file while it was open. While a save is under way it gives nothing: a screen
// asks, and asks again after that save.
func (s *Store) Told() []Finding {
	if !s.mu.TryLock() {
		return nil
	}
	defer s.mu.Unlock()
	told := s.told
	s.told = nil
	return told
}
