package store

import (
	"bytes"
	"encoding/json"
	"time"

	"isspp/model"
)

// SaveWalkthrough makes w last in one flushed transaction. It gives w an ID
// when it has none, also where saving fails, so that the next try is of the same
// record; and it sets Changed (and Started, when zero) to now. A finished
// walkthrough is never rewritten: saving it again unchanged does nothing, and
// changed is refused.
func (s *Store) SaveWalkthrough(w *model.Walkthrough) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	id, err := parseID(w.ID)
	if err != nil {
		return err
	}
	copied := w.Clone()
	next := &copied
	w.ID = id.String()
	next.ID = w.ID
	stamp(s.opt.now(), &next.Started, &next.Changed)
	old := s.items[id]
	if old.final() {
		if kept, ok := old.record.(*model.Walkthrough); ok && sameRecord(kept, next) {
			return s.confirm(old)
		}
		return finishedError()
	}
	if err := s.save(&item{id: id, kind: kindWalkthrough, record: next}, old); err != nil {
		return err
	}
	w.Started, w.Changed = next.Started, next.Changed
	return nil
}

// SaveFactorNote makes n last in one flushed transaction. It gives n an ID
// when it has none, also where saving fails, and sets Changed (and Created, when zero) to now.
func (s *Store) SaveFactorNote(n *model.FactorNote) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	id, err := parseID(n.ID)
	if err != nil {
		return err
	}
	n.ID = id.String()
	next := *n
	stamp(s.opt.now(), &next.Created, &next.Changed)
	if err := s.save(&item{id: id, kind: kindFactorNote, record: &next}, s.items[id]); err != nil {
		return err
	}
	n.Created, n.Changed = next.Created, next.Changed
	return nil
}

func stamp(now time.Time, first, last *time.Time) {
	// The monotonic part would not survive the file.
	*last = now.Round(0)
	if first.IsZero() {
		*first = *last
	}
}

// sameRecord compares two walkthroughs as they are stored, but for the time
// of saving.
func sameRecord(a, b *model.Walkthrough) bool {
	x, y := *a, *b
	y.Changed = x.Changed
	p, err := json.Marshal(x)
	q, err2 := json.Marshal(y)
	return err == nil && err2 == nil && bytes.Equal(p, q)
}

// save writes it in the place of old, which may be nil.
func (s *Store) save(it, old *item) error {
	if s.keys == nil {
		return s.stuck
	}
	it.revision, it.schema = 1, noteSchema
	if old != nil {
		if old.kind != it.kind || old.schema > noteSchema {
			return &Error{Code: errRefused, What: "A record of another kind, or of a newer isspp, has this id.", Safe: "It was not changed."}
		}
		it.revision, it.hold, it.why = old.revision+1, old.hold, old.why
	}
	var c change
	if err := s.prepare(&c, it, Saved, ""); err != nil {
		return err
	}
	if err := s.commit(&c); err != nil {
		s.keepUnsaved(it, err)
		return err
	}
	s.forgetUnsaved(it.id)
	return nil
}

// confirm is for a record that is kept already. Where the disk did not confirm
// the save that kept it, it is written once more.
func (s *Store) confirm(it *item) error {
	if s.unsaved[it.id] == nil {
		return nil
	}
	next := *it
	return s.save(&next, it)
}

// DiscardWalkthrough takes an unfinished walkthrough away, by the person's
// choice; a line of the log without content stays. A finished one is refused
// , one on hold. The bytes remain in the file
// until it is compacted.
func (s *Store) DiscardWalkthrough(id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	it, err := s.find(id)
	if err != nil {
		return err
	}
	if _, ok := it.record.(*model.Walkthrough); !ok {
		return &Error{Code: errRefused, What: "That is not a walkthrough.", Safe: "Nothing was changed."}
	}
	return s.discard(it)
}

func heldError() error {
	return &Error{Code: errOnHold, What: "This record is on hold and is not disposed of.", Safe: "Nothing was changed.", Do: "Lift the hold first, if its reason has passed."}
}

func (s *Store) find(id string) (*item, error) {
	if s.stuck != nil && s.items == nil {
		return nil, s.stuck
	}
	rid, err := parseID(id)
	if err != nil {
		return nil, err
	}
	it := s.items[rid]
	if it == nil {
		it = s.unsaved[rid] // the disk refused its first save
	}
	if it == nil {
		return nil, &Error{Code: ErrAbsent, What: "There is no such record in these notes.", Safe: "Nothing was changed."}
	}
	return it, nil
}
