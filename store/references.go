package store

import (
	"maps"
	"slices"
	"strings"
	"time"

	"isspp/model"
	"isspp/store/seal"
)

func (s *file) pick(rule func(*item) bool) []*item {
	var out []*item
	for _, id := range slices.SortedFunc(maps.Keys(s.items), compareIDs) {
		if it := s.items[id]; rule(it) {
			out = append(out, it)
		}
	}
	return out
}

// filing is which reference each record belongs to, by keys: that of its concern as
// it is now, also for a note that was written when the concern had another. So each
// record belongs to one, and to no other.
type filing struct {
	key   map[seal.ID]string
	spelt model.Spellings
	// now are the keys that concerns have by now, by one that they had before.
	now map[string]map[string]bool
}

func (s *file) filed() *filing {
	f := &filing{key: map[seal.ID]string{}, spelt: model.Spellings{}, now: map[string]map[string]bool{}}
	var walks []model.Walkthrough
	var entries []model.ConcernEntry
	notes := model.Spellings{}
	for _, it := range s.items {
		switch r := it.record.(type) {
		case *model.Walkthrough:
			walks = append(walks, *r)
			f.spelt.Saw(r.Ref, r.Started)
		case *model.ConcernEntry:
			entries = append(entries, *r)
			if r.Kept {
				f.spelt.Saw(r.Ref, r.Recorded)
			}
		case nil:
			notes.Saw(it.outline().Ref, time.Time{})
		case *model.FactorNote:
			notes.Saw(r.Ref, r.Created)
		}
	}
	of := map[string]string{}
	concerns := model.Concerns(walks, entries, time.Time{})
	for _, c := range concerns {
		of[c.ID] = model.ReferenceKey(c.Ref)
		notes.Saw(c.Ref, c.Opened) // where drafts alone have it
	}
	f.spelt.SawLater(notes)
	renamed := model.RenamedOf(concerns)
	for _, it := range s.items {
		switch r := it.record.(type) {
		case nil:
			o := it.outline()
			key, known := of[o.Concern]
			if !known {
				key = model.ReferenceKey(o.Ref)
			}
			if key != "" {
				f.key[it.id] = key
			}
		case *model.FactorNote:
			f.key[it.id] = model.ReferenceKey(renamed.Ref(r))
		default:
			key, before := of[it.concern()], model.ReferenceKey(r.Head().Ref)
			f.key[it.id] = key
			if e, ok := r.(*model.ConcernEntry); ok && !e.Kept || key == "" || before == "" || before == key {
				continue // what a draft says of a reference may still change
			}
			if f.now[before] == nil {
				f.now[before] = map[string]bool{}
			}
			f.now[before][key] = true
		}
	}
	return f
}

// find is the key that a reference names: its own where anything is filed under it,
// and else the one that all that was recorded under it has by now.
func (f *filing) find(ref string) (string, error) {
	key := model.ReferenceKey(ref)
	for _, filed := range f.key {
		if filed == key && key != "" {
			return key, nil
		}
	}
	now := f.elsewhere(ref, "")
	switch len(now) {
	case 0:
		return "", absentError()
	case 1:
		return model.ReferenceKey(now[0]), nil
	}
	return "", unchanged(errRefused,
		"What was recorded under that has other references now: "+strings.Join(now, ", ")+".",
		"Give one of these.")
}

// elsewhere are the references that concerns have by now which had this one before,
// as they are shown, but for one key.
func (f *filing) elsewhere(ref, but string) []string {
	var out []string
	for _, key := range slices.Sorted(maps.Keys(f.now[model.ReferenceKey(ref)])) {
		if key != but {
			out = append(out, f.spelt.Of(key))
		}
	}
	return out
}

func absentError() error {
	return unchanged(ErrAbsent, "There is nothing under that in these notes.", "Check how the reference is written.")
}

// Kept is a reference and what is kept under it, for lists that people choose from.
type Kept struct {
	// Ref is the reference as it was first recorded.
	Ref string
	// Records is how many there are.
	Records int
	// Held tells that something of it is on hold, and Why the reasons given.
	Held bool
	Why  string
}

// References is every reference that something is kept under, in order, each record
// under one of them. Records without one are counted under the empty reference,
// which comes last.
func (s *Store) References() []Kept {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.filed()
	by := map[string][]*item{}
	for _, it := range s.pick(func(*item) bool { return true }) {
		by[f.key[it.id]] = append(by[f.key[it.id]], it)
	}
	keys := slices.Sorted(maps.Keys(by))
	if len(keys) > 0 && keys[0] == "" {
		keys = append(keys[1:], "")
	}
	out := make([]Kept, len(keys))
	for i, key := range keys {
		held, why := onHold(by[key])
		out[i] = Kept{Ref: f.spelt.Of(key), Records: len(by[key]), Held: held, Why: why}
	}
	return out
}

func onHold(all []*item) (held bool, why string) {
	var reasons []string
	for _, it := range all {
		held = held || it.hold
		if it.hold && it.why != "" && !slices.Contains(reasons, it.why) {
			reasons = append(reasons, it.why)
		}
	}
	return held, strings.Join(reasons, "; ")
}

// IDDigits is how many digits a record's id has, and minPart how many of them have
// to be given to name a record by the first ones.
const (
	IDDigits = 2 * idSize
	minPart  = 8
)

// Choice is what a reference or an id names, before anything is done with it.
type Choice struct {
	// Ref is empty for an id. It is another than the one that was given where what was
	// recorded under that has another now.
	Kept
	// ID is the whole id where the first digits were given; empty for a reference.
	ID string
	// Elsewhere are the references that further concerns stand under, which once
	// had the given one. They are no part of what is named.
	Elsewhere []string
	// Concerns are the ids of those that the records belong to.
	Concerns []string
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
	if ref != "" {
		f := s.filed()
		key, err := f.find(ref)
		if err != nil {
			return nil, err
		}
		out.Ref, out.Elsewhere = f.spelt.Of(key), f.elsewhere(ref, key)
	} else {
		var err error
		if out.ID, err = s.wholeID(id); err != nil {
			return nil, err
		}
	}
	all, err := s.chosen(ref, out.ID)
	if err != nil {
		return nil, err
	}
	out.Records = len(all)
	out.Held, out.Why = onHold(all)
	for _, it := range all {
		if c := it.concern(); c != "" && !slices.Contains(out.Concerns, c) {
			out.Concerns = append(out.Concerns, c)
		}
	}
	return out, nil
}

func (s *file) wholeID(part string) (string, error) {
	part = strings.ToLower(strings.TrimSpace(part))
	found := map[string]bool{}
	for _, it := range s.items {
		for _, id := range []string{it.id.String(), it.concern()} {
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
	return "", unchanged(ErrAbsent, "No record's id begins with that in these notes.",
		"Give at least its first 8 digits, as the log shows them.")
}

// chosen is what a reference or an id names: a record, or the concern of that id.
func (s *file) chosen(ref, id string) ([]*item, error) {
	rule := func(it *item) bool { return id != "" && (it.id.String() == id || it.concern() == id) }
	if ref != "" {
		f := s.filed()
		key, err := f.find(ref)
		if err != nil {
			return nil, err
		}
		rule = func(it *item) bool { return f.key[it.id] == key }
	}
	all := s.pick(rule)
	if len(all) == 0 {
		return nil, absentError()
	}
	return all, nil
}
