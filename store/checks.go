package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"isspp/store/boltfile"
	"isspp/store/seal"
)

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

var lacking = []string{"rebuilt-doubt", "opening-page", "other-store", "copy-newer"}

// accepted are the findings that are none any more once a person has taken the notes for
// the right ones.
var accepted = []string{
	"older-file", "other-history", "other-store", "rebuilt-short", "rebuilt-doubt", "keys-older",
	"copy-newer", "rescue-left",
}

// Settled reports whether AcceptOlder takes a finding of this code back.
func Settled(code string) bool { return slices.Contains(accepted, code) }

// recall says what was known to be missing when the notes were rebuilt.
func (s *Store) recall(r *Report) {
	switch {
	case s.man.lost > 0:
		r.add(Loss, "rebuilt-short", "When these notes were rebuilt, "+
			plural(s.man.lost, "record or save was", "records or saves were")+" known of and could not be found again.")
		if len(r.Lost) == 0 {
			r.Lost = s.missing()
		}
	case s.man.doubt:
		r.add(Warning, "rebuilt-doubt", "These notes were rebuilt from a damaged file that did not say for certain "+
			"what the last of them was: something may be missing that nothing is left of.")
	}
}

// tellCopies names copies beside the notes, which a program that keeps folders in step
// has made, or a person: one that had more saves may hold what these lack.
func (s *Store) tellCopies(r *Report) {
	var newer, others []string
	copies, _ := s.sources(Copy)
	for _, c := range copies {
		if c.Saves > s.man.seq {
			newer = append(newer, filepath.Base(c.Path))
		} else {
			others = append(others, filepath.Base(c.Path))
		}
	}
	if len(newer) > 0 {
		r.add(Warning, "copy-newer", "Beside the notes lies a copy of them in which more was saved than in these: "+
			strings.Join(newer, ", ")+". It may hold what these lack; a rebuilding takes that in.")
	}
	if len(others) > 0 {
		r.add(Remark, "copies", "Beside the notes lie copies of them under other names: "+strings.Join(others, ", ")+
			".")
	}
}

// checkKeys holds the key slots against the notes' own account of them, and against
// their copy. Former ones in their place open with a passphrase that was changed. It
// reports whether later ones were found, which are to be put back.
func (s *Store) checkKeys(r *Report) bool {
	last := func(h *seal.Header) bool {
		return s.man.generation == 0 || h.Generation == s.man.generation && h.MAC == s.man.keys
	}
	if !last(s.header) || s.lastSeen().generation > s.header.Generation {
		r.add(Warning, "keys-older", "The key slots of these notes are not the last ones: they open with a "+
			"passphrase or recovery key from before a change. A backup that was put back makes them so; somebody who "+
			"put former slots into the file may have, too.")
	}
	side := s.sideHeader()
	switch {
	case side == nil || side.Generation <= s.header.Generation:
		return false
	case !last(side):
		r.add(Warning, "keys-copy-newer", "The copy of the key slots, "+filepath.Base(sidePath(s.path))+
			", is newer than the notes: an older file may stand in their place. The copy was not changed.")
		return false
	}
	s.header = side
	return true
}

// sideHeader are the key slots of the side file, where they are of these notes and
// made with their key.
func (s *file) sideHeader() *seal.Header {
	h, err := slotsAt(s.path)
	if err != nil || h.Store != s.header.Store || !h.Authentic(s.keys) {
		return nil
	}
	return h
}

// lastSeen is what this computer saw last of these notes; zero where it knows nothing.
func (s *Store) lastSeen() anchor {
	if a, whole, authentic := s.remembered(); whole && authentic {
		return a
	}
	return anchor{}
}

// checkAnchor holds the file against the anchor. When one of the opening pages is
// bad bbolt goes on from the other, which may be one save older, and says
// nothing.
func (s *Store) checkAnchor(r *Report, oneMeta bool) {
	a, whole, authentic := s.remembered()
	switch {
	case !oneMeta:
	case !whole || !authentic:
		r.add(Warning, "opening-page", "One of the file's two opening pages is damaged, so the last save may be "+
			"missing. A rebuild (salvage) before anything new is saved would bring it back.")
	case a.seq == s.man.seq:
		r.add(Remark, "opening-page", "One of the file's two opening pages was damaged. Nothing is missing, and "+
			"the next save mends it.")
	default:
		r.add(Warning, "opening-page", "One of the file's two opening pages is damaged.")
	}
	held := func(v Severity, code, text string) {
		s.anchorHeld = true
		r.add(v, code, text)
	}
	lacks := "the last save is"
	if n := a.seq - s.man.seq; n > 1 {
		lacks = fmt.Sprintf("the last %d saves are", n)
	}
	switch {
	case !whole:
		r.add(Remark, "no-anchor", "This computer has no memory of these notes yet, so an older copy in their place "+
			"would not be noticed this once.")
	case !authentic && a.store != s.header.Store:
		held(Warning, "other-store", "These are not the notes that were last opened at this place.")
	case !authentic:
		r.add(Warning, "anchor-damaged", "This computer's memory of the notes is damaged, so an older copy in their "+
			"place would not be noticed this once.")
	case a.seq > s.man.seq && oneMeta:
		held(Loss, "older-file", "With that page "+lacks+" missing. It is most likely still in the file: a rebuild "+
			"(salvage) brings it back. Until then nothing new is saved, so that it is not written over.")
		if s.stuck == nil {
			s.stuck = problem(errReadOnly,
				"The last save is missing from what opened, and a new one would write over what is left of it in the "+
					"file.",
				"Nothing is changed.",
				"Rebuild the notes, which brings it back; or accept them as the right ones as they are.",
			).because(errRolledBack)
		}
	case a.seq > s.man.seq:
		held(Loss, "older-file", "These notes are older than what this computer saw last: "+lacks+" missing. A backup "+
			"that was put back makes them so; a sync tool or a copy may have, too.")
	default:
		_, plain, err := s.line(a.lines)
		if err != nil || lineHash(s.keys, plain) != a.head {
			held(Loss, "other-history", "These notes went another way than those that this computer saw last: saves "+
				"made here are missing.")
		}
	}
}

// AcceptOlder takes notes that the report called older, or another's, for the
// right ones from now on. A line of the log says so. What an earlier session had
// put aside comes in; Told says so.
func (s *Store) AcceptOlder() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.anchorHeld && s.man.lost == 0 && !s.man.doubt &&
		!slices.ContainsFunc(s.opened, func(f Finding) bool { return f.Code == "keys-older" }) {
		return nil
	}
	held, was := s.anchorHeld, s.stuck
	if rolledBack(was) {
		s.stuck = nil
	}
	s.anchorHeld = false
	// From now on these are the ones in which most was saved.
	c := &change{lines: []Line{{Action: OlderAccepted}}, settles: true, after: s.lastSeen().seq}
	copies, _ := s.sources(Copy)
	for _, other := range copies {
		c.after = max(c.after, other.Saves)
	}
	if err := s.commit(c); err != nil {
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

// Verify reads the whole file again: its structure, every seal, the manifest
// and the chain of the log. The report has a finding for whatever is amiss;
// the error is for a file that could not be read at all.
func (s *Store) Verify() (*Report, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.unstick(); s.keys == nil || s.db == nil || faulted(s.stuck) {
		return nil, s.stuck
	}
	if s.stuck == nil {
		if err := s.verifyInPlace(); err != nil {
			return nil, err
		}
	}
	f, err := inspect(s.path, boltfile.All)
	if err != nil {
		return nil, err
	}
	var r Report
	switch {
	case f.Fault != "":
		r.add(Loss, "structure", "The file's structure is damaged: "+f.Fault+".")
		return &r, nil
	case f.Fragile:
		r.add(Loss, "fragile", "The file's structure is damaged in one place: it can be read but not changed.")
	case f.OneMeta && s.anchorHeld:
		r.add(Warning, "opening-page", "One of the file's two opening pages is damaged.")
	case f.OneMeta:
		r.add(Warning, "opening-page", "One of the file's two opening pages is damaged. The next save mends it.")
	}
	if side := s.sideHeader(); side == nil || side.Generation < s.header.Generation {
		r.add(Remark, "keys-copy", "The second copy of the key slots, "+filepath.Base(sidePath(s.path))+
			", is missing or damaged. Nothing is lost: the next unlocking in the app writes it anew.")
	}
	other := s.like(s.path, s.db)
	lines, err := other.examine(&r)
	if err != nil {
		if faulted(err) {
			s.stuck = err
		}
		return nil, err
	}
	s.recall(&r)
	s.findElsewhere(&r)
	s.inForce(lines, &r)
	if other.man != s.man {
		r.add(Loss, "changed-behind", "The file was changed by something other than isspp while it was open.")
	}
	return &r, nil
}

func (s *file) examine(r *Report) ([]Line, error) {
	if err := s.load(r); err != nil {
		return nil, err
	}
	lines, fault, err := s.lines()
	if err != nil {
		return nil, err
	}
	r.Lines = len(lines)
	if fault != "" {
		r.Findings = append(r.Findings, logFinding(fault))
	}
	return lines, nil
}

// inForce says from which day the passphrase and the recovery key are that open these
// notes, as a whole log has it up to the number of the key slots.
func (s *Store) inForce(lines []Line, r *Report) {
	var passphrase, recovery time.Time
	generation := uint64(0)
	for _, l := range lines {
		switch l.Action {
		case Created:
			passphrase, recovery = l.Time, l.Time
		case PassphraseChanged:
			passphrase = l.Time
		case RecoveryRenewed:
			recovery = l.Time
		default:
			continue
		}
		if generation++; generation == s.header.Generation && !r.Has("log-damaged") {
			const day = "2 January 2006, 15:04"
			r.add(Remark, "keys", "The passphrase in force is the one of "+passphrase.Local().Format(day)+
				", the recovery key the one of "+recovery.Local().Format(day)+
				". Copies made before open with those of their day.")
			return
		}
	}
}
