package store

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"
)

// copyAway makes a proved copy of db beside the notes and then brings it to its
// name. While db is read a save that makes the file grow waits, so that must not
// take as long as a stick or a server takes, which may never answer.
func (s *Store) copyAway(copier *Store, db *bolt.DB, name string, least uint64) error {
	part, err := s.readOut(func() (string, error) { return copier.copyBeside(db, s.path, least) })
	if err != nil && !errors.Is(err, ErrDamaged) && filepath.Dir(s.path) != filepath.Dir(name) {
		// Beside the notes is no room, or no folder any more: then nothing is saved
		// anyway, and it can be made where it goes.
		_, err = s.readOut(func() (string, error) { return "", copier.copyTo(db, name, least) })
		return err
	}
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(part) }() // after the rename there is nothing to remove
	return deliver(part, name, func(there string) error { return copier.prove(there, least) })
}

// readOut lets closing know that the file is being read.
func (s *Store) readOut(copied func() (string, error)) (string, error) {
	s.reading.Lock()
	defer s.reading.Unlock()
	return copied()
}

// deliver brings a whole copy to its name; prove is for what was copied once more.
// Tests make it slow.
var deliver = carry

func carry(part, name string, prove func(string) error) error {
	if replaceFile(part, name) == nil {
		return errors.Join(syncDir(filepath.Dir(name)), syncDir(filepath.Dir(part)))
	}
	there, err := duplicate(part, name) // another disk, or a place that can't be written to
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(there) }() // after the rename there is nothing to remove
	if err := prove(there); err != nil {
		return err
	}
	if err := replaceFile(there, name); err != nil {
		return err
	}
	return syncDir(filepath.Dir(name))
}

// backingPatience is how long closing waits for a backup in the making.
const (
	backingPatience = 3 * time.Second
	backingPause    = 20 * time.Millisecond
)

// awaitBackup waits for a backup in the making, but not for ever: it may be on its
// way to a place that does not answer, and the keys must leave the memory. What is
// left of it beside the notes is swept away by the next unlocking.
func (s *Store) awaitBackup() (done func()) {
	for range backingPatience / backingPause {
		if s.backing.TryLock() {
			return s.backing.Unlock
		}
		time.Sleep(backingPause)
	}
	return func() {}
}

// letGo closes the file and gives up the lock, unless a backup is reading the file
// still: to close it would wait for that, so the end of the process has to do.
func (s *Store) letGo() error {
	if !s.reading.TryLock() {
		return nil
	}
	defer s.reading.Unlock()
	s.standAtLast()
	err := s.closeBolt()
	s.lock.release()
	return err
}
