package store

import (
	"bytes"
	"encoding/binary"
)

// find is one authentic version of a record, sealed and opened.
type find struct {
	envelope
	raw  []byte
	item *item
}

// foundLine is one authentic line of the log.
type foundLine struct {
	line Line
	raw  []byte
	hash [hashSize]byte
}

// haul is every authentic thing that lies in some bytes, in no order. Free
// pages hold former versions and what was discarded; choosing comes later.
type haul struct {
	notes map[recordID][]*find
	lines map[uint64][]foundLine
	// man is the manifest of the latest transaction found.
	man         manifest
	hasManifest bool
	// newer counts what looks like records of a newer format.
	newer int

	seen map[sighting]bool
}

// sighting tells copies of one sealed record: pages are copied when written.
type sighting struct {
	id       recordID
	revision uint64
	tag      recordTag
}

func newHaul() haul {
	return haul{notes: map[recordID][]*find{}, lines: map[uint64][]foundLine{}, seen: map[sighting]bool{}}
}

// scan looks for records at every place that begins like one. The seal
// decides: nothing that isspp did not write gets through.
func (h *haul) scan(keys *subkeys, store [idSize]byte, b []byte) {
	magic := []byte(recordMagic)
	for {
		i := bytes.Index(b, magic)
		if i < 0 {
			return
		}
		b = b[i:]
		e, n, err := parseRecord(b)
		if err == nil && h.take(keys, store, e, b[:n]) {
			b = b[n:]
			continue
		}
		if err == errRecordNewer { //nolint:errorlint // parseRecord wraps nothing
			h.newer++
		}
		b = b[1:]
	}
}

// take opens one record and keeps it if it is authentic.
func (h *haul) take(keys *subkeys, store [idSize]byte, e envelope, raw []byte) bool {
	s := sighting{e.id, e.revision, recordTag(raw[len(raw)-tagSize:])}
	if h.seen[s] {
		return true
	}
	in := placeNotes
	if e.id == manifestID || e.id == lineID(e.revision) {
		in = placeHead
	}
	_, plain, tag, err := keys.open(store, in, raw)
	if err != nil {
		return false
	}
	h.seen[s] = true
	switch {
	case e.id == manifestID:
		if m, err := decodeManifest(plain); err == nil && (!h.hasManifest || m.seq > h.man.seq) {
			h.man, h.hasManifest = m, true
		}
	case in == placeHead:
		if l, err := decodeLine(plain); err == nil && lineID(l.Seq) == e.id {
			h.lines[l.Seq] = append(h.lines[l.Seq], foundLine{l, bytes.Clone(raw), keys.lineHash(plain)})
		}
	default:
		if p, err := decodePayload(plain); err == nil {
			it := &item{id: e.id, revision: e.revision, schema: e.schema, tag: tag}
			it.decode(p)
			h.notes[e.id] = append(h.notes[e.id], &find{e, bytes.Clone(raw), it})
		}
	}
	return true
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

// recognised tells bytes that were once a file of notes, or of bbolt at least.
func recognised(b []byte) bool {
	if bytes.Contains(b, []byte(recordMagic)) || bytes.Contains(b, []byte(headerMagic)) {
		return true
	}
	_, ok := readMetas(bytes.NewReader(b), int64(len(b)))
	return ok[0] || ok[1] || len(b) == 0 || len(b) >= 4 && binary.LittleEndian.Uint32(b) == 0
}
