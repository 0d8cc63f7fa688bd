package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// errOtherKeys tells a file of other notes.
var errOtherKeys = errors.New("notes of another key")

// borrow is a store over another file of these notes, with their keys.
func (s *Store) borrow(name string, db *bolt.DB) (*Store, error) {
	c := &Store{path: name, opt: s.opt, db: db, keys: s.keys, header: s.header, items: map[recordID]*item{}, run: s.run}
	raw, err := c.headerBytes()
	if err != nil {
		return c, err
	}
	if h, err := parseHeader(raw); err == nil { // where it is damaged the records tell
		if h.store != s.header.store {
			return c, errOtherKeys
		}
		if h.authentic(s.keys) {
			c.header = h // its slots stay its own: a backup opens with what opened it
		}
	}
	return c, nil
}

// partName is where the new file of a purge is made: swept away if interrupted.
func partName(name string) string {
	return filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".purge.tmp")
}

// without makes a compacted copy of the store's file that lacks the records that
// goes takes, and proves it. It returns how many were left out, and the copy's
// manifest. The lines go into its log beside those about the records.
func (s *Store) without(goes func(*Store) func(*item) bool, reason, name string, lines ...Line) (int, manifest, error) {
	var r Report
	if err := s.load(&r); err != nil {
		return 0, manifest{}, err
	}
	drops := s.pick(goes(s))
	if len(drops) == 0 {
		return 0, s.man, nil
	}
	first := partName(name) + ".1.tmp"
	defer func() { _ = os.Remove(first) }() // a stage only
	if err := emptyFile(first); err != nil {
		return 0, manifest{}, err
	}
	if err := compact(s.db, first); err != nil {
		return 0, manifest{}, err
	}
	db, err := openBolt(first, false)
	if err != nil {
		return 0, manifest{}, err
	}
	c := &Store{path: first, opt: s.opt, db: db, keys: s.keys, header: s.header, items: s.items, man: s.man, run: s.run}
	ch := &change{drops: drops, lines: lines}
	for _, it := range drops {
		ch.lines = append(ch.lines, Line{Action: Purged, id: it.id, Revision: it.revision, Kind: it.kind, Reason: reason})
	}
	m, sealed := c.next(ch)
	err = c.write(ch, m, sealed)
	if err == nil {
		if err = emptyFile(partName(name)); err == nil {
			err = compact(c.db, partName(name))
		}
	}
	if faulted(err) {
		return 0, manifest{}, err
	}
	if err := errors.Join(err, c.closeBolt()); err != nil {
		_ = os.Remove(partName(name))
		return 0, manifest{}, err
	}
	if err := c.prove(partName(name), m.seq); err != nil {
		_ = os.Remove(partName(name))
		return 0, manifest{}, err
	}
	return len(drops), m, nil
}

// emptyFile makes a file of no bytes, in place of one that an interruption left.
func emptyFile(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_ = restrict(name, false)
	return f.Close()
}

// takePlace puts the new file in the place of the old.
func (s *Store) takePlace(name string) error {
	if err := replaceFile(partName(name), name); err != nil {
		_ = os.Remove(partName(name))
		return err
	}
	return syncDir(filepath.Dir(name))
}
