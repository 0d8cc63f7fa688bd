package store

import (
	"maps"
	"slices"
	"strings"

	"isspp/model"
)

// under is every record of a reference: those that stand under it, as a person
// reads it, and what belongs to the same concerns, drafts too.
func (s *Store) under(ref string) []*item {
	concerns := map[string]bool{}
	for _, it := range s.items {
		if it.record != nil && model.SameReference(it.record.Reference(), ref) {
			if c := concernOf(it.record); c != "" {
				concerns[c] = true
			}
		}
	}
	return s.pick(func(it *item) bool {
		return it.record != nil && (model.SameReference(it.record.Reference(), ref) || concerns[concernOf(it.record)])
	})
}

// concernOf is the concern that a record belongs to, or empty.
func concernOf(r model.Record) string {
	switch r := r.(type) {
	case *model.Walkthrough:
		return r.ConcernID()
	case *model.ConcernEntry:
		return r.Concern
	}
	return ""
}

// pick is the records that a rule takes, in the order of their ids.
func (s *Store) pick(rule func(*item) bool) []*item {
	var out []*item
	for _, id := range slices.SortedFunc(maps.Keys(s.items), compareIDs) {
		if it := s.items[id]; rule(it) {
			out = append(out, it)
		}
	}
	return out
}

// IDDigits is how many digits a record's id has, and minPart how many of them have
// to be given to name a record by the first ones.
const (
	IDDigits = 2 * idSize
	minPart  = 8
)

// Choice is what a reference or an id names, before anything is done with it.
type Choice struct {
	// ID is the whole id where the first digits were given; empty for a reference.
	ID string
	// Records is how many they are, and Concerns the ids of those they belong to.
	Records  int
	Concerns []string
	// Held tells that something of it is on hold, and Why the reason given.
	Held bool
	Why  string
}

// Choose tells what a reference names, or an id of a record or a concern, of which
// the first eight digits do where they name one thing. ErrAbsent: nothing.
func (s *Store) Choose(ref, id string) (*Choice, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keys == nil {
		return nil, s.stuck
	}
	if ref == "" {
		var err error
		if id, err = s.wholeID(id); err != nil {
			return nil, err
		}
	}
	all, err := s.chosen(ref, id)
	if err != nil {
		return nil, err
	}
	out := &Choice{ID: id, Records: len(all)}
	for _, it := range all {
		if it.hold {
			out.Held, out.Why = true, it.why
		}
		if it.record == nil {
			continue
		}
		if c := concernOf(it.record); c != "" && !slices.Contains(out.Concerns, c) {
			out.Concerns = append(out.Concerns, c)
		}
	}
	return out, nil
}

// wholeID is the id that begins with some digits, of a record or a concern.
func (s *Store) wholeID(part string) (string, error) {
	part = strings.ToLower(strings.TrimSpace(part))
	found := map[string]bool{}
	for _, it := range s.items {
		ids := []string{it.id.String()}
		if it.record != nil {
			ids = append(ids, concernOf(it.record))
		}
		for _, id := range ids {
			if id == part && id != "" {
				return id, nil
			}
			if len(part) >= minPart && strings.HasPrefix(id, part) {
				found[id] = true
			}
		}
	}
	switch {
	case len(found) == 1:
		return slices.Collect(maps.Keys(found))[0], nil
	case len(found) > 1:
		return "", &Error{Class: ErrRefused, What: "More than one record's id begins with these digits.", Safe: "Nothing was changed.", Do: "Give more of it."}
	}
	return "", &Error{Class: ErrAbsent, What: "No record's id begins with that in these notes.", Safe: "Nothing was changed.", Do: "Give at least its first 8 digits, as the log shows them."}
}

// chosen is what a reference or an id names: a record, or the concern of that id.
func (s *Store) chosen(ref, id string) ([]*item, error) {
	var out []*item
	switch {
	case ref != "":
		out = s.under(ref)
	case id != "":
		out = s.pick(func(it *item) bool {
			return it.id.String() == id || it.record != nil && concernOf(it.record) == id
		})
	}
	if len(out) == 0 {
		return nil, &Error{Class: ErrAbsent, What: "There is nothing under that in these notes.", Safe: "Nothing was changed.", Do: "Check how the reference is written."}
	}
	return out, nil
}

// Kept is a reference and what is kept under it, for lists that people choose from.
type Kept struct {
	Ref string
	// Records is how many there are.
	Records int
	// Held tells that something of it is on hold, and Why the reason given.
	Held bool
	Why  string
}

// References is every reference that something is kept under, in order. Records
// without one are counted under the empty reference, which comes last.
func (s *Store) References() []Kept {
	s.mu.Lock()
	defer s.mu.Unlock()
	by := map[string]*Kept{}
	for _, it := range s.items {
		ref := ""
		if it.record != nil {
			ref = model.CleanLine(it.record.Reference())
		}
		key := model.Fold(ref)
		if by[key] == nil {
			by[key] = &Kept{Ref: ref}
		}
		by[key].Records++
		if it.hold {
			by[key].Held, by[key].Why = true, it.why
		}
	}
	out := make([]Kept, 0, len(by))
	for _, key := range slices.Sorted(maps.Keys(by)) {
		if key != "" {
			out = append(out, *by[key])
		}
	}
	if none := by[""]; none != nil {
		out = append(out, *none)
	}
	return out
}
