//go:build !windows

package e2e

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// onAStick puts the program on a stick whose name has a blank and an accent, with or
// without the folder that makes it portable.
func onAStick(t *testing.T, portable bool) (at, data string) {
	t.Helper()
	stick := filepath.Join(t.TempDir(), "Clé de Zoë")
	data = filepath.Join(stick, "isspp-data")
	if err := os.MkdirAll(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	if portable {
		if err := os.Mkdir(data, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	at = filepath.Join(stick, "isspp")
	b, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	writeProgram(t, at, b)
	return at, data
}

// writeProgram writes a program that is run next. No test beside this one may start
// another meanwhile: that would have the file open, and what is open for writing isn't run.
func writeProgram(t *testing.T, path string, b []byte) {
	t.Helper()
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	if err := os.WriteFile(path, b, 0o700); err != nil {
		t.Fatal(err)
	}
}

// filesIn are the files below a folder, as they stand in it.
func filesIn(t *testing.T, dir string) string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			within, _ := filepath.Rel(dir, path) // below it, as it was walked
			out = append(out, within)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(out, "\n")
}

func TestWithItsFolderBesideItTheProgramKeepsEverythingThere(t *testing.T) {
	t.Parallel()
	at, data := onAStick(t, true)
	h := home{dir: t.TempDir()}
	x := open(t, h, size{100, 40}, true, at, "notes", "init")
	x.see("isspp is portable", "A stick is easily lost", "copy that folder to a safe place", "New passphrase")
	x.press(passphrase, enter)
	x.see("The same again:")
	x.press(passphrase, enter)
	x.see("Name and role")
	x.press("B. Cole, deputy", enter)
	x.see("Recovery key")
	x.press("\x03")
	x.leaves()

	said := shell(t, h, at, "notes", "where")
	for _, want := range []string{data, "isspp is portable"} {
		if !strings.Contains(strings.Join(strings.Fields(said), " "), want) {
			t.Errorf("%q is not said:\n%s", want, said)
		}
	}
	kept := filesIn(t, data)
	for _, want := range []string{"isspp/notes.db", "isspp/notes.keys", ".anchor"} {
		if !strings.Contains(kept, want) {
			t.Errorf("no %s in\n%s", want, kept)
		}
	}
	if left := filesIn(t, h.dir); left != "" {
		t.Errorf("left on the computer:\n%s", left)
	}
}

func TestWithoutThatFolderTheProgramKeepsNothingBesideItself(t *testing.T) {
	t.Parallel()
	at, data := onAStick(t, false)
	h := home{dir: t.TempDir()}
	said := shell(t, h, at, "notes", "where")
	if strings.Contains(said, "portable") || !strings.Contains(said, h.dir) {
		t.Errorf("said %s", said)
	}
	if _, err := os.Lstat(data); err == nil {
		t.Error("the folder was made")
	}
}

// shell runs a program that asks nothing, and gives what it says.
func shell(t *testing.T, h home, at string, args ...string) string {
	t.Helper()
	cmd := exec.Command(at, args...)
	cmd.Env = h.env()
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}
