//go:build !windows

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// written is the one file of a pattern in a person's folder.
func written(t *testing.T, h home, pattern string) (path, text string) {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(h.dir, pattern))
	if err != nil || len(found) != 1 {
		t.Fatalf("%s: %v, %v", pattern, found, err)
	}
	data, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	return found[0], string(data)
}

func TestAConcernIsWrittenOutFromTheApp(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	x := start(t, h, usual, "demo")
	x.see("FICTIONAL", "DEMO-7", "● open")
	x.press(esc) // the card of what to try
	x.settledShort()
	x.press("\x1b[A", "\x1b[A", enter)
	x.see("OVERDUE since", "Addition, by A. Example")
	x.press("w")
	x.see("Write out: DEMO-7", "Reference DEMO-7", "[chronology]", "[pdf]")
	x.press("\t", right, right)
	x.see("[md]", ".md")
	x.press(ctrlS)
	x.see("Written:", "It is not sealed")
	path, text := written(t, h, "chronology-*.md")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	for _, wanted := range []string{
		"FICTIONAL", "# Chronology: DEMO-7", "They call me Smalls now",
		"The head of year at 16:05", "Protocol 2023–24",
	} {
		if !strings.Contains(text, wanted) {
			t.Errorf("%q isn't in it", wanted)
		}
	}
	x.press("w")
	x.see("Write out: DEMO-7")
	x.press("\x1b[D", down, "\x1b[D")
	x.see("entry-", "[screen]")
	x.press(ctrlS)
	x.see("From the notes on DEMO-7", "Shift+drag selects text")
	x.notSee("Contact Team, duty social worker")
	x.press(esc)
	x.see("Write out: DEMO-7", "[screen]")
	x.press(esc)
	x.see("OVERDUE since", "Northfield School", "tick off")
	x.press("\x0b", "subject access")
	x.see("subject access request")
	x.press(enter)
	x.see("Write out", "the reference that it is about")
	x.press("\x03")
	x.see("OVERDUE since", "Addition, by A. Example", "tick off")
	x.press("\x03")
	x.leaves()
}
