package store

import (
	"isspp/store/boltfile"
	"isspp/store/seal"
)

// A value is something that is kept sealed beside the records, under a key of one letter, and is none itself: neither
// the manifest nor the log speaks of it.
const (
	// valuePlace is where the person was when the notes were locked.
	valuePlace = 'p'
	// valueRecorder is who records in these notes.
	valueRecorder = 'w'
)

const maxValue = 4096

// valueID is the id that a value is sealed under, which keeps what is sealed as one from being read as another.
func valueID(key byte) seal.ID {
	id := manifestID
	id[idSize-1] = key
	return id
}

func isValue(id seal.ID) bool { return id == valueID(valuePlace) || id == valueID(valueRecorder) }

// KeepPlace keeps where the person is, for the session after a lock; nothing takes it away.
func (s *Store) KeepPlace(place []byte) error { return s.keepValue(valuePlace, place) }

// KeptPlace is where the person was, or empty.
func (s *Store) KeptPlace() []byte { return s.keptValue(valuePlace) }

// KeepRecorder keeps the name and role of whoever records in these notes; an empty one is asked for again. It is
// durable when it returns without an error.
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
	v := &item{id: valueID(key), revision: s.man.seq + 1, schema: noteSchema, payload: payload{body: body}}
	if last := s.value(key); last != nil { // a rebuilding may find both
		v.revision = max(v.revision, last.revision+1)
	}
	sealed, err := s.sealItem(placeHead, v)
	if err != nil {
		return err
	}
	return s.write([]pair{{boltfile.HeadBucket, []byte{key}, sealed}})
}

func (s *Store) keptValue(key byte) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keys == nil || s.db == nil {
		return nil
	}
	if v := s.value(key); v != nil {
		return v.body
	}
	return nil
}

func (s *file) value(key byte) *item {
	raw, err := s.get(boltfile.HeadBucket, []byte{key})
	if err != nil {
		return nil
	}
	if it := openItem(s.keys, placeHead, raw); it != nil && it.id == valueID(key) {
		return it
	}
	return nil
}
