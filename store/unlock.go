package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Unlock opens the notes at path. It never creates a file of notes. The error
// is typed: ErrWrongPassphrase (with the wait before the next try),
// ErrLocked with the holder, ErrDamaged and so on. Where some of the notes
// can be read they are opened, read-only if need be. What was found amiss is handed to
// tell before the notes are given, so that nobody works with notes that lack something
// and does not know: whoever opens them must show every finding above Remark. What is
// made of them is told by Gaps.
func Unlock(path string, secret Secret, opt Options, tell func(*Report)) (*Store, error) {
	s, r, err := unlock(path, secret, opt)
	if err != nil {
		return nil, err
	}
	tell(r)
	return s, nil
}

func unlock(path string, secret Secret, opt Options) (*Store, *Report, error) {
	if _, err := os.Lstat(path); err != nil {
		return nil, nil, nameBackup(path, absent(path, err))
	}
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
	r.Findings = append(r.Findings, s.told...)
	s.told, s.opened = nil, slices.Clone(r.Findings)
	return s, &r, nil
}

// Gaps are sentences about what these notes may lack, for whatever is made of them: a
// document that leaves something out says so itself.
func (s *Store) Gaps() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.gaps()
}

func (s *Store) gaps() []string {
	var out []string
	for _, f := range s.opened {
		switch {
		case f.Code == "rescue-left": // which has the names of folders
			out = append(out, "A change that an earlier session could not save is not in it yet.")
		case f.Severity == Loss || slices.Contains(lacking, f.Code):
			out = append(out, f.Text)
		}
	}
	return out
}

// lacking are the warnings by which something may be missing from the notes.
var lacking = []string{"rebuilt-doubt", "opening-page", "other-store", "copy-newer"}

// accepted are the findings that are none any more once a person has taken the notes for
// the right ones.
var accepted = []string{"older-file", "other-history", "other-store", "rebuilt-short", "rebuilt-doubt", "keys-older", "copy-newer", "rescue-left"}

// Settled reports whether AcceptOlder takes a finding of this code back.
func Settled(code string) bool { return slices.Contains(accepted, code) }

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
	spare, err := s.unlockHeader(flight.header, secret)
	if err != nil {
		return err
	}
	if err := s.load(r); err != nil {
		return err
	}
	s.recall(r)
	s.findElsewhere(r)
	if t := s.before; t.Wrong > 0 {
		r.add(Remark, "wrong-tries", fmt.Sprintf("Since these notes were last opened came %s, the last on %s.", plural(t.Wrong, "wrong try", "wrong tries"), t.Last.Local().Format("2 January at 15:04")))
	}
	s.anchor = openAnchor(anchorPath(s.path, s.opt))
	s.weigh(r, flight.oneMeta)
	spare = s.weighKeys(r) || spare
	if s.stuck == nil {
		s.writeAnchor()
		s.tidy()
	}
	s.takeRescued(r)
	if spare {
		s.mendHeader(r)
	}
	s.tellCopies(r)
	return nil
}

// recall says what was known to be missing when the notes were rebuilt.
func (s *Store) recall(r *Report) {
	switch {
	case s.man.lost > 0:
		r.add(Loss, "rebuilt-short", fmt.Sprintf("When these notes were rebuilt, %s known of and could not be found again.", plural(int(min(s.man.lost, 1<<30)), "record or save was", "records or saves were"))) //nolint:gosec // bounded
		if len(r.Lost) == 0 {
			r.Lost = s.missing()
		}
	case s.man.doubt:
		r.add(Warning, "rebuilt-doubt", "These notes were rebuilt from a damaged file that did not say for certain what the last of them was: something may be missing that nothing is left of.")
	}
}

// tellCopies names copies beside the notes, which a program that keeps folders in step
// has made, or a person: one that had more saves may hold what these lack.
func (s *Store) tellCopies(r *Report) {
	var newer, others []string
	for _, c := range copiesOf(s.path, s.header.store) {
		if c.Saves > s.man.seq {
			newer = append(newer, filepath.Base(c.Path))
		} else {
			others = append(others, filepath.Base(c.Path))
		}
	}
	if len(newer) > 0 {
		r.add(Warning, "copy-newer", "Beside the notes lies a copy of them in which more was saved than in these: "+strings.Join(newer, ", ")+". It may hold what these lack; a rebuilding takes that in.")
	}
	if len(others) > 0 {
		r.add(Remark, "copies", "Beside the notes lie copies of them under other names: "+strings.Join(others, ", ")+".")
	}
}

// weighKeys holds the key slots against the notes' own account of them, and against
// their copy. Former ones in their place open with a passphrase that was changed. It
// reports whether later ones were found, which are to be put back.
func (s *Store) weighKeys(r *Report) bool {
	later := s.man.generation
	former := later > 0 && (s.header.generation != later || s.header.mac != s.man.keys)
	if a, whole, authentic := parseAnchor(s.anchor.read(), s.keys); whole && authentic && a.generation > s.header.generation {
		former = true
	}
	side := s.sideHeader()
	if former {
		r.add(Warning, "keys-older", "The key slots of these notes are not the last ones: they open with a passphrase or recovery key from before a change. A backup that was put back makes them so; somebody who put former slots into the file may have, too.")
	}
	if side == nil || side.generation <= s.header.generation {
		return false
	}
	if later > 0 && (side.generation != later || side.mac != s.man.keys) {
		r.add(Warning, "keys-copy-newer", "The copy of the key slots, "+filepath.Base(sidePath(s.path))+", is newer than the notes: an older file may stand in their place. The copy was not changed.")
		return false
	}
	s.header = side
	return true
}

// sideHeader are the key slots of the side file, where they are of these notes and
// made with their key.
func (s *Store) sideHeader() *header {
	b, err := readBounded(sidePath(s.path), maxHeader)
	if err != nil {
		return nil
	}
	h, err := parseHeader(b)
	if err != nil || h.store != s.header.store || !h.authentic(s.keys) {
		return nil
	}
	return h
}

// mendHeader puts the key slots from the side file back into the notes, unless
// something is lost: then the file stays as it is, to be looked at.
func (s *Store) mendHeader(r *Report) {
	if s.stuck == nil && r.Worst() < Loss && s.commit(&change{lines: []Line{{Action: Repaired}}, header: s.header}) == nil {
		r.add(Warning, "keys-mended", "The key slots in the notes file were damaged, or former ones. They were put right from their copy; nothing is missing.")
		return
	}
	r.add(Warning, "keys-damaged", "The key slots in the notes file are damaged, or former ones. The notes opened with their copy in "+filepath.Base(sidePath(s.path))+": keep that file.")
}

// unlockHeader reads the key slots and opens one. It tells whether they came
// from the side file, because those in the notes are damaged.
func (s *Store) unlockHeader(raw []byte, secret Secret) (spare bool, err error) {
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
	if !ok && !spare { // former slots may have been put into the file
		if side, serr := s.spareHeader(); serr == nil && side.store == h.store && side.generation > h.generation {
			if key, ok = side.unwrap(secret, s.opt.Costs); ok {
				h, spare = side, true
			}
		}
	}
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
	if !s.anchorHeld && s.man.lost == 0 && !s.man.doubt && !slices.ContainsFunc(s.opened, func(f Finding) bool { return f.Code == "keys-older" }) {
		return nil
	}
	held, was := s.anchorHeld, s.stuck
	if rolledBack(was) {
		s.stuck = nil
	}
	s.anchorHeld = false
	c := &change{lines: []Line{{Action: OlderAccepted}}, settles: true}
	if a, whole, authentic := parseAnchor(s.anchor.read(), s.keys); whole && authentic {
		c.after = a.seq // from now on these are the ones in which most was saved
	}
	for _, other := range copiesOf(s.path, s.header.store) {
		c.after = max(c.after, other.Saves)
	}
	err := s.commit(c)
	if err != nil {
		s.anchorHeld = held
		if s.stuck == nil {
			s.stuck = was
		}
		return err
	}
	s.opened = slices.DeleteFunc(s.opened, func(f Finding) bool { return Settled(f.Code) })
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
		Safe: "Nothing is changed.", Do: "Rebuild the notes, which brings it back; or accept them as the right ones as they are.",
	}
}

// tidy closes the file to others, removes what an interruption left and renews
// the side file. None of it is worth keeping a person from their notes.
func (s *Store) tidy() {
	sweep(s.path)
	_ = restrict(s.path, false)
	s.renewSide()
}

// renewSide puts the key slots into the side file, unless they are there, or later ones.
func (s *Store) renewSide() {
	if side := s.sideHeader(); side != nil && side.generation > s.header.generation {
		return
	}
	want := s.header.encode()
	have, err := readBounded(sidePath(s.path), maxHeader)
	if err != nil || string(have) != string(want) {
		_ = writeWhole(sidePath(s.path), want)
	}
}
