//go:build !windows

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// secret is a file with the passphrase in it.
func (h home) secret(t *testing.T) string {
	t.Helper()
	path := filepath.Join(h.dir, "passphrase")
	if err := os.WriteFile(path, []byte(passphrase+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// answers runs isspp without a terminal: what it reads is a pipe.
func (h home) pipes(t *testing.T, in string, args ...string) (out string, status int) {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = h.env()
	cmd.Stdin = strings.NewReader(in)
	var b, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &b, &errs
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return b.String() + errs.String(), cmd.ProcessState.ExitCode()
}

// record is the chronology in JSON, without what is never the same twice.
func (h home) record(t *testing.T) string {
	t.Helper()
	out, status := h.pipes(t, "", "checklist", "report", "--ref", "REF-123", "-o", "-", "--format", "json",
		"--passphrase-file", h.secret(t))
	if status != 0 {
		t.Fatalf("status %d: %s", status, out)
	}
	out = regexp.MustCompile(`"[0-9a-f]{32}"`).ReplaceAllString(out, `"ID"`)
	return regexp.MustCompile(`"\d{4}-\d\d-\d\dT[^"]*"`).ReplaceAllString(out, `"TIME"`)
}

// spoken are the answers of a walk with its decision, a line each.
var spoken = []string{
	"", "REF-123", "aloysuis", "9", "period 5", "form tutor",
	"s", "",
	"t", private, "", "", "10:40",
	"n", "d", "f", "",
	"Refer to CSCT today", "", reasons, "", "", "", "mother told at 15:10", "", "",
	"", "", "", "",
}

func TestThePlainWalkLeavesTheSameRecordAsTheApp(t *testing.T) {
	t.Parallel()
	app := newHome(t)
	x := openedQuickly(t, app)
	x.press("n")
	x.see("is anyone in danger now?")
	x.press(enter)
	x.press("REF-123", enter, "aloysuis", tab, "9", tab, "period 5", tab, "form tutor")
	x.sealed("form tutor")
	x.press(ctrlS)
	x.see("considered")
	x.press("s", down, "t", "e", ctrlT, "10:40", enter, private)
	x.sealed(private)
	x.press(esc)
	x.see("Told, recorded")
	x.press(down, "n", down, "d", "f")
	x.sealed("Closing page: REF-123")
	x.press("d")
	x.see("Finish this walkthrough?")
	x.press("y")
	x.see("Decision: REF-123")
	x.press("Refer to CSCT today", tab, reasons, tab, tab, tab, "mother told at 15:10", ctrlS)
	x.see("decided", "Not yet filed", "mother told at 15:10")
	x.press("\x03")
	x.leaves()

	piped := newHome(t)
	piped.withNotes(t)
	out, status := piped.pipes(t, strings.Join(spoken, "\n")+"\n", "checklist", "--plain", "--passphrase-file",
		piped.secret(t))
	if status != 0 || !strings.Contains(out, "Everything is saved.") {
		t.Fatalf("status %d:\n%s", status, out)
	}
	if a, b := app.record(t), piped.record(t); a != b {
		t.Errorf("the records differ.\nThe app's:\n%s\nThe plain walk's:\n%s", a, b)
	}
}

// A line that has no end yet is the terminal's and not the program's.
func TestALineThatWasHalfTypedSurvivesTheEndOfTheProcess(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.withNotes(t)
	x := start(t, h, size{100, 50}, "checklist", "--plain")
	x.press(enter)
	x.see("Passphrase of your notes, not shown")
	x.press(passphrase, enter)
	for _, line := range [][2]string{
		{"REF-123", "Setting ("},
		{"", "Year group ("},
		{"9", "When it happened ("},
		{"", "Raised by ("},
		{"", "Item 1 of 20."},
		{"t", "What was seen or said?"},
	} {
		x.see("(")
		x.press(line[0], enter)
		x.see(line[1])
	}
	x.press("They call me Sm")
	x.see("They call me Sm")
	x.signals(x.cmd.Process.Pid, syscall.SIGTERM)
	x.leaves()

	y := start(t, h, size{100, 50}, "checklist", "--plain")
	y.press(enter)
	y.see("Passphrase of your notes")
	y.press(passphrase, enter)
	y.see("Unfinished walkthrough from", "for REF-123")
	y.press(enter)
	y.see("You were writing about:", "They call me Sm")
}

func TestThePlainWalkInATerminalKilledAndGoneOnWith(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.withNotes(t)
	x := start(t, h, size{100, 50}, "checklist", "--plain")
	x.see("is anyone in danger now?", "999", "Enter: no danger now")
	x.press(enter)
	x.see("Passphrase of your notes, not shown")
	x.press("wrong horse and violin", enter)
	x.see("does not open these notes")
	x.press(passphrase, enter)
	x.see("Reference (")
	x.notSee(passphrase)
	for _, line := range [][2]string{
		{"REF-123", "Setting ("},
		{"", "Year group ("},
		{"9", "When it happened ("},
		{"", "Raised by ("},
		{"", "Item 1 of 20."},
	} {
		x.press(line[0], enter)
		x.see(line[1])
	}
	x.press("!\r")
	x.see("Emergency: whom to ring now")
	x.press("t\r")
	x.see("What was seen or said?")
	x.press(private + "\r")
	x.see("more, or Enter:")
	x.kill(x.cmd.Process.Pid)
	x.leaves()

	y := start(t, h, size{100, 50}, "checklist", "--plain")
	y.press(enter)
	y.see("Passphrase of your notes")
	y.press(passphrase, enter)
	y.see("Unfinished walkthrough from", "for REF-123")
	y.press(enter)
	y.see("You were writing about:", private)
	y.press(enter)
	y.see("Kind: 1 observed, 2 the child's words")
	y.press(enter)
	y.see("When was that?")
	y.press("10:40", enter)
	y.see("So far: told.", "The child's words (10:40; ", "): "+private)
	y.press("\x03") // ctrl+c at a question: what was said is kept
	if status := y.leaves(); status != 0 {
		t.Errorf("status %d\n%s", status, y.screen())
	}
	y.see("goes on at the same place")
	y.sane()
}

func TestThePlainWalkNeverHangsWithoutATerminal(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	in := strings.Join(spoken, "\n") + "\n"
	for _, c := range []struct {
		name string
		make bool
		args []string
		env  string
	}{
		{"no notes", false, []string{"checklist", "--plain"}, ""},
		{"notes and no passphrase", true, []string{"checklist", "--plain"}, ""},
		{"as asked", true, []string{"checklist", "--plain", "--unsaved"}, ""},
	} {
		if c.make && len(c.args) == 2 {
			h.withNotes(t)
		}
		out, status := h.pipes(t, in, c.args...)
		if status != 0 || !strings.Contains(out, "NOT SAVED") || !strings.Contains(out, private) ||
			!strings.Contains(out, "isspp keeps nothing of it") {
			t.Errorf("%s: status %d\n%s", c.name, status, out)
		}
	}
	out, status := h.pipes(t, "", "checklist", "--plain", "--passphrase-file", h.secret(t))
	if status != 0 || !strings.Contains(out, "Nothing was recorded.") {
		t.Errorf("an empty input: status %d\n%s", status, out)
	}
	if out, status := h.pipes(t, "\n", "checklist", "--plain", "--passphrase-file",
		filepath.Join(h.dir, "no such file")); status != 1 || !strings.Contains(out, "can't be read") {
		t.Errorf("a passphrase that isn't there: status %d\n%s", status, out)
	}
}

func TestDocumentsAreWrittenForTheirOwnerAlone(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.withNotes(t)
	secret := h.secret(t)
	if out, status := h.pipes(t, strings.Join(spoken, "\n")+"\n", "checklist", "--plain", "--passphrase-file",
		secret); status != 0 {
		t.Fatal(out)
	}
	file := filepath.Join(h.dir, "out.pdf")
	ask := func(args ...string) (string, int) {
		return h.pipes(t, "", append([]string{"checklist", args[0], "--passphrase-file", secret}, args[1:]...)...)
	}
	out, status := ask("report", "--ref", "ref-123", "-o", file)
	info, err := os.Stat(file)
	if status != 0 || err != nil || info.Mode().Perm() != 0o600 || !strings.Contains(out, "Written  "+file) {
		t.Fatalf("status %d, %v, %v: %s", status, info, err, out)
	}
	for _, c := range []struct {
		status int
		says   string
		args   []string
	}{
		{1, "--force replaces it", []string{"report", "--ref", "REF-123", "-o", file}},
		{0, "Written", []string{"access", "--ref", "REF-123", "-o", file, "--force"}},
		{1, "nothing is kept under that reference", []string{
			"report", "--ref", "REF-9", "-o",
			filepath.Join(h.dir, "none.md"),
		}},
		{2, "--ref says", []string{"report", "-o", file}},
		{2, "-o says where", []string{"report", "--ref", "REF-123"}},
		{2, "none of the forms", []string{"report", "--ref", "REF-123", "-o", "x.docx"}},
		{2, "did you mean", []string{"report", "--ref", "REF-123", "-o", "-", "--only", "decisoin"}},
		{0, reasons, []string{"report", "--ref", "REF-123", "-o", "-", "--only", "decision"}},
		{0, "| exported | walkthrough |", []string{"access", "--ref", "REF-123", "-o", "-"}},
		{0, `"walkthroughs"`, []string{"access", "--ref", "REF-123", "-o", "-", "--format", "json"}},
	} {
		if out, status := ask(c.args...); status != c.status || !strings.Contains(out, c.says) {
			t.Errorf("%v: status %d, not %d with %q:\n%s", c.args, status, c.status, c.says, out)
		}
	}
	if _, err := os.Stat(filepath.Join(h.dir, "none.md")); err == nil {
		t.Error("a file was made of nothing")
	}
	if out, status := h.pipes(t, "", "checklist", "report", "--ref", "REF-123", "-o", "-"); status != 2 ||
		!strings.Contains(out, "no terminal to ask") {
		t.Errorf("without a passphrase: status %d, %s", status, out)
	}
}
