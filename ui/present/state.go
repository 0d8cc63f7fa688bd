package present

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
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
	// Blank hides the slide, Large gives its points more room, fewer to a page, and
	// Pointer is the item that is pointed at, or -1.
	Blank   bool `json:"blank"`
	Large   bool `json:"large"`
	Pointer int  `json:"pointer"`
	// Started is when the time began to count, Minutes how long the session is to be, 0
	// where nobody said, and Talk until when the room talks.
	Started time.Time `json:"started"`
	Minutes int       `json:"minutes"`
	Talk    time.Time `json:"talk"`
	// W and H are the cells of a slide on the hall's screen. A second terminal lays out
	// for them too, so that its keys turn the hall's pages.
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
	in := xdg.RuntimeDir
	if info, err := os.Stat(in); err != nil || !info.IsDir() {
		in = xdg.StateHome
	}
	return filepath.Join(in, folder, "presenting.json")
}

func keptPath() string { return filepath.Join(xdg.StateHome, folder, "stopped.json") }

// saved is a small file of ours.
type saved struct {
	path  string
	mu    sync.Mutex
	asked int
}

// write gives what writes the file as v is now, unless something newer is to be
// written: commands run side by side.
func (f *saved) write(v any) func() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked++
	mine := f.asked
	b, err := json.Marshal(v)
	return func() error {
		f.mu.Lock()
		defer f.mu.Unlock()
		if err != nil || mine < f.asked {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(f.path), 0o700); err != nil {
			return err
		}
		return disk.Write(f.path, b, disk.How{})
	}
}

// live reads the state in a file; ok is false where nothing is being presented.
func live(path string) (s State, ok bool) {
	if err := readJSON(path, &s); err != nil || s.Run == "" || s.Deck == "" {
		return State{}, false
	}
	return s, alive(s.PID)
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

// alive reports whether a process is there. On Windows one that isn't can't be found.
func alive(pid int) bool {
	if pid <= 0 {
		return false
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer func() { _ = p.Release() }()
	err = p.Signal(syscall.Signal(0))
	return runtime.GOOS == "windows" || err == nil || errors.Is(err, fs.ErrPermission)
}

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
	if k.Plans == nil {
		k.Plans = map[string][]planRow{}
	}
	return k
}

func (k *kept) find(name string, now time.Time) (stop, bool) {
	s, ok := k.Decks[name]
	return s, ok && now.Sub(s.When) < keptFor
}
