//go:build !windows

package e2e

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// parents are all processes with the one that started each: from /proc where there
// is one, and else from ps.
func parents() (map[int]int, error) {
	out := map[int]int{}
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, name := range stats {
		b, err := os.ReadFile(name) //nolint:gosec // a file of the system
		if err != nil {
			continue // it has ended
		}
		var pid, parent int
		var state string
		_, _ = fmt.Sscan(string(b), &pid)
		if _, err := fmt.Sscan(string(b[bytes.LastIndexByte(b, ')')+1:]), &state, &parent); err == nil {
			out[pid] = parent
		}
	}
	if len(out) > 0 {
		return out, nil
	}
	all, err := exec.Command("ps", "-A", "-o", "pid=,ppid=").Output()
	for line := range strings.Lines(string(all)) {
		var pid, parent int
		if n, _ := fmt.Sscan(line, &pid, &parent); n == 2 {
			out[pid] = parent
		}
	}
	return out, err
}

// descended are a process and all that it started, the eldest first.
func descended(pid int) ([]int, error) {
	all, err := parents()
	pids := []int{pid}
	for i := 0; i < len(pids); i++ {
		for child, parent := range all {
			if parent == pids[i] {
				pids = append(pids, child)
			}
		}
	}
	return pids, err
}

// family is what has descended from a process, itself first.
func family(t testing.TB, pid int) []int {
	t.Helper()
	pids, err := descended(pid)
	if err != nil {
		t.Skipf("neither /proc nor ps on this machine, so the session can't be found: %v", err)
	}
	return pids
}

// childOf is the one process that a process has started.
func childOf(t testing.TB, parent int) int {
	t.Helper()
	all := family(t, parent)
	if len(all) < 2 {
		t.Fatalf("%d has no child", parent)
	}
	return all[1]
}

// session is the process id of the child that holds the notes.
func (x *terminal) session() int {
	x.t.Helper()
	return childOf(x.t, x.cmd.Process.Pid)
}

// grandchild is the session of a program that a shell has started.
func (x *terminal) grandchild() int {
	x.t.Helper()
	return childOf(x.t, childOf(x.t, x.cmd.Process.Pid))
}

// isLocked waits until the notes are locked: it is said, and nobody holds them any
// more.
func (x *terminal) isLocked() {
	x.t.Helper()
	x.see("○ locked")
	alone := 1
	if filepath.Base(x.cmd.Path) == "strace" {
		alone = 2
	}
	x.until("the session is still running", func() bool {
		pids, err := descended(x.cmd.Process.Pid)
		return err != nil || len(pids) <= alone
	})
	x.settledShort() // the look-ups are drawn again
}

// waitFor waits until processes are gone.
func waitFor(pids []int) {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if !slices.ContainsFunc(pids, func(pid int) bool { return syscall.Kill(pid, 0) == nil }) {
			return
		}
	}
}

// kill ends a process as a power cut would.
func (x *terminal) kill(pid int) {
	x.t.Helper()
	x.signals(pid, syscall.SIGKILL)
}

func (x *terminal) signals(pid int, sig syscall.Signal) {
	x.t.Helper()
	if err := syscall.Kill(pid, sig); err != nil {
		x.t.Fatal(err)
	}
}

// limitEnv has this binary become another program that may write so many bytes to a
// file and no more.
const limitEnv = "ISSPP_E2E_FILE_LIMIT"

// limited is a program that finds the disk full after so many bytes.
func limited(bytes int, h home, args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], append([]string{program}, args...)...)
	cmd.Env = append(h.env(), fmt.Sprint(limitEnv, "=", bytes))
	return cmd
}

// becomeLimited does not return where this binary was started by limited.
func becomeLimited() {
	var most uint64
	if n, _ := fmt.Sscan(os.Getenv(limitEnv), &most); n != 1 {
		return
	}
	err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: most, Max: most})
	if err == nil {
		err = syscall.Exec(os.Args[1], os.Args[1:], os.Environ())
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(3)
}
