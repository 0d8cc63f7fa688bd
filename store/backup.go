package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// compactStep bounds the memory that one step of a backup takes.
const compactStep = 16 << 20

// Backup makes the day's backup, if there is none yet, and lets go of those
// that are not kept any longer. It is called after a save and beside it: the
// save does not wait for it. It returns the new file, or "" when there was
// nothing to do. A failure changes nothing: the notes are as they were.
//
// The backup is sealed with the same keys and opens by itself. It is a
// compacted copy, so that what was discarded is not carried along, and it
// gets its name only when every record in it has been opened.
func (s *Store) Backup() (string, error) {
	s.backing.Lock()
	defer s.backing.Unlock()
	s.mu.Lock()
	db, other, stuck := s.db, s.copier(), s.stuck
	least := s.man.seq
	s.mu.Unlock()
	if stuck != nil {
		// What can't be changed has had no change to back up.
		return "", nil
	}
	name := backupPath(s.path, s.opt.now())
	if _, err := os.Lstat(name); err == nil {
		return "", nil
	}
	if err := makeFolder(backupDir(s.path)); err != nil {
		return "", backupError(err)
	}
	if err := s.copyAway(other, db, name, least); err != nil {
		if faulted(err) {
			s.giveUp(err)
		}
		return "", backupError(err)
	}
	return name, s.thin(filepath.Base(name))
}

// giveUp keeps a store from being used after bbolt failed in the middle.
func (s *Store) giveUp(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stuck = err
}

func backupError(err error) error {
	e := &Error{
		Class: ErrReadOnly, Cause: err, What: "Today's backup of the notes could not be made.",
		Safe: "The notes themselves are saved.", Do: "Check the folder of the backups; the next change after unlocking tries again.",
	}
	switch {
	case isFull(err):
		e.Class, e.Do = ErrFull, "Free some space on the disk; the next change after unlocking tries again."
	case errors.Is(err, ErrDamaged):
		e.Class, e.Do = ErrDamaged, "Something in the notes is damaged. Earlier backups are kept: lock and unlock to see what is amiss."
	}
	return e
}

// copyTo writes db into a new file, proves the copy and gives it its name. s
// lends its keys.
func (s *Store) copyTo(db *bolt.DB, name string, least uint64) error {
	part, err := s.copyBeside(db, name, least)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(part) }() // after the rename there is nothing to remove
	if err := replaceFile(part, name); err != nil {
		return err
	}
	return syncDir(filepath.Dir(name))
}

// copyBeside makes a proved copy of db in a temporary file beside name.
func (s *Store) copyBeside(db *bolt.DB, name string, least uint64) (string, error) {
	f, err := temporary(name)
	if err != nil {
		return "", err
	}
	part := f.Name()
	if err = f.Close(); err == nil {
		err = compact(db, part)
	}
	if err == nil {
		err = s.prove(part, least)
	}
	if err != nil {
		_ = os.Remove(part)
		return "", err
	}
	return part, nil
}

// compact copies what is in use into the empty file at name, and flushes it.
// It is not bolt.Compact: that one ends its look at the source before it writes
// its last step, which still points into the source's pages, and a save in that
// moment puts other bytes there.
func compact(from *bolt.DB, name string) error {
	to, err := openBolt(name, false)
	if err != nil {
		return err
	}
	to.NoSync = true // flushed once, at the end
	err = guarded(func() error {
		if err := from.View(func(src *bolt.Tx) error { return copyBuckets(to, src) }); err != nil {
			return err
		}
		return to.Sync()
	})
	if faulted(err) {
		return err // to close it would wait for ever
	}
	if err := errors.Join(err, to.Close()); err != nil {
		return err
	}
	return trim(name)
}

// trim cuts off the pages that bbolt set aside for growing and never used: a
// third of a compacted file, or more.
func trim(name string) error {
	f, err := inspect(name)
	if err != nil || f.fault != "" {
		return err // what is wrong is said when the copy is proved
	}
	file, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Truncate(int64(f.high)*int64(f.pageSize)), file.Sync(), file.Close()) //nolint:gosec // below the file's size
}

// copyBuckets copies every bucket, in steps of a bounded size.
func copyBuckets(to *bolt.DB, src *bolt.Tx) error {
	return src.ForEach(func(name []byte, b *bolt.Bucket) error {
		c := b.Cursor()
		k, v := c.First()
		for first := true; first || k != nil; first = false {
			err := to.Update(func(tx *bolt.Tx) error {
				into, err := tx.CreateBucketIfNotExists(name)
				if err != nil {
					return err
				}
				into.FillPercent = 1 // nothing is put between later
				for size := 0; k != nil && size < compactStep; k, v = c.Next() {
					if err := into.Put(k, v); err != nil {
						return err
					}
					size += len(k) + len(v)
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// prove opens a copy as unlocking would and reads everything in it: the key
// slots, each record against the manifest, and the log. It must not be older
// than transaction least.
func (s *Store) prove(name string, least uint64) (err error) {
	db, flight, err := openSound(name, true)
	if err != nil {
		return err
	}
	c := &Store{path: name, opt: s.opt, db: db, keys: s.keys, header: s.header, items: map[recordID]*item{}}
	defer func() { err = errors.Join(err, c.closeBolt()) }()
	raw, err := c.headerBytes()
	if err != nil {
		return err
	}
	if h, err := parseHeader(raw); err != nil || !h.authentic(s.keys) {
		return damaged("The copy's key slots are not whole.", err)
	}
	var r Report
	if err := c.examine(&r); err != nil {
		return err
	}
	if r.Worst() == Loss || flight.oneMeta || flight.fragile || c.man.seq < least {
		return damaged(fmt.Sprintf("The copy is not whole: %d findings.", len(r.Findings)), nil)
	}
	return nil
}
