package store

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"os"
	"slices"

	"isspp/store/boltfile"
	"isspp/store/seal"
)

type candidate struct {
	seal.Envelope
	raw  []byte
	item *item
	// from is the file that it was seen in first, by its place among the scan's.
	from int
}

type foundLine struct {
	Line
	raw  []byte
	hash [hashSize]byte
}

// scan is every authentic thing that lies in the bytes of some files, in no order. Free
// pages hold former versions and what was discarded; choosing comes later.
type scan struct {
	keys *seal.Keys
	// files are where it was looked: the notes themselves come first.
	files []Source
	notes map[seal.ID][]*candidate
	lines map[uint64][]foundLine
	// mans are the accounts that some file has, or had, of the notes.
	mans []manifest
	// values are what is kept beside the records, the latest of each.
	values map[seal.ID]*candidate
	// newer counts what looks like records of a newer format, and holes what the disk
	// did not give.
	newer, holes int

	seen map[dupKey]bool
}

// dupKey tells copies of one sealed record: pages are copied when written.
type dupKey struct {
	id       seal.ID
	revision uint64
	tag      seal.Tag
}

func newScan(keys *seal.Keys) *scan {
	return &scan{
		keys: keys, notes: map[seal.ID][]*candidate{}, lines: map[uint64][]foundLine{},
		values: map[seal.ID]*candidate{}, seen: map[dupKey]bool{},
	}
}

// search goes through the bytes of files for all that belongs to these notes. What
// can't be read is passed over: the other files may have it.
func (s *Store) search(files []Source) *scan {
	h := newScan(s.keys)
	h.files = files
	for from, file := range files {
		// The seal decides: nothing that isspp did not write gets through.
		holes, err := eachWindow(file.Path, boltfile.All, func(part []byte) {
			h.newer += seal.EachRecord(part, func(e seal.Envelope, raw []byte) bool { return h.take(e, raw, from) })
		})
		if err == nil {
			h.holes += holes
		}
	}
	return h
}

func (h *scan) take(e seal.Envelope, raw []byte, from int) bool {
	s := dupKey{e.ID, e.Revision, seal.TagOf(raw)}
	if h.seen[s] {
		return true
	}
	if e.ID != manifestID && e.ID != lineID(e.Revision) && !isValue(e.ID) {
		it := openItem(h.keys, placeNotes, raw)
		if it != nil {
			h.notes[e.ID] = append(h.notes[e.ID], &candidate{e, bytes.Clone(raw), it, from})
			h.seen[s] = true
		}
		return it != nil
	}
	_, plain, err := h.keys.Open(placeHead, raw)
	if err != nil {
		return false
	}
	h.seen[s] = true
	switch {
	case e.ID == manifestID:
		if m, err := decodeManifest(plain); err == nil {
			h.mans = append(h.mans, m)
		}
	case isValue(e.ID):
		if v := h.values[e.ID]; v == nil || e.Revision > v.Revision {
			h.values[e.ID] = &candidate{Envelope: e, raw: bytes.Clone(raw)}
		}
	default:
		if l, err := decodeLine(plain); err == nil && lineID(l.Seq) == e.ID {
			h.lines[l.Seq] = append(h.lines[l.Seq], foundLine{l, bytes.Clone(raw), lineHash(h.keys, plain)})
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
		return cmp.Or(cmp.Compare(a.Revision, b.Revision), cmp.Compare(b.from, a.from))
	})
}

// findElsewhere names, for each lost record, the file that has the newest version of
// it among those that hold what the notes held.
func (s *Store) findElsewhere(r *Report) {
	if len(r.Lost) == 0 {
		return
	}
	files, err := s.sources(Backup, Copy, Aside)
	if err != nil {
		return
	}
	h := s.search(files)
	for i := range r.Lost {
		l := &r.Lost[i]
		if id, err := parseID(l.ID); err == nil && l.Backup == "" {
			if f := newest(h.notes[id]); f != nil {
				l.Backup, l.BackupRevision = h.files[f.from].Path, f.Revision
			}
		}
	}
}

func headersIn(files ...Source) []*seal.Header {
	var heads []*seal.Header
	for _, file := range files {
		_, _ = eachWindow(file.Path, boltfile.All, func(part []byte) {
			heads = append(heads, seal.FindHeaders(part)...)
		})
	}
	return heads
}

// nothingSealed tells a file in the place of notes that has nothing of theirs in it, and
// was not even one of bbolt: another kind of file, or one cut short or written over. Of
// one that is too long to be looked through at once that is not said.
func nothingSealed(path string) bool {
	info, err := os.Stat(path)
	if err != nil || info.Size() > boltfile.FirstLook {
		return false
	}
	any := false
	_, err = eachWindow(path, boltfile.FirstLook, func(b []byte) {
		any = any || boltfile.Begins(b) || seal.Marked(b) || len(b) >= 4 && binary.LittleEndian.Uint32(b) == 0
	})
	return err == nil && !any
}
