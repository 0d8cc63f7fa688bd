package store

import (
	"cmp"
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"math/bits"
	"slices"
	"strings"
	"time"

	"isspp/model"
	"isspp/store/seal"
)

// The kinds of record that this edition reads and writes. Others, and those of a newer schema, are kept as they are.
const (
	kindWalkthrough  = "walkthrough"
	kindFactorNote   = "factor note"
	kindConcernEntry = "concern entry"
	noteSchema       = 1
)

// item is a record in memory: opened up for the kinds that this edition knows; body is kept of the others alone.
type item struct {
	payload
	id       seal.ID
	revision uint64
	schema   uint16
	tag      seal.Tag
	record   model.Record
}

// newRecord makes an empty record of a kind, for its body to be read into; nil for a kind that this edition doesn't
// know.
func newRecord(kind string) model.Record {
	switch kind {
	case kindWalkthrough:
		return new(model.Walkthrough)
	case kindFactorNote:
		return new(model.FactorNote)
	case kindConcernEntry:
		return new(model.ConcernEntry)
	}
	return nil
}

// decode opens up a payload into the model's types, where the kind is one of ours and well formed, and otherwise
// keeps it as it is.
func (it *item) decode(p payload) {
	it.payload = p
	if it.schema == noteSchema {
		r := newRecord(p.kind)
		if r != nil && json.Unmarshal(p.body, r) == nil && r.Head().ID == it.id.String() {
			it.record, it.body = r, nil
			return
		}
	}
	it.body = slices.Clone(p.body)
}

// outline is where a record stands whose kind this edition doesn't know, as every kind so far says it: so that it can
// be held, handed over and disposed of with the rest.
func (it *item) outline() (o struct{ Ref, Concern string }) {
	_ = json.Unmarshal(it.body, &o) // of a shape that says nothing of it
	return o
}

func (it *item) encode() ([]byte, error) {
	if it.record != nil {
		return json.Marshal(it.record)
	}
	return it.body, nil
}

func (it *item) final() bool { return it != nil && it.record != nil && it.record.Head().Final }

// all is every record of a type, newest first by when it was made. The caller owns the copies.
func all[T any, P interface {
	*T
	model.Record
}](s *Store) []T {
	s.mu.Lock()
	defer s.mu.Unlock()
	var found []P
	for _, it := range s.items {
		if r, ok := it.record.(P); ok {
			found = append(found, r)
		}
	}
	slices.SortFunc(found, func(a, b P) int {
		x, y := partsOf(a), partsOf(b)
		return cmp.Or(y.first.Compare(*x.first), strings.Compare(*x.id, *y.id))
	})
	out := make([]T, len(found))
	for i, r := range found {
		out[i] = *r.Copy().(P)
	}
	return out
}

// Walkthroughs is every walkthrough, newest first by when it was started. The caller owns the copies.
func (s *Store) Walkthroughs() []model.Walkthrough {
	return all[model.Walkthrough](s)
}

// FactorNotes is every private note, newest first by when it was made. A note has the reference that its concern has
// by now. The caller owns the copies.
func (s *Store) FactorNotes() []model.FactorNote {
	notes := all[model.FactorNote](s)
	entries := s.ConcernEntries()
	moved := func(e model.ConcernEntry) bool { return e.Kind == model.KindReference && e.Kept }
	if !slices.ContainsFunc(entries, moved) {
		return notes
	}
	renamed := model.RenamedOf(model.Concerns(s.Walkthroughs(), entries, time.Time{}))
	for i := range notes {
		notes[i].Ref = renamed.Ref(&notes[i])
	}
	return notes
}

// ConcernEntries is every entry of every concern, drafts among them, newest first by when it was recorded. The caller
// owns the copies.
func (s *Store) ConcernEntries() []model.ConcernEntry {
	return all[model.ConcernEntry](s)
}

// parts are what records of all kinds have. A note belongs to no concern.
type parts struct {
	kind                string
	id, beside, concern *string
	// first is when it was made, and last when it was saved.
	first, last *time.Time
}

func partsOf(r model.Record) parts {
	switch r := r.(type) {
	case *model.Walkthrough:
		return parts{kindWalkthrough, &r.ID, &r.Beside, &r.Concern, &r.Started, &r.Changed}
	case *model.FactorNote:
		return parts{kindFactorNote, &r.ID, &r.Beside, nil, &r.Created, &r.Changed}
	case *model.ConcernEntry:
		return parts{kindConcernEntry, &r.ID, &r.Beside, &r.Concern, &r.Recorded, &r.Recorded}
	}
	panic("a record of a kind that is not kept")
}

func (p parts) concernID() string {
	if p.concern == nil {
		return ""
	}
	return cmp.Or(*p.concern, *p.id)
}

// concern is the concern that a record of a known kind belongs to, or empty.
func (it *item) concern() string {
	if it.record == nil {
		return ""
	}
	return partsOf(it.record).concernID()
}

// versionBeside is a copy of a record under another id, as another version of it. It stays in the concern that it
// belongs to.
func versionBeside(r model.Record, id string) model.Record {
	c := r.Copy()
	p := partsOf(c)
	if p.concern != nil {
		*p.concern = p.concernID()
	}
	*p.id, *p.beside = id, *p.id
	return c
}

func newID() (id seal.ID) {
	for reserved(id) {
		rand.Read(id[:])
	}
	return id
}

// reserved tells an id that is no record's but the log's, the manifest's and the like: it begins with eight bytes
// that are all zero, or all ones.
func reserved(id seal.ID) bool {
	first := binary.BigEndian.Uint64(id[:])
	return first == 0 || first == ^uint64(0)
}

// maxRevision leaves room for whatever a person will ever change.
const maxRevision = 1 << 62

// parseID reads an id, and makes a new one of an empty text.
func parseID(text string) (seal.ID, error) {
	if text == "" {
		return newID(), nil
	}
	var id seal.ID
	b, err := hex.DecodeString(text)
	if err != nil || len(b) != idSize || reserved(seal.ID(b)) {
		return id, unchanged(errRefused, "A record's id is not one that isspp made.", "")
	}
	return seal.ID(b), nil
}

// openItem unseals and opens up a record of a person's; nil where it is none.
func openItem(keys *seal.Keys, in seal.Place, raw []byte) *item {
	e, plain, err := keys.Open(in, raw)
	if err != nil {
		return nil
	}
	p, err := decodePayload(plain)
	if err != nil {
		return nil
	}
	it := &item{id: e.ID, revision: e.Revision, schema: e.Schema, tag: seal.TagOf(raw)}
	it.decode(p)
	return it
}

// payload is what lies inside a note's seal:
//
//	used(4) flags(1) kind-length(1) kind label-length(2) label body zeros…
//
// The label is the reason of a hold. The zeros bring the whole to one of four sizes a doubling, so that a length says
// little about the text.
type payload struct {
	kind string
	hold bool
	// why is the reason given for the hold.
	why  string
	body []byte
}

const (
	payloadFixed = 4 + 1 + 1 + 2
	flagHold     = 1
	leastNote    = 256
	leastLine    = 128
)

var errPayload = errors.New("sealed content has another shape")

func (p *payload) pack() []byte {
	n := payloadFixed + len(p.kind) + len(p.why) + len(p.body)
	b := make([]byte, 0, padded(n, leastNote))
	b = binary.BigEndian.AppendUint32(b, uint32(n)) //nolint:gosec // bounded by seal.MaxRecord
	var flags byte
	if p.hold {
		flags |= flagHold
	}
	b = append(b, flags, byte(len(p.kind)))
	b = append(b, p.kind...)
	b = binary.BigEndian.AppendUint16(b, uint16(len(p.why))) //nolint:gosec // bounded by maxReason
	b = append(b, p.why...)
	b = append(b, p.body...)
	return b[:cap(b)]
}

// decodePayload shares b's memory.
func decodePayload(b []byte) (payload, error) {
	var p payload
	if len(b) < payloadFixed {
		return p, errPayload
	}
	n := binary.BigEndian.Uint32(b)
	if uint64(n) > uint64(len(b)) || n < payloadFixed {
		return p, errPayload
	}
	b = b[:n]
	p.hold = b[4]&flagHold != 0
	k := int(b[5])
	if len(b) < payloadFixed+k {
		return p, errPayload
	}
	p.kind = string(b[6:][:k])
	w := int(binary.BigEndian.Uint16(b[6+k:]))
	if len(b) < payloadFixed+k+w {
		return p, errPayload
	}
	p.why = string(b[8+k:][:w])
	p.body = b[8+k+w:]
	return p, nil
}

// padded is the least size on the ladder that holds n bytes. make() gives exactly this capacity, which pack relies on
// to reach the zeros.
func padded(n, least int) int {
	if n <= least {
		return least
	}
	step := 1 << (bits.Len(uint(n-1)) - 3)
	return (n + step - 1) / step * step
}
