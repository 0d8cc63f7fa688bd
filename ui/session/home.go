package session

import (
	"os"
	"os/user"
	"runtime"

	"github.com/adrg/xdg"
)

// findHome gives a process that was started without HOME, as services and
// schedulers start theirs, the folder that the system knows for its account. The
// notes would otherwise be looked for at the root of the disk.
func findHome() {
	if runtime.GOOS == "windows" || os.Getenv("HOME") != "" {
		return
	}
	if u, err := user.Current(); err == nil && u.HomeDir != "" && os.Setenv("HOME", u.HomeDir) == nil {
		xdg.Reload()
	}
}
