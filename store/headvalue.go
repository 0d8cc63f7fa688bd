package store

import (
	"bytes"

	bolt "go.etcd.io/bbolt"
)

// A value is something that is kept sealed beside the records, under a key of one letter,
// and is none itself: neither the manifest nor the log speaks of it.
const (
	// valuePlace is where the person was when the notes were locked.
	valuePlace = 'p'
	// valueRecorder is who records in these notes.
	valueRecorder = 'w'
)

// maxValue bounds it.
const maxValue = 4096

// valueID is the id that a value is sealed under, which keeps what is sealed as one from
// being read as another.
func valueID(key byte) recordID {
	id := manifestID
	id[idSize-1] = key
	return id
}

// isValue tells the id of a value.
func (id recordID) isValue() bool { return id == valueID(valuePlace) || id == valueID(valueRecorder) }

// KeepPlace keeps where the person is, for the session after a lock; nothing
// takes it away.
func (s *Store) KeepPlace(place []byte) error { return s.keepValue(valuePlace, place) }

// KeptPlace is where the person was, or empty.
func (s *Store) KeptPlace() []byte { return s.keptValue(valuePlace) }

// KeepRecorder keeps the name and role of whoever records in these notes; an
// empty one is asked for again. It is durable when it returns without an error.
func (s *Store) KeepRecorder(who string) error { return s.keepValue(valueRecorder, []byte(who)) }

// Recorder is the name and role that KeepRecorder kept, or empty.
func (s *Store) Recorder() string { return string(s.keptValue(valueRecorder)) }

func (s *Store) keepValue(key byte, body []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stuck != nil {
		return s.stuck
	}
	if err := s.verifyInPlace(); err != nil {
		return err
	}
	if len(body) > maxValue {
		body = nil
	}
	p := payload{body: body}
	// Each has a higher revision than the one before: a rebuilding may find both.
	last, _, _ := s.openValue(key)
	revision := max(s.man.seq, last.revision) + 1
	sealed := s.keys.seal(s.header.store, placeHead, envelope{valueID(key), revision, noteSchema}, p.encode())
	return guarded(func() error {
		return s.db.Update(func(tx *bolt.Tx) error { return tx.Bucket(bucketHead).Put([]byte{key}, sealed) })
	})
}

func (s *Store) keptValue(key byte) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keys == nil || s.db == nil {
		return nil
	}
	_, body, err := s.openValue(key)
	if err != nil {
		return nil
	}
	return body
}

// openValue opens what is kept under a key; where nothing is, its envelope is empty.
func (s *Store) openValue(key byte) (envelope, []byte, error) {
	raw, err := s.get(bucketHead, []byte{key})
	if err != nil {
		return envelope{}, nil, err
	}
	e, plain, _, err := s.keys.open(s.header.store, placeHead, raw)
	if err != nil || e.id != valueID(key) {
		return envelope{}, nil, errRecordUnsealt
	}
	p, err := decodePayload(plain)
	if err != nil {
		return envelope{}, nil, err
	}
	return e, bytes.Clone(p.body), nil
}
