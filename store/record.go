package store

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// A record is what one bbolt value holds. All numbers are big-endian:
//
//	magic(6) format(1) id(16) revision(8) schema(2) length(4) nonce(24) sealed+tag
//
// Everything before the nonce, the store's id and the bucket are bound to the
// seal, so that a record cannot be moved between ids, stores, buckets,
// revisions or schemas. The magic lets salvage find it anywhere in the bytes.
const (
	recordMagic  = "\x93ISSP\x1a"
	recordFormat = 1
	recordFixed  = 6 + 1 + idSize + 8 + 2 + 4
	recordCost   = recordFixed + nonceSize + tagSize
	// maxRecord bounds one record: a long walkthrough is some 100 KiB.
	maxRecord = 8 << 20
)

// recordID names a record; random for notes.
type recordID [idSize]byte

// envelope is what a record shows without a key.
type envelope struct {
	id       recordID
	revision uint64
	schema   uint16
}

// place is the bucket a record lives in, as bound into its seal.
type place byte

const (
	placeHead  place = 'h'
	placeNotes place = 'r'
)

// recordTag is the seal's last 16 bytes: it stands for the exact content.
type recordTag [tagSize]byte

var (
	errNoRecord      = errors.New("no record")
	errRecordNewer   = errors.New("record of a newer format")
	errRecordUnsealt = errors.New("record does not open")
)

func (k *subkeys) seal(store [idSize]byte, in place, e envelope, plain []byte) []byte {
	b := make([]byte, 0, recordCost+len(plain))
	b = append(b, recordMagic...)
	b = append(b, recordFormat)
	b = append(b, e.id[:]...)
	b = binary.BigEndian.AppendUint64(b, e.revision)
	b = binary.BigEndian.AppendUint16(b, e.schema)
	b = binary.BigEndian.AppendUint32(b, uint32(len(plain)+tagSize)) //nolint:gosec // bounded by maxRecord
	aad := recordAAD(b, store, in)
	b = b[:recordFixed+nonceSize]
	random(b[recordFixed:])
	return k.records.Seal(b, b[recordFixed:], plain, aad)
}

func recordAAD(fixed []byte, store [idSize]byte, in place) []byte {
	aad := make([]byte, 0, recordFixed+idSize+1)
	aad = append(aad, fixed[:recordFixed]...)
	aad = append(aad, store[:]...)
	return append(aad, byte(in))
}

// parseRecord reads the outside of the record at the start of b and says how
// many bytes it takes. b may go on after it.
func parseRecord(b []byte) (envelope, int, error) {
	var e envelope
	if len(b) < recordCost || string(b[:6]) != recordMagic {
		return e, 0, errNoRecord
	}
	if b[6] > recordFormat {
		return e, 0, errRecordNewer
	}
	if b[6] != recordFormat {
		return e, 0, errNoRecord
	}
	copy(e.id[:], b[7:])
	e.revision = binary.BigEndian.Uint64(b[23:])
	e.schema = binary.BigEndian.Uint16(b[31:])
	n := binary.BigEndian.Uint32(b[33:])
	if n < tagSize || n > maxRecord+tagSize || uint64(len(b)) < uint64(recordFixed+nonceSize)+uint64(n) {
		return e, 0, errNoRecord
	}
	return e, recordFixed + nonceSize + int(n), nil
}

// eachRecord hands over what is shaped like a record, wherever it lies in b; what take does
// not take is gone through byte by byte. It counts what a newer isspp seems to have written.
func eachRecord(b []byte, take func(e envelope, raw []byte) bool) (newer int) {
	for {
		i := bytes.Index(b, []byte(recordMagic))
		if i < 0 {
			return newer
		}
		b = b[i:]
		e, n, err := parseRecord(b)
		if errors.Is(err, errRecordNewer) {
			newer++
		}
		if err == nil && take(e, b[:n]) {
			b = b[n:]
		} else {
			b = b[1:]
		}
	}
}

// openItem unseals and opens up a record of a person's; nil where it is none.
func (k *subkeys) openItem(store [idSize]byte, in place, raw []byte) *item {
	e, plain, tag, err := k.open(store, in, raw)
	if err != nil {
		return nil
	}
	p, err := decodePayload(plain)
	if err != nil {
		return nil
	}
	it := &item{id: e.id, revision: e.revision, schema: e.schema, tag: tag}
	it.decode(p)
	return it
}

// open unseals a whole record. The plaintext is freshly allocated.
func (k *subkeys) open(store [idSize]byte, in place, b []byte) (envelope, []byte, recordTag, error) {
	e, n, err := parseRecord(b)
	if err != nil {
		return e, nil, recordTag{}, err
	}
	if n != len(b) {
		return e, nil, recordTag{}, errNoRecord
	}
	nonce := b[recordFixed:][:nonceSize]
	plain, err := k.records.Open(nil, nonce, b[recordFixed+nonceSize:], recordAAD(b, store, in))
	if err != nil {
		return e, nil, recordTag{}, errRecordUnsealt
	}
	return e, plain, recordTag(b[n-tagSize:]), nil
}
