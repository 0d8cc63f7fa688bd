package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// remember notes which file is open, so that another in its place is noticed.
func (s *Store) remember() {
	info, err := os.Stat(s.path)
	if err == nil {
		s.seen = info
	}
}

// displaced tells that the file that is open is not at its place any more:
// another has its name, or none. What is saved into it then is in no folder, and
// gone as soon as it is closed. A place that can't be looked at tells nothing.
func (s *Store) displaced() (is, absent bool) {
	if s.seen == nil {
		return false, false
	}
	there, err := os.Stat(s.path)
	if err != nil {
		absent = errors.Is(err, fs.ErrNotExist)
		return absent, absent
	}
	return !os.SameFile(s.seen, there), false
}

// inPlace sees to it, before a save and before the file is closed, that the open
// file is the one at its place. Where it was removed it is put back. Where another
// took its place, as sync tools do it, both are kept: that one as it is, and ours
// under a dated name beside it; nothing can be saved then.
func (s *Store) inPlace() {
	was := errors.Is(s.stuck, ErrDisplaced)
	if s.stuck != nil && !was || s.db == nil {
		return
	}
	is, absent := s.displaced()
	switch {
	case !is:
		if was {
			s.stuck = nil // somebody put it back
		}
	case absent:
		s.putBack()
	case !was:
		s.setOursAside()
	}
}

// putBack writes the notes to their place anew, from the file that is still open.
func (s *Store) putBack() {
	if err := s.copier().copyTo(s.db, s.path, s.man.seq); err != nil {
		s.stuck = displacedError("The file of the notes was removed by another program while it was open, and could not be put back.", "", err)
		return
	}
	if s.reopen(nil) == nil {
		s.stuck = nil
		s.removed = true
	}
}

func (s *Store) setOursAside() {
	const what = "Another program, such as one that keeps folders in step, replaced the notes' file while it was open."
	name, err := freeName(s.path, s.opt.now())
	if err == nil {
		err = s.copier().copyTo(s.db, name, s.man.seq)
	}
	if err != nil {
		name = ""
	}
	s.stuck = displacedError(what, name, err)
}

// copier is a store with the keys alone, for copying.
func (s *Store) copier() *Store { return &Store{opt: s.opt, keys: s.keys, header: s.header} }

// displacedError says where the notes are; name is the copy, or empty.
func displacedError(what, name string, cause error) error {
	e := &Error{
		Class: ErrDisplaced, Cause: cause, What: what,
		Safe: "Everything up to here is in this window, which is the only place: don't close it.",
		Do:   "Copy a backup elsewhere now, then mend what stands in the way.",
	}
	if name != "" {
		e.Safe = "All that was saved before is in " + filepath.Base(name) + " beside it."
		e.Do = "Lock the notes, keep that program away from their folder, and put this copy back as a backup is."
	}
	return e
}
