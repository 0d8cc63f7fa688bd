package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/store"
)

// What is said about a file that was set aside is what can be done with it.
func TestADamagedFileThatWasSetAsideIsSaidToBeRebuiltAndNotPutBack(t *testing.T) {
	d := sitDown(t)
	d.gets("passphrase", "--passphrase-file", d.right, "--new-passphrase-file", d.right)
	backups, err := store.Sources(d.path, store.Options{}, store.Backup)
	if err != nil || len(backups) == 0 {
		t.Fatal(backups, err)
	}
	b, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	clear(b[:2*4096]) // both opening pages
	if err := os.WriteFile(d.path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	out := d.gets("restore", filepath.Base(backups[0].Path))
	if strings.Contains(out, "Undo") || !strings.Contains(out, "damaged") {
		t.Fatalf("it says %q", out)
	}
	_, rest, _ := strings.Cut(out, "Rebuild   isspp notes restore --salvage --notes ")
	aside, _, _ := strings.Cut(rest, "\n")
	aside = strings.Trim(aside, `"`)
	if kept, err := os.ReadFile(aside); err != nil || string(kept) != string(b) {
		t.Fatalf("%q: %v", aside, err)
	}
	if _, errs, status := d.asks("restore", aside); status != 1 || !strings.Contains(errs, "damaged") {
		t.Errorf("status %d, %q", status, errs)
	}
	// As it says: rebuilt there, and then put back.
	if _, errs, status := asks(t, "notes", "restore", "--salvage", "--notes", aside, "--passphrase-file",
		d.right); status != 0 {
		t.Fatalf("status %d, %q", status, errs)
	}
	if out := d.gets("restore", filepath.Base(aside)); !strings.Contains(out, "Undo") {
		t.Errorf("of a sound file set aside it says %q", out)
	}
	if out := d.gets("verify", "--passphrase-file", d.right, "--accept-older"); !strings.Contains(out, "Records   1") {
		t.Errorf("it says %q", out)
	}
}
