package session

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
)

// neighbour is another school, with notes of its own and a key to be sent files by.
type neighbour struct {
	*desk
	recipient, key string
}

func newNeighbour(t *testing.T) *neighbour {
	t.Helper()
	d := &desk{t: t, dir: t.TempDir()}
	d.path = filepath.Join(d.dir, "notes", "notes.db")
	d.right = d.file("right", "a harp and a tractor")
	if out, errs, status := d.asks("init", "--passphrase-file", d.right); status != 0 ||
		!strings.Contains(out, "Recovery key") {
		t.Fatalf("init: %d, %q %q", status, out, errs)
	}
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	return &neighbour{d, id.Recipient().String(), d.file("key.txt", id.String()+"\n")}
}

func TestAReferenceGoesToAnotherSchoolAndIsDisposedOf(t *testing.T) {
	d := sitDown(t)
	other := newNeighbour(t)
	file := filepath.Join(d.dir, "out.age")
	out := d.gets("export", "--ref", "ref-1", "--recipient", other.recipient, "-o", file, "--passphrase-file", d.right)
	if !strings.Contains(out, "1 record, sealed") {
		t.Errorf("export says %q", out)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	if _, errs, status := d.asks("export", "--all", "--recipient", other.recipient, "-o", file, "--passphrase-file",
		d.right); status != 1 || !strings.Contains(errs, "was not changed") {
		t.Errorf("over a file: status %d, %q", status, errs)
	}
	if out := other.gets("import", file, "--identity", other.key, "--passphrase-file",
		other.right); !strings.Contains(out, "1 record came in.") || !strings.Contains(out, "REF-1") {
		t.Errorf("import says %q", out)
	}
	if out := other.gets("import", file, "--identity", other.key, "--passphrase-file",
		other.right); !strings.Contains(out, "was here already") {
		t.Errorf("import again says %q", out)
	}
	other.gets("verify", "--passphrase-file", other.right)

	if out := other.gets("purge", "--passphrase-file", other.right); !strings.Contains(out, "REF-1") ||
		!strings.Contains(out, "NOT YET FILED") {
		t.Errorf("the list says %q", out)
	}
	if _, errs, status := other.asks("purge", "--ref", "REF-1", "--yes", "--passphrase-file",
		other.right); status != 2 || !strings.Contains(errs, "--reason") {
		t.Errorf("without a reason: status %d, %q", status, errs)
	}
	other.gets("hold", "--ref", "REF-1", "--reason", "an inquiry", "--passphrase-file", other.right)
	if _, errs, status := other.asks("purge", "--ref", "REF-1", "--reason", "old", "--yes", "--passphrase-file",
		other.right); status != 1 || !strings.Contains(errs, "on hold") {
		t.Errorf("held: status %d, %q", status, errs)
	}
	other.gets("hold", "--lift", "--ref", "REF-1", "--reason", "it is over", "--passphrase-file", other.right)
	if _, errs, status := other.asks("purge", "--ref", "REF-1", "--reason", "old", "--passphrase-file",
		other.right); status != 2 || !strings.Contains(errs, "Nothing was disposed of") {
		t.Errorf("without anybody to say yes: status %d, %q", status, errs)
	}
	if _, errs, status := other.asks("purge", "--ref", "REF-1", "--reason", "old", "--yes", "--passphrase-file",
		other.right); status != 1 || !strings.Contains(errs, "1 record, NOT YET FILED") ||
		!strings.Contains(errs, "--not-filed") {
		t.Errorf("what is not filed anywhere else: status %d, %q", status, errs)
	}
	if out := other.gets("purge", "--ref", "REF-1", "--reason", "old", "--yes", "--not-filed", "--passphrase-file",
		other.right); !strings.Contains(out, "1 record disposed of") {
		t.Errorf("purge says %q", out)
	}
	if out := other.gets("log", "--passphrase-file", other.right); !strings.Contains(out, "disposed of: walkthrough") ||
		!strings.Contains(out, "(old)") || strings.Contains(out, "REF-1") {
		t.Errorf("the log says %q", out)
	}
	if out := other.gets("import", file, "--identity", other.key, "--passphrase-file",
		other.right); !strings.Contains(out, "disposed of here before") {
		t.Errorf("import after that says %q", out)
	}
}

func TestAFileWithAPassphraseIsReadByTheAgeProgramsOwnTar(t *testing.T) {
	d := sitDown(t)
	file, spoken := filepath.Join(d.dir, "all.age"), d.file("spoken", "said on the telephone\n")
	d.gets("export", "--all", "-o", file, "--file-passphrase-file", spoken, "--passphrase-file", d.right)
	if _, errs, status := d.asks("import", file, "--file-passphrase-file", d.wrong, "--passphrase-file",
		d.right); status != 1 || !strings.Contains(errs, "does not open this file") {
		t.Errorf("status %d, %q", status, errs)
	}
	if out := d.gets("import", file, "--file-passphrase-file", spoken, "--passphrase-file",
		d.right); !strings.Contains(out, "was here already") {
		t.Errorf("import says %q", out)
	}
	program, err := exec.LookPath("age")
	if err != nil {
		t.Skip("no age program on this machine: that it opens the file is not proved here")
	}
	tar, err := exec.LookPath("tar")
	if err != nil {
		t.Skip("no tar on this machine")
	}
	other := newNeighbour(t)
	sealed := filepath.Join(d.dir, "sealed.age")
	d.gets("export", "--ref", "REF-1", "-o", sealed, "--recipient", other.recipient, "--passphrase-file", d.right)
	plain := filepath.Join(d.dir, "plain.tar")
	if out, err := exec.Command(program, "-d", "-i", other.key, "-o", plain, sealed).CombinedOutput(); err != nil {
		t.Fatalf("%v %s", err, out)
	}
	list, err := exec.Command(tar, "-tf", plain).CombinedOutput()
	if err != nil || string(list) != "chronology-REF-1.md\nrecords.json\n" {
		t.Errorf("%v %q", err, list)
	}
	text, err := exec.Command(tar, "-xOf", plain, "chronology-REF-1.md").Output()
	if err != nil || !strings.Contains(string(text), "REF-1") ||
		!strings.Contains(string(text), "# Chronology: REF-1") {
		t.Errorf("%v %q", err, text)
	}
}
