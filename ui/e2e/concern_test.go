//go:build !windows

package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const (
	ctrlT   = "\x14"
	tab     = "\t"
	reasons = "the child said so and the head saw it"
)

// cutOff kills both processes, as a power cut does, and unlocks the notes anew at
// the list of concerns.
func cutOff(t *testing.T, h home, x *terminal) *terminal {
	t.Helper()
	child := x.session()
	x.kill(x.cmd.Process.Pid)
	x.kill(child)
	x.leaves()
	y := start(t, h, usual)
	y.see("○ locked")
	y.notSee("REF-123", private)
	y.press("2", "u")
	y.unlocks()
	return y
}

// sealed waits until what was typed is on the disk.
func (x *terminal) sealed(text string) {
	x.t.Helper()
	x.see(text)
	x.see("saved")
}

// findsBelow goes down until a text is on the screen.
func (x *terminal) findsBelow(text string) {
	x.t.Helper()
	x.until("not further down: "+text, func() bool {
		if strings.Contains(x.words(), text) {
			return true
		}
		x.press(down)
		x.settledShort()
		return false
	})
}

func TestAWholeConcernKilledAndResumedAtFivePlaces(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	x := openedQuickly(t, h)
	x.press("n")
	x.see("is anyone in danger now?")
	x.press(enter)
	x.press("REF-123", enter, "aloysuis", tab, "9", tab, "period 5, in the corridor")
	x.sealed("period 5, in the corridor")

	// 1: in the form, at the time of the event.
	x = cutOff(t, h, x)
	x.see("Unfinished walkthrough from", "for REF-123")
	x.press(enter)
	x.see("Who, where, when", "St Aloysius RC College", "period 5, in the corridor")
	x.press(ctrlS)
	x.see("considered")
	x.press("s", down, "t", "e", ctrlT, "10:40", enter, private)
	x.sealed(private)

	// 2: in the middle of the child's words.
	x = cutOff(t, h, x)
	x.see("Unfinished walkthrough from", "for REF-123")
	x.press(enter)
	x.see("Evidence, the child's words", "When: 10:40", private)
	x.press(esc)
	x.see("Told, recorded")
	x.press(down, "d", "f")
	x.sealed("Closing page")

	// 3: on the closing page.
	x = cutOff(t, h, x)
	x.see("Unfinished walkthrough from", "for REF-123")
	x.press(enter)
	x.see("Closing page", "REF-123")
	x.findsBelow(private)
	x.noScore()
	x.press("d")
	x.see("Finish this walkthrough?")
	x.press("y")
	x.see("Decision: REF-123")
	x.press("Refer to CSCT today", ctrlS)
	x.see("Give the reasons")
	x.press(reasons)
	x.sealed(reasons)

	// 4: in the middle of the reasons.
	x = cutOff(t, h, x)
	x.see("Unfinished decision from", "for REF-123")
	x.press(enter)
	x.see("Refer to CSCT today", reasons)
	x.press(tab, tab, tab, "mother told at 15:10", ctrlS)
	x.see("decided", "Not yet filed", "mother told at 15:10")
	x.noScore()
	x.press("t")
	x.see("Action: REF-123")
	x.press("Ring CSCT for the outcome", tab, "A. Lead", tab, "tomo")
	x.sealed("tomo")

	// 5: in the middle of an action's day.
	x = cutOff(t, h, x)
	x.see("Unfinished action from", "for REF-123")
	x.press(enter)
	x.see("Ring CSCT for the outcome", "tomo")
	x.press("rrow", ctrlS)
	x.see("To do", "Ring CSCT for the outcome")

	x.press("f")
	x.see("Filed: REF-123")
	x.press("the school's own record", tab, "S-14", ctrlS)
	x.see("In the school's own record, S-14")
	x.press("r")
	x.see("Review date: REF-123")
	x.press("whenever", ctrlS)
	x.see("is not a day")
	x.press("\x15", "2099-12-08", ctrlS)
	x.see("Review date: kept")
	x.press("x")
	x.see("Action done: REF-123")
	x.press(tab, "they visit on Tuesday", ctrlS)
	x.see("what came since is not")
	x.noScore()
	x.writesOut(h)
	x.press(esc)
	x.see("NOT YET FILED", "REF-123")
	x.press("/")
	x.see("Find in concerns")
	x.press("visit tues")
	x.see("they visit on Tuesday")
	x.press(esc)
	x.see("A concern about a child")
	x.press("q")
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
	x.sane()
}

// writesOut writes the concern to a file, and reads it as its owner alone can.
func (x *terminal) writesOut(h home) {
	x.t.Helper()
	file := filepath.Join(h.dir, "out.html")
	x.press("w")
	x.see("Write out: REF-123", "not sealed")
	x.press(right, tab, right, tab, "\x15", file, ctrlS)
	x.see("Written: ")
	info, err := os.Stat(file)
	if err != nil || info.Mode().Perm() != 0o600 {
		x.t.Fatalf("the file is %v, %v", info, err)
	}
	text, err := os.ReadFile(file) //nolint:gosec // the test's own folder
	if err != nil {
		x.t.Fatal(err)
	}
	for _, want := range []string{reasons, private, "S-14", "they visit on Tuesday"} {
		if !strings.Contains(string(text), want) {
			x.t.Errorf("not in the file: %q", want)
		}
	}
}

// noScore reads the screen for anything that counts what is present.
func (x *terminal) noScore() {
	x.t.Helper()
	screen := x.screen()
	if found := regexp.MustCompile(`(?i)\bscore|\d\s*%|\b\d+ (signs|factors|seen|told)\b|\blevel \d`).FindString(screen); found != "" {
		x.t.Errorf("%q is on the screen:\n%s", found, strings.TrimSpace(screen))
	}
}
