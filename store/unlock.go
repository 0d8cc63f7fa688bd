package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"isspp/store/boltfile"
	"isspp/store/disk"
	"isspp/store/seal"
)

// Unlock opens the notes at path. It never creates a file of notes. The error is typed: ErrWrongSecret (with the wait
// before the next try), ErrInUse with the holder, ErrDamaged and so on. Where some of the notes can be read they are
// opened, read-only if need be. What was found amiss is handed to tell before the notes are given, so that nobody
// works with notes that lack something and does not know: whoever opens them must show every finding above Remark.
// What is made of them is told by Gaps.
func Unlock(path string, secret Secret, opt Options, tell func(*Report)) (*Store, error) {
	s, r, err := unlock(path, secret, opt)
	if err != nil {
		return nil, err
	}
	tell(r)
	return s, nil
}

func unlock(path string, secret Secret, opt Options) (_ *Store, _ *Report, err error) {
	s, r, remote := newStore(path, opt), &Report{}, ""
	if _, err = os.Lstat(path); err != nil {
		err = absent(path, err)
	} else if err = recognise(path); err == nil {
		remote = opt.network(path)
		err = s.enter(remote)
	}
	if err == nil {
		err = s.unlock(secret, r)
	}
	if err != nil {
		_ = s.closeBolt()
		letGo(s.lock)
		s.closeAnchor()
		return nil, nil, nameBackup(path, placed(err))
	}
	switch {
	case remote != "" && !opt.ReadOnly:
		r.Findings = append(r.Findings, remoteFinding(path, remote))
	case !unwritable(s.stuck) || opt.ReadOnly || r.Has("fragile") || rolledBack(s.stuck):
	case isFull(s.stuck):
		r.add(Warning, "read-only", "There is no room left on the disk, so the notes can be read but not changed. "+
			"Nothing is lost. Free some space, then lock and unlock them.")
	default:
		r.add(Warning, "read-only", "The notes can be read but not changed: this account may not write to the file "+
			"or its folder. Nothing new is saved.")
	}
	r.Findings = append(r.Findings, s.told...)
	s.told, s.opened = nil, slices.Clone(r.Findings)
	return s, r, nil
}

// enter takes the lock, or sets the store to reading only where it can't: on another computer nothing is written at
// all.
func (s *Store) enter(remote string) (err error) {
	if s.opt.ReadOnly {
		s.stuck = readOnlyError(nil)
	}
	if remote != "" {
		if s.stuck == nil {
			s.stuck = remoteError()
		}
		return nil
	}
	s.lock, err = acquire(s.path, s.opt.now())
	if unwritable(err) || errors.Is(err, errFull) || s.opt.ReadOnly && err != nil && !errors.Is(err, ErrInUse) {
		// Where no lock file can be made nobody of this account can write either, and bbolt's own lock keeps apart
		// who can.
		s.stuck = readOnlyError(err)
		return nil
	}
	return err
}

// unwritable tells failures that leave reading possible.
func unwritable(err error) bool { return errors.Is(err, errReadOnly) || errors.Is(err, errDenied) }

func readOnlyError(cause error) error {
	return problem(errReadOnly, "The notes are open for reading only.", "Nothing is changed.",
		"Copy the file to your own folder to go on writing.").because(cause)
}

func fragileError() error {
	return problem(errReadOnly, "The file of the notes is damaged in one place, and saving would spread it.",
		"Nothing is changed.", "Restore a backup to go on writing.")
}

// absent tells a file that is not there from one of which something is left.
func absent(path string, err error) error {
	e := placeError(err)
	if !errors.Is(e, ErrAbsent) {
		return e
	}
	if to, lerr := os.Readlink(path); lerr == nil {
		return problem(ErrAbsent, "The place of the notes is a link to a file that is not there: "+to+".",
			"Nothing was created.",
			"Connect the drive or the folder that it leads to, or put a copy of the notes file there.").because(err)
	}
	if left, lerr := leftAt(path); left != "" || lerr != nil {
		return problem(ErrAbsent, "The notes file is gone, but its keys or backups are still here.",
			"Nothing was created.",
			"Put a copy of the notes file back in its place, or restore a backup.").because(err)
	}
	return e
}

func (s *Store) open(readOnly bool) (boltfile.Findings, error) {
	db, flight, err := openSound(s.path, readOnly)
	if err == nil {
		s.db = db
		s.take(flight)
	}
	return flight, err
}

func (s *Store) unlock(secret Secret, r *Report) error {
	flight, err := s.open(s.stuck != nil)
	// on Windows a compacted file grows to be opened
	if s.stuck == nil && (unwritable(err) || errors.Is(err, errFull)) {
		s.stuck = readOnlyError(err)
		flight, err = s.open(true)
	}
	if err != nil {
		return err
	}
	if flight.Fragile && s.stuck == nil {
		s.stuck = fragileError()
		r.add(Warning, "fragile", "The file's structure is damaged in one place. Everything that opened can be read, "+
			"but saving would spread the damage, so nothing new is saved: restore a backup, or copy what you need.")
	}
	spare, err := s.unlockHeader(flight.Header, secret)
	if err != nil {
		return err
	}
	if err := s.load(r); err != nil {
		return err
	}
	s.recall(r)
	s.findElsewhere(r)
	if t := rightTry(s.path, s.opt); t.Wrong > 0 {
		r.add(Remark, "wrong-tries", fmt.Sprintf("Since these notes were last opened came %s, the last on %s.",
			plural(t.Wrong, "wrong try", "wrong tries"), t.Last.Local().Format("2 January at 15:04")))
	}
	s.anchor = openAnchor(anchorPath(s.path, s.opt))
	s.checkAnchor(r, flight.OneMeta)
	spare = s.checkKeys(r) || spare
	if s.stuck == nil {
		s.writeAnchor()
		// None of this is worth keeping a person from their notes.
		sweep(s.path)
		_ = disk.Restrict(s.path, false)
		s.renewSide()
	}
	s.takeRescued(r)
	if spare {
		s.mendHeader(r)
	}
	s.tellCopies(r)
	return nil
}

// mendHeader puts the key slots from the side file back into the notes, unless something is lost: then the file stays
// as it is, to be looked at.
func (s *Store) mendHeader(r *Report) {
	if s.stuck == nil && r.Worst() < Loss && s.commit(&change{
		lines:  []Line{{Action: Repaired}},
		header: s.header,
	}) == nil {
		r.add(Warning, "keys-mended", "The key slots in the notes file were damaged, or former ones. They were put "+
			"right from their copy; nothing is missing.")
		return
	}
	r.add(Warning, "keys-damaged", "The key slots in the notes file are damaged, or former ones. The notes opened "+
		"with their copy in "+filepath.Base(sidePath(s.path))+": keep that file.")
}

// unlockHeader reads the key slots and opens one. It tells whether they came from the side file, because those in the
// notes are damaged.
func (s *Store) unlockHeader(raw []byte, secret Secret) (spare bool, err error) {
	side, noSide := slotsAt(s.path)
	h, err := seal.ParseHeader(raw)
	switch {
	case errors.Is(err, seal.ErrNewer):
		return false, newerFormat()
	case err != nil && noSide != nil:
		return false, damaged("The key slots of the notes are damaged, and so is their copy.", noSide)
	case err != nil:
		h, spare = side, true
	}
	stretch := s.opt.Costs.stretch()
	keys, ok := h.Unwrap(secret, stretch)
	if !ok && !spare && noSide == nil && side.Store == h.Store && side.Generation > h.Generation {
		h, spare = side, true // former slots may have been put into the file
		keys, ok = h.Unwrap(secret, stretch)
	}
	if !ok {
		a, whole, _ := anchorAt(s.path, s.opt, nil)
		return false, wrongTry(s.path, s.opt, secret, whole && a.store != h.Store)
	}
	if !h.Authentic(keys) {
		return false, damaged("The key slots of the notes were changed by something other than isspp.", nil)
	}
	s.keys, s.header = keys, h
	return spare, nil
}

// renewSide puts the key slots into the side file, unless they are there, or later ones.
func (s *Store) renewSide() {
	side := s.sideHeader()
	if side == nil || side.Generation <= s.header.Generation && side.MAC != s.header.MAC {
		_ = disk.Write(sidePath(s.path), s.header.Encode(), disk.How{Private: true})
	}
}
