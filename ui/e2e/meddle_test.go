//go:build !windows

package e2e

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestNotesTakenAwayWhileOpenArePutBackAndThePersonIsTold(t *testing.T) {
	t.Parallel()
	h := withNotes(t)
	x := start(t, h, size{100, 30})
	x.writes()
	x.press(esc)
	x.see("Told, recorded", "saved")
	if err := os.Remove(filepath.Join(h.dir, "data", "isspp", "notes.db")); err != nil {
		t.Fatal(err)
	}
	x.press("n")
	x.see("had been taken away by another program", "nothing is missing", "saved", "● ctrl+n")
	x.press(down, ctrlN)
	x.see("Private notes", "had been taken away by another program")
	x.press(esc)
	x.see("- not seen")
	x.press(ctrlL)
	x.isLocked()
	x.press("u")
	x.unlocks()
	x.see("● open", "- not seen")
}

func TestAKilledSessionGoesOnAtItsWalkthroughWhateverTabItBeganOn(t *testing.T) {
	t.Parallel()
	x := start(t, withNotes(t), size{100, 30})
	x.see("Arts and Media School Islington", "○ locked")
	x.press("u")
	x.unlocks()
	x.see("● open")
	x.press("2")
	x.see("No walkthrough is kept yet")
	x.walks()
	x.press("t", "e")
	x.see("Evidence, ")
	x.press(private, esc)
	x.see("Told, recorded", "saved")
	x.signals(x.session(), syscall.SIGKILL)
	x.see("The notes session ended by itself", "u unlocks and resumes there")
	x.press("u")
	x.unlocks()
	x.see("Told, recorded", "The child's words:")
}
