//go:build linux

package e2e

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// watched are the calls by which text gets out of a process, or into the name or
// the surroundings of something. An unknown one is not an error (the "?").
const watched = "trace=%file,?write,?pwrite64,?writev,?pwritev,?pwritev2,?sendto,?sendmsg,?sendmmsg,?mmap,?memfd_create,?io_uring_setup,?process_vm_writev,?vmsplice"

// traced is what strace saw: what was written to each file in the order of the
// calls, and every name, argument and environment that a call was given.
type traced struct {
	files map[string][]byte
	// named are the calls' own strings.
	named []byte
	// started counts the programs that were started.
	started int
	// unseen are ways to write that show no bytes here.
	unseen []string
}

var (
	call   = regexp.MustCompile(`^\d+ +([a-z0-9_]+)\(`)
	quoted = regexp.MustCompile(`"((?:\\x[0-9a-f]{2})*)"`)
	file   = regexp.MustCompile(`^\d+ +[a-z0-9_]+\(\d+<((?:\\x[0-9a-f]{2})*|[^>]*)`)
)

// readTrace reads what strace wrote with every string as hexadecimal digits.
func readTrace(t *testing.T, path string) *traced {
	t.Helper()
	f, err := os.Open(path) //nolint:gosec // the test's own folder
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // read only
	out := &traced{files: map[string][]byte{}}
	in := bufio.NewReaderSize(f, 1<<20)
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return out
		}
		out.take(line)
	}
}

func (tr *traced) take(line string) {
	name := call.FindStringSubmatch(line)
	if name == nil {
		return // the end of a call whose beginning came before
	}
	var text []byte
	for _, q := range quoted.FindAllStringSubmatch(line, -1) {
		text = append(text, unhex(q[1])...)
		text = append(text, ' ')
	}
	switch name[1] {
	case "write", "pwrite64", "writev", "pwritev", "pwritev2", "sendto", "sendmsg", "sendmmsg":
		to := "?"
		if at := file.FindStringSubmatch(line); at != nil {
			to = string(unhex(at[1]))
		}
		tr.files[to] = append(tr.files[to], text[:max(0, len(text)-1)]...)
	case "mmap":
		if strings.Contains(line, "MAP_SHARED") && strings.Contains(line, "PROT_WRITE") {
			tr.unseen = append(tr.unseen, line)
		}
	case "memfd_create", "io_uring_setup", "process_vm_writev", "vmsplice":
		tr.unseen = append(tr.unseen, line)
	case "execve":
		tr.started++
		fallthrough
	default:
		tr.named = append(append(tr.named, text...), '\n')
	}
}

// unhex reads \x61\x62; anything else is as it stands.
func unhex(s string) []byte {
	b, err := hex.DecodeString(strings.ReplaceAll(s, `\x`, ""))
	if err != nil {
		return []byte(s)
	}
	return b
}

// tracing opens the program in a terminal, under strace.
func tracing(t *testing.T, h home, trace string) *terminal {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("no strace on this machine: that nothing readable is written is not proved here")
	}
	watch := []string{"-f", "-y", "-v", "-xx", "-s", "100000000", "-o", trace, "-e", watched, program}
	first := exec.Command(strace, append(slices.Clone(watch), "--version")...)
	first.Env = h.env()
	if out, err := first.CombinedOutput(); err != nil {
		t.Skipf("strace may not trace here, so nothing is proved: %v\n%s", err, out)
	}
	return open(t, h, size{100, 40}, true, strace, watch...)
}

// below are all files in a folder, with what is in them.
func below(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		out[path], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAWholeSessionWritesNothingReadable(t *testing.T) {
	t.Parallel()
	for range (times(t) + 1) / 2 {
		h, trace, s := newHome(t), filepath.Join(t.TempDir(), "trace"), newSecrets()
		x := tracing(t, h, trace)
		wholeSession(x, h, s)
		tr := readTrace(t, trace)
		shown, db := 0, 0
		for path, b := range tr.files {
			found := s.among(b)
			switch {
			case strings.HasPrefix(path, "/dev/pts/") || path == "/dev/tty":
				shown += len(found) // what the person sees
				continue
			case strings.Contains(path, "notes.db"):
				db += len(b)
			}
			if len(found) > 0 {
				t.Errorf("written to %s: %v", path, found)
			}
			if !strings.HasPrefix(path, h.dir+"/") && filepath.IsAbs(path) &&
				(coverage == "" || !strings.HasPrefix(path, coverage)) && !strings.HasPrefix(path, "/proc/") &&
				path != os.DevNull {
				t.Errorf("written outside of the person's folder: %s", path)
			}
		}
		if shown < len(s.marks)/2 || db < 10_000 || tr.started < 4 {
			t.Errorf("the trace saw %d of %d marks on the screen, %d bytes to the notes and %d programs: nothing is "+
				"proved", shown, len(s.marks), db, tr.started)
		}
		if found := s.among(tr.named); len(found) > 0 {
			t.Errorf("in names, arguments or environments: %v", found)
		}
		if len(tr.unseen) > 0 {
			t.Errorf("written unseen: %v", tr.unseen)
		}
		files := below(t, h.dir)
		for path, b := range files {
			if found := s.among(append([]byte(path+"\n"), b...)); len(found) > 0 {
				t.Errorf("left in %s: %v", path, found)
			}
		}
		t.Logf("%d programs, %d files written to, %d left; on the screen %d marks and secrets, in files none",
			tr.started, len(tr.files), len(files), shown)
	}
}

// besides are the arguments and the surroundings of every process, as any program
// of the same person may read them.
func besides(t testing.TB, x *terminal) []byte {
	t.Helper()
	var out []byte
	for _, pid := range family(t, x.cmd.Process.Pid) {
		for _, name := range []string{"cmdline", "environ", "comm"} {
			b, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", pid, name))
			if err == nil {
				out = append(out, b...)
			}
		}
	}
	return out
}

// apart fails where a secret stands beside the processes.
func (s *secrets) apart(x *terminal) {
	x.t.Helper()
	if found := s.among(besides(x.t, x)); len(found) > 0 {
		x.t.Errorf("in the arguments or the environment of a process: %v", found)
	}
}
