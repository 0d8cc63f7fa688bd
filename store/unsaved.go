package store

import (
	"cmp"
	"errors"
	"maps"
	"slices"

	"isspp/store/seal"
)

// Unsaved is how many records have a last change that the disk refused. They are
// kept in memory, sealed nowhere, until a save of them succeeds. It does not wait
// for a save under way: a screen may ask.
func (s *Store) Unsaved() int { return int(s.unsavedCount.Load()) }

// SaveUnsaved tries again to save what the disk refused, in the order of the
// refusals' records' ids. It is called before a lock and until it succeeds; nil
// means that nothing is left.
func (s *Store) SaveUnsaved() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.unsaved) > 0 {
		s.unstick()
	}
	var failed error
	for _, id := range slices.SortedFunc(maps.Keys(s.unsaved), compareIDs) {
		next := *s.unsaved[id] // the store may hold the very same one
		failed = cmp.Or(failed, s.save(&next, s.items[id]))
	}
	return failed
}

// unstick opens a file anew that did not open after a failed write: the stick is
// back in its place, the disk has room again.
func (s *Store) unstick() {
	if s.stuck == nil || s.keys == nil || s.db != nil || faulted(s.stuck) {
		return
	}
	was := s.stuck
	s.stuck = nil
	if s.reopen(was) != nil {
		return
	}
	if _, err := s.holds(s.man); err != nil {
		s.stuck = err
	}
}

// keepUnsaved remembers a record that the disk refused.
func (s *Store) keepUnsaved(it *item, err error) {
	if errors.Is(err, errRefused) {
		return // not the disk: the same again would be refused again
	}
	if s.unsaved == nil {
		s.unsaved = map[seal.ID]*item{}
	}
	s.unsaved[it.id] = it
	s.unsavedCount.Store(int64(len(s.unsaved)))
}

// forgetUnsaved is for a record that is saved by now, or that nobody wants any more.
func (s *Store) forgetUnsaved(id seal.ID) {
	delete(s.unsaved, id)
	s.unsavedCount.Store(int64(len(s.unsaved)))
}
