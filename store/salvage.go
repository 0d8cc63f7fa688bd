package store

import (
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"

	"isspp/store/boltfile"
	"isspp/store/seal"

	bolt "go.etcd.io/bbolt"
)

// Salvage rebuilds the notes at path from whatever sealed records can still be read in
// the bytes of the file, if there is one, and of all files beside it: they are one search,
// so that the result never has less than the best of them. The report names what is lost
// or older, and where each is; the notes themselves say so from then on, until
// AcceptOlder. Without build it only tells what a rebuilding would give.
//
// The file that stood there is set aside (Report.Aside), byte for byte: nothing is ever
// written over. Where nothing can be read, or on any failure, all stays as it was.
func Salvage(path string, secret Secret, opt Options, build bool) (*Report, error) {
	sources, err := Sources(path, opt, Backup, Copy, Aside)
	if err != nil {
		return nil, err
	}
	f, _, err := boltfile.OpenRegular(path)
	if err == nil {
		closeQuietly(f)
	} else if err = unopened(path, err); len(sources) == 0 || !errors.Is(err, ErrAbsent) {
		return nil, nameBackup(path, err)
	}
	lock, err := acquire(path, opt.now())
	switch {
	case err == nil:
		defer letGo(lock)
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

func (s *Store) collect(sources []Source, secret Secret, r *Report) (*rebuilding, error) {
	if err := s.findKey(sources, secret); err != nil {
		return nil, err
	}
	w := &rebuilding{scan: s.search(append([]Source{{Path: s.path}}, sources...)), kept: map[seal.ID]*candidate{}}
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
		if f.item.record == nil {
			r.Unknown++
		}
	}
	return w, nil
}

// findKey tries the secret on the latest key slots that are whole: those in
// the file, wherever they lie in it, in the side file, and failing these in the
// other files. Older slots are not tried where later ones are whole, so that a
// passphrase that was changed stays changed.
func (s *Store) findKey(sources []Source, secret Secret) error {
	heads := headersIn(Source{Path: s.path})
	side, err := slotsAt(s.path)
	switch {
	case errors.Is(err, seal.ErrNewer):
		return newerFormat()
	case err == nil:
		heads = append(heads, side)
	}
	if s.tryKeys(heads, secret) {
		return nil
	}
	// The slots in the file may be former ones, in a free page, where the latest
	// are destroyed: another file may have later ones.
	spare := append(headersIn(sources...), heads...)
	switch {
	case len(spare) == 0 && nothingSealed(s.path):
		return notAStore()
	case len(spare) == 0:
		return damaged("The key slots of the notes are damaged, and there is no copy of them.", nil)
	case len(heads) == 0 || latest(spare) > latest(heads):
		if s.tryKeys(spare, secret) {
			return nil
		}
	}
	return wrongTry(s.path, s.opt, secret, false)
}

// tryKeys takes the first of the latest slots that the secret opens. More than a few
// different ones are not honest, and each costs a derivation.
func (s *Store) tryKeys(heads []*seal.Header, secret Secret) bool {
	const most = 3
	tried := map[[hashSize]byte]bool{}
	for _, h := range heads {
		if h.Generation != latest(heads) || tried[h.MAC] || len(tried) == most {
			continue
		}
		tried[h.MAC] = true
		if keys, ok := h.Unwrap(secret, s.opt.Costs.stretch()); ok && h.Authentic(keys) {
			rightTry(s.path, s.opt)
			s.keys, s.header = keys, h
			return true
		}
	}
	return false
}

func latest(heads []*seal.Header) (generation uint64) {
	for _, h := range heads {
		generation = max(generation, h.Generation)
	}
	return generation
}

func newerFormat() error {
	return unchanged(errNewerFormat, "These notes were written by a newer isspp.",
		"Install that edition, or a later one.")
}

func (s *Store) reportLosses(w *rebuilding, r *Report) {
	w.listLost(r)
	agrees := w.known && w.digest == w.man.digest && uint64(len(w.kept)) == w.man.count
	w.lost = uint64(len(r.Lost))
	if behind := w.seq - w.man.seq; behind > 0 {
		w.lost += behind
		r.add(Loss, "older-file", "What this computer saw last is newer: "+plural(behind, "save is", "saves are")+
			" missing from what can be read.")
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
		r.add(Loss, "record-lost", plural(nameless, "record is", "records are")+
			" gone of which not even the log is left.")
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
	r.add(Warning, "salvaged", "The file's structure was not relied on: "+
		plural(len(w.kept), "record was", "records were")+" read one by one.")
}

// rebuild writes what was chosen into a new file, with a line of the log that says so,
// proves it, sets the old one aside and puts the new one in its place.
func (s *Store) rebuild(w *rebuilding, r *Report) error {
	sweep(s.path)
	s.man = manifest{
		seq: w.seq, count: uint64(len(w.kept)), digest: w.digest, lines: w.man.lines,
		lost: w.lost, doubt: w.doubt || w.man.doubt || w.man.lost > 0,
	}
	if n := len(w.log); n > 0 {
		s.man.lines, s.man.head = max(s.man.lines, w.log[n-1].Seq), w.log[n-1].hash
	}
	if !w.whole {
		hashes := make([][hashSize]byte, len(w.log))
		for i := range w.log {
			hashes[i] = w.log[i].hash
		}
		s.man.head = gapHash(s.keys, hashes)
	}
	reason := fmt.Sprintf("%s kept, %d lost or older, %d from another file", plural(len(w.kept), "record", "records"),
		len(r.Lost), len(r.FromBackup))
	c := &change{lines: []Line{{Action: Repaired, Reason: reason}}, header: s.header}
	name, m, err := s.newBeside(s.path, w.fill, c)
	if err != nil {
		return err
	}
	defer remove(name)
	s.man = m
	if r.Aside, err = install(name, s.path, s.header, s.opt.now()); err != nil {
		return err
	}
	s.anchor = openAnchor(anchorPath(s.path, s.opt))
	s.writeAnchor()
	s.closeAnchor()
	return nil
}

func (w *rebuilding) fill(to *bolt.DB) error {
	all := make([]pair, 0, len(w.kept)+len(w.log)+len(w.values))
	for id, f := range w.kept {
		all = append(all, pair{boltfile.NotesBucket, id[:], f.raw})
	}
	for _, l := range w.log {
		all = append(all, pair{boltfile.HeadBucket, lineKey(l.Seq), l.raw})
	}
	for id, v := range w.values {
		all = append(all, pair{boltfile.HeadBucket, id[idSize-1:], v.raw})
	}
	if err := makeBuckets(to); err != nil {
		return err
	}
	const step = 2000 // records in one transaction
	for part := range slices.Chunk(all, step) {
		if err := putAll(to, part); err != nil {
			return err
		}
	}
	return nil
}

// gapHash stands for the lines that were left when the log had lost some. A
// line about a rebuilding follows it instead of its predecessor's hash, so
// that the gap is known from then on and nothing more can go missing before it.
func gapHash(k *seal.Keys, left [][hashSize]byte) [hashSize]byte {
	h := hmac.New(sha256.New, k.Log)
	h.Write([]byte("gap"))
	for i := range left {
		h.Write(left[i][:])
	}
	return [hashSize]byte(h.Sum(nil))
}
