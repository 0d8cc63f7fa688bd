package process

import (
	"os"
	"sync"

	"golang.org/x/sys/windows"
)

// ParentChanged reports whether the first process is gone. Windows gives a process no other
// parent, and goes on naming the one that has ended, so that one is watched by a
// handle.
func ParentChanged() bool { return parent()() }

// parent takes hold of the first process when it is first asked about, which a
// session does as it begins.
var parent = sync.OnceValue(func() func() bool { return watched(os.Getppid()) })

// watched tells, whenever it is asked, whether a process has ended. One that may not
// be watched has not.
func watched(pid int) func() bool {
	h, err := windows.OpenProcess(windows.SYNCHRONIZE, false, uint32(pid)) //nolint:gosec // a process's number
	if err != nil {
		return func() bool { return false }
	}
	return func() bool {
		event, err := windows.WaitForSingleObject(h, 0)
		return err == nil && event == windows.WAIT_OBJECT_0
	}
}
