package session

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDamagedNotesAreSurveyedAndRebuiltFromTheShell(t *testing.T) {
	d := sitDown(t)
	b, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	clear(b[:2*4096]) // both opening pages
	if err := os.WriteFile(d.path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	out, errs, status := d.asks("verify", "--passphrase-file", d.right)
	if status != 1 || !strings.Contains(out, "DAMAGED") || !strings.Contains(out, "isspp notes restore --salvage") {
		t.Fatalf("status %d: %s%s", status, out, errs)
	}
	out, _, status = d.asks("verify", "--json", "--passphrase-file", d.right)
	var a readVerify
	if err := json.Unmarshal([]byte(out), &a); err != nil || status != 1 || a.Sound ||
		a.Findings[0].Code != "structure" {
		t.Fatalf("status %d: %s %v", status, out, err)
	}
	if _, errs, status := d.asks("restore", "--salvage", "--passphrase-file", d.wrong); status != 1 ||
		!strings.Contains(errs, "does not open these notes") {
		t.Fatalf("status %d: %s", status, errs)
	}
	if _, _, status := d.asks("restore", "--salvage", "a-backup.db"); status != 2 {
		t.Fatalf("status %d", status)
	}
	said := d.gets("restore", "--salvage", "--passphrase-file", d.right)
	aside, err := filepath.Glob(d.path + ".2*")
	if err != nil || len(aside) != 1 || !strings.Contains(said, "Rebuilt") || !strings.Contains(said, aside[0]) {
		t.Fatalf("%s %v %v", said, aside, err)
	}
	if kept, err := os.ReadFile(aside[0]); err != nil || string(kept) != string(b) {
		t.Fatal("the damaged file was changed", err)
	}
	d.gets("verify", "--passphrase-file", d.right)
}
