package store

import (
	"fmt"
	"os"
	"path/filepath"
)

// Salvage rebuilds the notes at path from whatever sealed records can still be
// read in the bytes of the file, whatever became of its structure. Of each
// record the newest authentic version wins; what the file no longer gives is
// taken from the newest backup that has it. The report names what is lost, what
// stands there in an older version, and which backup it came from or is in.
//
// The damaged file is set aside under a dated name (Report.Aside), byte for
// byte: nothing is ever written over. Where nothing can be read, or on any
// failure, all stays as it was. It also mends a file that opens but has damaged
// records.
func Salvage(path string, secret Secret, opt Options) (*Report, error) {
	return salvage(path, secret, opt, true)
}

// Survey tells what Salvage would give, and changes nothing.
func Survey(path string, secret Secret, opt Options) (*Report, error) {
	return salvage(path, secret, opt, false)
}

func salvage(path string, secret Secret, opt Options, build bool) (*Report, error) {
	if _, _, err := openRegularOnce(path); err != nil {
		return nil, nameBackup(path, err)
	}
	takeOver(path, opt)
	lock, err := acquire(path, opt.now())
	switch {
	case err == nil:
		defer lock.release()
	case !build && unwritable(err): // to look needs no lock where nobody can write
	default:
		return nil, err
	}
	s := &Store{path: path, opt: opt, lock: lock, items: map[recordID]*item{}}
	random(s.run[:])
	var r Report
	w, err := s.collect(secret, &r)
	if err != nil {
		return nil, nameBackup(path, placed(err))
	}
	if !build {
		return &r, nil
	}
	if err := s.rebuild(w, &r); err != nil {
		return nil, nameBackup(path, placed(err))
	}
	return &r, nil
}

// openRegularOnce tells what is not an ordinary file before a lock file is
// made beside it.
func openRegularOnce(path string) (int64, bool, error) {
	f, info, err := openRegular(path)
	if err != nil {
		return 0, false, err
	}
	closeQuietly(f)
	return info.Size(), true, nil
}

// wreck is what was found in the bytes, and what was chosen of it.
type wreck struct {
	haul
	// kept is the version chosen of each record, sealed.
	kept map[recordID]*find
	// log is the chosen lines, oldest first; whole tells that none is missing.
	log   []foundLine
	whole bool
	// seq is the highest number of a transaction that anything speaks of.
	seq uint64
}

// collect reads the file, finds a key that opens it, and chooses.
func (s *Store) collect(secret Secret, r *Report) (*wreck, error) {
	b, holes, err := readAnyway(s.path)
	if err != nil {
		return nil, err
	}
	if err := s.findKey(b, secret); err != nil {
		return nil, err
	}
	w := &wreck{haul: newHaul(), kept: map[recordID]*find{}}
	w.scan(s.keys, s.header.store, b)
	switch {
	case w.newer > 0 && w.newer >= len(w.notes)+len(w.lines):
		return nil, newerFormat()
	case len(w.notes) == 0 && len(w.lines) == 0 && !w.hasManifest:
		return nil, nothingLeft("Nothing that belongs to these notes could be read in the file.")
	}
	if holes > 0 {
		r.add(Warning, "unreadable-sectors", plural(holes, "place of the file could", "places of the file could")+" not be read from the disk at all. The disk may be failing: copy everything off it.")
	}
	r.Salvaged = true
	s.choose(w)
	s.account(w, r)
	r.Records = len(w.kept)
	for _, f := range w.kept {
		if !f.item.known() {
			r.Unknown++
		}
	}
	return w, nil
}

// known tells a kind that this edition reads from one that it only keeps.
func (it *item) known() bool { return it.record != nil }

// readAnyway reads a whole file. What the disk refuses to give is left zero
// and counted: one bad sector must not cost the rest.
func readAnyway(path string) (b []byte, holes int, err error) {
	f, info, err := openRegular(path)
	if err != nil {
		return nil, 0, err
	}
	defer closeQuietly(f)
	if info.Size() > maxFile {
		return nil, 0, &Error{Class: ErrRefused, What: "The file is larger than isspp's notes can be.", Safe: "Nothing was changed.", Do: "Check the place."}
	}
	b = make([]byte, info.Size())
	for at := 0; at < len(b); at += pageBytes {
		if at%(1<<20) == 0 && at+1<<20 <= len(b) {
			if n, err := f.ReadAt(b[at:][:1<<20], int64(at)); err == nil && n == 1<<20 {
				at += 1<<20 - pageBytes
				continue
			}
		}
		part := b[at:min(at+pageBytes, len(b))]
		if n, err := f.ReadAt(part, int64(at)); err != nil && n < len(part) {
			clear(part[n:])
			holes++
		}
	}
	return b, holes, nil
}

// findKey tries the secret on the latest key slots that are whole: those in
// the file, wherever they lie in it, in the side file, and failing these in the
// backups. Older slots are not tried where later ones are whole, so that a
// passphrase that was changed stays changed.
func (s *Store) findKey(b []byte, secret Secret) error {
	heads := scanHeaders(b)
	side, err := readBounded(sidePath(s.path), maxHeader)
	if err == nil {
		h, err := parseHeader(side)
		if err == errHeaderNewer { //nolint:errorlint // parseHeader wraps nothing
			return newerFormat()
		}
		if err == nil {
			heads = append(heads, h)
		}
	}
	if s.tryKeys(latest(heads), secret) {
		return nil
	}
	// The slots in the file may be former ones, in a free page, where the latest
	// are destroyed: a backup may have later ones.
	spare := latest(append(s.backupHeaders(), heads...))
	switch {
	case len(spare) == 0 && !recognised(b):
		return notAStore()
	case len(spare) == 0:
		return damaged("The key slots of the notes are damaged, and there is no copy of them.", nil)
	case len(heads) == 0 || spare[0].generation > latest(heads)[0].generation:
		if s.tryKeys(spare, secret) {
			return nil
		}
	}
	return wrongTry(s.path, s.opt).of(secret)
}

// tryKeys takes the first slots that the secret opens.
func (s *Store) tryKeys(heads []*header, secret Secret) bool {
	for _, h := range heads {
		key, ok := h.unwrap(secret, s.opt.Costs)
		if !ok {
			continue
		}
		if keys := deriveSubkeys(key, h.store); h.authentic(keys) {
			rightTry(s.path, s.opt)
			s.key, s.keys, s.header = key, keys, h
			return true
		}
	}
	return false
}

func newerFormat() error {
	return &Error{Class: ErrNewerFormat, What: "These notes were written by a newer isspp.", Safe: "Nothing was changed.", Do: "Install that edition, or a later one."}
}

// backupHeaders are the key slots of the backups, from their bytes.
func (s *Store) backupHeaders() []*header {
	var heads []*header
	names, err := backupNames(s.path)
	if err != nil {
		return nil
	}
	for _, name := range names {
		if b, _, err := readAnyway(filepath.Join(backupDir(s.path), name)); err == nil {
			heads = append(heads, scanHeaders(b)...)
		}
	}
	return heads
}

// latest is the headers of the highest generation, each once. More than a few
// different ones are not honest, and each costs a derivation.
func latest(heads []*header) []*header {
	var top uint64
	for _, h := range heads {
		top = max(top, h.generation)
	}
	const most = 3
	seen := map[[hashSize]byte]bool{}
	var out []*header
	for _, h := range heads {
		if h.generation == top && !seen[h.mac] && len(out) < most {
			seen[h.mac] = true
			out = append(out, h)
		}
	}
	return out
}

// account says in the report what the choice means.
func (s *Store) account(w *wreck, r *Report) {
	r.Lost = s.missingOf(w)
	s.fetchLost(w, r)
	var set setDigest
	d := s.keys.digester()
	for _, f := range w.kept {
		d.toggle(&set, f.id, f.revision, f.item.tag)
	}
	agrees := w.hasManifest && set == w.man.digest && uint64(len(w.kept)) == w.man.count
	a, whole, authentic := parseAnchor(s.anchorBytes(), s.keys)
	w.seq = w.man.seq
	if whole && authentic {
		w.seq = max(w.seq, a.seq)
	}
	if behind := w.seq - w.man.seq; behind > 0 {
		r.add(Loss, "older-file", fmt.Sprintf("What this computer saw last is newer: %s missing from what can be read.", plural(int(min(behind, 1<<30)), "save is", "saves are"))) //nolint:gosec // bounded
	}
	switch {
	case len(r.Lost) > 0:
		r.add(Loss, "record-lost", plural(len(r.Lost), "record is", "records are")+" not there as last saved: see which, and which backup has them.")
	case !w.whole:
		r.add(Warning, "record-doubt", "Part of the log of changes is gone, so it can't be said for certain that nothing else is missing.")
	case agrees:
		r.add(Remark, "whole", "Every record that the notes' own account names is there, as last saved.")
	default:
		r.add(Warning, "record-doubt", "The records differ from the notes' own account of themselves: look them over.")
	}
	r.add(Warning, "salvaged", fmt.Sprintf("The file's structure was not relied on: %s read one by one.", plural(len(w.kept), "record was", "records were")))
}

func (s *Store) anchorBytes() []byte {
	b, err := readBounded(anchorPath(s.path, s.opt), anchorSize)
	if err != nil {
		return nil
	}
	return b
}

// rebuild writes what was chosen into a new file, proves it, sets the old one
// aside and puts the new one in its place.
func (s *Store) rebuild(w *wreck, r *Report) error {
	sweep(s.path)
	name, err := s.writeWreck(w, r)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(name) }() // after the rename there is nothing to remove
	if err := s.prove(name, s.man.seq); err != nil {
		return err
	}
	now := s.opt.now()
	if r.Aside, err = keepAside(s.path, now); err != nil {
		return err
	}
	if _, err := keepAside(sidePath(s.path), now); err != nil {
		return err
	}
	if err := replaceFile(name, s.path); err != nil {
		return err
	}
	settle(s.path, s.header)
	s.anchor = openAnchor(anchorPath(s.path, s.opt))
	s.writeAnchor()
	s.anchor.close()
	return nil
}
