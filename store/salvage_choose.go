package store

import (
	"cmp"
	"slices"

	"isspp/store/boltfile"
	"isspp/store/seal"
)

type rebuilding struct {
	*scan
	// man is the chosen account of what there should be, and known tells that one was
	// found at all; anchored, that nothing later than it is known of: it is what this
	// computer saw last, or stands in its place in a file that is not cut or put back.
	man             manifest
	known, anchored bool
	// kept is the version chosen of each record, sealed, and digest stands for them.
	kept   map[seal.ID]*candidate
	digest setDigest
	// log is the chosen lines, oldest first, and last those about each record; whole tells
	// that none is missing.
	log   []foundLine
	last  map[seal.ID]Line
	whole bool
	// seq is the highest number of a transaction that anything speaks of, and lost how
	// many records, or whole saves, are known of and not there.
	seq, lost uint64
	// doubt tells that more may be missing than is known.
	doubt bool
}

// choose picks an account of the notes, the lines of the log that lead to it, and one
// version of each record. A record that the log says was discarded or disposed of stays
// so, though former pages and other files may still hold it.
func (s *Store) choose(w *rebuilding) {
	s.chooseManifest(w)
	w.chooseLines()
	lines := make([]Line, len(w.log))
	for i := range w.log {
		lines[i] = w.log[i].Line
	}
	w.last = lastLines(lines)
	for id, versions := range w.notes {
		l, named := w.last[id]
		if l.ends() {
			continue
		}
		w.kept[id] = newest(versions)
		if !named || !w.whole || !w.anchored {
			continue
		}
		// The log is known to the end: a higher number is of notes that went another way.
		if i := slices.IndexFunc(versions, func(f *candidate) bool { return f.Revision == l.Revision }); i >= 0 {
			w.kept[id] = versions[i]
		}
	}
	w.settleTies()
}

// chooseManifest picks the latest account that agrees with what this computer saw
// last; without that the latest there is.
func (s *Store) chooseManifest(w *rebuilding) {
	slices.SortStableFunc(w.mans, func(a, b manifest) int { return cmp.Compare(b.seq, a.seq) })
	byHash := map[[hashSize]byte]foundLine{}
	for _, lines := range w.lines {
		for _, l := range lines {
			byHash[l.hash] = l
		}
	}
	a, whole, authentic := anchorAt(s.path, s.opt, s.keys)
	remembered := whole && authentic
	leadsTo := func(m manifest) bool { // it is of the notes that this computer saw, then or later
		head := m.head
		for n := m.lines; n > a.lines; n-- {
			l, ok := byHash[head]
			if !ok {
				return false
			}
			head = l.prev
		}
		return m.lines >= a.lines && head == a.head
	}
	i := -1
	if remembered {
		i = slices.IndexFunc(w.mans, leadsTo)
	}
	if i >= 0 {
		w.man, w.known, w.anchored = w.mans[i], true, true
	} else if len(w.mans) > 0 {
		w.man, w.known = w.mans[0], true
		w.anchored = !remembered && s.standsLast(w.man)
	}
	if w.seq = w.man.seq; remembered {
		w.seq = max(w.seq, a.seq)
	}
}

// standsLast tells that a file of these notes, with both opening pages sound and not
// cut, has this account in its place: then none came after it there.
func (s *Store) standsLast(m manifest) bool {
	f, err := inspect(s.path, boltfile.All)
	if err != nil || f.OneMeta || f.Short || f.Manifest == nil {
		return false
	}
	there, err := s.openManifest(f.Manifest)
	return err == nil && there == m
}

// settleTies chooses between two texts of one revision: the disk may hold one
// that failed to be saved beside the one that replaced it. The manifest tells.
func (w *rebuilding) settleTies() {
	d := digesterOf(w.keys)
	toggle := func(set *setDigest, f *candidate) { d.toggle(set, f.ID, f.Revision, f.item.tag) }
	for _, f := range w.kept {
		toggle(&w.digest, f)
	}
	for id, f := range w.kept {
		for _, other := range w.notes[id] {
			if other.Revision != f.Revision || other == f {
				continue
			}
			with := w.digest
			toggle(&with, f)
			toggle(&with, other)
			if with == w.man.digest {
				w.kept[id], w.digest = other, with
				return
			}
		}
	}
}

// chooseLines follows the chain back from the last line that hangs on the manifest, and
// where it is broken takes what there is.
func (w *rebuilding) chooseLines() {
	last, want, known := w.man.lines, w.man.head, w.known
	for known { // lines whose own manifest is gone
		i := slices.IndexFunc(w.lines[last+1], func(l foundLine) bool { return l.prev == want })
		if i < 0 {
			break
		}
		last, want = last+1, w.lines[last+1][i].hash
	}
	w.whole = known
	beyond := last
	for n := range w.lines {
		if !w.anchored && n > beyond {
			beyond, w.whole = n, false
		}
	}
	for n := beyond; n > 0; n-- {
		versions := w.lines[n]
		i := slices.IndexFunc(versions, func(l foundLine) bool { return known && l.hash == want })
		if n <= last && i < 0 {
			w.whole = false
		}
		if i < 0 {
			i = len(versions) - 1
		}
		if i >= 0 {
			w.log = append(w.log, versions[i])
		}
		if n <= last {
			if known = i >= 0; known {
				want = versions[i].prev
			}
		}
	}
	if want != ([hashSize]byte{}) {
		w.whole = false
	}
	slices.Reverse(w.log)
}

// listLost names what the log says should be there and is not as last saved, and what
// came from another file than the notes.
func (w *rebuilding) listLost(r *Report) {
	for id, l := range w.last {
		if l.ends() {
			continue
		}
		lost := l.lost()
		f := w.kept[id]
		if f != nil {
			lost.Kept = f.Revision
		}
		if f != nil && f.from > 0 {
			lost.Backup, lost.BackupRevision = w.files[f.from].Path, f.Revision
		}
		switch {
		case f == nil || f.Revision < l.Revision:
			r.Lost = append(r.Lost, lost)
		case f.from > 0:
			r.FromBackup = append(r.FromBackup, lost)
		}
	}
	sortLost(r.Lost)
	sortLost(r.FromBackup)
	if n := len(r.FromBackup); n > 0 {
		r.add(Warning, "from-backup", plural(n, "record was", "records were")+
			" damaged or missing here and came whole from another file of these notes.")
	}
}
