package store

import (
	"bytes"

	bolt "go.etcd.io/bbolt"
)

// keyPlace holds where the person was when the notes were locked. It is sealed
// but no record: neither the manifest nor the log speaks of it, and nothing is
// lost with it.
var keyPlace = []byte("p")

// maxPlace bounds it.
const maxPlace = 4096

// KeepPlace keeps where the person is, for the session after a lock; nothing
// takes it away.
func (s *Store) KeepPlace(place []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stuck != nil {
		return s.stuck
	}
	if err := s.stand(); err != nil {
		return err
	}
	if len(place) > maxPlace {
		place = nil
	}
	return guarded(func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			head := tx.Bucket(bucketHead)
			if len(place) == 0 {
				return head.Delete(keyPlace)
			}
			nonce := make([]byte, nonceSize)
			random(nonce)
			p := payload{body: place}
			return head.Put(keyPlace, s.keys.records.Seal(nonce, nonce, p.encode(), s.placeAAD()))
		})
	})
}

// KeptPlace is where the person was, or empty.
func (s *Store) KeptPlace() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keys == nil || s.db == nil {
		return nil
	}
	raw, err := s.get(bucketHead, keyPlace)
	if err != nil || len(raw) < nonceSize {
		return nil
	}
	plain, err := s.keys.records.Open(nil, raw[:nonceSize], raw[nonceSize:], s.placeAAD())
	if err != nil {
		return nil
	}
	p, err := decodePayload(plain)
	if err != nil {
		return nil
	}
	return bytes.Clone(p.body)
}

func (s *Store) placeAAD() []byte { return append([]byte("isspp place"), s.header.store[:]...) }
