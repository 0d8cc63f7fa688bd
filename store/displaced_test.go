package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/model"
)

// replace puts another file in the place of the open notes, as a sync tool does.
func replace(t *testing.T, path string, with []byte) {
	t.Helper()
	if err := os.WriteFile(path+".sync", with, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".sync", path); err != nil {
		t.Skipf("an open file can't be replaced here, so nothing is to be noticed: %v", err)
	}
}

func TestNotesThatAreReplacedWhileOpenAreKeptAsideAndNothingIsSaidToBeSaved(t *testing.T) {
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "A", Draft: model.Draft{Text: "before"}})
	old, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	mustSave(t, s, &model.Walkthrough{Ref: "A", Draft: model.Draft{Text: "saved"}})
	replace(t, s.path, old)
	late := &model.Walkthrough{Ref: "A", Draft: model.Draft{Text: "late"}}
	if err := s.SaveWalkthrough(late); !errors.Is(err, ErrDisplaced) || s.Unsaved() != 1 {
		t.Fatal(err, s.Unsaved())
	}
	if r, err := s.Verify(); err != nil || !r.Has("displaced") {
		t.Errorf("%+v, %v", r, err)
	}
	asides, err := filepath.Glob(s.path + ".2*")
	if err != nil || len(asides) != 1 {
		t.Fatal(asides, err)
	}
	if err := s.SaveWalkthrough(late); !errors.Is(err, ErrDisplaced) || !strings.Contains(err.Error(), filepath.Base(asides[0])) {
		t.Fatal(err)
	}
	if more, err := filepath.Glob(s.path + ".2*"); err != nil || len(more) != 1 {
		t.Fatalf("a copy for every try: %v, %v", more, err)
	}
	if _, err := s.Rescue(false); err != nil {
		t.Fatal(err)
	}
	closeQuietly(s)
	if now, err := os.ReadFile(s.path); err != nil || string(now) != string(old) {
		t.Error("what the other program put there was changed: ", err)
	}
	if _, err := Restore(s.path, asides[0], s.opt); err != nil {
		t.Fatal(err)
	}
	s, r, err := Unlock(s.path, Passphrase([]byte(words)), s.opt)
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(s)
	if got := draftTexts(s); len(got) != 3 || got["late"] != 1 || got["saved"] != 1 {
		t.Errorf("%v, %+v", got, r.Findings)
	}
}

func TestNotesThatAreRemovedWhileOpenArePutBack(t *testing.T) {
	for _, lock := range []bool{true, false} {
		s, _ := newNotes(t)
		mustSave(t, s, &model.Walkthrough{Ref: "A", Draft: model.Draft{Text: "before"}})
		if err := os.Remove(s.path); err != nil {
			t.Skipf("an open file can't be removed here, so nothing is to be noticed: %v", err)
		}
		want := 1
		if !lock { // not even a save comes after it
			mustSave(t, s, &model.Walkthrough{Ref: "A", Draft: model.Draft{Text: "after"}})
			want = 2
			lines, err := s.History()
			if err != nil || !strings.Contains(lines[len(lines)-1].Reason, "removed while it was open") {
				t.Errorf("the log does not say it: %v", err)
			}
		}
		s, r := again(t, s)
		clean(t, r)
		if got := draftTexts(s); len(got) != want || got["before"] != 1 {
			t.Errorf("%v", got)
		}
	}
}

func TestARemovedFolderIsSaidAndABackupIsStillMade(t *testing.T) {
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "A"})
	moved := filepath.Join(folder(t), "moved")
	if err := os.Rename(filepath.Dir(s.path), moved); err != nil {
		t.Skipf("the folder of an open file can't be moved here: %v", err)
	}
	if err := s.SaveWalkthrough(&model.Walkthrough{Ref: "B"}); !errors.Is(err, ErrDisplaced) {
		t.Fatal(err)
	}
	if _, err := s.BackupNow(filepath.Join(folder(t), "elsewhere.db")); err != nil {
		t.Error(err)
	}
	if err := os.Rename(moved, filepath.Dir(s.path)); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveUnsaved(); err != nil || s.Unsaved() != 0 {
		t.Errorf("it is back, and yet: %v", err)
	}
	s, r := again(t, s)
	clean(t, r)
	if len(s.Walkthroughs()) != 2 {
		t.Error(len(s.Walkthroughs()))
	}
}
