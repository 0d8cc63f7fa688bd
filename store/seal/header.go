package seal

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"slices"
)

// The header holds the wrapped data key. It is kept twice: in the notes file and in the side file. Layout, all
// numbers big-endian:
//
//	magic(8) format(2) store(16) generation(8) slots(1)
//	  { kind(1) memory(4) passes(4) lanes(1) salt(16) nonce(24) wrapped(48) } …
//	mac(32) hash(32)
//
// The MAC is keyed by the data key: it commits to the slots and to the key itself. The hash is keyed by nothing: it
// tells damage from a wrong passphrase before a passphrase is tried.
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

// slot is one wrapping of the data key, field by field as it is kept. The KDF is zero for a recovery key.
type slot struct {
	Kind    slotKind
	KDF     KDF
	Salt    [saltSize]byte
	Nonce   [nonceSize]byte
	Wrapped [keySize + tagSize]byte
}

func (s *slot) encode() []byte {
	b, err := binary.Append(nil, binary.BigEndian, s)
	if err != nil { // only for a type without a fixed size
		panic("slot: " + err.Error())
	}
	return b
}

// Header is the key slots of notes.
type Header struct {
	Store ID
	// Generation grows with every change of a slot, so that of two intact headers the later is known.
	Generation uint64
	MAC        [hashSize]byte

	slots []slot
}

// Wrap makes a header in which each of the secrets opens the keys, beside those that old has of other kinds, where
// there is one.
func (k *Keys) Wrap(old *Header, generation uint64, kdf KDF, stretch Stretch, secrets ...Secret) *Header {
	h := &Header{Store: k.Store, Generation: generation}
	if old != nil {
		h.slots = slices.Clone(old.slots)
	}
	for _, secret := range secrets {
		sl := k.wrap(secret, kdf, stretch)
		if i := slices.IndexFunc(h.slots, func(other slot) bool { return other.Kind == sl.Kind }); i >= 0 {
			h.slots[i] = sl
		} else {
			h.slots = append(h.slots, sl)
		}
	}
	h.MAC = h.mac(k)
	return h
}

func (k *Keys) wrap(secret Secret, kdf KDF, stretch Stretch) slot {
	sl := slot{Kind: secret.kind()}
	if sl.Kind == slotPassphrase {
		sl.KDF = kdf
	}
	rand.Read(sl.Salt[:])
	rand.Read(sl.Nonce[:])
	newAEAD(secret.kek(&sl, stretch)).Seal(sl.Wrapped[:0], sl.Nonce[:], k.data[:], slotAAD(k.Store, &sl))
	return sl
}

// slotAAD binds a wrapping to its store and to its own parameters. The generation is left out: changing one slot must
// not break the other.
func slotAAD(store ID, sl *slot) []byte {
	return append(append([]byte(headerMagic), store[:]...), sl.encode()[:slotFixed]...)
}

// Unwrap tries the secret on the slots of its kind.
func (h *Header) Unwrap(secret Secret, stretch Stretch) (*Keys, bool) {
	for i := range h.slots {
		sl := &h.slots[i]
		if sl.Kind != secret.kind() {
			continue
		}
		plain, err := newAEAD(secret.kek(sl, stretch)).Open(nil, sl.Nonce[:], sl.Wrapped[:], slotAAD(h.Store, sl))
		if err == nil {
			return deriveKeys([keySize]byte(plain), h.Store), true
		}
	}
	return nil, false
}

func (h *Header) mac(k *Keys) (out [hashSize]byte) {
	m := hmac.New(sha256.New, k.header)
	m.Write(h.body())
	m.Sum(out[:0])
	return out
}

// Authentic reports whether the header was made by who has the data key.
func (h *Header) Authentic(k *Keys) bool {
	want := h.mac(k)
	return hmac.Equal(want[:], h.MAC[:])
}

// Shares reports which of the two secrets open both headers.
func (h *Header) Shares(other *Header) (passphrase, recovery bool) {
	for _, a := range h.slots {
		for _, b := range other.slots {
			passphrase = passphrase || a.Kind == slotPassphrase && a == b
			recovery = recovery || a.Kind == slotRecovery && a == b
		}
	}
	return passphrase, recovery
}

func (h *Header) body() []byte {
	b := make([]byte, 0, headerFixed+len(h.slots)*slotSize+2*hashSize)
	b = append(b, headerMagic...)
	b = binary.BigEndian.AppendUint16(b, headerFormat)
	b = append(b, h.Store[:]...)
	b = binary.BigEndian.AppendUint64(b, h.Generation)
	b = append(b, byte(len(h.slots)))
	for i := range h.slots {
		b = append(b, h.slots[i].encode()...)
	}
	return b
}

// Encode is the header as it is kept.
func (h *Header) Encode() []byte {
	b := append(h.body(), h.MAC[:]...)
	sum := sha256.Sum256(b)
	return append(b, sum[:]...)
}

// ParseHeader checks lengths and the hash; nothing in it is trusted before Authentic says so. Trailing bytes are an
// error.
func ParseHeader(b []byte) (*Header, error) {
	if len(b) < headerFixed || string(b[:8]) != headerMagic {
		return nil, errNoHeader
	}
	n := int(b[headerFixed-1])
	format := binary.BigEndian.Uint16(b[8:])
	size := headerFixed + n*slotSize
	if format == headerFormat && (n == 0 || n > maxSlots || len(b) != size+2*hashSize) {
		return nil, errDamaged
	}
	if len(b) < headerFixed+2*hashSize || len(b) > maxHeader {
		return nil, errDamaged
	}
	// A later format keeps the magic, the number and the closing hash, so that a newer file is told from a damaged
	// one.
	sum := sha256.Sum256(b[:len(b)-hashSize])
	if string(sum[:]) != string(b[len(b)-hashSize:]) {
		return nil, errDamaged
	}
	if format > headerFormat {
		return nil, ErrNewer
	}
	if format != headerFormat {
		return nil, errDamaged
	}
	h := &Header{Generation: binary.BigEndian.Uint64(b[26:]), slots: make([]slot, n)}
	copy(h.Store[:], b[10:])
	seen := map[slotKind]bool{}
	for i := range h.slots {
		sl := &h.slots[i]
		if !sl.parse(b[headerFixed+i*slotSize:][:slotSize]) || seen[sl.Kind] { // each of a kind costs a derivation
			return nil, errDamaged
		}
		seen[sl.Kind] = true
	}
	copy(h.MAC[:], b[size:])
	return h, nil
}

func (s *slot) parse(b []byte) bool {
	if _, err := binary.Decode(b, binary.BigEndian, s); err != nil {
		return false
	}
	return s.Kind == slotPassphrase && s.KDF.Acceptable() || s.Kind == slotRecovery && s.KDF == KDF{}
}

// FindHeaders finds the key slots in bytes, wherever they lie.
func FindHeaders(b []byte) []*Header {
	var out []*Header
	for {
		i := bytes.Index(b, []byte(headerMagic))
		if i < 0 {
			return out
		}
		b = b[i:]
		if len(b) >= headerFixed {
			size := headerFixed + int(b[headerFixed-1])*slotSize + 2*hashSize
			if size <= min(len(b), maxHeader) {
				if h, err := ParseHeader(b[:size]); err == nil {
					out = append(out, h)
				}
			}
		}
		b = b[1:]
	}
}
