package store

import (
	"cmp"
	"path/filepath"
	"slices"
)

// choose picks the lines of the log and one version of each record. A record
// that the log says was discarded or disposed of stays so, though former pages
// may still hold it.
func (s *Store) choose(w *wreck) {
	w.chooseLines()
	last := lastLines(w.told())
	for id, versions := range w.notes {
		if l := last[id]; l.ends() {
			continue
		}
		w.kept[id] = slices.MaxFunc(versions, func(a, b *find) int { return cmp.Compare(a.revision, b.revision) })
	}
	s.settleTies(w)
}

// settleTies chooses between two texts of one revision: the disk may hold one
// that failed to be saved beside the one that replaced it. The manifest tells.
func (s *Store) settleTies(w *wreck) {
	d := s.keys.digester()
	toggle := func(set *setDigest, f *find) { d.toggle(set, f.id, f.revision, f.item.tag) }
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

// chooseLines follows the chain back from the manifest, and where it is broken
// takes what there is.
func (w *wreck) chooseLines() {
	last := w.man.lines
	for n := range w.lines {
		last = max(last, n)
	}
	want, known := w.man.head, w.hasManifest && last == w.man.lines
	w.whole = known
	for n := last; n > 0; n-- {
		versions := w.lines[n]
		i := slices.IndexFunc(versions, func(l foundLine) bool { return l.hash == want })
		if !known || i < 0 {
			w.whole = false
			i = len(versions) - 1
		}
		if known = i >= 0; known {
			w.log = append(w.log, versions[i])
			want = versions[i].line.prev
		}
	}
	if want != ([hashSize]byte{}) {
		w.whole = false
	}
	slices.Reverse(w.log)
}

// told is the chosen log, oldest first.
func (w *wreck) told() []Line {
	out := make([]Line, len(w.log))
	for i := range w.log {
		out[i] = w.log[i].line
	}
	return out
}

// missingOf is what the log says should be there, and is not as last saved.
func (s *Store) missingOf(w *wreck) []LostRecord {
	var out []LostRecord
	for id, l := range lastLines(w.told()) {
		if l.ends() {
			continue
		}
		lost := LostRecord{ID: id.String(), Kind: l.Kind, Revision: l.Revision, Saved: l.Time}
		if f := w.kept[id]; f != nil {
			if f.revision >= l.Revision {
				continue
			}
			lost.Kept = f.revision
		}
		out = append(out, lost)
	}
	sortLost(out)
	return out
}

// fetchLost takes from the backups, newest first, what the file does not give,
// or gives only in an older version, and names the backup.
func (s *Store) fetchLost(w *wreck, r *Report) {
	names, err := backupNames(s.path)
	if err != nil || len(r.Lost) == 0 {
		return
	}
	for _, name := range slices.Backward(names) {
		file := filepath.Join(backupDir(s.path), name)
		b, _, err := readAnyway(file)
		if err != nil {
			continue
		}
		h := newHaul()
		h.scan(s.keys, s.header.store, b)
		for i := range r.Lost {
			l := &r.Lost[i]
			id, err := parseID(l.ID)
			if err != nil || l.Backup != "" || len(h.notes[id]) == 0 {
				continue
			}
			f := slices.MaxFunc(h.notes[id], func(a, b *find) int { return cmp.Compare(a.revision, b.revision) })
			l.Backup, l.BackupRevision = file, f.revision
			if f.revision > l.Kept && f.revision <= l.Revision {
				w.kept[id], l.Kept = f, f.revision
			}
		}
	}
	// What a backup had as last saved is not lost after all.
	r.Lost = slices.DeleteFunc(r.Lost, func(l LostRecord) bool {
		whole := l.Kept == l.Revision
		if whole {
			r.FromBackup = append(r.FromBackup, l)
		}
		return whole
	})
	if n := len(r.FromBackup); n > 0 {
		r.add(Warning, "from-backup", plural(n, "record was", "records were")+" damaged here and came whole from a backup.")
	}
}
