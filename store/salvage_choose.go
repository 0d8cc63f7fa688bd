package store

import (
	"cmp"
	"slices"
)

// choose picks an account of the notes, the lines of the log that lead to it, and one
// version of each record. A record that the log says was discarded or disposed of stays
// so, though former pages and other files may still hold it.
func (s *Store) choose(w *rebuilding) {
	s.chooseManifest(w)
	w.chooseLines()
	last := lastLines(w.told())
	for id, versions := range w.notes {
		l, named := last[id]
		if l.ends() {
			continue
		}
		w.kept[id] = newest(versions)
		if !named || !w.whole || !w.anchored {
			continue
		}
		// The log is known to the end: a higher number is of notes that went another way.
		for _, f := range versions {
			if f.revision == l.Revision {
				w.kept[id] = f
				break
			}
		}
	}
	s.settleTies(w)
}

// chooseManifest picks the latest account that agrees with what this computer saw
// last; without that the latest there is.
func (s *Store) chooseManifest(w *rebuilding) {
	slices.SortStableFunc(w.mans, func(a, b foundManifest) int { return cmp.Compare(b.seq, a.seq) })
	byHash := map[[hashSize]byte]foundLine{}
	for _, lines := range w.lines {
		for _, l := range lines {
			byHash[l.hash] = l
		}
	}
	raw, _ := readBounded(anchorPath(s.path, s.opt), anchorSize)
	a, whole, authentic := parseAnchor(raw, s.keys)
	remembered := whole && authentic
	for _, m := range w.mans {
		if remembered && m.leadsTo(a, byHash) {
			w.man, w.known, w.anchored = m.manifest, true, true
			break
		}
	}
	if !w.known && len(w.mans) > 0 {
		w.man, w.known = w.mans[0].manifest, true
		w.anchored = !remembered && s.standsLast(w.man)
	}
	if w.seq = w.man.seq; remembered {
		w.seq = max(w.seq, a.seq)
	}
}

// leadsTo tells that an account is of the notes that this computer saw, then or later.
func (m *foundManifest) leadsTo(a anchor, byHash map[[hashSize]byte]foundLine) bool {
	head := m.head
	for n := m.lines; n > a.lines; n-- {
		l, ok := byHash[head]
		if !ok {
			return false
		}
		head = l.line.prev
	}
	return m.lines >= a.lines && head == a.head
}

// standsLast tells that a file of these notes, with both opening pages sound and not
// cut, has this account in its place: then none came after it there.
func (s *Store) standsLast(m manifest) bool {
	f, err := inspect(s.path)
	if err != nil || f.oneMeta || f.short || f.manifest == nil {
		return false
	}
	there, err := s.openManifest(f.manifest)
	return err == nil && there == m
}

// settleTies chooses between two texts of one revision: the disk may hold one
// that failed to be saved beside the one that replaced it. The manifest tells.
func (s *Store) settleTies(w *rebuilding) {
	d := s.keys.digester()
	toggle := func(set *setDigest, f *candidate) { d.toggle(set, f.id, f.revision, f.item.tag) }
	diff := w.man.digest
	for _, f := range w.kept {
		toggle(&diff, f)
	}
	for id, f := range w.kept {
		for _, other := range w.notes[id] {
			with := diff
			if other.revision == f.revision && other != f {
				toggle(&with, f)
				toggle(&with, other)
				if with == (setDigest{}) {
					w.kept[id] = other
					return
				}
			}
		}
	}
}

// chooseLines follows the chain back from the last line that hangs on the manifest, and
// where it is broken takes what there is.
func (w *rebuilding) chooseLines() {
	last, want, known := w.man.lines, w.man.head, w.known
	follows := func(l foundLine) bool { return l.line.prev == want }
	for known { // lines whose own manifest is gone
		i := slices.IndexFunc(w.lines[last+1], follows)
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
				want = versions[i].line.prev
			}
		}
	}
	if want != ([hashSize]byte{}) {
		w.whole = false
	}
	slices.Reverse(w.log)
}

// told is the chosen log, oldest first.
func (w *rebuilding) told() []Line {
	out := make([]Line, len(w.log))
	for i := range w.log {
		out[i] = w.log[i].line
	}
	return out
}

// listLost names what the log says should be there and is not as last saved, and what
// came from another file than the notes.
func (s *Store) listLost(w *rebuilding, r *Report) {
	for id, l := range lastLines(w.told()) {
		if l.ends() {
			continue
		}
		lost := LostRecord{ID: id.String(), Kind: l.Kind, Revision: l.Revision, Saved: l.Time}
		if f := w.kept[id]; f != nil {
			lost.Kept = f.revision
			if f.from > 0 {
				lost.Backup, lost.BackupRevision = w.files[f.from], f.revision
			}
			if f.revision >= l.Revision {
				if f.from > 0 {
					r.FromBackup = append(r.FromBackup, lost)
				}
				continue
			}
		}
		r.Lost = append(r.Lost, lost)
	}
	sortLost(r.Lost)
	sortLost(r.FromBackup)
	if n := len(r.FromBackup); n > 0 {
		r.add(Warning, "from-backup", plural(n, "record was", "records were")+
			" damaged or missing here and came whole from another file of these notes.")
	}
}
