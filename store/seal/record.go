package seal

import (
	"bytes"
	"crypto/rand"
	"encoding/binary"
	"errors"
)

// A record is what one bbolt value holds. All numbers are big-endian:
//
//	magic(6) format(1) id(16) revision(8) schema(2) length(4) nonce(24) sealed+tag
//
// Everything before the nonce, the store's id and the bucket are bound to the seal, so that a record cannot be moved
// between ids, stores, buckets, revisions or schemas. The magic lets salvage find it anywhere in the bytes.
const (
	recordMagic  = "\x93ISSP\x1a"
	recordFormat = 1
	recordFixed  = 6 + 1 + idSize + 8 + 2 + 4
	recordCost   = recordFixed + nonceSize + tagSize
	// MaxRecord bounds one record: a long walkthrough is some 100 KiB.
	MaxRecord = 8 << 20
)

// Envelope is what a record shows without a key.
type Envelope struct {
	ID       ID
	Revision uint64
	Schema   uint16
}

// Place is the bucket that a record lives in, or the kind of file, as bound into its seal.
type Place byte

// Tag is the seal's last 16 bytes: it stands for the exact content.
type Tag [tagSize]byte

// TagOf is the tag of a whole record.
func TagOf(raw []byte) Tag { return Tag(raw[len(raw)-tagSize:]) }

// Seal makes a record.
func (k *Keys) Seal(in Place, e Envelope, plain []byte) []byte {
	b := make([]byte, 0, recordCost+len(plain))
	b = append(b, recordMagic...)
	b = append(b, recordFormat)
	b = append(b, e.ID[:]...)
	b = binary.BigEndian.AppendUint64(b, e.Revision)
	b = binary.BigEndian.AppendUint16(b, e.Schema)
	b = binary.BigEndian.AppendUint32(b, uint32(len(plain)+tagSize)) //nolint:gosec // bounded by MaxRecord
	aad := k.recordAAD(b, in)
	b = b[:recordFixed+nonceSize]
	rand.Read(b[recordFixed:])
	return k.records.Seal(b, b[recordFixed:], plain, aad)
}

func (k *Keys) recordAAD(raw []byte, in Place) []byte {
	aad := make([]byte, 0, recordFixed+idSize+1)
	aad = append(aad, raw[:recordFixed]...)
	aad = append(aad, k.Store[:]...)
	return append(aad, byte(in))
}

// Open unseals a whole record. The plaintext is freshly allocated.
func (k *Keys) Open(in Place, raw []byte) (Envelope, []byte, error) {
	e, n, err := ParseRecord(raw)
	if err == nil && n != len(raw) {
		err = errNoRecord
	}
	if err != nil {
		return e, nil, err
	}
	nonce, sealed := raw[recordFixed:][:nonceSize], raw[recordFixed+nonceSize:]
	plain, err := k.records.Open(nil, nonce, sealed, k.recordAAD(raw, in))
	if err != nil {
		return e, nil, ErrUnsealed
	}
	return e, plain, nil
}

// ParseRecord reads the outside of the record at the start of b and says how many bytes it takes. b may go on after
// it.
func ParseRecord(b []byte) (Envelope, int, error) {
	var e Envelope
	if len(b) < recordCost || string(b[:6]) != recordMagic {
		return e, 0, errNoRecord
	}
	if b[6] > recordFormat {
		return e, 0, ErrNewer
	}
	if b[6] != recordFormat {
		return e, 0, errNoRecord
	}
	copy(e.ID[:], b[7:])
	e.Revision = binary.BigEndian.Uint64(b[23:])
	e.Schema = binary.BigEndian.Uint16(b[31:])
	n := binary.BigEndian.Uint32(b[33:])
	if n < tagSize || n > MaxRecord+tagSize || uint64(len(b)) < uint64(recordFixed+nonceSize)+uint64(n) {
		return e, 0, errNoRecord
	}
	return e, recordFixed + nonceSize + int(n), nil
}

// EachRecord hands over what is shaped like a record, wherever it lies in b; what take does not take is gone through
// byte by byte. It counts what a newer isspp seems to have written.
func EachRecord(b []byte, take func(e Envelope, raw []byte) bool) (newer int) {
	for {
		i := bytes.Index(b, []byte(recordMagic))
		if i < 0 {
			return newer
		}
		b = b[i:]
		e, n, err := ParseRecord(b)
		if errors.Is(err, ErrNewer) {
			newer++
		}
		if err == nil && take(e, b[:n]) {
			b = b[n:]
		} else {
			b = b[1:]
		}
	}
}

// Marked reports whether anything in b begins as a record or as key slots do.
func Marked(b []byte) bool {
	return bytes.Contains(b, []byte(recordMagic)) || bytes.Contains(b, []byte(headerMagic))
}
