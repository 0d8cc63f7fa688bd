package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"isspp/model"
)

// TestAnAnchorThatGrewTooLongIsMendedByTheNextOpening: something appended to it.
func TestAnAnchorThatGrewTooLongIsMendedByTheNextOpening(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	closeQuietly(s)
	f, err := os.OpenFile(s.opt.Anchor, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("and so on"); err != nil {
		t.Fatal(err)
	}
	closeQuietly(f)
	s, r := again(t, s)
	if !r.Has("no-anchor") {
		t.Fatalf("%+v", r)
	}
	_, r = again(t, s)
	if len(r.Findings) > 0 {
		t.Fatalf("still: %+v", r)
	}
}

// moved has the memory of this computer in one folder, where an edition before
// kept it in another.
func moved(t *testing.T) (now, former string) {
	t.Helper()
	dir := folder(t)
	now, former = filepath.Join(dir, "local"), filepath.Join(dir, "roaming")
	was := anchorFolders
	t.Cleanup(func() { anchorFolders = was })
	anchorFolders = func() (string, string) { return now, former }
	return now, former
}

// inOldPlace sets notes up as an edition did that kept its memory in former.
func inOldPlace(t *testing.T, now, former string) (*Store, Options) {
	t.Helper()
	dir := folder(t)
	opt := testOptions(dir)
	opt.Anchor = ""
	anchorFolders = func() (string, string) { return former, "" }
	s, _, err := Create(filepath.Join(dir, "data", "notes.db"), []byte(words), opt)
	if err != nil {
		t.Fatal(err)
	}
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	closeQuietly(s)
	anchorFolders = func() (string, string) { return now, former }
	return s, opt
}

func TestTheMemoryOfAnEarlierEditionIsTakenOverOnce(t *testing.T) {
	t.Parallel()
	now, former := moved(t)
	s, opt := inOldPlace(t, now, former)
	old, _ := filepath.Glob(filepath.Join(former, "isspp", "*.anchor"))
	if len(old) != 1 {
		t.Fatal(old)
	}
	before, err := os.ReadFile(old[0])
	if err != nil {
		t.Fatal(err)
	}
	earlier, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	s, r := again(t, s)
	if len(r.Findings) > 0 {
		t.Fatalf("the old place was not looked at: %+v", r)
	}
	mustSave(t, s, &model.Walkthrough{Ref: "S"})
	closeQuietly(s)
	if after, err := os.ReadFile(old[0]); err != nil || !bytes.Equal(after, before) {
		t.Error("the old place is still written to", err)
	}
	// What the old place says later, as from another computer, counts no more.
	if err := os.WriteFile(old[0], before[:20], 0o600); err != nil {
		t.Fatal(err)
	}
	s, r = again(t, s)
	if len(r.Findings) > 0 {
		t.Fatalf("%+v", r)
	}
	closeQuietly(s)
	if err := os.WriteFile(s.path, earlier, 0o600); err != nil {
		t.Fatal(err)
	}
	_, r, err = Unlock(s.path, Passphrase([]byte(words)), opt)
	if err != nil || !r.Has("older-file") {
		t.Fatalf("an older file is not noticed in the new place: %+v, %v", r, err)
	}
}

func TestWrongTriesAndWhatWasPutAsideInTheOldPlaceAreTakenOverToo(t *testing.T) {
	now, former := moved(t)
	s, opt := inOldPlace(t, now, former)
	anchorFolders = func() (string, string) { return former, "" }
	for range freeTries {
		_ = wrongTry(s.path, opt)
	}
	s, _ = again(t, s)
	s.before = tries{}
	id := newID()
	n := &model.FactorNote{ID: id.String(), About: "protective/child/hobbies", Body: "kept aside"}
	s.keepUnsaved(&item{id: id, revision: 1, schema: noteSchema, kind: kindFactorNote, record: n}, ErrFull)
	beside := rescueNames(unsavedPath(s.path))
	for _, name := range beside { // no room beside the notes
		if err := os.Mkdir(name, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	name, err := s.Rescue(false)
	if err != nil || filepath.Dir(name) != filepath.Join(former, "isspp") {
		t.Fatal(name, err)
	}
	for range freeTries {
		_ = wrongTry(s.path, opt)
	}
	closeQuietly(s)
	for _, name := range beside {
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
	anchorFolders = func() (string, string) { return now, former }
	var wrong *WrongSecretError
	if _, _, err := Unlock(s.path, Passphrase([]byte("not the words at all")), opt); !errors.As(err, &wrong) || wrong.Tries != freeTries+1 || NextTry(s.path, opt) == 0 {
		t.Fatalf("counting began anew: %v", err)
	}
	s, r := again(t, s)
	if !r.Has("wrong-tries") || !r.Has("rescued") || len(s.FactorNotes()) != 1 {
		t.Fatalf("%+v", r)
	}
	_, r = again(t, s)
	if len(r.Findings) > 0 {
		t.Fatalf("told again: %+v", r)
	}
}
