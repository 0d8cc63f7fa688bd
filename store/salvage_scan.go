package store

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"os"
	"slices"
)

// candidate is one authentic version of a record, sealed and opened.
type candidate struct {
	envelope
	raw  []byte
	item *item
	// from is the file that it was seen in first, by its place among the scan's.
	from int
}

// foundLine is one authentic line of the log.
type foundLine struct {
	Line
	raw  []byte
	hash [hashSize]byte
}

// scan is every authentic thing that lies in the bytes of some files, in no order. Free
// pages hold former versions and what was discarded; choosing comes later.
type scan struct {
	keys  *subkeys
	store [idSize]byte
	// files are where it was looked: the notes themselves come first.
	files []string
	notes map[recordID][]*candidate
	lines map[uint64][]foundLine
	// mans are the accounts that some file has, or had, of the notes.
	mans []manifest
	// values are what is kept beside the records, the latest of each.
	values map[recordID]*candidate
	// newer counts what looks like records of a newer format, and holes what the disk
	// did not give.
	newer, holes int

	seen map[dupKey]bool
}

// dupKey tells copies of one sealed record: pages are copied when written.
type dupKey struct {
	id       recordID
	revision uint64
	tag      recordTag
}

func newScan(keys *subkeys, store [idSize]byte) *scan {
	return &scan{
		keys: keys, store: store, notes: map[recordID][]*candidate{}, lines: map[uint64][]foundLine{},
		values: map[recordID]*candidate{}, seen: map[dupKey]bool{},
	}
}

// search goes through the bytes of files for all that belongs to these notes. What
// can't be read is passed over: the other files may have it.
func (s *Store) search(files []string) *scan {
	h := newScan(s.keys, s.header.store)
	h.files = files
	for from, file := range files {
		// The seal decides: nothing that isspp did not write gets through.
		holes, err := eachWindow(file, maxFile, func(part []byte) {
			h.newer += eachRecord(part, func(e envelope, raw []byte) bool { return h.take(e, raw, from) })
		})
		if err == nil {
			h.holes += holes
		}
	}
	return h
}

// take opens one record and keeps it if it is authentic.
func (h *scan) take(e envelope, raw []byte, from int) bool {
	s := dupKey{e.id, e.revision, recordTag(raw[len(raw)-tagSize:])}
	if h.seen[s] {
		return true
	}
	if e.id != manifestID && e.id != lineID(e.revision) && !e.id.isValue() {
		it := h.keys.openItem(h.store, placeNotes, raw)
		if it != nil {
			h.notes[e.id] = append(h.notes[e.id], &candidate{e, bytes.Clone(raw), it, from})
			h.seen[s] = true
		}
		return it != nil
	}
	_, plain, _, err := h.keys.open(h.store, placeHead, raw)
	if err != nil {
		return false
	}
	h.seen[s] = true
	switch {
	case e.id == manifestID:
		if m, err := decodeManifest(plain); err == nil {
			h.mans = append(h.mans, m)
		}
	case e.id.isValue():
		if v := h.values[e.id]; v == nil || e.revision > v.revision {
			h.values[e.id] = &candidate{envelope: e, raw: bytes.Clone(raw)}
		}
	default:
		if l, err := decodeLine(plain); err == nil && lineID(l.Seq) == e.id {
			h.lines[l.Seq] = append(h.lines[l.Seq], foundLine{l, bytes.Clone(raw), h.keys.lineHash(plain)})
		}
	}
	return true
}

// newest is the version of a record that has the highest revision; of equal ones the
// one in the file that was searched first.
func newest(versions []*candidate) *candidate {
	if len(versions) == 0 {
		return nil
	}
	return slices.MaxFunc(versions, func(a, b *candidate) int {
		return cmp.Or(cmp.Compare(a.revision, b.revision), cmp.Compare(b.from, a.from))
	})
}

// recordFiles are the files that may hold records of the notes at path beside these.
func recordFiles(path string, opt Options) ([]string, error) {
	files, err := Sources(path, opt, Backup, Copy, Aside)
	out := make([]string, len(files))
	for i, f := range files {
		out[i] = f.Path
	}
	return out, err
}

// findElsewhere names, for each lost record, the file that has the newest version of
// it among those that hold what the notes held.
func (s *Store) findElsewhere(r *Report) {
	if len(r.Lost) == 0 {
		return
	}
	files, err := recordFiles(s.path, s.opt)
	if err != nil {
		return
	}
	h := s.search(files)
	for i := range r.Lost {
		l := &r.Lost[i]
		if id, err := parseID(l.ID); err == nil && l.Backup == "" {
			if f := newest(h.notes[id]); f != nil {
				l.Backup, l.BackupRevision = h.files[f.from], f.revision
			}
		}
	}
}

// scanHeaders finds the key slots in bytes, wherever they lie.
func scanHeaders(b []byte) []*header {
	var out []*header
	for {
		i := bytes.Index(b, []byte(headerMagic))
		if i < 0 {
			return out
		}
		b = b[i:]
		if len(b) >= headerFixed {
			size := headerFixed + int(b[headerFixed-1])*slotSize + 2*hashSize
			if size <= min(len(b), maxHeader) {
				if h, err := parseHeader(b[:size]); err == nil {
					out = append(out, h)
				}
			}
		}
		b = b[1:]
	}
}

// headersIn are the key slots in the bytes of files.
func headersIn(files ...string) []*header {
	var heads []*header
	for _, file := range files {
		_, _ = eachWindow(file, maxFile, func(part []byte) { heads = append(heads, scanHeaders(part)...) })
	}
	return heads
}

// nothingSealed tells a file in the place of notes that has nothing of theirs in it, and
// was not even one of bbolt: another kind of file, or one cut short or written over. Of
// one that is too long to be looked through at once that is not said.
func nothingSealed(path string) bool {
	info, err := os.Stat(path)
	if err != nil || info.Size() > lookMost {
		return false
	}
	any := false
	_, err = eachWindow(path, lookMost, func(b []byte) {
		_, ok := readMetas(bytes.NewReader(b), int64(len(b)))
		any = any || ok[0] || ok[1] || len(b) >= 4 && binary.LittleEndian.Uint32(b) == 0 ||
			bytes.Contains(b, []byte(recordMagic)) || bytes.Contains(b, []byte(headerMagic))
	})
	return err == nil && !any
}
