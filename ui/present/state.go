package present

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"isspp/store/disk"
)

// State is what the two terminals of a presentation tell each other. It holds
// where the presentation is, and no word of anybody's notes.
type State struct {
	// Run tells one presentation from another, and Seq counts its changes.
	Run string `json:"run"`
	Seq int    `json:"seq"`
	// PID is the process that shows the slides: when it is gone so is the
	// presentation.
	PID     int    `json:"pid"`
	Deck    string `json:"deck"`
	Content string `json:"content,omitempty"`
	Seed    int64  `json:"seed"`
	Place
	Blank   bool      `json:"blank"`
	Large   bool      `json:"large"`
	Pointer int       `json:"pointer"`
	Started time.Time `json:"started"`
	Minutes int       `json:"minutes"`
	Talk    time.Time `json:"talk"`
	// W and H are the cells of a slide on the hall's screen.
	W int `json:"w"`
	H int `json:"h"`
	// Scaling is how that screen enlarges letters.
	Scaling scaling `json:"scaling"`
}

// folder is ours within the platform's folders.
const folder = "isspp"

// livePath is the file of the presentation that is going on: in the runtime
// folder, which is the person's own and empty after a restart, and in the state
// folder where a platform has none.
func livePath() string {
	if info, err := os.Stat(xdg.RuntimeDir); xdg.RuntimeDir != "" && err == nil && info.IsDir() {
		return filepath.Join(xdg.RuntimeDir, folder, "presenting.json")
	}
	return filepath.Join(xdg.StateHome, folder, "presenting.json")
}

// keptPath is the file of where presentations stopped.
func keptPath() string { return filepath.Join(xdg.StateHome, folder, "stopped.json") }

// link is the file between the two terminals.
type link struct {
	path string
	mu   sync.Mutex
	run  string
	seq  int
}

// put writes a state, unless a newer one was written already: commands run side
// by side.
func (l *link) put(s State) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if s.Run == l.run && s.Seq <= l.seq {
		return nil
	}
	l.run, l.seq = s.Run, s.Seq
	return writeJSON(l.path, s)
}

// get reads the state; ok is false where nothing is being presented.
func (l *link) get() (s State, ok bool) {
	if err := readJSON(l.path, &s); err != nil || s.Run == "" || s.Deck == "" {
		return State{}, false
	}
	return s, alive(s.PID)
}

// remove takes the file away, if it is still this run's.
func (l *link) remove(run string) {
	var s State
	if err := readJSON(l.path, &s); err == nil && s.Run == run {
		_ = os.Remove(l.path)
	}
}

// maxState is more than either file can be.
const maxState = 1 << 16

func readJSON(path string, v any) error {
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() || info.Size() > maxState {
		return errors.New("not a file of isspp's")
	}
	b, err := os.ReadFile(path) //nolint:gosec // the person's own folder
	if err != nil {
		return err
	}
	return json.Unmarshal(b, v)
}

// writeJSON replaces a file at once, so that nobody ever reads half of it. Only
// the person may read it.
func writeJSON(path string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return disk.Write(path, b, disk.How{})
}
