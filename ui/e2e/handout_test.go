//go:build !windows

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// handsOut makes each kind of handout from the shell, into a folder.
func handsOut(t *testing.T, h home, into string, run func(args ...string) *exec.Cmd) {
	t.Helper()
	for _, args := range [][]string{
		{"handout", "whole", "-o", filepath.Join(into, "whole.pdf")},
		{"handout", "directory", "-o", filepath.Join(into, "directory.html")},
		{"handout", "risk", "-o", filepath.Join(into, "risk.md")},
		{"handout", "signs", "-o", "-", "--format", "html"},
	} {
		cmd := run(args...)
		cmd.Env = h.env()
		if out, err := cmd.CombinedOutput(); err != nil || len(out) == 0 {
			t.Errorf("%v: %v\n%s", args, err, out)
		}
	}
}

// handsOutFromTheApp makes one from the rota's tab.
func (x *terminal) handsOutFromTheApp() {
	x.t.Helper()
	x.see("Arts and Media School Islington")
	x.press("H")
	x.see("A handout of what?", "The whole protocol")
	x.press(enter)
	x.see("A handout: Officer rota", "isspp-rota.pdf")
	x.press("\x13")
	x.see("The handout is in")
	x.press("q")
	if status := x.leaves(); status != 0 {
		x.t.Errorf("status %d", status)
	}
}

func TestHandoutsWorkWhereOpeningTheNotesWouldHang(t *testing.T) {
	t.Parallel()
	// Whoever opens a pipe to read it waits for a writer that never comes.
	path := filepath.Join(t.TempDir(), "notes.db")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skipf("no named pipe can be made here: %v", err)
	}
	h, into := newHome(t), t.TempDir()
	handsOut(t, h, into, func(args ...string) *exec.Cmd {
		return exec.Command(program,
			append(args, "--notes", path)...)
	})
	start(t, h, usual, "--notes", path).handsOutFromTheApp()
	if all, _ := os.ReadDir(filepath.Dir(path)); len(all) != 1 {
		t.Errorf("beside the notes something was made: %v", all)
	}
	if made, _ := os.ReadDir(into); len(made) != 3 {
		t.Errorf("made: %v", made)
	}
	if text, err := os.ReadFile(filepath.Join(h.dir, "isspp-rota.pdf")); err != nil ||
		!strings.HasPrefix(string(text), "%PDF-1.7") {
		t.Errorf("the app's handout: %v, %.10q", err, text)
	}
}

func TestHandoutsNeverOpenTheNotes(t *testing.T) {
	t.Parallel()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("no strace on this machine: that the file is never opened is proved by the pipe alone")
	}
	path, unchanged := sealed(t)
	h := newHome(t)
	trace := filepath.Join(t.TempDir(), "trace")
	watch := []string{"-f", "-A", "-o", trace, "-e", "trace=open,openat,openat2,creat,flock,execve", program}
	try := exec.Command(strace, append(watch, "--version")...)
	if out, err := try.CombinedOutput(); err != nil {
		t.Skipf("strace may not trace here, so nothing is proved: %v\n%s", err, out)
	}
	handsOut(t, h, t.TempDir(), func(args ...string) *exec.Cmd {
		return exec.Command(strace, append(append(watch, args...), "--notes", path)...)
	})
	open(t, h, usual, true, strace, append(watch, "--notes", path)...).handsOutFromTheApp()
	unchanged()
	calls, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	runs := 0
	for line := range strings.Lines(string(calls)) {
		switch {
		case strings.Contains(line, "execve("):
			runs++
		case strings.Contains(line, filepath.Dir(path)), strings.Contains(line, "notes.db"),
			strings.Contains(line, "flock("):
			t.Errorf("a handout touched the notes, or a lock: %s", line)
		}
	}
	if runs < 6 {
		t.Fatalf("only %d runs were traced", runs)
	}
}

func TestAHandoutThatDoesNotFitLeavesNothing(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	for _, name := range []string{"whole.pdf", "whole.html"} {
		into := t.TempDir()
		file := filepath.Join(into, name)
		cmd := limited(4096, h, "handout", "whole", "-o", file)
		out, err := cmd.CombinedOutput()
		if err == nil || cmd.ProcessState.ExitCode() != 1 || !strings.Contains(string(out), "Nothing was left behind") {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
		if left, _ := os.ReadDir(into); len(left) != 0 {
			t.Errorf("%s: left behind: %v", name, left)
		}
		// What was there before stays.
		if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd = limited(4096, h, "handout", "whole", "--force", "-o", file)
		if err := cmd.Run(); err == nil {
			t.Errorf("%s: written where there is no room", name)
		}
		if text, _ := os.ReadFile(file); string(text) != "mine" {
			t.Errorf("%s: the file that was there is %.20q now", name, text)
		}
	}
}
