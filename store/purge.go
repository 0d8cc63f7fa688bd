package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// Disposal is what a purge did.
type Disposal struct {
	// Records is how many were disposed of.
	Records int
	// Rewritten are the backups and files set aside that were written anew
	// without them; Untouched those that could not be, which may still hold them.
	Rewritten, Untouched []string
}

// Purge disposes of everything under a reference (or of a record or a concern,
// by id), for good: from the notes, which are compacted into a new file, and from
// the backups and the files that were set aside, which are written anew without
// it. A line of the log with the reason stays for each record, with nothing of
// its content. A hold refuses the whole with ErrHeld.
//
// Each file is either as it was or without the records, whatever interrupts; done
// again it goes on. What was copied elsewhere, or handed over, isn't reached, and
// what the disk itself keeps of deleted files isn't either.
func (s *Store) Purge(ref, id, reason string) (*Disposal, error) {
	reason, err := checkReason(reason)
	if err != nil {
		return nil, err
	}
	s.backing.Lock()
	defer s.backing.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stuck != nil {
		return nil, s.stuck
	}
	all, err := s.chosen(ref, id)
	if err != nil {
		return nil, err
	}
	gone := map[recordID]bool{}
	for _, it := range all {
		if it.hold {
			return nil, heldError()
		}
		gone[it.id] = true
	}
	d := &Disposal{Records: len(all)}
	if err := s.purgeCopies(gone, reason, d); err != nil {
		return nil, err
	}
	if err := s.purgeLive(gone, reason); err != nil {
		return nil, err
	}
	for id := range gone {
		delete(s.unsaved, id)
	}
	return d, nil
}

// purgeCopies writes the backups and what was set aside anew. One that does not
// open with these keys is left and named: it may be of other notes.
func (s *Store) purgeCopies(gone map[recordID]bool, reason string, d *Disposal) error {
	names, err := s.copies()
	if err != nil {
		return placed(err)
	}
	for _, name := range names {
		db, _, err := openSound(name, true)
		if err != nil {
			d.Untouched = append(d.Untouched, name)
			continue
		}
		c := s.borrow(name, db)
		n, _, err := c.without(gone, reason, name)
		err = errors.Join(err, c.closeBolt())
		switch {
		case isFull(err):
			return placed(err)
		case err != nil:
			d.Untouched = append(d.Untouched, name)
		case n > 0:
			if err := c.takePlace(name); err != nil {
				return placed(err)
			}
			d.Rewritten = append(d.Rewritten, name)
		}
	}
	return nil
}

// copies are the files beside the notes that may hold what they hold: backups,
// and notes that were set aside.
func (s *Store) copies() ([]string, error) {
	var out []string
	names, err := backupNames(s.path)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		out = append(out, filepath.Join(backupDir(s.path), name))
	}
	entries, err := os.ReadDir(filepath.Dir(s.path))
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), filepath.Base(s.path)+".")
		if ok && len(rest) > 0 && rest[0] >= '0' && rest[0] <= '9' {
			out = append(out, filepath.Join(filepath.Dir(s.path), e.Name()))
		}
	}
	return out, nil
}

// borrow is a store over another file of these notes, with their keys.
func (s *Store) borrow(name string, db *bolt.DB) *Store {
	c := &Store{path: name, opt: s.opt, db: db, keys: s.keys, header: s.header, items: map[recordID]*item{}, run: s.run}
	if raw, err := c.headerBytes(); err == nil {
		if h, err := parseHeader(raw); err == nil && h.store == s.header.store && h.authentic(s.keys) {
			c.header = h // its slots stay its own: a backup opens with what opened it
		}
	}
	return c
}

// partName is where the new file of a purge is made: swept away if interrupted.
func partName(name string) string {
	return filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".purge.tmp")
}

// without makes a compacted copy of the store's file that lacks the records, and
// proves it. It returns how many were left out, and the copy's manifest.
func (s *Store) without(gone map[recordID]bool, reason, name string) (int, manifest, error) {
	var r Report
	if err := s.load(&r); err != nil {
		return 0, manifest{}, err
	}
	drops := s.pick(func(it *item) bool { return gone[it.id] })
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
	ch := &change{drops: drops}
	for _, it := range drops {
		ch.lines = append(ch.lines, Line{Action: Purged, id: it.id, Revision: it.revision, Kind: it.kind, Reason: reason})
	}
	m, lines := c.next(ch)
	err = c.write(ch, m, lines)
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

// purgeLive does it for the notes themselves. The file is closed before it is
// replaced, since Windows replaces no open one; if that fails the old one is
// opened again and nothing is lost.
func (s *Store) purgeLive(gone map[recordID]bool, reason string) error {
	c := &Store{path: s.path, opt: s.opt, db: s.db, keys: s.keys, header: s.header, items: map[recordID]*item{}, run: s.run}
	_, m, err := c.without(gone, reason, s.path)
	if err != nil {
		if faulted(err) {
			s.stuck = err
		}
		return purgeError(err)
	}
	if err := s.closeBolt(); err != nil {
		return purgeError(err)
	}
	s.db = nil
	replaced := s.takePlace(s.path)
	if err := s.reopen(replaced); err != nil {
		return err
	}
	if replaced != nil {
		return purgeError(replaced)
	}
	s.man = m
	for id := range gone {
		delete(s.items, id)
	}
	s.writeAnchor()
	return nil
}

func purgeError(err error) error {
	return &Error{
		Class: placedClass(err), Cause: err, What: "Nothing was disposed of from the notes: the file without it could not be put in place.",
		Safe: "The notes are as they were. Backups may be without it already.", Do: fmt.Sprintf("Mend what stands in the way (%s), then do it again.", reasonOf(err)),
	}
}

// placedClass is the class of an error of the system or of ours.
func placedClass(err error) error {
	var own *Error
	if errors.As(placed(err), &own) {
		return own.Class
	}
	return ErrReadOnly
}

func reasonOf(err error) string {
	switch {
	case isFull(err):
		return "the disk is full"
	case errors.Is(err, fs.ErrPermission):
		return "this account may not write there"
	case errors.Is(err, ErrDamaged):
		return "something in the notes is damaged"
	}
	return "the disk refused"
}
