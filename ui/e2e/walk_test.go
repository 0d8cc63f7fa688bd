//go:build !windows

package e2e

import (
	"regexp"
	"strings"
	"testing"
)

const (
	passphrase = "seven green bicycles in the rain"
	private    = "said she was given a new phone by an older boy"
)

// recoveryKey is how the key stands on the screen: groups of letters and digits
// on lines of their own.
var recoveryKey = regexp.MustCompile(`^[A-Z0-9]{3,}( {1,2}[A-Z0-9]{2,})*$`)

// setsUp makes notes, from wherever the set-up is asked for.
func (x *terminal) setsUp() {
	x.t.Helper()
	x.see("Choose a passphrase")
	x.press(passphrase, enter)
	x.see("The same")
	x.notSee(passphrase)
	x.press(passphrase, enter)
	x.see("This is the recovery key")
	x.press(enterReading(x), enter)
}

// enterReading reads the recovery key from the screen, as a person writes it
// down, goes on, and gives it to be typed.
func enterReading(x *terminal) string {
	x.t.Helper()
	var key []string
	for _, line := range strings.Split(x.screen(), "\n") {
		line, _, is := strings.Cut(strings.Trim(line, " │"), "groups") // which groups they are stands behind them
		if line = strings.TrimSpace(line); is && recoveryKey.MatchString(line) {
			key = append(key, line)
		}
	}
	if len(key) == 0 {
		x.t.Fatalf("no recovery key to be read\n%s", x.screen())
	}
	x.press(enter)
	x.see("Type the key back")
	return strings.ToLower(strings.Join(key, " "))
}

func (x *terminal) unlocks() {
	x.t.Helper()
	x.see("Unlock your private notes", "Passphrase")
	x.press(passphrase, enter)
}

// walks begins a walkthrough for REF-123.
func (x *terminal) walks() {
	x.t.Helper()
	x.press("n")
	x.see("is anyone in danger now?")
	x.press(enter)
	x.see("Who, where, when")
	x.press("REF-123", enter, "aloysuis")
	x.see("In the rota: St Aloysius RC College")
	x.press(ctrlS)
	x.see("considered")
}

// opened starts isspp on new notes, at the list of walkthroughs.
func opened(t *testing.T, h home) *terminal {
	t.Helper()
	x := start(t, h, usual)
	x.see("Arts and Media School Islington")
	x.press("2")
	x.see("sets up private notes")
	x.press("u")
	x.setsUp()
	x.see("● open", "No walkthrough is kept yet")
	return x
}

// openedQuickly does so on notes that are there and open at once, for tests that
// prove nothing of the set-up.
func openedQuickly(t *testing.T, h home) *terminal {
	t.Helper()
	h.withNotes(t)
	x := start(t, h, usual)
	x.see("Arts and Media School Islington", "○ locked")
	x.press("2", "u")
	x.unlocks()
	x.see("● open", "No walkthrough is kept yet")
	return x
}

// answers gives thirteen answers of four kinds and begins evidence to the next.
func (x *terminal) answers() {
	x.t.Helper()
	for i := range 13 {
		x.press([]string{"s", "n", "d", "t"}[i%4], down)
		if i%6 == 5 {
			x.press(right)
		}
	}
	x.press("t")
	x.see("Told, recorded")
	x.press("e")
	x.see("Evidence, ")
	x.press(private)
	x.see(private)
	x.see("saved")
}

func TestFirstFiveMinutesAndAPowerCut(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	x := opened(t, h)
	x.walks()
	x.answers()
	title := strings.Fields(strings.Split(x.screen(), "\n")[3])
	child := x.session()
	x.kill(x.cmd.Process.Pid)
	x.kill(child)
	x.leaves()

	y := start(t, h, usual)
	y.see("○ locked")
	y.notSee(private, "REF-123")
	y.press("2", "u")
	y.unlocks()
	y.see("Unfinished walkthrough from", "for REF-123", "resume")
	y.press(enter)
	y.see("Evidence, ", private, strings.Join(title[:2], " "))
	y.press(esc)
	y.see("Told, recorded")
	y.press("f")
	y.closes()
}

// closes reads the whole closing page and finishes.
func (x *terminal) closes() {
	x.t.Helper()
	x.see("Closing page: REF-123")
	var all strings.Builder
	for range 40 {
		all.WriteString(x.words() + "\n")
		x.press(down, down, down)
		x.settledShort()
	}
	page := all.String()
	for _, w := range []string{private, "What was seen and told", "Protective factors", "St Aloysius RC College"} {
		if !strings.Contains(page, w) {
			x.t.Errorf("not on the closing page: %q", w)
		}
	}
	if !strings.Contains(strings.ToLower(page), "not a prediction") &&
		!strings.Contains(strings.ToLower(page), "does not") {
		x.t.Errorf("the protocol's caution isn't on the closing page:\n%s", page)
	}
	if count := regexp.MustCompile(`\d+ (of \d+ )?(signs|risk factors|seen|told)`).FindString(page); count != "" {
		x.t.Errorf("the closing page counts: %q", count)
	}
	x.press("F")
	x.see("Finish this walkthrough?")
	x.press("y")
	x.press("gg", "\x1b[5~\x1b[5~\x1b[5~\x1b[5~\x1b[5~\x1b[5~\x1b[5~\x1b[5~")
	x.see("Finished: ", "saved")
	x.press("q")
	if status := x.leaves(); status != 0 {
		x.t.Errorf("status %d", status)
	}
	x.sane()
}

func TestWhoRecordsIsAskedWhenNotesAreSetUpAndNeverAgain(t *testing.T) {
	t.Parallel()
	h := home{dir: t.TempDir()} // no config: nobody is named
	x := start(t, h, usual)
	x.see("Arts and Media School Islington")
	x.press("2", "u")
	x.setsUp()
	x.see("Who is recording?")
	x.press("B. Cole, deputy", enter)
	x.see("Every entry is recorded by B. Cole, deputy")
	x.press("\x0c")
	x.see("locked", "unlocks your private notes")
	x.press("u")
	x.unlocks()
	x.see("open", "No walkthrough is kept yet")
	x.notSee("Who is recording?")
	x.press("n", enter)
	x.see("Who, where, when", "B. Cole, deputy")
}

func TestOnlyTheSessionIsKilled(t *testing.T) {
	t.Parallel()
	x := openedQuickly(t, newHome(t))
	x.walks()
	x.answers()
	x.kill(x.session())
	x.see("The notes session ended by itself", "is safe", "○ locked")
	x.notSee(private, "REF-123")
	x.press("u")
	x.unlocks()
	x.see("Evidence, ", private)
}

func TestLockInTheMiddleOfEvidence(t *testing.T) {
	t.Parallel()
	x := openedQuickly(t, newHome(t))
	x.walks()
	x.answers()
	x.press(" and a coat")
	x.press(ctrlL)
	x.see("○ locked")
	x.notSee(private, "and a coat", "REF-123")
	x.press("u")
	x.unlocks()
	x.see("Evidence, ", private+" and a coat")
}

func TestUnsavedWalkthroughIsKeptOnRequest(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	x := start(t, h, usual)
	x.see("Arts and Media School Islington")
	x.press("2")
	x.see("Nothing is saved until you say so")
	x.walks()
	x.see("NOT SAVED")
	x.press("s")
	x.see("Seen, recorded", "NOT SAVED")
	x.press("q")
	x.see("This walkthrough is not saved", "Stay", "Leave and lose it")
	x.press(enter)
	x.see("Seen, recorded")
	x.press(ctrlS)
	x.setsUp()
	x.see("Seen, recorded", "saved", "● open")
	x.notSee("NOT SAVED")
	x.press("q")
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
	x.sane()
	y := start(t, h, usual)
	y.see("○ locked")
	y.press("2", "u")
	y.unlocks()
	y.see("Unfinished walkthrough from", "for REF-123")
}
