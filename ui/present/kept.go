package present

import (
	"slices"
	"sync"
	"time"
)

// kept is where presentations stopped, by deck and edition.
type kept struct {
	path string
	mu   sync.Mutex
	asks int
	// Decks are by the deck's name and the edition it was made of.
	Decks map[string]stop `json:"decks"`
	// Plans are how full sessions were planned, by the same names.
	Plans map[string][]planRow `json:"plans,omitempty"`
}

// stop is where one stopped.
type stop struct {
	Place
	Seed int64     `json:"seed"`
	When time.Time `json:"when"`
}

// keptFor is how long it is worth going on: after that it is another session.
const keptFor = 60 * 24 * time.Hour

// readKept reads the file. Without one, or with one that can't be read, every
// deck begins at its beginning.
func readKept(path string) *kept {
	k := &kept{path: path}
	if err := readJSON(path, k); err != nil || k.Decks == nil {
		k.Decks = map[string]stop{}
	}
	return k
}

// find is where a deck stopped.
func (k *kept) find(name string, now time.Time) (stop, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	s, ok := k.Decks[name]
	return s, ok && now.Sub(s.When) < keptFor
}

// set keeps where a deck is; a nil stop forgets it. What it returns writes the
// file.
func (k *kept) set(name string, s *stop) func() error {
	return k.change(func() {
		if s == nil {
			delete(k.Decks, name)
		} else {
			k.Decks[name] = *s
		}
	})
}

// plan is how a full session was planned the last time.
func (k *kept) plan(name string) []planRow {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.Plans[name]
}

// setPlan keeps how a session is planned. What it returns writes the file.
func (k *kept) setPlan(name string, rows []planRow) func() error {
	return k.change(func() {
		if k.Plans == nil {
			k.Plans = map[string][]planRow{}
		}
		k.Plans[name] = slices.Clone(rows)
	})
}

// change changes what is kept and gives what writes the file, which leaves it to a
// later change where there is one.
func (k *kept) change(do func()) func() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	do()
	k.asks++
	mine := k.asks
	return func() error {
		k.mu.Lock()
		defer k.mu.Unlock()
		if mine < k.asks {
			return nil
		}
		return writeJSON(k.path, k)
	}
}
