package store

import (
	"errors"
	"path/filepath"
	"slices"
	"time"
)

// VerifyFile opens the notes at path for reading alone and checks all of them:
// structure, every seal, the manifest, the log's chain, and this computer's
// memory of the last save. A file whose structure is refused is gone through
// byte by byte as Salvage would, and the report says what that would give.
// Report.OK is the exit status. An error means that nothing could be said:
// wrong secret, another holder, no such file.
func VerifyFile(path string, secret Secret, opt Options) (*Report, error) {
	opt.ReadOnly = true
	s, opened, err := unlock(path, secret, opt)
	if Rebuildable(err) {
		r, serr := salvage(path, secret, opt, false)
		if serr != nil {
			return nil, serr // it has looked closer
		}
		var own *Error
		if errors.As(err, &own) {
			r.Findings = slices.Insert(r.Findings, 0, Finding{Loss, "structure", own.What})
		}
		return r, nil
	}
	if err != nil {
		return nil, err
	}
	defer closeQuietly(s)
	r, err := s.Verify()
	if err != nil {
		return nil, err
	}
	for _, f := range opened.Findings {
		if !r.Has(f.Code) {
			r.Findings = append(r.Findings, f)
		}
	}
	return r, nil
}

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
	f, err := inspect(s.path)
	if err != nil {
		return nil, err
	}
	var r Report
	switch {
	case f.fault != "":
		r.add(Loss, "structure", "The file's structure is damaged: "+f.fault+".")
		return &r, nil
	case f.fragile:
		r.add(Loss, "fragile", "The file's structure is damaged in one place: it can be read but not changed.")
	case f.oneMeta && s.anchorHeld:
		r.add(Warning, "opening-page", "One of the file's two opening pages is damaged.")
	case f.oneMeta:
		r.add(Warning, "opening-page", "One of the file's two opening pages is damaged. The next save mends it.")
	}
	if side := s.sideHeader(); side == nil || side.generation < s.header.generation {
		r.add(Remark, "keys-copy", "The second copy of the key slots, "+filepath.Base(sidePath(s.path))+
			", is missing or damaged. Nothing is lost: the next unlocking in the app writes it anew.")
	}
	other := s.like(s.path, s.db)
	if err := other.examine(&r); err != nil {
		if faulted(err) {
			s.stuck = err
		}
		return nil, err
	}
	s.recall(&r)
	s.findElsewhere(&r)
	if text := s.inForce(); text != "" {
		r.add(Remark, "keys", text)
	}
	if other.man != s.man {
		r.add(Loss, "changed-behind", "The file was changed by something other than isspp while it was open.")
	}
	return &r, nil
}

// examine loads every record and follows the log.
func (s *file) examine(r *Report) error {
	if err := s.load(r); err != nil {
		return err
	}
	lines, fault, err := s.lines()
	if err != nil {
		return err
	}
	r.Lines = len(lines)
	if fault != "" {
		r.Findings = append(r.Findings, logFinding(fault))
	}
	return nil
}

// inForce says from which day the passphrase and the recovery key are that open these
// notes, as the log has it up to the number of the key slots.
func (s *file) inForce() string {
	lines, fault, err := s.lines()
	if err != nil || fault != "" {
		return ""
	}
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
		if generation++; generation == s.header.generation {
			const day = "2 January 2006, 15:04"
			return "The passphrase in force is the one of " + passphrase.Local().Format(day) +
				", the recovery key the one of " + recovery.Local().Format(day) +
				". Copies made before open with those of their day."
		}
	}
	return ""
}
