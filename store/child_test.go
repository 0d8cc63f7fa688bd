package store

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// The tests that kill, and those that may crash, run parts of themselves in a
// child: this binary once more, with childEnv naming the part.
const childEnv = "ISSPP_STORE_TEST_CHILD"

var childParts = map[string]func([]string) int{
	"damage":  damageChild,
	"save":    saveChild,
	"create":  createChild,
	"hold":    holdChild,
	"backup":  backupChild,
	"restore": restoreChild,
}

func TestMain(m *testing.M) {
	if part := childParts[os.Getenv(childEnv)]; part != nil {
		debug.SetGCPercent(400) // they read the same few hundred records again and again
		os.Exit(part(os.Args[1:]))
	}
	os.Exit(m.Run())
}

// cheap costs nothing: a wrong passphrase, other notes or other settings still give
// another key.
var cheap = &Costs{Work: 1, Stretch: func(passphrase, salt []byte, k KDF) []byte {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %v", passphrase, salt, k))
	return sum[:]
}}

// child is a started part: lines go in and come out.
type child struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	lines  chan string
	stderr *os.File
}

func startChild(t *testing.T, part string, args ...string) *child {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := &child{cmd: exec.Command(exe, args...), lines: make(chan string, 1024)}
	c.cmd.Env = append(os.Environ(), childEnv+"="+part)
	if c.stderr, err = os.CreateTemp(folder(t), "stderr"); err != nil {
		t.Fatal(err)
	}
	c.cmd.Stderr = c.stderr
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(c.lines)
		for sc := bufio.NewScanner(out); sc.Scan(); {
			c.lines <- sc.Text()
		}
	}()
	return c
}

// line is the child's next line; alive is false when the child ended, and
// both are false and "" when it said nothing for as long as limit.
func (c *child) line(limit time.Duration) (text string, alive, inTime bool) {
	select {
	case text, alive = <-c.lines:
		return text, alive, true
	case <-time.After(limit):
		return "", true, false
	}
}

// kill ends the child as a power button would, and waits for its end.
func (c *child) kill() {
	_ = c.cmd.Process.Kill()
	for range c.lines { // until its output is closed
	}
	_ = c.cmd.Wait()
	closeQuietly(c.in)
	closeQuietly(c.stderr)
}

// folder is a folder that goes when the test ends. t.TempDir would call it the
// test's failure where a folder can't be removed, as with some emulations of
// Windows.
func folder(t testing.TB) string {
	t.Helper()
	if runtime.GOOS != "windows" {
		return t.TempDir()
	}
	dir, err := os.MkdirTemp("", "isspp-test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// quickDir is a folder in memory where there is one: it is for tests that
// prove nothing about the disk itself.
func quickDir(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "isspp-test-")
	if err != nil {
		return folder(t)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// lastWords is the end of what it said on standard error.
func (c *child) lastWords() string {
	b, err := os.ReadFile(c.stderr.Name())
	if err != nil {
		return err.Error()
	}
	return string(b[:min(len(b), 3000)])
}
