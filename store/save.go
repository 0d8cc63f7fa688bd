package store

import (
	"errors"
	"strings"

	"isspp/model"
)

// SaveWalkthrough makes w last in one flushed transaction. It gives w an ID when it has none, also where saving
// fails, so that the next try is of the same record; and it sets Changed (and Started, when zero) to now. A finished
// walkthrough is never rewritten: saving it again unchanged does nothing, and changed is refused.
func (s *Store) SaveWalkthrough(w *model.Walkthrough) error { return s.saveRecord(w) }

// SaveFactorNote makes n last in one flushed transaction. It gives n an ID when it has none, also where saving fails,
// and sets Changed (and Created, when zero) to now.
func (s *Store) SaveFactorNote(n *model.FactorNote) error { return s.saveRecord(n) }

// SaveConcernEntry makes e last in one flushed transaction. It gives e an ID when it has none, also where saving
// fails, and sets Recorded to now. One that is kept already is never rewritten: saving it again unchanged does
// nothing, and changed is refused.
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
				if s.unsaved[id] == nil {
					return nil
				}
				again := *old // the disk did not confirm the save that kept it
				return s.save(&again, old)
			}
		}
		return problem(errFinished, "This is finished, and a finished entry is never rewritten.",
			"It stays as it was recorded.", "Add what is new, or a correction, as a separate entry.")
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
			return problem(errRefused, "A record of another kind, or of a newer isspp, has this id.",
				"It was not changed.", "")
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

// DiscardWalkthrough takes an unfinished walkthrough away, by the person's choice; a line of the log without content
// stays. A finished one is refused, and one on hold. The bytes remain in the file until it is compacted.
func (s *Store) DiscardWalkthrough(id string) error {
	return s.discard(id, kindWalkthrough, "That is not a walkthrough.")
}

// DiscardConcernEntry takes a draft away as DiscardWalkthrough does; one that is kept is refused.
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
		return problem(errFinished, "A finished entry can't be discarded.", "It stays as it was recorded.", "")
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

// Hold keeps everything under a reference (or a record or concern, by id) from being disposed of, whatever its dates
// say, until the hold is lifted. The reason is kept sealed with each record and in the log. Off takes the hold away
// again, with the reason for that. It returns of how many records that was so.
func (s *Store) Hold(ref, id, reason string, on bool) (int, error) {
	reason, err := checkReason(reason)
	if err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	all, err := s.chosen(ref, id)
	if err != nil {
		return 0, err
	}
	action, why := HoldSet, reason
	if !on {
		action, why = HoldLifted, ""
	}
	var c change
	for _, it := range all {
		if it.hold == on {
			continue
		}
		next := *it
		next.hold, next.why, next.revision = on, why, it.revision+1
		if err := s.prepare(&c, &next, action, reason); err != nil {
			return 0, err
		}
	}
	if len(c.puts) == 0 {
		return 0, nil
	}
	return len(c.puts), s.commit(&c)
}

func checkReason(reason string) (string, error) {
	reason = strings.TrimSpace(model.Clean(reason))
	switch {
	case reason == "":
		return "", unchanged(errRefused,
			"This needs a reason, in a few words: whoever looks at it later must be able to see why.",
			"Give one, without anything about the child in it.")
	case len(reason) > maxReason:
		return "", unchanged(errRefused, "The reason is too long for the log.", "Say it shorter.")
	}
	return reason, nil
}

// WrittenOut puts a line into the log for each record under a reference that was written out as a document; as says
// as what, without anything of its content. Notes that can't be changed can still be written out.
func (s *Store) WrittenOut(ref, as string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	all, err := s.chosen(ref, "")
	switch {
	case errors.Is(err, ErrAbsent):
		return nil // there is nothing to put a line in for
	case err != nil:
		return err
	}
	return s.wentOut(linesOf(all, Exported, as))
}

// wentOut says in the log what went out. Notes that can't be changed can still be written out and handed over.
func (s *Store) wentOut(lines []Line) error {
	if s.stuck == nil {
		return s.commit(&change{lines: lines})
	}
	return nil
}
