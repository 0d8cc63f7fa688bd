//go:build !windows && !linux

package process

import (
	"os/exec"
	"runtime"

	"golang.org/x/sys/unix"
)

// The requests that read and set a terminal's modes.
const (
	getModes = unix.TIOCGETA
	setModes = unix.TIOCSETA
)

const denyAttach = 31

func denyReading() {
	if runtime.GOOS == "darwin" {
		_, _, _ = unix.Syscall6(unix.SYS_PTRACE, denyAttach, 0, 0, 0, 0, 0)
	}
}

// dieWithParent has nothing to set here: a session notices by itself that the first process
// is gone, at its next look at the clock (see ParentChanged).
func dieWithParent(*exec.Cmd) {}
