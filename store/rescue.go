package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// A rescue file holds, sealed with the notes' own key, the changes that the disk
// refused when the session had to end with nobody there to ask:
//
//	magic(8) store(16) record …
//
// It lies wherever there was still room, and the next unlocking takes it in.
const (
	rescueMagic = "\x93ISSPRES"
	maxRescue   = 64 << 20
	placeRescue = place('u')
)

// unsavedPath is the first place that a rescue is tried at.
func unsavedPath(path string) string { return path + ".unsaved" }

func compareIDs(a, b recordID) int { return bytes.Compare(a[:], b[:]) }

// maxRescues is how many of them may lie in one place. One that is there is never
// written over: it may not have been taken in yet.
const maxRescues = 20

// rescueNames are the names that rescues may have at a place.
func rescueNames(place string) []string {
	out := []string{place}
	for n := 2; n <= maxRescues; n++ {
		out = append(out, fmt.Sprintf("%s.%d", place, n))
	}
	return out
}

// rescuePlaces are the files that a rescue may lie in, best first: beside the
// notes and beside the anchor; and, passing, in the folder of the login and in
// that for temporary files, which may be emptied when the computer restarts.
func rescuePlaces(path string, opt Options) (lasting, passing []string) {
	name := rescueName(path)
	lasting = []string{unsavedPath(path)}
	if anchor := anchorPath(path, opt); anchor != "" {
		lasting = append(lasting, filepath.Join(filepath.Dir(anchor), name))
	}
	if run := os.Getenv("XDG_RUNTIME_DIR"); run != "" {
		passing = append(passing, filepath.Join(run, name))
	}
	return lasting, append(passing, filepath.Join(os.TempDir(), name))
}

// rescueName is the file's name in a folder that is not the notes' own.
func rescueName(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	sum := sha256.Sum256([]byte(abs))
	return "isspp-" + hex.EncodeToString(sum[:6]) + ".unsaved"
}

// Rescue writes what is unsaved, sealed, to a file of its own where there is
// room, and returns its name; "" where nothing is unsaved. It is the last resort
// of a session that has to end. With anywhere it also takes a place that may be
// emptied when the computer restarts: better than none, if nobody can be asked.
func (s *Store) Rescue(anywhere bool) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.unsaved) == 0 || s.keys == nil {
		return "", nil
	}
	places, passing := rescuePlaces(s.path, s.opt)
	if anywhere {
		places = append(places, passing...)
	}
	return s.rescue(places)
}

// rescue writes what is unsaved to the first of the places that takes it.
func (s *Store) rescue(places []string) (string, error) {
	b := s.rescueHead()
	for _, id := range slices.SortedFunc(maps.Keys(s.unsaved), compareIDs) {
		sealed, err := s.sealRescue(s.unsaved[id])
		if err != nil {
			return "", err
		}
		b = append(b, sealed...)
	}
	var errs []error
	for _, place := range places {
		name, err := freeRescue(place)
		if err == nil {
			err = writeWhole(name, b)
		}
		if err == nil {
			return name, nil
		}
		errs = append(errs, err)
	}
	return "", placed(errors.Join(errs...))
}

// freeRescue is the first name at a place that nothing has.
func freeRescue(place string) (string, error) {
	for _, name := range rescueNames(place) {
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name, nil
		}
	}
	return "", fs.ErrExist
}

func (s *Store) sealRescue(it *item) ([]byte, error) {
	body, err := it.encode()
	if err != nil {
		return nil, err
	}
	p := payload{kind: it.kind, hold: it.hold, why: it.why, body: body}
	return s.keys.seal(s.header.store, placeRescue, envelope{it.id, it.revision, noteSchema}, p.encode()), nil
}
