package store

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"
)

// The header holds the wrapped data key. It is kept twice: in the
// notes file and in the side file. Layout, all numbers big-endian:
//
//	magic(8) format(2) store(16) generation(8) slots(1)
//	  { kind(1) memory(4) passes(4) lanes(1) salt(16) nonce(24) wrapped(48) } …
//	mac(32) hash(32)
//
// The MAC is keyed by the data key: it commits to the slots and to the key
// itself. The hash is keyed by nothing: it tells damage from a wrong
// passphrase before a passphrase is tried.
const (
	headerMagic  = "\x93ISSPKEY"
	headerFormat = 1
	headerFixed  = 8 + 2 + idSize + 8 + 1
	slotFixed    = 1 + 4 + 4 + 1 + saltSize
	slotSize     = slotFixed + nonceSize + keySize + tagSize
	maxSlots     = 8
	maxHeader    = headerFixed + maxSlots*slotSize + 2*hashSize
)

type slotKind byte

const (
	slotPassphrase slotKind = 1
	slotRecovery   slotKind = 2
)

// slot is one wrapping of the data key. The KDF is zero for a recovery key.
type slot struct {
	kind    slotKind
	kdf     KDF
	salt    [saltSize]byte
	nonce   [nonceSize]byte
	wrapped [keySize + tagSize]byte
}

type header struct {
	store [idSize]byte
	// generation grows with every change of a slot, so that of two intact
	// headers the later is known.
	generation uint64
	slots      []slot
	mac        [hashSize]byte
}

var (
	errHeaderDamaged = errors.New("header damaged")
	errHeaderNewer   = errors.New("header of a newer format")
	errHeaderForeign = errors.New("no header")
)

func (h *header) prefix() []byte {
	b := make([]byte, 0, headerFixed+len(h.slots)*slotSize+2*hashSize)
	b = append(b, headerMagic...)
	b = binary.BigEndian.AppendUint16(b, headerFormat)
	b = append(b, h.store[:]...)
	b = binary.BigEndian.AppendUint64(b, h.generation)
	return append(b, byte(len(h.slots)))
}

func (s *slot) fixed() []byte {
	b := make([]byte, 0, slotSize)
	b = append(b, byte(s.kind))
	b = binary.BigEndian.AppendUint32(b, s.kdf.MemoryKiB)
	b = binary.BigEndian.AppendUint32(b, s.kdf.Passes)
	b = append(b, s.kdf.Lanes)
	return append(b, s.salt[:]...)
}

func (h *header) body() []byte {
	b := h.prefix()
	for i := range h.slots {
		s := &h.slots[i]
		b = append(b, s.fixed()...)
		b = append(b, s.nonce[:]...)
		b = append(b, s.wrapped[:]...)
	}
	return b
}

// seal sets the MAC; it is called after every change.
func (h *header) seal(keys *subkeys) { h.mac = mac(keys.header, h.body()) }

// authentic reports whether the header was made by who has the data key.
func (h *header) authentic(keys *subkeys) bool {
	want := mac(keys.header, h.body())
	return hmac.Equal(want[:], h.mac[:])
}

func (h *header) encode() []byte {
	b := append(h.body(), h.mac[:]...)
	sum := sha256.Sum256(b)
	return append(b, sum[:]...)
}

// parseHeader checks lengths and the hash; nothing in it is trusted before
// authentic says so. Trailing bytes are an error.
func parseHeader(b []byte) (*header, error) {
	if len(b) < headerFixed || string(b[:8]) != headerMagic {
		return nil, errHeaderForeign
	}
	n := int(b[headerFixed-1])
	format := binary.BigEndian.Uint16(b[8:])
	size := headerFixed + n*slotSize
	if format == headerFormat && (n == 0 || n > maxSlots || len(b) != size+2*hashSize) {
		return nil, errHeaderDamaged
	}
	if len(b) < headerFixed+2*hashSize || len(b) > maxHeader {
		return nil, errHeaderDamaged
	}
	// A later format keeps the magic, the number and the closing hash, so that
	// a newer file is told from a damaged one.
	sum := sha256.Sum256(b[:len(b)-hashSize])
	if string(sum[:]) != string(b[len(b)-hashSize:]) {
		return nil, errHeaderDamaged
	}
	if format > headerFormat {
		return nil, errHeaderNewer
	}
	if format != headerFormat {
		return nil, errHeaderDamaged
	}
	h := &header{generation: binary.BigEndian.Uint64(b[26:]), slots: make([]slot, n)}
	copy(h.store[:], b[10:])
	seen := map[slotKind]bool{}
	for i := range h.slots {
		sl := &h.slots[i]
		if !sl.parse(b[headerFixed+i*slotSize:][:slotSize]) || seen[sl.kind] { // each of a kind costs a derivation
			return nil, errHeaderDamaged
		}
		seen[sl.kind] = true
	}
	copy(h.mac[:], b[size:])
	return h, nil
}

// slotsAt are the key slots in the side file of the notes at path.
func slotsAt(path string) (*header, error) {
	b, err := readBounded(sidePath(path), maxHeader)
	if err != nil {
		return nil, err
	}
	return parseHeader(b)
}

// hasSlots reports whether the notes at path have their key slots in a side file.
func hasSlots(path string) bool {
	_, err := slotsAt(path)
	return err == nil
}

func (s *slot) parse(b []byte) bool {
	s.kind = slotKind(b[0])
	s.kdf = KDF{MemoryKiB: binary.BigEndian.Uint32(b[1:]), Passes: binary.BigEndian.Uint32(b[5:]), Lanes: b[9]}
	copy(s.salt[:], b[10:])
	copy(s.nonce[:], b[slotFixed:])
	copy(s.wrapped[:], b[slotFixed+nonceSize:])
	switch s.kind {
	case slotPassphrase:
		return s.kdf.acceptable()
	case slotRecovery:
		return s.kdf == KDF{}
	}
	return false
}
