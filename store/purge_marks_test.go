package store

import (
	"encoding/binary"
	"testing"

	"isspp/store/boltfile"
	"isspp/store/seal"

	bolt "go.etcd.io/bbolt"
)

// marks finds sealed records in bytes, wherever in them any part of one lies: of
// each it knows some eight bytes of the nonce, of the text and of the seal's end.
type marks struct {
	parts map[uint64]seal.ID
	// first are the bytes that a part may begin with, for speed.
	first [1 << 16]bool
}

func newMarks() *marks { return &marks{parts: map[uint64]seal.ID{}} }

// add remembers a sealed record.
func (m *marks) add(id seal.ID, sealed []byte) {
	for _, at := range []int{recordFixed, len(sealed) / 2, len(sealed) - 8} {
		part := binary.BigEndian.Uint64(sealed[at:])
		m.parts[part] = id
		m.first[part>>48] = true
	}
}

// addAll remembers every record that is in open notes and of which pick says so.
func (m *marks) addAll(t *testing.T, s *Store, pick func(*item) bool) {
	t.Helper()
	err := s.db.View(func(tx *bolt.Tx) error {
		return tx.Bucket(boltfile.NotesBucket).ForEach(func(k, v []byte) error {
			if it := s.items[seal.ID(k)]; it != nil && pick(it) {
				m.add(it.id, v)
			}
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
}

// in is the records of which any part lies in b.
func (m *marks) in(b []byte) map[seal.ID]bool {
	found := map[seal.ID]bool{}
	for at := 0; at+8 <= len(b); at++ {
		if !m.first[binary.BigEndian.Uint16(b[at:])] {
			continue
		}
		if id, ok := m.parts[binary.BigEndian.Uint64(b[at:])]; ok {
			found[id] = true
		}
	}
	return found
}
