package present

import "time"

// kept is where presentations stopped, by deck and edition.
type kept struct {
	saved
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
	k := &kept{saved: saved{path: path}}
	if err := readJSON(path, k); err != nil || k.Decks == nil {
		k.Decks = map[string]stop{}
	}
	return k
}

// find is where a deck stopped.
func (k *kept) find(name string, now time.Time) (stop, bool) {
	s, ok := k.Decks[name]
	return s, ok && now.Sub(s.When) < keptFor
}

// plan keeps how a session is planned. What it returns writes the file.
func (k *kept) plan(name string, rows []planRow) func() error {
	if k.Plans == nil {
		k.Plans = map[string][]planRow{}
	}
	k.Plans[name] = rows
	return k.write(k)
}
