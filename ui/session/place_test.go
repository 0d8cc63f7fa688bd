package session

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/store"
)

func serverPlace(o *Options) { o.remote = func(string) string { return "smb" } }

func TestNotesAreNotSetUpOnAServerAndTheScreenSaysWhereElse(t *testing.T) {
	dir := t.TempDir()
	s := sit(t, dir, Begin{}, serverPlace)
	s.sees("can't be set up here: this folder is on another computer (smb)")
	s.sees("on this computer's own disk: --notes FILE")
	if strings.Contains(s.screen(), "Choose a passphrase") {
		t.Errorf("a passphrase is asked for all the same:\n%s", s.screen())
	}
	s.types("typed for nothing")
	s.presses("enter")
	s.until("going back", func() bool { return s.left })
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Error(left, err)
	}
}

func TestNotesOnAServerAreSaidToBeForReadingOnly(t *testing.T) {
	dir := t.TempDir()
	st, _ := notes(t, dir)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s := sit(t, dir, Begin{}, serverPlace)
	s.sees("Unlock your private notes")
	s.types(words)
	s.presses("enter")
	s.until("open notes", func() bool { return s.host.store != nil })
	s.sees("These notes are on another computer (smb)")
}

func TestAFolderThatIsKeptInStepIsToldWhenNotesAreSetUpAndByWhere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "OneDrive - School")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	s := sit(t, dir, Begin{})
	s.sees("OneDrive keeps in step with a server")
	s.sees("Choose a passphrase")

	path, conf := filepath.Join(dir, "notes.db"), emptyConfig(t, t.TempDir())
	out, _, status := asks(t, "notes", "where", "--notes", path, "--config", conf)
	if status != 0 || !strings.Contains(out, "Warning   The folder of the notes is one that OneDrive keeps in step") {
		t.Errorf("%d:\n%s", status, out)
	}
	out, _, _ = asks(t, "notes", "where", "--json", "--notes", path, "--config", conf)
	var a readWhere
	if err := json.Unmarshal([]byte(out), &a); err != nil || len(a.Findings) != 1 || a.Findings[0].Code != "synced" ||
		a.Findings[0].Severity != "warning" {
		t.Errorf("%v\n%s", err, out)
	}
	if f := store.AtPlace(filepath.Join(t.TempDir(), "notes.db"), store.Options{}); len(f) > 0 {
		t.Errorf("a false alarm: %+v", f)
	}
}
