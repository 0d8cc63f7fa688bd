package store

import (
	"os"
	"path/filepath"
	"testing"

	"isspp/store/boltfile"
	"isspp/store/disk"
)

// TestAChangeOfThePassphraseLeavesABackupInTheMakingAlone: it used to sweep as
// unlocking does, and today's backup failed.
func TestAChangeOfThePassphraseLeavesABackupInTheMakingAlone(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	if err := disk.MakeDir(backupDir(s.path)); err != nil {
		t.Fatal(err)
	}
	var made []string
	for _, beside := range []string{s.path, filepath.Join(backupDir(s.path), "notes-2026-11-23.db")} {
		f, err := disk.Temp(beside)
		if err != nil {
			t.Fatal(err)
		}
		closeQuietly(f)
		made = append(made, f.Name())
	}
	if err := s.ChangePassphrase(Passphrase([]byte(words)), []byte("six other words for these notes")); err != nil {
		t.Fatal(err)
	}
	for _, name := range made {
		if _, err := os.Stat(name); err != nil {
			t.Error(err)
		}
	}
	b, err := boltfile.Read(sidePath(s.path), maxSide)
	if err != nil || string(b) != string(s.header.Encode()) {
		t.Error("the side file was not renewed", err)
	}
}
