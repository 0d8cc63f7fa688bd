package store

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"isspp/model"
)

// The kinds of record that this edition reads and writes. Others, and those
// of a newer schema, are kept as they are.
const (
	kindWalkthrough  = "walkthrough"
	kindFactorNote   = "factor note"
	kindConcernEntry = "concern entry"
	noteSchema       = 1
)

// newRecord makes an empty record of a kind, for its body to be read into; nil
// for a kind that this edition doesn't know.
func newRecord(kind string) model.Record {
	switch kind {
	case kindWalkthrough:
		return new(model.Walkthrough)
	case kindFactorNote:
		return new(model.FactorNote)
	case kindConcernEntry:
		return new(model.ConcernEntry)
	}
	return nil
}

// decode opens up a payload into the model's types, where the kind is one of
// ours and well formed, and otherwise keeps it as it is.
func (it *item) decode(p payload) {
	it.kind, it.hold, it.why = p.kind, p.hold, p.why
	if it.schema == noteSchema {
		r := newRecord(p.kind)
		if r != nil && json.Unmarshal(p.body, r) == nil && r.RecordID() == it.id.String() {
			it.record = r
			return
		}
	}
	it.body = slices.Clone(p.body)
}

// outline is where a record stands whose kind this edition doesn't know, as every kind
// so far says it: so that it can be held, handed over and disposed of with the rest.
func (it *item) outline() (o struct{ Ref, Concern string }) {
	_ = json.Unmarshal(it.body, &o) // of a shape that says nothing of it
	return o
}

// encode is the body that goes into the seal again.
func (it *item) encode() ([]byte, error) {
	if it.record != nil {
		return json.Marshal(it.record)
	}
	return it.body, nil
}

// final tells a record that is never rewritten.
func (it *item) final() bool { return it != nil && it.record != nil && it.record.Final() }

// all is every record of a type, newest first by when it was made. The caller
// owns the copies.
func all[T any, P interface {
	*T
	model.Record
}](s *Store, made func(P) time.Time) []T {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []T
	for _, it := range s.items {
		if r, ok := it.record.(P); ok {
			out = append(out, *r.Copy().(P))
		}
	}
	slices.SortFunc(out, func(a, b T) int {
		return cmp.Or(made(&b).Compare(made(&a)), strings.Compare(P(&a).RecordID(), P(&b).RecordID()))
	})
	return out
}

// Walkthroughs is every walkthrough, newest first by when it was started. The
// caller owns the copies.
func (s *Store) Walkthroughs() []model.Walkthrough {
	return all(s, func(w *model.Walkthrough) time.Time { return w.Started })
}

// FactorNotes is every private note, newest first by when it was made. A note has the
// reference that its concern has by now. The caller owns the copies.
func (s *Store) FactorNotes() []model.FactorNote {
	notes := all(s, func(n *model.FactorNote) time.Time { return n.Created })
	entries := s.ConcernEntries()
	if !slices.ContainsFunc(entries, func(e model.ConcernEntry) bool { return e.Kind == model.KindReference && e.Kept }) {
		return notes
	}
	renamed := model.RenamedOf(model.Concerns(s.Walkthroughs(), entries, time.Time{}))
	for i := range notes {
		notes[i].Ref = renamed.Ref(&notes[i])
	}
	return notes
}

// versionBeside is a copy of a record under another id, as another version of it. It stays in the concern that it belongs to.
func versionBeside(r model.Record, id string) model.Record {
	c := r.Copy()
	switch c := c.(type) {
	case *model.Walkthrough:
		c.Concern = c.ConcernID()
		c.ID, c.Beside = id, c.ID
	case *model.FactorNote:
		c.ID, c.Beside = id, c.ID
	case *model.ConcernEntry:
		c.Concern = cmp.Or(c.Concern, c.ID)
		c.ID, c.Beside = id, c.ID
	}
	return c
}

// besideOf is the id of the record that this is another version of, or empty.
func besideOf(r model.Record) string {
	switch r := r.(type) {
	case *model.Walkthrough:
		return r.Beside
	case *model.FactorNote:
		return r.Beside
	case *model.ConcernEntry:
		return r.Beside
	}
	return ""
}
