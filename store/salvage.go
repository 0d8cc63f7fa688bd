package store

import (
	"errors"
	"fmt"
	"os"
)

// Salvage rebuilds the notes at path from whatever sealed records can still be read in
// the bytes of the file, of its backups, of what was set aside and of copies beside it: all of them
// are one search, so that the result never has less than the best of them. Changes that
// were put aside come in with the next Unlock. Of each record the newest authentic version wins. The
// report names what is lost, what stands there in an older version, and where each came
// from or is; what is known to be missing is said by the notes themselves from then on,
// until AcceptOlder.
//
// The file that stood there is set aside under a dated name (Report.Aside), byte for
// byte: nothing is ever written over. Where nothing can be read, or on any
// failure, all stays as it was. It also mends a file that opens but has damaged
// records, and makes one anew that is gone.
func Salvage(path string, secret Secret, opt Options) (*Report, error) {
	return salvage(path, secret, opt, true)
}

// salvage without build tells what Salvage would give, and changes nothing.
func salvage(path string, secret Secret, opt Options, build bool) (*Report, error) {
	sources, err := recordFiles(path, opt)
	if err != nil {
		return nil, err
	}
	if f, _, err := openRegular(path); err == nil {
		closeQuietly(f)
	} else if len(sources) == 0 || !errors.Is(err, ErrAbsent) {
		return nil, nameBackup(path, err)
	}
	lock, err := acquire(path, opt.now())
	switch {
	case err == nil:
		defer lock.release()
	case !build && unwritable(err): // to look needs no lock where nobody can write
	default:
		return nil, err
	}
	s := newStore(path, opt)
	s.lock = lock
	var r Report
	w, err := s.collect(sources, secret, &r)
	if err == nil && build {
		err = s.rebuild(w, &r)
	}
	if err != nil {
		return nil, nameBackup(path, placed(err))
	}
	return &r, nil
}

// rebuilding is what was found in the bytes, and what was chosen of it.
type rebuilding struct {
	*scanResult
	// man is the chosen account of what there should be, and known tells that one was
	// found at all; anchored, that nothing later than it is known of: it is what this
	// computer saw last, or stands in its place in a file that is not cut or put back.
	man             manifest
	known, anchored bool
	// kept is the version chosen of each record, sealed.
	kept map[recordID]*candidate
	// log is the chosen lines, oldest first; whole tells that none is missing.
	log   []foundLine
	whole bool
	// seq is the highest number of a transaction that anything speaks of, and lost how
	// many records, or whole saves, are known of and not there.
	seq, lost uint64
	// doubt tells that more may be missing than is known.
	doubt bool
}

// collect finds a key that opens the notes, searches, and chooses.
func (s *Store) collect(sources []string, secret Secret, r *Report) (*rebuilding, error) {
	if err := s.findKey(sources, secret); err != nil {
		return nil, err
	}
	w := &rebuilding{scanResult: s.search(append([]string{s.path}, sources...)), kept: map[recordID]*candidate{}}
	switch {
	case w.newer > 0 && w.newer >= len(w.notes)+len(w.lines):
		return nil, newerFormat()
	case len(w.notes) == 0 && len(w.lines) == 0 && len(w.mans) == 0:
		return nil, nothingLeft("Nothing that belongs to these notes could be read in the file.")
	}
	if w.holes > 0 {
		r.add(Warning, "unreadable-sectors", plural(w.holes, "place of the files could", "places of the files could")+
			" not be read from the disk at all. The disk may be failing: copy everything off it.")
	}
	r.Salvaged = true
	s.choose(w)
	s.reportLosses(w, r)
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

// findKey tries the secret on the latest key slots that are whole: those in
// the file, wherever they lie in it, in the side file, and failing these in the
// other files. Older slots are not tried where later ones are whole, so that a
// passphrase that was changed stays changed.
func (s *Store) findKey(sources []string, secret Secret) error {
	heads := headersIn(s.path)
	side, err := slotsAt(s.path)
	switch {
	case errors.Is(err, errHeaderNewer):
		return newerFormat()
	case err == nil:
		heads = append(heads, side)
	}
	if s.tryKeys(latest(heads), secret) {
		return nil
	}
	// The slots in the file may be former ones, in a free page, where the latest
	// are destroyed: another file may have later ones.
	spare := latest(append(headersIn(sources...), heads...))
	switch {
	case len(spare) == 0 && nothingSealed(s.path):
		return notAStore()
	case len(spare) == 0:
		return damaged("The key slots of the notes are damaged, and there is no copy of them.", nil)
	case len(heads) == 0 || spare[0].generation > latest(heads)[0].generation:
		if s.tryKeys(spare, secret) {
			return nil
		}
	}
	return wrongTry(s.path, s.opt, secret, false)
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
	return unchanged(errNewerFormat,
		"These notes were written by a newer isspp.",
		"Install that edition, or a later one.")
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

// reportLosses says in the report what the choice means.
func (s *Store) reportLosses(w *rebuilding, r *Report) {
	s.listLost(w, r)
	var set setDigest
	d := s.keys.digester()
	for _, f := range w.kept {
		d.toggle(&set, f.id, f.revision, f.item.tag)
	}
	agrees := w.known && set == w.man.digest && uint64(len(w.kept)) == w.man.count
	w.lost = uint64(len(r.Lost))
	if behind := w.seq - w.man.seq; behind > 0 {
		w.lost += behind
		r.add(Loss, "older-file", fmt.Sprintf("What this computer saw last is newer: %s missing from what can be read.", plural(int(min(behind, 1<<30)), "save is", "saves are"))) //nolint:gosec // bounded
	}
	there := uint64(len(w.kept))
	for _, l := range r.Lost {
		if l.Kept == 0 {
			there++ // named below
		}
	}
	if w.known && w.man.count > there {
		nameless := w.man.count - there
		w.lost += nameless
		r.add(Loss, "record-lost", plural(int(min(nameless, 1<<30)), "record is", "records are")+" gone of which not even the log is left.") //nolint:gosec // bounded
	}
	w.doubt = !w.whole || !agrees && w.lost == 0 || !w.anchored || w.holes > 0
	switch {
	case len(r.Lost) > 0:
		r.add(Loss, "record-lost", plural(len(r.Lost), "record is", "records are")+
			" not there as last saved: see which, and which file has them.")
	case w.lost > 0:
	case !w.whole:
		r.add(Warning, "record-doubt", "Part of the log of changes is gone, so it can't be said for certain that "+
			"nothing else is missing.")
	case !agrees:
		r.add(Warning, "record-doubt", "The records differ from the notes' own account of themselves: look them over.")
	case w.doubt:
		r.add(Warning, "record-doubt", "Every record that the latest account in these files names is there. Whether "+
			"there was a later one can't be said: the file is cut short or damaged where it would stand, and this "+
			"computer does not remember it.")
	default:
		r.add(Remark, "whole", "Every record that the notes' own account names is there, as last saved.")
	}
	if left, _ := s.sources(Unsaved); len(left) > 0 {
		r.add(Warning, "rescue-left", waits(left)+" It comes in when the rebuilt notes are unlocked.")
	}
	r.add(Warning, "salvaged", fmt.Sprintf("The file's structure was not relied on: %s read one by one.",
		plural(len(w.kept), "record was", "records were")))
}

// rebuild writes what was chosen into a new file, proves it, sets the old one
// aside and puts the new one in its place.
func (s *Store) rebuild(w *rebuilding, r *Report) error {
	sweep(s.path)
	s.man = s.closing(w)
	name, m, err := s.newBeside(s.path, w.filled, s.mended(w, r))
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(name) }() // after the rename there is nothing to remove
	s.man = m
	if r.Aside, err = install(name, s.path, s.header, s.opt.now()); err != nil {
		return err
	}
	s.anchor = openAnchor(anchorPath(s.path, s.opt))
	s.writeAnchor()
	s.anchor.close()
	return nil
}
