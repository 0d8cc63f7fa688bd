package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/model"
)

// refuseSaves makes every further save fail as a disk without room does, until mend.
func refuseSaves(s *Store) (mend func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stuck = &Error{Class: ErrFull, What: "There is no room left on the disk."}
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.stuck = nil
	}
}

func TestWhatTheDiskRefusedIsRememberedUntilItIsSaved(t *testing.T) {
	s, _ := newNotes(t)
	w := &model.Walkthrough{Ref: "R"}
	mustSave(t, s, w)
	mend := refuseSaves(s)
	w.Draft.Text = "the last words"
	if err := s.SaveWalkthrough(w); !errors.Is(err, ErrFull) || s.Unsaved() != 1 {
		t.Fatal(err, s.Unsaved())
	}
	if err := s.SaveUnsaved(); !errors.Is(err, ErrFull) || s.Unsaved() != 1 {
		t.Fatal(err, s.Unsaved())
	}
	mend()
	if err := s.SaveUnsaved(); err != nil || s.Unsaved() != 0 {
		t.Fatal(err, s.Unsaved())
	}
	s, r := again(t, s)
	clean(t, r)
	if got := s.Walkthroughs()[0].Draft.Text; got != "the last words" {
		t.Errorf("kept %q", got)
	}
}

// rescued leaves notes whose last change could only be put aside.
func rescued(t *testing.T) (*Store, *model.Walkthrough, string) {
	t.Helper()
	t.Setenv("XDG_RUNTIME_DIR", folder(t))
	t.Setenv("TMPDIR", folder(t))
	s, _ := newNotes(t)
	w := &model.Walkthrough{Ref: "R"}
	mustSave(t, s, w)
	defer refuseSaves(s)()
	w.Draft.Text = "the last words"
	if err := s.SaveWalkthrough(w); !errors.Is(err, ErrFull) {
		t.Fatal(err)
	}
	name, err := s.Rescue(false)
	if err != nil || name == "" {
		t.Fatal(name, err)
	}
	return s, w, name
}

func TestAChangePutAsideIsSealedAndTakenInOnce(t *testing.T) {
	s, _, name := rescued(t)
	b, err := os.ReadFile(name)
	if err != nil || strings.Contains(string(b), "last words") || strings.Contains(string(b), "walkthrough") {
		t.Fatalf("not sealed: %v", err)
	}
	s, r := again(t, s)
	if !r.Has("rescued") || s.Walkthroughs()[0].Draft.Text != "the last words" {
		t.Fatalf("%+v, %+v", r.Findings, s.Walkthroughs())
	}
	if _, err := os.Stat(name); !os.IsNotExist(err) {
		t.Error("the file is still there")
	}
	s, r = again(t, s)
	clean(t, r)
	if len(s.Walkthroughs()) != 1 {
		t.Errorf("%d walkthroughs", len(s.Walkthroughs()))
	}
}

func TestAChangePutAsideComesBesideNotesThatWentOn(t *testing.T) {
	s, w, name := rescued(t)
	aside, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	s, _ = again(t, s)
	w.Draft.Text = "other words"
	mustSave(t, s, w)
	if err := os.WriteFile(name, aside, 0o600); err != nil {
		t.Fatal(err)
	}
	s, _ = again(t, s)
	var texts []string
	for _, w := range s.Walkthroughs() {
		texts = append(texts, w.Draft.Text)
	}
	if all := strings.Join(texts, "|"); len(texts) != 2 || !strings.Contains(all, "other words") || !strings.Contains(all, "the last words") {
		t.Errorf("both sides are not kept: %q", all)
	}
}

func TestAChangePutAsideThatIsDamagedIsLeftAndSaid(t *testing.T) {
	s, _, name := rescued(t)
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)-1] ^= 1
	if err := os.WriteFile(name, b, 0o600); err != nil {
		t.Fatal(err)
	}
	s, r := again(t, s)
	if !r.Has("rescue-left") || s.Walkthroughs()[0].Draft.Text != "" {
		t.Errorf("%+v", r.Findings)
	}
	if after, err := os.ReadFile(name); err != nil || string(after) != string(b) {
		t.Error("the file was touched")
	}
}

func TestAChangeIsPutWhereThereIsStillRoom(t *testing.T) {
	s, _ := newNotes(t)
	elsewhere := folder(t)
	t.Setenv("XDG_RUNTIME_DIR", elsewhere)
	mend := refuseSaves(s)
	if err := s.SaveWalkthrough(&model.Walkthrough{Ref: "R", Draft: model.Draft{Text: "x"}}); err == nil {
		t.Fatal("saved")
	}
	// Folders in the way of the first two places stand for disks without room.
	lasting, _ := rescuePlaces(s.path, s.opt)
	for _, name := range lasting {
		if err := os.MkdirAll(filepath.Join(name, "full"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if name, err := s.Rescue(false); err == nil {
		t.Fatal(name)
	}
	name, err := s.Rescue(true)
	if err != nil || filepath.Dir(name) != elsewhere {
		t.Fatal(name, err)
	}
	mend()
	s, r := again(t, s)
	if !r.Has("rescued") || len(s.Walkthroughs()) != 1 {
		t.Errorf("%+v", r.Findings)
	}
}
