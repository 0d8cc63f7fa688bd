package store

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash"

	"isspp/store/seal"
)

// manifest is the store's own account of itself, sealed and replaced in every transaction at a cost that does not
// grow with the notes. It makes a record that is missing, or was put back from an older copy, noticed. Its fields are
// written in this order.
type manifest struct {
	// seq is the number of transactions, and grows by one with each.
	seq uint64
	// count and digest stand for the set of records.
	count  uint64
	digest setDigest
	// lines is the length of the log and head the hash of its last line.
	lines uint64
	head  [hashSize]byte
	// generation and keys are the number and the MAC of the key slots that belong to it, so that former ones in their
	// place are noticed. Zero in the first format.
	generation uint64
	keys       [hashSize]byte
	// lost is how much was known to be missing when the notes were rebuilt, and doubt tells that more may have been,
	// until somebody took them for the right ones.
	lost  uint64
	doubt bool
}

const (
	manifestFirst   = 1
	manifestVersion = 2
	firstSize       = 1 + 8 + 8 + hashSize + 8 + hashSize
	manifestSize    = firstSize + 8 + hashSize + 8 + 1
	manifestSchema  = 1
)

var manifestID = seal.ID{
	0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
	0xff,
}

var errManifest = errors.New("manifest has another shape")

func (m *manifest) encode() []byte {
	b, _ := binary.Append([]byte{manifestVersion}, binary.BigEndian, m) // every field has a fixed size
	return b
}

func decodeManifest(b []byte) (m manifest, err error) {
	first := len(b) == firstSize && b[0] == manifestFirst
	if !first && (len(b) != manifestSize || b[0] != manifestVersion || b[manifestSize-1] > 1) {
		return m, errManifest
	}
	decodeFields(b[1:], &m.seq, &m.count, &m.digest, &m.lines, &m.head, &m.generation, &m.keys, &m.lost, &m.doubt)
	return m, nil
}

// decodeFields reads fields of a fixed size one after the other, until b ends.
func decodeFields(b []byte, fields ...any) {
	for _, field := range fields {
		n, err := binary.Decode(b, binary.BigEndian, field)
		if err != nil {
			return
		}
		b = b[n:]
	}
}

// setDigest is the exclusive or of a keyed hash of every member: members come and go one at a time, in any order. It
// is only ever stored sealed, so that nobody without the key learns a hash to combine.
type setDigest [hashSize]byte

// digester makes members' hashes without a new HMAC for each.
type digester struct{ h hash.Hash }

func digesterOf(k *seal.Keys) digester { return digester{hmac.New(sha256.New, k.Manifest)} }

// toggle puts a member in, or takes it out. The tag is in it beside id and revision, so that two different texts of
// one revision are not confused.
func (d digester) toggle(set *setDigest, id seal.ID, revision uint64, tag seal.Tag) {
	var b [idSize + 8 + len(tag) + hashSize]byte
	copy(b[:], id[:])
	binary.BigEndian.PutUint64(b[idSize:], revision)
	copy(b[idSize+8:], tag[:])
	d.h.Reset()
	d.h.Write(b[:idSize+8+len(tag)])
	sum := d.h.Sum(b[idSize+8+len(tag):][:0])
	for i := range set {
		set[i] ^= sum[i]
	}
}

// mac is HMAC-SHA256 over the parts, one after the other. Callers see to it that the parts have fixed lengths, or
// that the last alone varies.
func mac(key []byte, parts ...[]byte) [hashSize]byte {
	h := hmac.New(sha256.New, key)
	for _, p := range parts {
		h.Write(p)
	}
	var out [hashSize]byte
	h.Sum(out[:0])
	return out
}
