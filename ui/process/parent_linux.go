package process

import (
	"os/exec"
	"syscall"
)

// dieWithParent ends the session when the first process dies, so that no process with
// open notes is left behind. The session seals its draft on this signal.
func dieWithParent(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}
}
