//go:build !windows

package e2e

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// demonstrations are the folders of demonstrations that are there.
func demonstrations(t *testing.T, h home) []string {
	t.Helper()
	left, err := filepath.Glob(filepath.Join(h.dir, "isspp-demo-*"))
	if err != nil {
		t.Fatal(err)
	}
	return left
}

func TestTheDemonstrationSaysFictionalOnEveryScreenAndLeavesNothing(t *testing.T) {
	t.Parallel()
	h := home{dir: t.TempDir()}
	x := start(t, h, usual, "demo")
	x.see("FICTIONAL", "an invented case", "[ ] Read what happened to DEMO-7", "● open")
	x.press(esc)
	x.see("FICTIONAL", "DEMO-7", "OVERDUE", "● open")
	for _, tab := range []string{"1", "3", "4", "5", "2"} {
		x.press(tab)
		x.see("FICTIONAL", "999")
		if tab == "1" || tab == "4" {
			continue // nothing private is ever on these two
		}
		for _, over := range []string{"?", "!", "\x0b"} {
			x.press(over)
			x.settledShort()
			x.see("FICTIONAL", "999")
			x.press(esc)
			x.settledShort()
		}
	}
	x.press("G", enter)
	x.settledShort()
	x.see("FICTIONAL")
	for _, s := range []size{{60, 16}, {120, 40}, {40, 8}, {80, 24}} {
		x.resize(s)
		x.settledShort()
		x.see("FICTIONAL", "999")
	}
	x.press(ctrlL)
	x.see("FICTIONAL", "u unlock notes")
	x.press("u")
	x.see("FICTIONAL", "nobody in here exists")
	x.press("nobody in here exists", enter)
	x.see("FICTIONAL", "● open")
	if len(demonstrations(t, h)) != 1 {
		t.Errorf("the notes are in %v", demonstrations(t, h))
	}
	x.press("\x03")
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d\n%s", status, x.screen())
	}
	x.sane()
	if left := demonstrations(t, h); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	for _, name := range []string{"data", "config", "state", "cache"} {
		if _, err := os.Stat(filepath.Join(h.dir, name)); err == nil {
			t.Errorf("the person's own %s folder was made", name)
		}
	}
}

func TestAClosedTerminalTakesTheDemonstrationWithIt(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	x := start(t, h, usual, "demo")
	x.see("FICTIONAL", "● open")
	if err := x.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	x.leaves()
	x.until("the demonstration's notes stay", func() bool { return len(demonstrations(t, h)) == 0 })
}

// Somebody who double-clicks the program has no shell to type "isspp demo" into.
func TestTheDemonstrationOpensFromTheAppAndComesBackToIt(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	x := start(t, h, usual)
	x.see("Arts and Media School Islington", "○ no notes")
	x.press("\x0b", "demonstration")
	x.see("an invented case, in notes that are thrown away")
	x.press(enter)
	x.see("FICTIONAL", "[ ] Read what happened to DEMO-7", "● open")
	x.press(esc)
	x.see("FICTIONAL", "OVERDUE")
	x.press("q")
	x.see("The demonstration is over", "Arts and Media School Islington", "○ no notes")
	x.notSee("FICTIONAL", "DEMO-7")
	if left := demonstrations(t, h); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	x.press("q")
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
	x.sane()
}
