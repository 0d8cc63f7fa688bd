package store

import (
	"bytes"

	bolt "go.etcd.io/bbolt"
)

// headValue is something that is kept sealed beside the records and is none itself:
// neither the manifest nor the log speaks of it, and no record is lost with it.
type headValue struct {
	key []byte
	// label keeps what is sealed as one from being read as another.
	label string
}

var (
	// placeValue is where the person was when the notes were locked.
	placeValue = headValue{[]byte("p"), "isspp place"}
	// recorderValue is who records in these notes.
	recorderValue = headValue{[]byte("w"), "isspp recorder"}
)

// maxHeadValue bounds it.
const maxHeadValue = 4096

// KeepPlace keeps where the person is, for the session after a lock; nothing
// takes it away.
func (s *Store) KeepPlace(place []byte) error { return s.keepValue(placeValue, place) }

// KeptPlace is where the person was, or empty.
func (s *Store) KeptPlace() []byte { return s.keptValue(placeValue) }

// KeepRecorder keeps the name and role of whoever records in these notes; an
// empty one is asked for again. It is durable when it returns without an error.
func (s *Store) KeepRecorder(who string) error { return s.keepValue(recorderValue, []byte(who)) }

// Recorder is the name and role that KeepRecorder kept, or empty.
func (s *Store) Recorder() string { return string(s.keptValue(recorderValue)) }

func (s *Store) keepValue(v headValue, body []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stuck != nil {
		return s.stuck
	}
	if err := s.stand(); err != nil {
		return err
	}
	if len(body) > maxHeadValue {
		body = nil
	}
	return guarded(func() error {
		return s.db.Update(func(tx *bolt.Tx) error {
			head := tx.Bucket(bucketHead)
			if len(body) == 0 {
				return head.Delete(v.key)
			}
			nonce := make([]byte, nonceSize)
			random(nonce)
			p := payload{body: body}
			return head.Put(v.key, s.keys.records.Seal(nonce, nonce, p.encode(), s.valueAAD(v)))
		})
	})
}

func (s *Store) keptValue(v headValue) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keys == nil || s.db == nil {
		return nil
	}
	raw, err := s.get(bucketHead, v.key)
	if err != nil || len(raw) < nonceSize {
		return nil
	}
	plain, err := s.keys.records.Open(nil, raw[:nonceSize], raw[nonceSize:], s.valueAAD(v))
	if err != nil {
		return nil
	}
	p, err := decodePayload(plain)
	if err != nil {
		return nil
	}
	return bytes.Clone(p.body)
}

func (s *Store) valueAAD(v headValue) []byte { return append([]byte(v.label), s.header.store[:]...) }
