package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/store"
	"isspp/ui/component"
	"isspp/ui/vault"
)

// unlockedSession is a session with new notes and one saved walkthrough.
func unlockedSession(t *testing.T) (*notesSession, string) {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "notes", "notes.db")
	clock := func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }
	st, _, err := store.Create(path, []byte("five calm words for notes"), store.Options{
		Costs: costs,
		Now:   clock, Anchor: filepath.Join(dir, "anchor"), KDF: &store.KDF{MemoryKiB: 19 << 10, Passes: 1, Lanes: 1},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	if err := st.SaveWalkthrough(&model.Walkthrough{Ref: "R"}); err != nil {
		t.Fatal(err)
	}
	return &notesSession{screen: screen{env: &component.Env{Clock: clock}}, openNotes: openNotes{store: st}}, path
}

// after runs what a message starts, and what that starts.
func after(s *notesSession, msg tea.Msg) tea.Msg {
	cmd := s.Handle(msg)
	if cmd == nil {
		return nil
	}
	return cmd()
}

func TestTheFirstSaveOfADayIsBackedUpQuietly(t *testing.T) {
	s, path := unlockedSession(t)
	if got := after(s, component.SavedMsg{}); got != nil {
		t.Fatalf("%+v", got)
	}
	if all, err := store.Sources(path, store.Options{}, store.Backup); err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	if cmd := s.Handle(component.SavedMsg{}); cmd != nil {
		t.Fatal("the second save of the day asks for a backup again")
	}
}

func TestABackupThatFailsIsShown(t *testing.T) {
	s, path := unlockedSession(t)
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), "backups"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	got, ok := after(s, component.SavedMsg{}).(component.Noticed)
	if !ok || !got.Failed || !strings.Contains(got.Text,
		"backup of the notes could not be made. The notes themselves are saved.") {
		t.Fatalf("%+v", got)
	}
}

func TestWhereOnlyABackupIsLeftTheAppDoesNotOfferNewNotes(t *testing.T) {
	s, path := unlockedSession(t)
	s.o = Options{NotesPath: path, Anchor: filepath.Join(filepath.Dir(path), "..", "anchor")}
	if got := s.o.notesState(); got != component.NotesLocked {
		t.Fatal(got)
	}
	if _, err := s.store.Backup("", false); err != nil {
		t.Fatal(err)
	}
	if err := s.store.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if got := s.o.notesState(); got != component.NotesLocked {
		t.Fatal("set-up is offered although a backup is there")
	}
	refused, ok := vault.Open(s.o.upkeep(nil, ""), "five calm words for notes", false)().(vault.RefusedMsg)
	if !ok || !strings.Contains(refused.Err.Error(), "notes-2026-11-23.db") {
		t.Fatalf("%+v", refused)
	}
	s.o.NotesPath = filepath.Join(t.TempDir(), "notes.db")
	if got := s.o.notesState(); got != component.NotesAbsent {
		t.Fatal(got)
	}
}
