//go:build linux

package e2e

import (
	"path/filepath"
)

// wholeSession is all that a person does with private notes, from setting them up
// to disposing of a record, with a mark in every text that they type.
func wholeSession(x *terminal, h home, s *secrets) {
	x.t.Helper()
	x.setsUpReading(h, s)
	ref := s.plant()
	x.recordsPlanted(ref, s)
	x.decidesPlanted(s)
	s.apart(x)

	// Locked and hidden in the middle of a sentence; wrong words first.
	x.press("3")
	x.see("Protective factors")
	x.press(down, "n")
	x.see("We will")
	note := s.plant()
	x.press(note)
	x.see("saved")
	x.press(ctrlL)
	x.isLocked()
	s.apart(x)
	x.press("u")
	x.see("Unlock your private notes")
	s.texts["the wrong words"] = "almost right, " + mark()
	x.press(s.texts["the wrong words"], enter)
	x.see("does not open these notes")
	x.press(passphrase, enter)
	x.see("● open", note[:20], "Kept as you type")
	x.press(esc)
	x.see("Protective factors")
	x.choresPlanted(h, ref, s)
	x.press("q")
	if status := x.leaves(); status != 0 {
		x.t.Errorf("status %d", status)
	}
	x.nothingOf(s)
}

// setsUpReading sets the notes up; the recovery key is one of the secrets.
func (x *terminal) setsUpReading(h home, s *secrets) {
	x.t.Helper()
	x.see("Arts and Media School Islington")
	x.press("2", "u")
	x.see("Choose a passphrase")
	x.press(passphrase, enter)
	x.see("The same")
	x.press(passphrase, enter)
	x.see("This is the recovery key")
	key := enterReading(x)
	s.recovery(x.t, key)
	x.press(key, enter)
	x.see("● open", "No walkthrough is kept yet")
	s.bytes["the data key"], s.bytes["the key that wraps it"] = keysOf(x.t,
		filepath.Join(h.dir, "data", "isspp", "notes.keys"))
}

// recordsPlanted records a walkthrough up to its closing page.
func (x *terminal) recordsPlanted(ref string, s *secrets) {
	x.t.Helper()
	x.press("n")
	x.see("is anyone in danger now?")
	x.press(enter)
	x.see("Who, where, when")
	x.press(ref, enter, "aloysuis")
	x.see("In the rota: St Aloysius RC College")
	x.press(tab, "9", tab, s.plant(), tab, s.plant())
	x.see("saved")
	x.press(ctrlS)
	x.see("considered")
	x.press("t", "e")
	x.see("Evidence, ")
	x.press(s.plant())
	x.see(marked, "saved")
	x.press(esc)
	x.see("Told, recorded")
	x.press("f")
	x.see("Closing page")
}

// decidesPlanted records a decision, and looks for it again.
func (x *terminal) decidesPlanted(s *secrets) {
	x.t.Helper()
	x.press("d")
	x.see("Finish this walkthrough?")
	x.press("y")
	x.see("Decision: ")
	x.press(s.plant(), tab, s.plant(), tab, s.plant(), tab, tab, s.plant(), ctrlS)
	x.see("decided", "Not yet filed")
	x.press(esc)
	x.see("A concern about a child")
	x.press("/")
	x.see("Find in concerns")
	x.press(s.plant())
	x.settledShort()
	x.press(esc)
	x.see("A concern about a child")
}

// choresPlanted backs up, changes the passphrase and the recovery key, hands over
// and disposes.
func (x *terminal) choresPlanted(h home, ref string, s *secrets) {
	x.t.Helper()
	x.press(ctrlN)
	x.chooses("Back up now")
	x.see("The backup is made")
	x.press(enter)
	x.chooses("Change the passphrase")
	x.see("as it is now")
	x.press(passphrase, enter)
	x.see("The new passphrase")
	s.texts["the new passphrase"] = "a new one: " + mark()
	x.press(s.texts["the new passphrase"], enter)
	x.see("The same")
	x.press(s.texts["the new passphrase"], enter)
	x.see("The passphrase has changed")
	x.press(enter)
	x.chooses("Hand over a reference")
	x.see("What is handed over?")
	x.press(enter)
	x.see("To which file?")
	x.press("\x15", filepath.Join(h.dir, "handover.age"), enter)
	x.see("How is it sealed?")
	x.press(enter)
	x.see("say it on the phone")
	s.texts["the file's passphrase"] = "for the phone: " + mark()
	x.press(s.texts["the file's passphrase"], enter)
	x.see("The same")
	x.press(s.texts["the file's passphrase"], enter)
	x.see("Written, sealed")
	s.apart(x)
	x.press(enter)
	x.chooses("Import what was handed over")
	x.see("Which file?")
	x.press(filepath.Join(h.dir, "handover.age"), enter)
	x.see("The file's passphrase")
	x.press(s.texts["the file's passphrase"], enter)
	x.see("Enter goes back")
	x.press(enter)
	x.chooses("Dispose of a reference")
	x.see("Which reference?")
	x.press(enter)
	x.see("Why, in a few words?")
	x.press("kept long enough", enter)
	x.see("to dispose of it")
	x.press(ref, enter)
	x.see("disposed of", "locked now")
	x.press(enter)
	x.isLocked()
	x.press("u")
	x.see("Unlock your private notes")
	x.press(s.texts["the new passphrase"], enter)
	x.see("● open", "Protective factors")
}

// nothingOf fails where a secret is on the screen, or can be scrolled to.
func (x *terminal) nothingOf(s *secrets) {
	x.t.Helper()
	if found := s.among([]byte(x.screen() + x.above())); len(found) > 0 {
		x.t.Errorf("on the screen, or above it: %v", found)
	}
}
