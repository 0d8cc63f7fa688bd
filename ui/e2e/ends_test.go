//go:build !windows

package e2e

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/creack/pty"
	"golang.org/x/term"

	"isspp/store"
)

// quick derives a key at once: what it costs to guess is proved in the store.
var quick = store.KDF{MemoryKiB: 19 << 10, Passes: 1, Lanes: 1}

// withNotes is a home with notes that open quickly.
func withNotes(t *testing.T) home {
	t.Helper()
	h := newHome(t)
	h.withNotes(t)
	return h
}

// withNotes puts notes there that open quickly.
func (h home) withNotes(t *testing.T) {
	t.Helper()
	made, err := emptyNotes()
	if err == nil {
		err = os.CopyFS(filepath.Join(h.dir, "data", "isspp"), made)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// emptyNotes are made once: each home has a copy.
var emptyNotes = sync.OnceValues(func() (fs.FS, error) {
	dir, err := os.MkdirTemp("", "isspp-e2e-notes-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	st, _, err := store.Create(filepath.Join(dir, "notes", "notes.db"), []byte(passphrase),
		store.Options{KDF: &quick, Anchor: filepath.Join(dir, "anchor")})
	if err != nil {
		return nil, err
	}
	if err := st.Close(); err != nil {
		return nil, err
	}
	kept := fstest.MapFS{}
	for _, name := range []string{"notes.db", "notes.keys"} {
		b, err := os.ReadFile(filepath.Join(dir, "notes", name)) //nolint:gosec // the test's own folder
		if err != nil {
			return nil, err
		}
		kept[name] = &fstest.MapFile{Data: b, Mode: 0o600}
	}
	return kept, nil
})

// writes opens the notes and begins evidence, all of it private.
func (x *terminal) writes() {
	x.t.Helper()
	x.see("Arts and Media School Islington", "○ locked")
	x.press("2", "u")
	x.unlocks()
	x.see("● open", "No walkthrough is kept yet")
	x.walks()
	x.press("t", "e")
	x.see("Evidence, ")
	x.press(private)
	x.see(private)
}

// asNew fails unless the terminal has the modes of one that was just opened.
func (x *terminal) asNew() {
	x.t.Helper()
	fresh, other, err := pty.Open()
	if err != nil {
		x.t.Fatal(err)
	}
	defer func() { _ = fresh.Close(); _ = other.Close() }()
	want, err := term.GetState(int(fresh.Fd()))
	if err != nil {
		x.t.Skipf("the terminal's modes can't be read on this machine: %v", err)
	}
	got, err := term.GetState(int(x.pty.Fd()))
	if err != nil {
		x.t.Skipf("the terminal's modes can't be read once it is left: %v", err)
	}
	if !reflect.DeepEqual(got, want) {
		x.t.Errorf("the terminal's modes are not as they were:\n%+v\n%+v", got, want)
	}
}

// nothingPrivate fails where private words are to be seen, or to be scrolled to.
func (x *terminal) nothingPrivate() {
	x.t.Helper()
	x.notSee(private, "REF-123")
	above := x.above()
	for _, words := range []string{private, "REF-123"} {
		if strings.Contains(above, words) {
			x.t.Errorf("%q can be scrolled to", words)
		}
	}
}

// above is what has gone off the top of the screen and can be scrolled to.
func (x *terminal) above() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	var out strings.Builder
	if sb := x.emu.Scrollback(); sb != nil {
		for i := range sb.Len() {
			out.WriteString(sb.Line(i).String() + "\n")
		}
	}
	return out.String()
}

// goesOn unlocks again and finds what was being written.
func (x *terminal) goesOn() {
	x.t.Helper()
	x.press("u")
	x.unlocks()
	x.see("Evidence, ", private)
	x.press(esc)
	x.see("Told, recorded", "saved")
	x.press("q")
	if status := x.leaves(); status != 0 {
		x.t.Errorf("status %d", status)
	}
	x.sane()
	x.asNew()
	x.nothingPrivate()
}

func TestHoweverTheSessionEndsNothingPrivateIsLeftAndNothingIsLost(t *testing.T) {
	t.Parallel()
	for name, sig := range map[string]syscall.Signal{
		"HUP": syscall.SIGHUP, "QUIT": syscall.SIGQUIT, "ABRT": syscall.SIGABRT, "SEGV": syscall.SIGSEGV,
		"TERM": syscall.SIGTERM, "INT": syscall.SIGINT, "KILL": syscall.SIGKILL, "ILL": syscall.SIGILL,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := start(t, withNotes(t), usual)
			x.writes()
			if name == "KILL" || name == "ILL" {
				x.see("saved") // nobody is asked: what is on the disk is there
			}
			x.signals(x.session(), sig)
			x.see("○ locked", "A concern about a child")
			x.nothingPrivate()
			x.goesOn()
		})
	}
}

func TestHoweverTheFirstProcessEndsTheTerminalIsAsItWas(t *testing.T) {
	t.Parallel()
	for name, sig := range map[string]syscall.Signal{
		"HUP": syscall.SIGHUP, "QUIT": syscall.SIGQUIT, "ABRT": syscall.SIGABRT, "SEGV": syscall.SIGSEGV,
		"TERM": syscall.SIGTERM, "KILL": syscall.SIGKILL,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := withNotes(t)
			x := start(t, h, usual)
			x.writes()
			session := x.session()
			x.signals(x.cmd.Process.Pid, sig)
			if status := x.leaves(); status == 0 {
				t.Error("status 0")
			}
			x.until("the session is still running", func() bool { return syscall.Kill(session, 0) != nil })
			x.sane()
			x.asNew()
			x.nothingPrivate()
			y := start(t, h, usual)
			y.see("○ locked")
			y.press("2", "u")
			y.unlocks()
			y.see("Unfinished walkthrough from", "resume")
			y.press(enter)
			y.see("Evidence, ", private)
		})
	}
}

func TestLookUpsEndedBySignalsLeaveTheTerminalAsItWas(t *testing.T) {
	t.Parallel()
	for name, sig := range map[string]syscall.Signal{
		"HUP": syscall.SIGHUP, "QUIT": syscall.SIGQUIT,
		"SEGV": syscall.SIGSEGV, "TERM": syscall.SIGTERM,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := start(t, newHome(t), usual)
			x.see("Arts and Media School Islington")
			x.settled()
			x.signals(x.cmd.Process.Pid, sig)
			if status := x.leaves(); status != 128+int(sig) {
				t.Errorf("status %d", status)
			}
			x.sane()
			x.asNew()
		})
	}
}

func TestAPanicLeavesNothingPrivate(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("builds a second program")
	}
	panicking := filepath.Join(t.TempDir(), "isspp")
	if out, err := build(panicking, "../..", "-tags", "panics", "."); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for name, sig := range map[string]syscall.Signal{
		"where the screen is drawn": syscall.SIGUSR1,
		"in a goroutine":            syscall.SIGUSR2,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := open(t, withNotes(t), usual, true, panicking)
			x.writes()
			x.see("saved")
			x.signals(x.session(), sig)
			if sig == syscall.SIGUSR1 {
				x.press(down)
			}
			x.see("The notes session ended by itself", "is safe", "○ locked")
			x.nothingPrivate()
			x.goesOn()
		})
	}
}

func TestAClosedTerminalSealsWhatIsBeingTyped(t *testing.T) {
	t.Parallel()
	h := withNotes(t)
	x := start(t, h, usual)
	x.writes()
	session := x.session()
	x.press(" and ran")
	x.see("and ran")
	if err := x.pty.Close(); err != nil {
		t.Fatal(err)
	}
	x.until("the session is still running", func() bool { return syscall.Kill(session, 0) != nil })
	_ = x.cmd.Wait() // however it ended, the terminal is gone
	y := start(t, h, usual)
	y.see("○ locked")
	y.press("2", "u")
	y.unlocks()
	y.see("Unfinished walkthrough from", "resume")
	y.press(enter)
	y.see("Evidence, ", private+" and ran")
}

const (
	ctrlB = "\x02"
	ctrlZ = "\x1a"
)

func TestSuspendingLocksFirst(t *testing.T) {
	t.Parallel()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash on this machine, so no job control: suspending is not proved here")
	}
	for _, how := range []string{"the key", "the signal", "the signal to the first process"} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			x := open(t, withNotes(t), usual, false, bash, "--norc", "--noprofile", "-i")
			x.press("PS1='prompt> '", enter)
			x.see("prompt>")
			before := x.modes()
			x.press(program, enter)
			x.writes()
			x.press(" and ran")
			x.see("and ran")
			switch how {
			case "the key":
				x.press(ctrlZ)
			case "the signal":
				x.signals(x.grandchild(), syscall.SIGTSTP)
			default:
				x.signals(childOf(t, x.cmd.Process.Pid), syscall.SIGTSTP)
			}
			x.see("Stopped", "prompt>")
			x.nothingPrivate()
			x.sane()
			if after := x.modes(); after != before {
				t.Errorf("the terminal's modes are not as they were: %s, %s", before, after)
			}
			x.press("echo still $((40+2))", enter)
			x.see("still 42")
			x.press("fg", enter)
			x.see("○ locked", "A concern about a child")
			x.press("u")
			x.unlocks()
			x.see("Evidence, ", private+" and ran")
			x.press(esc)
			x.see("Told, recorded", "saved")
			x.press("q")
			x.see("prompt>")
			x.sane()
		})
	}
}

func TestLateRepliesOfTheTerminalDoNotReachTheShell(t *testing.T) {
	t.Parallel()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash on this machine, so no job control: suspending is not proved here")
	}
	x := open(t, withNotes(t), usual, true, bash, "--norc", "--noprofile", "-i")
	x.late.Store(40)
	x.press("PS1='prompt> '", enter)
	x.see("prompt>")
	x.press(program, enter)
	x.see("Arts and Media School Islington")
	x.press(ctrlZ) // the terminal was asked a moment ago
	x.see("Stopped", "prompt>")
	x.settled()
	if !strings.HasSuffix(x.words(), "prompt>") {
		t.Errorf("at the prompt stands what the terminal answered:\n%s", x.screen())
	}
}

// modes are the terminal's for the programs that a shell starts.
func (x *terminal) modes() string {
	x.t.Helper()
	x.press("clear; echo modes=$(stty -g | cksum)=", enter)
	x.until("stty says nothing", func() bool { return sttyModes.MatchString(x.words()) })
	return sttyModes.FindString(x.words())
}

var sttyModes = regexp.MustCompile(`modes=[0-9 ]+=`)

func TestTheScreenIsHiddenAtOnceAndShownAgain(t *testing.T) {
	t.Parallel()
	x := start(t, withNotes(t), usual)
	x.writes()
	x.press(ctrlB)
	x.see("Hidden. Enter shows the screen again.", "999")
	x.notSee(private, "REF-123", "Evidence")
	x.press("typed by a hand on the keyboard")
	x.press("!")
	x.see("Emergency: whom to ring now")
	x.press(esc)
	x.see("Hidden. Enter shows")
	x.press(enter)
	x.see("Evidence, ", private)
	x.notSee("typed by a hand")
	x.press(ctrlB)
	x.see("Hidden.")
	x.press(ctrlL)
	x.see("○ locked", "A concern about a child")
	x.notSee(private)
	x.press(ctrlB)
	x.see("Hidden.")
	x.press(ctrlB)
	x.see("A concern about a child")
	x.press("u")
	x.unlocks()
	x.see("Evidence, ", private)
}

func TestALockThatCantSaveHidesAndKeepsTrying(t *testing.T) {
	t.Parallel()
	prlimit, err := exec.LookPath("prlimit")
	if err != nil {
		t.Skip("no prlimit on this machine: a disk that refuses is not proved here")
	}
	h := withNotes(t)
	x := start(t, h, usual)
	x.writes()
	session := x.session()
	limit := func(to string) {
		t.Helper()
		if out, err := exec.Command(prlimit, "--pid", fmt.Sprint(session), "--fsize="+to).CombinedOutput(); err != nil {
			t.Skipf("a limit can't be set here: %v %s", err, out)
		}
	}
	x.see("saved")
	limit("1:unlimited")
	x.press(" and ran")
	x.see("Not saved")
	x.press(ctrlL)
	x.see("Hidden, but not locked yet", "The last change could not be saved")
	x.notSee(private, "REF-123")
	x.press("wrong", enter)
	x.see("does not open these notes")
	x.press(passphrase, enter)
	x.see(private + " and ran")
	x.press(ctrlL)
	x.see("Hidden, but not locked yet")
	limit("unlimited:unlimited")
	x.press(enter)
	x.see("○ locked", "A concern about a child")
	x.press("u")
	x.unlocks()
	x.see("Evidence, ", private+" and ran")
	if left, _ := filepath.Glob(filepath.Join(h.dir, "data", "isspp", "*.unsaved")); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestTheSessionAllowsNoCoreFile(t *testing.T) {
	t.Parallel()
	x := start(t, withNotes(t), usual)
	x.writes()
	limits, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", x.session()))
	if err != nil {
		t.Skipf("no /proc on this machine: %v", err)
	}
	for _, line := range strings.Split(string(limits), "\n") {
		if strings.HasPrefix(line, "Max core file size") &&
			strings.Join(strings.Fields(line), " ") != "Max core file size 0 0 bytes" {
			t.Error(line)
		}
	}
}
