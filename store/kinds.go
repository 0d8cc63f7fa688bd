package store

import (
	"encoding/json"
	"slices"
	"strings"

	"isspp/model"
)

// The kinds of record that this edition reads and writes. Others, and those
// of a newer schema, are kept as they are.
const (
	kindWalkthrough = "walkthrough"
	kindFactorNote  = "factor note"
	noteSchema      = 1
)

// decode opens up a payload into the model's types. It reports whether the
// kind is one of ours and well formed.
func (it *item) decode(p payload) bool {
	it.kind, it.hold, it.why = p.kind, p.hold, p.why
	if it.schema == noteSchema {
		switch p.kind {
		case kindWalkthrough:
			var w model.Walkthrough
			if json.Unmarshal(p.body, &w) == nil && w.ID == it.id.String() {
				it.walk = &w
				return true
			}
		case kindFactorNote:
			var n model.FactorNote
			if json.Unmarshal(p.body, &n) == nil && n.ID == it.id.String() {
				it.note = &n
				return true
			}
		}
	}
	it.body = slices.Clone(p.body)
	return false
}

// encode is the body that goes into the seal again.
func (it *item) encode() ([]byte, error) {
	switch {
	case it.walk != nil:
		return json.Marshal(it.walk)
	case it.note != nil:
		return json.Marshal(it.note)
	}
	return it.body, nil
}

func cloneWalkthrough(w *model.Walkthrough) *model.Walkthrough {
	c := *w
	c.Entries = slices.Clone(w.Entries)
	return &c
}

// Walkthroughs is every walkthrough, newest first by when it was started. The
// caller owns the copies.
func (s *Store) Walkthroughs() []model.Walkthrough {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []model.Walkthrough
	for _, it := range s.items {
		if it.walk != nil {
			out = append(out, *cloneWalkthrough(it.walk))
		}
	}
	slices.SortFunc(out, func(a, b model.Walkthrough) int {
		if c := b.Started.Compare(a.Started); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	return out
}

// FactorNotes is every private note, newest first by when it was made. The
// caller owns the copies.
func (s *Store) FactorNotes() []model.FactorNote {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []model.FactorNote
	for _, it := range s.items {
		if it.note != nil {
			out = append(out, *it.note)
		}
	}
	slices.SortFunc(out, func(a, b model.FactorNote) int {
		if c := b.Created.Compare(a.Created); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	return out
}
