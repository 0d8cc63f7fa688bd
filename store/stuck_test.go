package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/model"
)

// shut is notes whose file did not open again after a failed write: back puts the
// file where it was.
func shut(t *testing.T) (s *Store, back func()) {
	t.Helper()
	s, _ = dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	if err := s.closeBolt(); err != nil { // as on Windows, where no open file is moved
		t.Fatal(err)
	}
	away := filepath.Join(filepath.Dir(filepath.Dir(s.path)), "away")
	if err := os.Rename(s.path, away); err != nil {
		t.Fatal(err)
	}
	if err := s.reopen(fullDisk); err == nil {
		t.Fatal("it opened")
	}
	return s, func() {
		if err := os.Rename(away, s.path); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheNextSaveTriesAFileAgainThatDidNotOpen(t *testing.T) {
	t.Parallel()
	s, back := shut(t)
	w := &model.Walkthrough{Ref: "S"}
	if err := s.SaveWalkthrough(w); !errors.Is(err, errFull) && !errors.Is(err, errReadOnly) || s.Unsaved() != 1 {
		t.Fatal(err, s.Unsaved())
	}
	back()
	mustSave(t, s, w)
	if n := s.Unsaved(); n != 0 {
		t.Errorf("%d still count as unsaved", n)
	}
	s, r := again(t, s)
	clean(t, r)
	if len(s.Walkthroughs()) != 2 {
		t.Error("a record is missing")
	}
}

// What looked at a file that was not open took that for a broken one, and nothing
// could be saved any more even when the disk was well again.
func TestToLookAtAFileThatDidNotOpenLeavesItToBeTriedAgain(t *testing.T) {
	t.Parallel()
	for name, look := range map[string]func(*Store) error{
		"the log":  func(s *Store) error { _, err := s.History(); return err },
		"verify":   func(s *Store) error { _, err := s.Verify(); return err },
		"a backup": func(s *Store) error { _, err := s.Backup("", true); return err },
	} {
		t.Run(name, func(t *testing.T) {
			s, back := shut(t)
			if err := look(s); err == nil || faulted(err) {
				t.Errorf("%v", err)
			}
			back()
			if err := look(s); err != nil {
				t.Error(err)
			}
			mustSave(t, s, &model.Walkthrough{Ref: "S"})
			_, r := again(t, s)
			clean(t, r)
		})
	}
}

func TestAFileThatDoesNotOpenForWantOfRoomIsSaidToBeSo(t *testing.T) {
	t.Parallel()
	grow := placeError(fmt.Errorf("truncate: %s", &fs.PathError{Op: "truncate", Path: "notes.db", Err: fullDisk})) //nolint:errorlint // as bbolt does
	if err := reopenError(fullDisk, grow); !errors.Is(err, errFull) ||
		!strings.Contains(err.Error(), "free some space") {
		t.Error(err)
	}
	if err := reopenError(nil, fs.ErrNotExist); !errors.Is(err, errReadOnly) || errors.Is(err, errFull) {
		t.Error(err)
	}
	if !isFull(readOnlyError(grow)) {
		t.Error("the cause is not seen")
	}
}
