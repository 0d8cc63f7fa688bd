//go:build !windows

package e2e

import (
	"crypto/sha256"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// lookUps are questions that need no notes.
var lookUps = [][]string{
	{"rota"}, {"rota", "dorsi", "--json"}, {"directory"}, {"find", "gangs"}, {"read"}, {"protocol", "--json"},
}

// everyTab goes through the app's look-ups.
func everyTab(x *terminal) {
	x.see("Arts and Media School Islington")
	for _, tab := range []struct{ key, seen string }{
		{"2", "A concern about a child"},
		{"3", "○ locked"},
		{"4", "OUR SCHOOL'S OWN"},
		{"5", "Introduction"},
		{"1", "PC Abdul Kamara"},
	} {
		x.press(tab.key)
		x.see(tab.seen)
	}
	x.press("q")
	if status := x.leaves(); status != 0 {
		x.t.Errorf("status %d", status)
	}
}

// sealed puts a notes file there that nobody may touch, and gives its path and
// a way to see whether it was.
func sealed(t *testing.T) (string, func()) {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "notes.db")
	if err := os.WriteFile(path, []byte("not to be opened"), 0o600); err != nil {
		t.Fatal(err)
	}
	sum := func() (string, os.FileInfo) {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		h := sha256.Sum256(b)
		return string(h[:]), info
	}
	was, before := sum()
	return path, func() {
		t.Helper()
		is, after := sum()
		if is != was || !after.ModTime().Equal(before.ModTime()) || !os.SameFile(before, after) {
			t.Error("the notes file has changed")
		}
		if all, _ := os.ReadDir(dir); len(all) != 1 {
			t.Errorf("beside the notes file something was made: %v", all)
		}
	}
}

func TestLookUpsLeaveTheNotesAlone(t *testing.T) {
	t.Parallel()
	path, unchanged := sealed(t)
	h := home{dir: t.TempDir()} // nothing in it
	fresh := filepath.Join(t.TempDir(), "nothing", "here", "notes.db")
	for _, args := range lookUps {
		for _, notes := range []string{path, fresh} {
			cmd := exec.Command(program, append(args, "--notes", notes)...)
			cmd.Env = h.env()
			if out, err := cmd.CombinedOutput(); err != nil || len(out) == 0 {
				t.Errorf("%v: %v\n%s", args, err, out)
			}
		}
	}
	everyTab(start(t, h, usual, "--notes", path))
	unchanged()
	if _, err := os.Stat(filepath.Dir(filepath.Dir(fresh))); !os.IsNotExist(err) {
		t.Errorf("a look-up made the notes' folder: %v", err)
	}
	if made, _ := os.ReadDir(h.dir); len(made) != 0 {
		t.Errorf("look-ups left something in the home: %v", made)
	}
}

func TestLookUpsNeverOpenTheNotes(t *testing.T) {
	t.Parallel()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("no strace on this machine: that the file is never opened is not proved here")
	}
	path, unchanged := sealed(t)
	h := newHome(t)
	trace := filepath.Join(t.TempDir(), "trace")
	watch := []string{"-f", "-A", "-o", trace, "-e", "trace=open,openat,openat2,execve", program}
	first := exec.Command(strace, append(watch, "rota", "--notes", path)...)
	first.Env = h.env()
	if out, err := first.CombinedOutput(); err != nil {
		t.Skipf("strace may not trace here, so nothing is proved: %v\n%s", err, out)
	}
	for _, args := range lookUps[1:] {
		cmd := exec.Command(strace, append(append(watch, args...), "--notes", path)...)
		cmd.Env = h.env()
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v: %v\n%s", args, err, out)
		}
	}
	everyTab(open(t, h, usual, true, strace, append(watch, "--notes", path)...))
	unchanged()
	calls, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(calls), "execve("); n < len(lookUps)+1 {
		t.Fatalf("only %d runs were traced", n)
	}
	for _, line := range strings.Split(string(calls), "\n") {
		if strings.Contains(line, "open") && strings.Contains(line, `notes.db"`) && !strings.Contains(line, "execve(") {
			t.Errorf("a look-up opened the notes: %s", line)
		}
	}
}
