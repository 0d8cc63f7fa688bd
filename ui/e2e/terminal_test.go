//go:build !windows

package e2e

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"isspp/ui/internal/steps"
)

// patience is how long a step may take on a busy machine. No test measures time.
const patience = 60 * time.Second

// program is the built binary.
var program string

// coverage is the folder where the program says which of its lines were run, or "".
var coverage = os.Getenv("ISSPP_TEST_COVERAGE")

func TestMain(m *testing.M) {
	becomeLimited()
	flag.Parse()
	if f := flag.Lookup("test.parallel"); f.Value.String() == f.DefValue {
		_ = f.Value.Set("6") // each waits for most of its time
	}
	os.Exit(buildAndRun(m))
}

func buildAndRun(m *testing.M) int {
	dir, err := os.MkdirTemp("", "isspp-e2e-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()
	program = filepath.Join(dir, "isspp")
	what := []string{"."}
	if coverage != "" {
		what = []string{"-cover", "."}
	}
	if out, err := build(program, "../..", what...); err != nil {
		fmt.Fprintf(os.Stderr, "the program doesn't build: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// build compiles a main package from a folder.
func build(to, dir string, what ...string) ([]byte, error) {
	cmd := exec.Command("go", append([]string{"build", "-ldflags=-s -w", "-o", to}, what...)...)
	cmd.Dir = dir
	return cmd.CombinedOutput()
}

// home is a person's own folders, with nothing in them.
type home struct {
	dir string
	// more is what else the environment has.
	more []string
}

// newHome is the home of somebody whose config says who they are.
func newHome(t testing.TB) home {
	t.Helper()
	h := home{dir: t.TempDir()}
	h.sets(t)
	return h
}

// sets writes the person's config file.
func (h home) sets(t testing.TB, lines ...string) {
	t.Helper()
	dir := filepath.Join(h.dir, "config", "isspp")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	lines = append([]string{`recorder = "A. Lead, DSL"`}, lines...)
	if err := os.WriteFile(filepath.Join(dir, "config.toml"), []byte(strings.Join(lines, "\n")+"\n"),
		0o600); err != nil {
		t.Fatal(err)
	}
}

func (h home) env() []string {
	out := []string{
		"HOME=" + h.dir, "XDG_DATA_HOME=" + filepath.Join(h.dir, "data"),
		"XDG_CONFIG_HOME=" + filepath.Join(h.dir, "config"), "XDG_STATE_HOME=" + filepath.Join(h.dir, "state"),
		"XDG_CACHE_HOME=" + filepath.Join(h.dir, "cache"), "XDG_RUNTIME_DIR=" + filepath.Join(h.dir, "run"),
		"TERM=xterm-256color", "LANG=C.UTF-8", "TZ=UTC", "TMPDIR=" + h.dir,
	}
	if coverage != "" {
		out = append(out, "GOCOVERDIR="+coverage)
	}
	return append(append(out, "PATH="+os.Getenv("PATH")), h.more...)
}

// terminal is a person's terminal: a real pty with an emulator behind it.
type terminal struct {
	t       testing.TB
	cmd     *exec.Cmd
	pty     *os.File
	mu      sync.Mutex
	emu     *vt.Emulator
	bytes   int
	visible bool
	ended   chan struct{}
	// late is by how many milliseconds it answers late, as over a slow line.
	late atomic.Int64
	// filter is what the emulator is given for what the program writes; nil for just that.
	filter func(written []byte) []byte
}

// size is a terminal's, in cells.
type size struct{ w, h int }

var usual = size{80, 24}

// start opens a program in a terminal that answers what it is asked.
func start(t testing.TB, h home, s size, args ...string) *terminal {
	t.Helper()
	return open(t, h, s, true, program, args...)
}

func open(t testing.TB, h home, s size, answers bool, path string, args ...string) *terminal {
	t.Helper()
	return (&terminal{t: t}).runs(h, s, answers, path, args...)
}

// runs starts a program in the terminal.
func (x *terminal) runs(h home, s size, answers bool, path string, args ...string) *terminal {
	t := x.t
	t.Helper()
	x.cmd, x.emu, x.visible, x.ended = exec.Command(path, args...), vt.NewEmulator(s.w, s.h), true, make(chan struct{})
	x.cmd.Env = h.env()
	x.emu.SetCallbacks(vt.Callbacks{CursorVisibility: func(v bool) { x.visible = v }})
	f, err := pty.StartWithSize(x.cmd, &pty.Winsize{Rows: uint16(s.h), Cols: uint16(s.w)})
	if err != nil {
		t.Fatalf("no pty: %v", err)
	}
	x.pty = f
	replied := make(chan struct{})
	go func() { defer close(replied); x.reply(answers) }()
	go x.read()
	t.Cleanup(func() {
		sessions, _ := descended(x.cmd.Process.Pid)
		_ = x.cmd.Process.Kill()
		_ = x.cmd.Wait()
		waitFor(sessions[1:]) // they seal what they have, in the home that is removed next
		_ = f.Close()
		<-x.ended
		// Closing the writing end lets the replies end without a shared flag.
		if c, ok := x.emu.InputPipe().(io.Closer); ok {
			_ = c.Close()
		}
		<-replied
	})
	return x
}

// reply carries the emulator's answers back, or drops them.
func (x *terminal) reply(answers bool) {
	buf := make([]byte, 4096)
	for {
		n, err := x.emu.Read(buf)
		if err != nil {
			return
		}
		if answers {
			time.Sleep(time.Duration(x.late.Load()) * time.Millisecond)
			_, _ = x.pty.Write(buf[:n])
		}
	}
}

func (x *terminal) read() {
	defer close(x.ended)
	buf := make([]byte, 64<<10)
	for {
		n, err := x.pty.Read(buf)
		x.mu.Lock()
		x.bytes += n
		if written := buf[:n]; x.filter == nil {
			_, _ = x.emu.Write(written)
		} else {
			_, _ = x.emu.Write(x.filter(written))
		}
		x.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// screen is what the person sees now.
func (x *terminal) screen() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.emu.String()
}

// words is the screen as it is read: first straight across, and then pane by pane,
// with line breaks and runs of blanks as one blank. The header has the same words
// for the state of the notes, however much room there is.
func (x *terminal) words() string {
	shown := x.screen()
	var panes []string
	for line := range strings.Lines(shown) {
		for i, part := range strings.Split(line, "│") {
			if i == len(panes) {
				panes = append(panes, "")
			}
			panes[i] += " " + strings.TrimPrefix(strings.TrimSpace(part), "▌")
		}
	}
	read := strings.Join(strings.Fields(shown+" "+strings.Join(panes, " ")), " ")
	return strings.NewReplacer("○ notes locked", "○ locked", "● notes open, see ", "● ", "● notes open",
		"● open").Replace(read)
}

func (x *terminal) written() int {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.bytes
}

// see waits until all of the words are on the screen.
func (x *terminal) see(wanted ...string) {
	x.t.Helper()
	looked := -1
	x.until("not on the screen: "+strings.Join(wanted, " | "), func() bool {
		n := x.written()
		if n == looked {
			return false // nothing was drawn since
		}
		looked = n
		shown := x.words()
		for _, w := range wanted {
			if !steps.Reads(shown, w) {
				return false
			}
		}
		return true
	})
}

func (x *terminal) until(otherwise string, ok func() bool) {
	x.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(time.Millisecond) {
		if ok() {
			return
		}
	}
	x.t.Fatalf("%s\n%s", otherwise, x.screen())
}

// notSee fails where private words are on the screen.
func (x *terminal) notSee(words ...string) {
	x.t.Helper()
	shown := x.words()
	for _, w := range words {
		if strings.Contains(shown, w) {
			x.t.Fatalf("on the screen and shouldn't be: %q\n%s", w, x.screen())
		}
	}
}

// press types letters or key sequences.
func (x *terminal) press(keys ...string) {
	x.t.Helper()
	if _, err := io.WriteString(x.pty, strings.Join(keys, "")); err != nil {
		x.t.Fatalf("the terminal takes no keys: %v", err)
	}
}

// The keys that are no letters.
const (
	enter = "\r"
	esc   = "\x1b"
	ctrlS = "\x13"
	ctrlL = "\x0c"
	down  = "\x1b[B"
	right = "\x1b[C"
)

// settled waits until nothing was written for a while.
func (x *terminal) settled() {
	x.t.Helper()
	last, since := x.written(), time.Now()
	x.until("it never stops writing", func() bool {
		if n := x.written(); n != last {
			last, since = n, time.Now()
		}
		return time.Since(since) > 400*time.Millisecond
	})
}

// resize changes the window, as a person dragging its corner does.
func (x *terminal) resize(s size) {
	x.t.Helper()
	x.mu.Lock()
	x.emu.Resize(s.w, s.h)
	x.mu.Unlock()
	if err := pty.Setsize(x.pty, &pty.Winsize{Rows: uint16(s.h), Cols: uint16(s.w)}); err != nil {
		x.t.Fatal(err)
	}
}

// leaves waits for the end and gives the exit status.
func (x *terminal) leaves() int {
	x.t.Helper()
	done := make(chan error, 1)
	go func() { done <- x.cmd.Wait() }()
	select {
	case err := <-done:
		<-x.ended
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			x.t.Fatal(err)
		}
		return x.cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		x.t.Fatalf("it doesn't end\n%s", x.screen())
		return -1
	}
}

// sane fails unless the terminal is as it was before.
func (x *terminal) sane() {
	x.t.Helper()
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.emu.IsAltScreen() {
		x.t.Error("the alternate screen is still shown")
	}
	if !x.visible {
		x.t.Error("the cursor is still hidden")
	}
}
