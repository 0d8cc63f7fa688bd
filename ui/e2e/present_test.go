//go:build !windows

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// presents goes through a presentation, with everything that it can show.
func (x *terminal) presents() {
	x.t.Helper()
	x.see("Risk factors indicate an increased likelihood", "Danger now: 999")
	x.press("8", enter, " ")
	x.see("Deviant peer influences")
	x.press("s")
	x.see("Ask the room")
	x.press("o")
	x.see("10 Notes: Risk factors")
	x.press(esc)
	x.see("Ask the room")
	x.press("/", "bully")
	x.see("Being a victim of bullying")
	x.press(enter)
	x.see("Next slide")
	x.press("!")
	x.see("Emergency: whom to ring now")
	x.press(esc)
	x.see("Next slide")
	x.press("q")
}

// bystander is a speaker's terminal beside it.
func bystander(t *testing.T, h home, args ...string) *terminal {
	x := start(t, h, size{120, 40}, append([]string{"present", "--speaker"}, args...)...)
	x.see("The speaker's side")
	return x
}

func TestPresentingLeavesTheNotesAlone(t *testing.T) {
	t.Parallel()
	path, unchanged := sealed(t)
	h := newHome(t)
	speaker := bystander(t, h, "--notes", path)
	x := start(t, h, usual, "present", "risk", "--notes", path)
	x.presents()
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
	x.sane()
	speaker.see("Nothing is being presented")
	speaker.press("q")
	speaker.leaves()
	unchanged()
	if _, err := os.Stat(filepath.Join(h.dir, "data")); !os.IsNotExist(err) {
		t.Errorf("presenting made the data folder: %v", err)
	}
}

func TestPresentingWorksWhereOpeningTheNotesWouldHang(t *testing.T) {
	t.Parallel()
	// Whoever opens a pipe to read it waits for a writer that never comes.
	path := filepath.Join(t.TempDir(), "notes.db")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skipf("no named pipe can be made here: %v", err)
	}
	h := newHome(t)
	x := start(t, h, usual, "present", "risk", "--notes", path)
	x.presents()
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
	if all, _ := os.ReadDir(filepath.Dir(path)); len(all) != 1 {
		t.Errorf("beside the notes something was made: %v", all)
	}
}

func TestPresentingNeverOpensTheNotes(t *testing.T) {
	t.Parallel()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("no strace on this machine: that the file is never opened is proved by the pipe alone")
	}
	path, unchanged := sealed(t)
	h := newHome(t)
	trace := filepath.Join(t.TempDir(), "trace")
	watch := []string{"-f", "-o", trace, "-e", "trace=file", program}
	try := exec.Command(strace, append(watch, "--version")...)
	if out, err := try.CombinedOutput(); err != nil {
		t.Skipf("strace may not trace here, so nothing is proved: %v\n%s", err, out)
	}
	open(t, h, usual, true, strace, append(watch, "present", "risk", "--notes", path)...).presents()
	unchanged()
	calls, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(calls), "presenting.json") {
		t.Fatal("the presentation wasn't traced")
	}
	for _, line := range strings.Split(string(calls), "\n") {
		if strings.Contains(line, filepath.Dir(path)) && !strings.Contains(line, "execve(") {
			t.Errorf("presenting touched the notes or what lies beside them: %s", line)
		}
	}
}

func TestPPresentsTheTabAndComesBackToIt(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	x := start(t, h, usual)
	x.see("Arts and Media School Islington")
	for _, tab := range []struct{ key, slides, back string }{
		{"1", "Before you rely on it", "Arts and Media School Islington"},
		{"2", "Choose a deck", "A concern about a child"},
		{"3", "Protective factors 1 of 7", "○ locked"},
		{"4", "Family Information Service", "Bright Start 0 - 5"},
	} {
		x.press(tab.key)
		x.settledShort()
		x.press("P")
		if tab.key == "4" {
			x.see("First calls", "1 of 32")
			x.press(" ")
		}
		x.see(tab.slides)
		x.press("q")
		if tab.key == "3" {
			x.see("○ no notes")
			continue
		}
		x.see(tab.back)
	}
	x.press("q")
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
	x.sane()
}

func TestPresentingFromOpenNotesLocksThemFirst(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	x := openedQuickly(t, h)
	x.walks()
	x.answers()
	x.press(esc)
	x.see("Told, recorded")
	child := x.session()
	x.press("P")
	x.see("Choose a deck")
	x.notSee(private, "REF-123")
	if err := syscall.Kill(child, 0); err == nil {
		t.Error("the process that holds the keys is still there")
	}
	x.press("\x1b[B", "\x1b[B", enter)
	x.see("of 6")
	x.notSee(private, "REF-123")
	x.press("q")
	x.see("○ locked", "2 Checklist")
	x.notSee(private, "REF-123")
	x.press("u")
	x.unlocks()
	x.see("Told, recorded")
	x.press("q")
	x.leaves()
}

func TestAKilledPresentationGoesOnWhereItWas(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	speaker := bystander(t, h)
	x := start(t, h, usual, "present", "risk")
	x.see("1 of 10")
	x.press("8", enter, " ", " ")
	x.see("Breakdown in or lack of positive friendships")
	speaker.see("8 of 10")
	x.settled()
	x.kill(x.cmd.Process.Pid)
	x.leaves()
	speaker.see("Nothing is being presented")
	y := start(t, h, usual, "present", "risk")
	y.see("8 of 10", "Breakdown in or lack of positive friendships", "Resumed from")
	speaker.see("8 of 10")
	speaker.press(" ")
	y.see("Peers involved in crime")
	y.press("q")
	y.leaves()
}

func TestPresentSaysWhichDecksThereAre(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	for _, c := range []struct {
		args []string
		said string
	}{
		{[]string{"present", "rsik"}, `"rsik" is not a deck: did you mean risk? There are: rota, risk, girls, signs, protective, plan, directory, cases, recall, whole`},
		{[]string{"present", "zebra"}, `"zebra" is not a deck. There are: rota`},
		{[]string{"present", "risk", "--speaker"}, "it takes no deck"},
		{[]string{"present", "--speaker", "--loop"}, "--loop is for the terminal that the audience sees"},
		{[]string{"present", "risk", "--minutes", "-3"}, "--minutes is a number from 1 to"},
		{[]string{"present", "risk", "--loop", "--every", "0"}, "--every is seconds"},
		{[]string{"present", "risk"}, "a presentation needs a terminal"},
	} {
		cmd := exec.Command(program, c.args...)
		cmd.Env = h.env()
		out, _ := cmd.CombinedOutput()
		if status := cmd.ProcessState.ExitCode(); status != 2 || !strings.Contains(string(out), c.said) {
			t.Errorf("%v: status %d: %s", c.args, status, out)
		}
	}
}

// A signal to the app while a presentation or a demonstration has the terminal ends both.
func TestASignalEndsTheAppAndWhatHasTheTerminal(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		keys []string
		see  string
	}{
		{"presentation", []string{"P"}, "Before you rely on it"},
		{"demonstration", []string{"\x0b", "demonstration", enter}, "[ ] Read what happened to DEMO-7"},
	} {
		for name, sig := range map[string]syscall.Signal{
			"TERM": syscall.SIGTERM, "HUP": syscall.SIGHUP, "INT": syscall.SIGINT,
		} {
			t.Run(name+" during a "+c.name, func(t *testing.T) {
				t.Parallel()
				h := newHome(t)
				x := start(t, h, usual)
				x.see("Arts and Media School Islington", "○ no notes")
				x.press(c.keys...)
				x.see(c.see)
				both := family(t, x.cmd.Process.Pid)
				if len(both) < 2 {
					t.Fatalf("the %s is no process of its own: %v", c.name, both)
				}
				x.signals(x.cmd.Process.Pid, sig)
				x.leaves()
				waitFor(both)
				for _, pid := range both {
					if syscall.Kill(pid, 0) == nil {
						t.Errorf("%d of %v is still running", pid, both)
					}
				}
				x.sane()
				if left := demonstrations(t, h); len(left) > 0 {
					t.Errorf("left behind: %v", left)
				}
				if _, err := os.Stat(filepath.Join(h.dir, "state", "isspp", "presenting.json")); !os.IsNotExist(err) {
					t.Errorf("what the speaker follows is still there: %v", err)
				}
			})
		}
	}
}

func TestAClosedWindowEndsThePresentationInOrder(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	x := start(t, h, usual, "present", "risk")
	x.see("1 of 10")
	x.press("8", enter)
	x.see("8 of 10")
	file := filepath.Join(h.dir, "state", "isspp", "presenting.json")
	if _, err := os.Stat(file); err != nil {
		t.Fatalf("nothing to follow: %v", err)
	}
	if err := syscall.Kill(x.cmd.Process.Pid, syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
	if _, err := os.Stat(file); !os.IsNotExist(err) {
		t.Errorf("what the speaker follows is still there: %v", err)
	}
}
