package store

import (
	"maps"
	"slices"
	"strings"
	"time"

	"isspp/model"
	"isspp/store/seal"
)

// filing is which reference each record belongs to, by keys: that of its concern as
// it is now, also for a note that was written when the concern had another. So each record belongs to one, and to no
// other.
type filing struct {
	key   map[seal.ID]string
	spelt model.Spellings
	// now are the keys that concerns have by now, by one that they had before.
	now map[string]map[string]bool
}

// filed works out what the records in memory are filed under.
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
	renamed := model.RenamedOf(concerns)
	for _, c := range concerns {
		of[c.ID] = model.ReferenceKey(c.Ref)
		notes.Saw(c.Ref, c.Opened) // where drafts alone have it
	}
	f.spelt.SawLater(notes)
	for _, it := range s.items {
		if it.record == nil {
			o := it.outline()
			key, known := of[o.Concern]
			if !known {
				key = model.ReferenceKey(o.Ref)
			}
			if key != "" {
				f.key[it.id] = key
			}
			continue
		}
		if n, is := it.record.(*model.FactorNote); is {
			f.key[it.id] = model.ReferenceKey(renamed.Ref(n))
		}
		if c := concernOf(it.record); c != "" {
			f.file(it, of[c])
		}
	}
	return f
}

// file files a record under the key of its concern.
func (f *filing) file(it *item, key string) {
	f.key[it.id] = key
	if e, ok := it.record.(*model.ConcernEntry); ok && !e.Kept {
		return // what it says of a reference may still change
	}
	before := model.ReferenceKey(it.record.Reference())
	if key == "" || before == "" || before == key {
		return
	}
	if f.now[before] == nil {
		f.now[before] = map[string]bool{}
	}
	f.now[before][key] = true
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

// referencesOf are the references that some records belong to, in order.
func (s *file) referencesOf(ids map[seal.ID]bool) []string {
	f, keys := s.filed(), map[string]bool{}
	for id := range ids {
		if key := f.key[id]; key != "" {
			keys[key] = true
		}
	}
	out := make([]string, 0, len(keys))
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		out = append(out, f.spelt.Of(key))
	}
	return out
}

// under is the rule for the records of a key.
func (f *filing) under(key string) func(*item) bool {
	return func(it *item) bool { return f.key[it.id] == key }
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
	out := make([]Kept, 0, len(keys))
	for _, key := range keys {
		all := by[key]
		held := slices.ContainsFunc(all, func(it *item) bool { return it.hold })
		out = append(out, Kept{Ref: f.spelt.Of(key), Records: len(all), Held: held, Why: whyHeld(all)})
	}
	return out
}
