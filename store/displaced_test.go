package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/model"
	"isspp/store/disk"
)

// meddled are open notes with two saved walkthroughs, for another program to meddle with.
func meddled(t *testing.T) (s *Store, before []byte) {
	t.Helper()
	if !disk.MayVanish {
		t.Skip("here nothing can move, replace or cut a file that is open")
	}
	t.Setenv("XDG_RUNTIME_DIR", folder(t))
	t.Setenv("TMPDIR", folder(t))
	s, _ = newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "FIRST"})
	s, _ = again(t, s)
	before, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	mustSave(t, s, &model.Walkthrough{Ref: "SECOND"})
	return s, before
}

// thirdAndAll saves one more, opens anew and expects all three.
func thirdAndAll(t *testing.T, s *Store, code string) {
	t.Helper()
	mustSave(t, s, &model.Walkthrough{Ref: "THIRD"})
	told := s.Told()
	if code == "" && len(told) > 0 || code != "" && (len(told) != 1 || told[0].Code != code) || len(s.Told()) > 0 {
		t.Errorf("told %+v", told)
	}
	lines, err := s.History()
	if err != nil || strings.Contains(lines[len(lines)-1].Reason, "while it was open") != (code != "") {
		t.Errorf("the log says %q, %v", lines[len(lines)-1].Reason, err)
	}
	allThree(t, s, "")
}

// allThree opens anew and expects all three, and no finding of weight but code.
func allThree(t *testing.T, s *Store, code string) {
	t.Helper()
	s, r := again(t, s)
	if code == "" {
		clean(t, r)
	} else if !r.Has(code) || r.Worst() == Loss {
		t.Fatalf("%+v", r)
	}
	if got := len(s.Walkthroughs()); got != 3 {
		t.Errorf("%d walkthroughs", got)
	}
	if v, err := s.Verify(); err != nil || !v.OK() {
		t.Errorf("%+v, %v", v, err)
	}
}

func must(t *testing.T, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

func TestNotesRemovedWhileOpenArePutBackBeforeTheNextSaveIsConfirmed(t *testing.T) {
	s, _ := meddled(t)
	must(t, os.Remove(s.path))
	thirdAndAll(t, s, "put-back")
}

func TestNotesRemovedAfterTheLastSaveArePutBackWhenTheyAreClosed(t *testing.T) {
	s, _ := meddled(t)
	mustSave(t, s, &model.Walkthrough{Ref: "THIRD"})
	must(t, os.Remove(s.path), os.Remove(sidePath(s.path)), os.Remove(lockPath(s.path)))
	allThree(t, s, "")
	if _, err := os.Stat(sidePath(s.path)); err != nil {
		t.Error(err)
	}
}

func TestNotesReplacedWhileOpenArePutBackAndTheOtherFileIsKept(t *testing.T) {
	s, older := meddled(t)
	other := filepath.Join(filepath.Dir(s.path), "from-a-sync-tool")
	must(t, os.WriteFile(other, older, 0o600), os.Rename(other, s.path))
	thirdAndAll(t, s, "put-back")
	aside, err := filepath.Glob(s.path + ".2*")
	if err != nil || len(aside) != 1 {
		t.Fatal(aside, err)
	}
	if kept, err := os.ReadFile(aside[0]); err != nil || string(kept) != string(older) {
		t.Error("the other file was changed", err)
	}
}

func TestNotesWrittenAnewTheSameAreGoneOnWith(t *testing.T) {
	s, _ := meddled(t)
	now, err := os.ReadFile(s.path)
	must(t, err)
	other := filepath.Join(filepath.Dir(s.path), "from-a-sync-tool")
	must(t, os.WriteFile(other, now, 0o600), os.Rename(other, s.path))
	thirdAndAll(t, s, "put-back")
	if aside, _ := filepath.Glob(s.path + ".2*"); len(aside) > 0 {
		t.Error("set aside", aside)
	}
}

func TestNotesWhoseFolderIsMovedWhileOpenArePutBack(t *testing.T) {
	s, _ := meddled(t)
	dir := filepath.Dir(s.path)
	must(t, os.Rename(dir, dir+"-moved"))
	thirdAndAll(t, s, "put-back")
	moved := filepath.Join(dir+"-moved", filepath.Base(s.path))
	if m, r, err := unlock(moved, Passphrase([]byte(words)), s.opt); err != nil || len(m.Walkthroughs()) != 2 {
		t.Errorf("what was moved: %+v, %v", r, err)
	} else {
		closeQuietly(m)
	}
}

func TestNotesThatCannotBePutBackAreNotSaidToBeSaved(t *testing.T) {
	s, _ := meddled(t)
	dir := filepath.Dir(s.path)
	must(t, os.Rename(dir, dir+"-moved"), os.WriteFile(dir, nil, 0o600))
	w := &model.Walkthrough{Ref: "THIRD"}
	if err := s.SaveWalkthrough(w); !errors.Is(err, errReadOnly) || s.Unsaved() != 2 {
		t.Fatal(err, s.Unsaved())
	}
	must(t, os.Remove(dir), s.SaveUnsaved())
	if s.Unsaved() != 0 {
		t.Error("still unsaved")
	}
	allThree(t, s, "")
}

func TestNotesCutShortWhileOpenEndNothingAndWhatWasSavedSinceComesBack(t *testing.T) {
	for _, size := range []int64{0, 1, 4096, 8192, 16384, 20000} {
		s, _ := meddled(t)
		_, err := s.Backup("", false)
		must(t, err, os.Truncate(s.path, size))
		if err := s.SaveWalkthrough(&model.Walkthrough{Ref: "THIRD"}); !errors.Is(err, ErrDamaged) || s.Unsaved() != 2 {
			t.Fatalf("cut to %d: %v, %d unsaved", size, err, s.Unsaved())
		}
		name, err := s.Rescue(false)
		if err != nil || name == "" {
			t.Fatal(name, err)
		}
		must(t, s.Close())
		if _, _, err := unlock(s.path, Passphrase([]byte(words)), s.opt); !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut to %d: %v", size, err)
		}
		backups, err := Sources(s.path, s.opt, Backup)
		must(t, err)
		_, err = Restore(s.path, backups[0].Path, s.opt)
		must(t, err)
		allThree(t, s, "rescued")
	}
}

func TestNotesWrittenOverWhileOpenAreNoticedAndWhatWasSavedSinceComesBack(t *testing.T) {
	s, older := meddled(t)
	now, err := os.ReadFile(s.path)
	must(t, err)
	must(t, os.WriteFile(s.path, append(older, now[len(older):]...), 0o600))
	if err := s.SaveWalkthrough(&model.Walkthrough{Ref: "THIRD"}); !errors.Is(err, ErrDamaged) || s.Unsaved() != 2 {
		t.Fatal(err, s.Unsaved())
	}
	if name, err := s.Rescue(false); err != nil || name == "" {
		t.Fatal(name, err)
	}
	s, r := again(t, s)
	if !r.Has("older-file") {
		t.Fatalf("%+v", r)
	}
	must(t, s.AcceptOlder())
	if told := s.Told(); len(told) != 1 || told[0].Code != "rescued" || len(s.Walkthroughs()) != 3 {
		t.Errorf("%+v", told)
	}
	allThree(t, s, "")
}

func TestNotesWrittenOverAfterTheLastSaveLoseNothingOfThisSession(t *testing.T) {
	s, older := meddled(t)
	mustSave(t, s, &model.Walkthrough{Ref: "THIRD"})
	now, err := os.ReadFile(s.path)
	must(t, err)
	must(t, os.WriteFile(s.path, append(older, now[len(older):]...), 0o600))
	s, r := again(t, s)
	if !r.Has("older-file") {
		t.Fatalf("%+v", r)
	}
	must(t, s.AcceptOlder())
	if told := s.Told(); len(told) != 1 || told[0].Code != "rescued" || len(s.Walkthroughs()) != 3 {
		t.Errorf("%+v", told)
	}
	allThree(t, s, "")
}
