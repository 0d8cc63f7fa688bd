package store

import (
	"errors"

	bolt "go.etcd.io/bbolt"
)

// errOtherKeys tells a file of other notes.
var errOtherKeys = errors.New("notes of another key")

// borrow is a store over another file of these notes, with their keys.
func (s *Store) borrow(name string, db *bolt.DB, f flight) (*Store, error) {
	c := &Store{path: name, opt: s.opt, db: db, keys: s.keys, header: s.header, items: map[recordID]*item{}, run: s.run}
	if h, err := parseHeader(f.header); err == nil { // where it is damaged the records tell
		if h.store != s.header.store {
			return c, errOtherKeys
		}
		if h.authentic(s.keys) {
			c.header = h // its slots stay its own: a backup opens with what opened it
		}
	}
	return c, nil
}

// without makes a copy of the store's file that lacks the records that goes takes. It
// returns how many were left out. The lines go into its log beside those about the
// records.
func (s *Store) without(goes func(*Store) func(*item) bool, reason, name string) (int, error) {
	var r Report
	if err := s.load(&r); err != nil {
		return 0, err
	}
	ch := dropping(s.pick(goes(s)), reason)
	if len(ch.drops) == 0 {
		return 0, nil
	}
	_, err := s.copyWith(ch, name)
	return len(ch.drops), err
}

// dropping is the change that takes records away for good.
func dropping(drops []*item, reason string) *change {
	ch := &change{drops: drops}
	for _, it := range drops {
		ch.lines = append(ch.lines, Line{Action: Purged, id: it.id, Revision: it.revision, Kind: it.kind, Reason: reason})
	}
	return ch
}
