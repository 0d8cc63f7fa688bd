//go:build !windows

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const ctrlN = "\x0e"

// chooses goes to a chore by its title and does it. The screen begins at the one
// that was chosen last.
func (x *terminal) chooses(title string) {
	x.t.Helper()
	x.see("Private notes", "│ ▌ ", "do it")
	x.press("g")
	x.until("the first is not selected", func() bool {
		return strings.Contains(x.selected(), "Back up now") || strings.Contains(x.selected(), "Accept these notes")
	})
	for !strings.Contains(x.selected(), title) {
		was := x.selected()
		x.press(down)
		x.until("there is no "+title, func() bool { return x.selected() != was })
	}
	x.press(enter)
}

// selected is the line of the dialog that the bar is at.
func (x *terminal) selected() string {
	_, dialog, _ := strings.Cut(x.screen(), "Private notes ")
	for line := range strings.Lines(dialog) {
		if strings.Contains(line, "│ ▌ ") {
			return line
		}
	}
	return ""
}

// settledShort waits until nothing was written for a moment.
func (x *terminal) settledShort() {
	x.t.Helper()
	last, since := x.written(), time.Now()
	x.until("it never stops writing", func() bool {
		if n := x.written(); n != last {
			last, since = n, time.Now()
		}
		return time.Since(since) > 60*time.Millisecond
	})
}

func TestEverythingForTheNotesIsDoneFromTheApp(t *testing.T) {
	t.Parallel()
	h := withNotes(t)
	x := start(t, h, usual)
	x.writes()
	x.press(esc)
	x.see("Told, recorded", "saved")
	x.press(ctrlN)
	x.chooses("Check everything")
	x.see("All of it is sound", "Records: 1.")
	x.press(enter)
	x.chooses("Dispose of a reference")
	x.see("A walkthrough is open")
	x.press(esc)
	x.see("Told, recorded")
	x.settledShort()
	x.press(esc)
	x.see("Concerns", "REF-123")

	x.press(ctrlN)
	x.chooses("Copy a backup elsewhere")
	x.see("To which file?")
	copyTo := filepath.Join(h.dir, "copy.db")
	x.press("\x15", copyTo, enter)
	x.see("every record in it was opened")
	x.press(enter)
	x.chooses("Hold a reference")
	x.see("Which reference?", "REF-123")
	x.press(enter)
	x.see("Why is REF-123 put on hold?")
	x.press(enter)
	x.see("This needs a reason")
	x.press("an inquiry", enter)
	x.see("On hold: 1 record")
	x.press(enter)
	x.chooses("Dispose of a reference")
	x.see("REF-123", "ON HOLD")
	x.press(enter)
	x.see("on hold (an inquiry) and is not disposed of")
	x.press(esc)
	x.chooses("Hold a reference")
	x.press(enter)
	x.see("Why is the hold on REF-123 lifted?")
	x.press("it is over", enter)
	x.see("The hold is lifted")
	x.press(enter)
	x.chooses("Change the passphrase")
	x.see("as it is now")
	x.press(passphrase, enter)
	x.see("The new passphrase")
	x.press("too short", enter)
	x.see("too short to be safe")
	x.press(passphrase+" and wind", enter)
	x.see("The same")
	x.press(passphrase+" and wind", enter)
	x.see("The passphrase has changed")
	x.notSee(passphrase)
	x.press(enter)
	x.chooses("Dispose of a reference")
	x.see("REF-123")
	x.press(enter)
	x.see("Why, in a few words?")
	x.press("kept long enough", enter)
	x.see("Type REF-123 to dispose of it", "NOT YET FILED")
	x.press("REF-999", enter)
	x.see("That is not the reference")
	x.press("\x15")
	x.press("ref-123", enter)
	x.see("1 record disposed of")
	x.notSee(private, "phone by an older boy")
	x.press(enter)
	x.see("○ locked", "unlocks your private notes")
	x.notSee(private, "REF-123")
	x.press("u")
	x.see("Unlock your private notes")
	x.press(passphrase+" and wind", enter)
	x.see("● open")
	x.notSee("REF-123")
	if _, err := os.Stat(copyTo); err != nil {
		t.Error(err)
	}
}

func TestABackupIsPutBackWithTheNotesLockedAndTakenForTheRightOnes(t *testing.T) {
	t.Parallel()
	h := withNotes(t)
	x := start(t, h, usual)
	x.writes()
	x.press(esc)
	x.see("Told, recorded", "saved")
	x.press("n", down, "n")
	x.see("2 of 20 considered", "saved")
	x.press(ctrlL)
	x.see("○ locked")
	x.press(ctrlN)
	x.see("Private notes", "They are sealed.", "Newest backup", "Put a backup back")
	x.press(down, enter)
	x.see("Which one?", "backup, ")
	x.press(enter)
	x.see("Do it?")
	x.press(enter) // no
	x.see("Private notes", "Unlock the notes")
	x.press(enter)
	x.see("Which one?")
	x.press(enter)
	x.see("Do it?")
	x.press(down, enter)
	x.see("The backup is in place", "Set aside")
	x.press(enter)
	x.see("Private notes", "Unlock the notes")
	x.press("g", enter)
	x.unlocks()
	x.see("Private notes", "Accept these notes as the right ones") // where they were unlocked from
	x.press(esc)
	x.see("considered")
	x.press(esc) // what is open is left first: what comes in now may be a newer text of it
	x.see("REF-123", "Unfinished")
	x.press(ctrlN)
	x.see("Accept these notes as the right ones")
	x.press("g", enter)
	x.see("older than what this computer saw last", "Do it?")
	x.press(down, enter)
	x.see("From now on they are the right ones")
	x.press(enter)
	x.see("Back up now")
	x.notSee("Accept these notes as the right ones")
	x.press(ctrlL)
	x.see("○ locked")
	x.press("u")
	x.unlocks()
	x.see("● open")
	x.notSee("older than")
}
