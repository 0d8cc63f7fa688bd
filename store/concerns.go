package store

import (
	"time"

	"isspp/model"
)

// ConcernEntries is every entry of every concern, drafts among them, newest
// first by when it was recorded. The caller owns the copies.
func (s *Store) ConcernEntries() []model.ConcernEntry {
	return all(s, func(e *model.ConcernEntry) time.Time { return e.Recorded })
}

// SaveConcernEntry makes e last in one flushed transaction. It gives e an ID
// when it has none, also where saving fails, and sets Recorded to now. One that is kept already is never
// rewritten: saving it again unchanged does nothing, and changed is refused
// .
func (s *Store) SaveConcernEntry(e *model.ConcernEntry) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	id, err := parseID(e.ID)
	if err != nil {
		return err
	}
	e.ID = id.String()
	next := *e
	next.Recorded = s.opt.now().Round(0)
	old := s.items[id]
	if old.final() {
		if kept, ok := old.record.(*model.ConcernEntry); ok {
			next.Recorded = kept.Recorded
			if next == *kept {
				return s.confirm(old)
			}
		}
		return finishedError()
	}
	if err := s.save(&item{id: id, kind: kindConcernEntry, record: &next}, old); err != nil {
		return err
	}
	e.Recorded = next.Recorded
	return nil
}

// DiscardConcernEntry takes a draft away, by the person's choice; a line of
// the log without content stays. A kept entry is refused, one
// on hold. The bytes remain in the file until it is compacted.
func (s *Store) DiscardConcernEntry(id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	it, err := s.find(id)
	if err != nil {
		return err
	}
	if _, ok := it.record.(*model.ConcernEntry); !ok {
		return &Error{Code: errRefused, What: "That is not an entry of a concern.", Safe: "Nothing was changed."}
	}
	return s.discard(it)
}

// discard takes away what is not final and not on hold.
func (s *Store) discard(it *item) error {
	switch {
	case it.final():
		return &Error{Code: errFinished, What: "A finished entry can't be discarded.", Safe: "It stays as it was recorded."}
	case it.hold:
		return heldError()
	}
	if s.items[it.id] != nil {
		err := s.commit(&change{drops: []*item{it}, lines: []Line{{Action: Discarded, id: it.id, Revision: it.revision, Kind: it.kind}}})
		if err != nil {
			return err
		}
	}
	s.forgetUnsaved(it.id) // or the next try to save would bring it back
	return nil
}

func finishedError() *Error {
	return &Error{
		Code: errFinished, What: "This is finished, and a finished entry is never rewritten.",
		Safe: "It stays as it was recorded.", Do: "Add what is new, or a correction, as a separate entry.",
	}
}
