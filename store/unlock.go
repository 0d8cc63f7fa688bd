package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// Unlock opens the notes at path. It never creates a file of notes. The error
// is typed: ErrWrongPassphrase (with the wait before the next try),
// ErrLocked with the holder, ErrDamaged and so on. Where some of the notes
// can be read they are opened, read-only if need be, and the report says what
// is amiss; the app must show every finding above Remark.
func Unlock(path string, secret Secret, opt Options) (*Store, *Report, error) {
	if _, err := os.Lstat(path); err != nil {
		return nil, nil, nameBackup(path, absent(path, err))
	}
	takeOver(path, opt)
	s := &Store{path: path, opt: opt, items: map[recordID]*item{}}
	random(s.run[:])
	if opt.ReadOnly {
		s.stuck = readOnlyError(nil)
	}
	if err := recognise(path); err != nil {
		return nil, nil, nameBackup(path, err)
	}
	remote := remoteKind(path, opt)
	if err := s.enter(remote); err != nil {
		return nil, nil, err
	}
	var r Report
	if err := s.unlock(secret, &r); err != nil {
		s.abandon()
		return nil, nil, nameBackup(path, placed(err))
	}
	switch {
	case remote != "" && !opt.ReadOnly:
		r.Findings = append(r.Findings, remoteFinding(path, remote))
	case !unwritable(s.stuck) || opt.ReadOnly || r.Has("fragile") || rolledBack(s.stuck):
	case isFull(s.stuck):
		r.add(Warning, "read-only", "There is no room left on the disk, so the notes can be read but not changed. Nothing is lost. Free some space, then lock and unlock them.")
	default:
		r.add(Warning, "read-only", "The notes can be read but not changed: this account may not write to the file or its folder. Nothing new is saved.")
	}
	return s, &r, nil
}

// enter takes the lock, or sets the store to reading only where it can't: on
// another computer nothing is written at all.
func (s *Store) enter(remote string) error {
	if remote != "" {
		if s.stuck == nil {
			s.stuck = remoteError()
		}
		return nil
	}
	lock, err := acquire(s.path, s.opt.now())
	switch {
	case err == nil:
		s.lock = lock
	case unwritable(err) || errors.Is(err, ErrFull) || s.opt.ReadOnly && !errors.Is(err, ErrLocked):
		// Where no lock file can be made nobody of this account can write
		// either, and bbolt's own lock keeps apart who can.
		s.stuck = readOnlyError(err)
	default:
		return err
	}
	return nil
}

// unwritable tells failures that leave reading possible.
func unwritable(err error) bool { return errors.Is(err, ErrReadOnly) || errors.Is(err, ErrDenied) }

func readOnlyError(cause error) error {
	return &Error{Class: ErrReadOnly, Cause: cause, What: "The notes are open for reading only.", Safe: "Nothing is changed.", Do: "Copy the file to your own folder to go on writing."}
}

func fragileError() error {
	return &Error{Class: ErrReadOnly, What: "The file of the notes is damaged in one place, and saving would spread it.", Safe: "Nothing is changed.", Do: "Restore a backup to go on writing."}
}

func absent(path string, err error) error {
	e := placeError(err)
	if !errors.Is(e, ErrAbsent) {
		return e
	}
	if _, lerr := os.Lstat(path); lerr == nil || vacant(path) != nil {
		return goneError(path, err)
	}
	return e
}

func (s *Store) abandon() {
	if err := s.closeBolt(); err != nil {
		s.db = nil
	}
	s.lock.release()
	s.anchor.close()
}

func (s *Store) unlock(secret Secret, r *Report) error {
	db, flight, err := openSound(s.path, s.stuck != nil)
	if s.stuck == nil && (unwritable(err) || errors.Is(err, ErrFull)) { // on Windows a compacted file grows to be opened
		s.stuck = readOnlyError(err)
		db, flight, err = openSound(s.path, true)
	}
	if err != nil {
		return err
	}
	s.db = db
	s.take(flight)
	if flight.fragile && s.stuck == nil {
		s.stuck = fragileError()
		r.add(Warning, "fragile", "The file's structure is damaged in one place. Everything that opened can be read, but saving would spread the damage, so nothing new is saved: restore a backup, or copy what you need.")
	}
	spare, err := s.unlockHeader(secret)
	if err != nil {
		return err
	}
	if err := s.load(r); err != nil {
		return err
	}
	if len(r.Lost) > 0 {
		s.findInBackups(r)
	}
	if t := s.before; t.Wrong > 0 {
		r.add(Remark, "wrong-tries", fmt.Sprintf("Since these notes were last opened came %s, the last on %s.", plural(t.Wrong, "wrong try", "wrong tries"), t.Last.Local().Format("2 January at 15:04")))
	}
	s.anchor = openAnchor(anchorPath(s.path, s.opt))
	s.weigh(r, flight.oneMeta)
	if s.stuck == nil {
		s.writeAnchor()
		s.tidy()
	}
	s.takeRescued(r)
	if spare {
		s.mendHeader(r)
	}
	return nil
}

// mendHeader puts the key slots from the side file back into the notes, unless
// something is lost: then the file stays as it is, to be looked at.
func (s *Store) mendHeader(r *Report) {
	if s.stuck == nil && r.Worst() < Loss && s.commit(&change{lines: []Line{{Action: Repaired}}, header: s.header}) == nil {
		r.add(Warning, "keys-mended", "The key slots in the notes file were damaged. They were put right from their copy; nothing is missing.")
		return
	}
	r.add(Warning, "keys-damaged", "The key slots in the notes file are damaged. The notes opened with their copy in "+filepath.Base(sidePath(s.path))+": keep that file.")
}

// unlockHeader reads the key slots and opens one. It tells whether they came
// from the side file, because those in the notes are damaged.
func (s *Store) unlockHeader(secret Secret) (spare bool, err error) {
	raw, err := s.headerBytes()
	if err != nil {
		return false, err
	}
	h, err := parseHeader(raw)
	if errors.Is(err, errHeaderNewer) {
		return false, &Error{Class: ErrNewerFormat, What: "These notes were written by a newer isspp.", Safe: "Nothing was changed.", Do: "Install that edition, or a later one."}
	}
	if err != nil {
		spare = true
		if h, err = s.spareHeader(); err != nil {
			return false, err
		}
	}
	key, ok := h.unwrap(secret, s.opt.Costs)
	if !ok {
		wrong := wrongTry(s.path, s.opt).of(secret)
		wrong.Other = s.seemsOther(h)
		return false, wrong
	}
	keys := deriveSubkeys(key, h.store)
	if !h.authentic(keys) {
		return false, damaged("The key slots of the notes were changed by something other than isspp.", nil)
	}
	s.before = rightTry(s.path, s.opt)
	s.key, s.keys, s.header = key, keys, h
	return spare, nil
}

func (s *Store) headerBytes() ([]byte, error) {
	var raw []byte
	err := guarded(func() error {
		return s.db.View(func(tx *bolt.Tx) error {
			head := tx.Bucket(bucketHead)
			if head == nil || tx.Bucket(bucketNotes) == nil {
				return anotherDatabase()
			}
			raw = append(raw, head.Get(keyHeader)...)
			return nil
		})
	})
	return raw, err
}

// spareHeader is the header from the side file.
func (s *Store) spareHeader() (*header, error) {
	b, err := readBounded(sidePath(s.path), maxHeader)
	if err == nil {
		var h *header
		if h, err = parseHeader(b); err == nil {
			return h, nil
		}
	}
	return nil, damaged("The key slots of the notes are damaged, and so is their copy.", err)
}

// weigh holds the file against the anchor. When one of the opening pages is
// bad bbolt goes on from the other, which may be one save older, and says
// nothing.
func (s *Store) weigh(r *Report, oneMeta bool) {
	b := s.anchor.read()
	a, whole, authentic := parseAnchor(b, s.keys)
	if oneMeta {
		switch {
		case whole && authentic && a.seq == s.man.seq:
			r.add(Remark, "opening-page", "One of the file's two opening pages was damaged. Nothing is missing, and the next save mends it.")
		case !whole || !authentic:
			r.add(Warning, "opening-page", "One of the file's two opening pages is damaged, so the last save may be missing. A rebuild (salvage) before anything new is saved would bring it back.")
		default:
			r.add(Warning, "opening-page", "One of the file's two opening pages is damaged.")
		}
	}
	switch {
	case !whole:
		r.add(Remark, "no-anchor", "This computer has no memory of these notes yet, so an older copy in their place would not be noticed this once.")
	case !authentic && a.store != s.header.store:
		s.anchorHeld = true
		r.add(Warning, "other-store", "These are not the notes that were last opened at this place.")
	case !authentic:
		r.add(Warning, "anchor-damaged", "This computer's memory of the notes is damaged, so an older copy in their place would not be noticed this once.")
	case a.seq > s.man.seq && oneMeta:
		s.anchorHeld = true
		if s.stuck == nil {
			s.stuck = rolledBackError()
		}
		r.add(Loss, "older-file", "With that page "+lastSaves(a.seq-s.man.seq)+" missing. It is most likely still in the file: a rebuild (salvage) brings it back. Until then nothing new is saved, so that it is not written over.")
	case a.seq > s.man.seq:
		s.anchorHeld = true
		r.add(Loss, "older-file", "These notes are older than what this computer saw last: "+lastSaves(a.seq-s.man.seq)+" missing. A backup that was put back makes them so; a sync tool or a copy may have, too.")
	default:
		_, plain, err := s.line(a.lines)
		if err != nil || s.keys.lineHash(plain) != a.head {
			s.anchorHeld = true
			r.add(Loss, "other-history", "These notes went another way than those that this computer saw last: saves made here are missing.")
		}
	}
}

// lastSaves is how many saves an older file lacks, in words.
func lastSaves(n uint64) string {
	if n == 1 {
		return "the last save is"
	}
	return fmt.Sprintf("the last %d saves are", n)
}

// AcceptOlder takes notes that the report called older, or another's, for the
// right ones from now on. A line of the log says so. What an earlier session had
// put aside comes in; Told says so.
func (s *Store) AcceptOlder() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.anchorHeld {
		return nil
	}
	was := s.stuck
	if rolledBack(was) {
		s.stuck = nil
	}
	s.anchorHeld = false
	err := s.commit(&change{lines: []Line{{Action: OlderAccepted}}})
	if err != nil {
		s.anchorHeld = true
		if s.stuck == nil {
			s.stuck = was
		}
		return err
	}
	var r Report
	s.takeRescued(&r) // it waited for notes that are the right ones
	s.told = append(s.told, r.Findings...)
	return nil
}

// errRolledBack marks a file that one bad opening page put back by a save.
var errRolledBack = errors.New("the newest opening page is damaged")

func rolledBack(err error) bool { return errors.Is(err, errRolledBack) }

func rolledBackError() error {
	return &Error{
		Class: ErrReadOnly, Cause: errRolledBack, What: "The last save is missing from what opened, and a new one would write over what is left of it in the file.",
		Safe: "Nothing is changed.", Do: "Rebuild the notes, which brings it back; or take them for the right ones as they are.",
	}
}

// tidy closes the file to others, removes what an interruption left and renews
// the side file. None of it is worth keeping a person from their notes.
func (s *Store) tidy() {
	sweep(s.path)
	_ = restrict(s.path, false)
	s.renewSide()
}

// renewSide puts the key slots into the side file, unless they are there.
func (s *Store) renewSide() {
	want := s.header.encode()
	have, err := readBounded(sidePath(s.path), maxHeader)
	if err != nil || string(have) != string(want) {
		_ = writeWhole(sidePath(s.path), want)
	}
}
