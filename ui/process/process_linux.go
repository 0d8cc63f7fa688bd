package process

import (
	"os/exec"
	"syscall"

	"golang.org/x/sys/unix"
)

// The requests that read and set a terminal's modes.
const (
	getModes = unix.TCGETS
	setModes = unix.TCSETS
)

// denyReading closes the process's memory to debuggers and to /proc of others.
func denyReading() { _ = unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0) }

// dieWithParent ends the session when the first process dies, so that no process with
// open notes is left behind. The session seals its draft on this signal.
func dieWithParent(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}
}
