package store

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"isspp/model"
)

func TestThePlaceIsKeptSealedAndIsNoRecord(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	if len(s.KeptPlace()) != 0 {
		t.Fatal("a place from nowhere")
	}
	before := s.man
	if err := s.KeepPlace([]byte(`{"checklist":"closing"}`)); err != nil {
		t.Fatal(err)
	}
	if s.man != before {
		t.Error("the manifest changed")
	}
	s, r := again(t, s)
	clean(t, r)
	if got := string(s.KeptPlace()); got != `{"checklist":"closing"}` {
		t.Errorf("kept %q", got)
	}
	b, err := os.ReadFile(s.path)
	if err != nil || bytes.Contains(b, []byte("closing")) {
		t.Errorf("not sealed: %v", err)
	}
	if r, err := s.Verify(); err != nil || !r.OK() {
		t.Errorf("%+v, %v", r, err)
	}
	if err := s.KeepPlace(nil); err != nil || len(s.KeptPlace()) != 0 {
		t.Error(err)
	}
}

func TestWhoRecordsIsKeptSealedInTheNotesAndInTheirBackups(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	if s.Recorder() != "" {
		t.Fatal("somebody records before anybody was named")
	}
	if err := s.KeepRecorder("A. Reed, DSL"); err != nil {
		t.Fatal(err)
	}
	if err := s.KeepPlace([]byte("elsewhere")); err != nil {
		t.Fatal(err)
	}
	s, r := again(t, s)
	clean(t, r)
	if got := s.Recorder(); got != "A. Reed, DSL" {
		t.Errorf("recorded by %q", got)
	}
	b, err := os.ReadFile(s.path)
	if err != nil || bytes.Contains(b, []byte("Reed")) {
		t.Errorf("not sealed: %v", err)
	}
	backup, err := s.Backup(filepath.Join(folder(t), "copy.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	other, _, err := unlock(backup, Passphrase([]byte(words)), testOptions(folder(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(other)
	if got := other.Recorder(); got != "A. Reed, DSL" {
		t.Errorf("the backup names %q", got)
	}
	// Nothing is saved between the changes, and each may lie before or behind the one before it.
	for _, name := range []string{"C. Diaz", "D. Eze", "A. Reed, DSL", "B. Cole, deputy"} {
		if err := s.KeepRecorder(name); err != nil || s.Recorder() != name {
			t.Errorf("changed to %q, %v", s.Recorder(), err)
		}
	}
	closeQuietly(s)
	spoil(t, s, noMetas)
	mustSalvage(t, s)
	if s, _ = unlocked(t, s); s.Recorder() != "B. Cole, deputy" {
		t.Errorf("after a rebuilding %q", s.Recorder())
	}
}
