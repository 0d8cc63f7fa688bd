//go:build !windows

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// asks runs one command of the program in a shell and gives what it says.
func (h home) asks(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = h.env()
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}

func TestWhatADSLEntersAnswersEverywhere(t *testing.T) {
	t.Parallel()
	h := home{dir: t.TempDir()}
	x := start(t, h, usual)
	x.see("Welcome to isspp")
	x.press(enter)
	x.see("/ find")
	x.press("!")
	x.see("NOT SET", "Out-of-hours number, LADO, DSL. e adds them.")
	x.press("e")
	x.see("Our own contacts: which one?")
	x.press(enter)
	x.see("Local Out-of-hours number", "Phone")
	x.press(down, "020 7946 0100", down, down, down, down, down, "A. Reed, DSL", ctrlS)
	x.see("Saved in local.md", "020 7946 0100", "checked", "by A. Reed, DSL")
	x.press(esc)
	x.see("/ find")
	if out := h.asks(t, "rota", "beacon"); !strings.Contains(out, "Out-of-hours number: 020 7946 0100") {
		t.Errorf("the shell says\n%s", out)
	}
	text, err := os.ReadFile(filepath.Join(h.dir, "config", "isspp", "local.md"))
	if err != nil || !strings.Contains(string(text), "### Out-of-hours number\n\n- Phone: 020 7946 0100\n") {
		t.Errorf("%v\n%s", err, text)
	}
	x.press("q")
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
	x.sane()
}

func TestAnEntryMadeWhileUnlockedIsThereAfterLocking(t *testing.T) {
	t.Parallel()
	h := home{dir: t.TempDir()}
	x := start(t, h, usual)
	x.see("○ no notes")
	x.press("u")
	x.setsUp()
	x.see("● open", "Who is recording?")
	x.press(esc)
	x.until("it asks on", func() bool { return !strings.Contains(x.words(), "Who is recording?") })
	x.press("1")
	x.see("/ find")
	x.press("e")
	x.see("Local Arts and Media School Islington")
	x.press("PC Ada King", strings.Repeat(down, 9), "A. Reed, DSL", ctrlS)
	x.see("Saved in local.md", "PC Ada King")
	x.press(ctrlL)
	x.see("○ locked", "Arts and Media School Local", "PC Ada King")
	x.press("q")
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
}
