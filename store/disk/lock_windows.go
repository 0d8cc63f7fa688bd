package disk

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// Lock takes a file for this process alone, or says ErrLocked. It locks one byte far
// beyond the content, since a locked range could not be read by who wants to know the holder.
func Lock(f *os.File) error {
	ol := windows.Overlapped{OffsetHigh: 1}
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY,
		0, 1, 0, &ol)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return ErrLocked
	}
	return err
}
