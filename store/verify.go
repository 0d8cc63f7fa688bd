package store

import (
	"path/filepath"
	"time"

	"isspp/store/boltfile"
)

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

// examine loads every record and follows the log.
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
