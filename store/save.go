package store

import (
	"isspp/model"
)

// SaveWalkthrough makes w last in one flushed transaction. It gives w an ID
// when it has none, also where saving fails, so that the next try is of the same
// record; and it sets Changed (and Started, when zero) to now. A finished
// walkthrough is never rewritten: saving it again unchanged does nothing, and
// changed is refused.
func (s *Store) SaveWalkthrough(w *model.Walkthrough) error { return s.saveRecord(w) }

// SaveFactorNote makes n last in one flushed transaction. It gives n an ID
// when it has none, also where saving fails, and sets Changed (and Created, when zero) to now.
func (s *Store) SaveFactorNote(n *model.FactorNote) error { return s.saveRecord(n) }

// SaveConcernEntry makes e last in one flushed transaction. It gives e an ID
// when it has none, also where saving fails, and sets Recorded to now. One that is kept
// already is never rewritten: saving it again unchanged does nothing, and changed is
// refused.
func (s *Store) SaveConcernEntry(e *model.ConcernEntry) error { return s.saveRecord(e) }

func (s *Store) saveRecord(r model.Record) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	given := partsOf(r)
	id, err := parseID(*given.id)
	if err != nil {
		return err
	}
	*given.id = id.String()
	next := r.Copy()
	p := partsOf(next)
	*p.last = s.opt.now().Round(0) // the monotonic part would not survive the file
	if p.first.IsZero() {
		*p.first = *p.last
	}
	old := s.items[id]
	if old.final() {
		if old.kind == p.kind {
			*p.last = *partsOf(old.record).last
			if sameBody(old, &item{record: next}) {
				return s.confirm(old)
			}
		}
		return &Error{
			Code: errFinished, What: "This is finished, and a finished entry is never rewritten.",
			Safe: "It stays as it was recorded.", Do: "Add what is new, or a correction, as a separate entry.",
		}
	}
	if err := s.save(&item{id: id, payload: payload{kind: p.kind}, record: next}, old); err != nil {
		return err
	}
	*given.first, *given.last = *p.first, *p.last
	return nil
}

// save writes it in the place of old, which may be nil.
func (s *Store) save(it, old *item) error {
	if s.keys == nil {
		return s.stuck
	}
	it.revision, it.schema = 1, noteSchema
	if old != nil {
		if old.kind != it.kind || old.schema > noteSchema {
			return &Error{
				Code: errRefused, What: "A record of another kind, or of a newer isspp, has this id.",
				Safe: "It was not changed.",
			}
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
// choice; a line of the log without content stays. A finished one is refused, and one
// on hold. The bytes remain in the file until it is compacted.
func (s *Store) DiscardWalkthrough(id string) error {
	return s.discard(id, kindWalkthrough, "That is not a walkthrough.")
}

// DiscardConcernEntry takes a draft away as DiscardWalkthrough does; one that is kept is
// refused.
func (s *Store) DiscardConcernEntry(id string) error {
	return s.discard(id, kindConcernEntry, "That is not an entry of a concern.")
}

func (s *Store) discard(id, kind, other string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	it, err := s.find(id)
	switch {
	case err != nil:
		return err
	case it.record == nil || it.kind != kind:
		return unchanged(errRefused, other, "")
	case it.final():
		return &Error{
			Code: errFinished, What: "A finished entry can't be discarded.",
			Safe: "It stays as it was recorded.",
		}
	case it.hold:
		return heldError()
	}
	if s.items[it.id] != nil {
		if err := s.commit(&change{drops: []*item{it}, lines: linesOf([]*item{it}, Discarded, "")}); err != nil {
			return err
		}
	}
	s.forgetUnsaved(it.id) // or the next try to save would bring it back
	return nil
}

func heldError() error {
	return unchanged(errOnHold,
		"This record is on hold and is not disposed of.",
		"Lift the hold first, if its reason has passed.")
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
		return nil, unchanged(ErrAbsent, "There is no such record in these notes.", "")
	}
	return it, nil
}
