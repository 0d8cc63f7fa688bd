//go:build !windows

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// plainEditor is an editor that says how it was called, waits for a line as any
// program in a shell would, and puts it in the place of a word.
const plainEditor = `#!/bin/sh
echo "EDITING $1 $2"
read word
sed "s/PC Kerry Hughes/$word/" "$2" > "$2.new" && mv "$2.new" "$2"
`

// writingWith opens the app for somebody whose editor is the plain one.
func writingWith(t *testing.T, h home, args ...string) *terminal {
	t.Helper()
	env, err := exec.LookPath("env")
	if err != nil {
		t.Skip("there is no env to set an editor with")
	}
	script := filepath.Join(h.dir, "vi")                                     // called so, it is told the line
	if err := os.WriteFile(script, []byte(plainEditor), 0o700); err != nil { //nolint:gosec // a script has to be run
		t.Fatal(err)
	}
	return open(t, h, usual, true, env, append([]string{"VISUAL=" + script, program}, args...)...)
}

// The whole way: nothing but the built-in protocol, E, a name changed in the
// editor, and the change is on the screen, in the file and there the next time.
func TestWhoeverKeepsTheProtocolCurrentChangesAnOfficer(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	x := writingWith(t, h)
	x.see("Arts and Media School Islington")
	x.press(down, "E")
	x.see("can't be edited where it is", "Write it there and edit it")
	x.press("y")
	folder := filepath.Join(h.dir, "config", "isspp", "protocol")
	x.see("EDITING +12")
	x.press("PC Ann Reed\n")
	x.see("the officer was “PC Kerry Hughes” and now is “PC Ann Reed”")
	x.press("q")
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
	x.sane()
	rota, err := os.ReadFile(filepath.Join(folder, "rota.md"))
	if err != nil || !strings.Contains(string(rota), "PC Ann Reed") {
		t.Errorf("the document says %s, %v", rota, err)
	}
	again := start(t, h, usual)
	again.see("Arts and Media School Islington")
	again.press(down)
	again.see("PC Ann Reed")
	again.press("q")
	again.leaves()
	cmd := exec.Command(program, "rota", "central")
	cmd.Env = h.env()
	if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "PC Ann Reed") {
		t.Errorf("the shell says %s, %v", out, err)
	}
}

// The school's own file in the editor: it gets the terminal itself, and the app has it
// back as soon as the editor has ended.
func TestTheLocalFileIsEditedOnTheTerminal(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	x := writingWith(t, h)
	x.see("Arts and Media School Islington")
	x.press("\x0b")
	x.see("Commands, and everything in the protocol")
	x.press("open the local file")
	x.see("in your editor")
	x.press(enter)
	x.see("EDITING +")
	x.press("anything\n")
	x.see("The Local file was read again: no mistakes.")
	x.press("q")
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
	x.sane()
}
