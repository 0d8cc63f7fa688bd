package store

import (
	"maps"
	"slices"
	"strings"
)

// pick is the records that a rule takes, in the order of their ids.
func (s *file) pick(rule func(*item) bool) []*item {
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
	// Ref is the reference as it was first recorded; empty for an id. It is another
	// than the one that was given where what was recorded under that has another now.
	Ref string
	// Elsewhere are the references that further concerns stand under, which once
	// had the given one. They are no part of what is named.
	Elsewhere []string
	// Records is how many they are, and Concerns the ids of those they belong to.
	Records  int
	Concerns []string
	// Held tells that something of it is on hold, and Why the reasons given.
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
	out := &Choice{}
	var all []*item
	var err error
	if ref != "" {
		f := s.filed()
		var key string
		if key, err = f.find(ref); err == nil {
			out.Ref, out.Elsewhere, all = f.spelt.Of(key), f.elsewhere(ref, key), s.pick(f.under(key))
		}
	} else if out.ID, err = s.wholeID(id); err == nil {
		all, err = s.chosen("", out.ID)
	}
	if err != nil {
		return nil, err
	}
	out.Records, out.Why = len(all), whyHeld(all)
	for _, it := range all {
		out.Held = out.Held || it.hold
		if it.record == nil {
			continue
		}
		if c := concernOf(it.record); c != "" && !slices.Contains(out.Concerns, c) {
			out.Concerns = append(out.Concerns, c)
		}
	}
	return out, nil
}

// whyHeld are the reasons of the holds on some records, each said once.
func whyHeld(all []*item) string {
	var reasons []string
	for _, it := range all {
		if it.hold && it.why != "" && !slices.Contains(reasons, it.why) {
			reasons = append(reasons, it.why)
		}
	}
	return strings.Join(reasons, "; ")
}

// wholeID is the id that begins with some digits, of a record or a concern.
func (s *file) wholeID(part string) (string, error) {
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
		return "", unchanged(errRefused, "More than one record's id begins with these digits.", "Give more of it.")
	}
	return "", unchanged(ErrAbsent,
		"No record's id begins with that in these notes.",
		"Give at least its first 8 digits, as the log shows them.")
}

// chosen is what a reference or an id names: a record, or the concern of that id.
func (s *file) chosen(ref, id string) ([]*item, error) {
	var out []*item
	switch {
	case ref != "":
		f := s.filed()
		key, err := f.find(ref)
		if err != nil {
			return nil, err
		}
		out = s.pick(f.under(key))
	case id != "":
		out = s.pick(func(it *item) bool {
			return it.id.String() == id || it.record != nil && concernOf(it.record) == id
		})
	}
	if len(out) == 0 {
		return nil, absentError()
	}
	return out, nil
}
