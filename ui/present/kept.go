package present

import (
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
// file, and leaves it to a later one where there is one.
func (k *kept) set(name string, s *stop) func() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if s == nil {
		delete(k.Decks, name)
	} else {
		k.Decks[name] = *s
	}
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
