//go:build !windows

package e2e

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAPassphraseTypedAtAShellIsNotShownAndCtrlCLeavesTheTerminalAsItWas(t *testing.T) {
	t.Parallel()
	h := withNotes(t)
	x := start(t, h, usual, "notes", "verify")
	x.see("Passphrase of the notes:")
	x.press("not the right words", enter)
	x.see("does not open these notes", "Forgotten? --recovery takes the recovery key", "no other way in")
	x.notSee("not the right words")
	x.press("again not the right words", enter)
	x.see("wrong try 2")
	x.press("\x03")
	if status := x.leaves(); status != 130 {
		t.Errorf("status %d", status)
	}
	x.asNew()

	y := start(t, h, usual, "notes", "verify")
	y.see("Passphrase of the notes:")
	y.press(passphrase, enter)
	y.see("sound", "2 wrong tries")
	y.notSee(passphrase)
	if status := y.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
}

// Somebody types on while the next try has to wait, between two prompts.
func TestAPassphraseTypedBetweenTwoPromptsIsNotShown(t *testing.T) {
	t.Parallel()
	for _, command := range [][]string{{"notes", "verify"}, {"checklist", "--plain"}} {
		t.Run(command[0], func(t *testing.T) {
			t.Parallel()
			x := start(t, withNotes(t), size{100, 50}, command...)
			if command[0] == "checklist" {
				x.see("Enter: no danger now")
				x.press(enter)
			}
			x.see("Passphrase of")
			for range 4 {
				x.press("not the right words", enter)
			}
			x.see("wrong try 4")
			if command[0] == "checklist" {
				x.press("not the right words", enter) // here the wait comes behind the question
			}
			x.see("the next one waits")
			x.press(passphrase, enter)
			if command[0] == "checklist" {
				x.see("Reference (")
			} else {
				x.see("sound", "wrong tries")
			}
			x.notSee(passphrase, "not the right words")
		})
	}
}

func TestSettingUpAtAShellAsksTwiceAndForTheKeyBack(t *testing.T) {
	t.Parallel()
	h := home{dir: t.TempDir()} // no config: nobody is named
	x := start(t, h, usual, "notes", "init")
	x.see("New passphrase")
	x.press("short", enter)
	x.see("too short to be safe")
	x.press(passphrase, enter)
	x.see("The same again:")
	x.press("something else", enter)
	x.see("don't match")
	x.press(passphrase, enter)
	x.see("The same again:")
	x.press(passphrase, enter)
	x.see("Name and role (Enter: later):")
	x.press("B. Cole, deputy", enter)
	x.see("Recovery key ", "Type it back")
	x.notSee(passphrase)
	x.press("AAAA BBBB", enter)
	x.see("That is not the key that was shown")
	x.press("\x03")
	x.leaves()
	z := start(t, h, usual, "notes", "where")
	z.see("sealed")
	z.leaves()
	y := start(t, h, size{100, 50}, "checklist", "--plain")
	y.press(enter)
	y.see("Passphrase of your notes")
	y.press(passphrase, enter)
	y.see("Reference (")
	y.notSee("Who is recording?")
	for _, next := range []string{"Setting (", "Year group (", "When it happened (", "Raised by (", "Item 1 of 20."} {
		y.press(map[bool]string{true: "REF-7"}[next == "Setting ("], enter)
		y.see(next)
	}
	y.press("q", enter)
	y.leaves()
}

func TestWhatNoFlagAnswersIsAskedAtTheTerminal(t *testing.T) {
	t.Parallel()
	h := withNotes(t)
	file := filepath.Join(h.dir, "all.age")
	x := start(t, h, usual, "notes", "export", "--all")
	x.see("To which file?")
	x.press(file, enter)
	x.see("Passphrase of the notes:")
	x.press(passphrase, enter)
	x.see("Passphrase for the file:")
	x.press("said on the telephone", enter)
	x.see("The same again:")
	x.press("said on the telephone", enter)
	x.see("Written", "sealed)")
	if _, err := os.Stat(file); err != nil {
		t.Error(err)
	}
}
