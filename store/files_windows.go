package store

import (
	"errors"
	"time"

	"golang.org/x/sys/windows"
)

// syncDir does nothing: Windows refuses to flush a directory, and
// replaceFile writes through instead.
func syncDir(string) error { return nil }

const (
	renameTries = 20
	renamePause = 250 * time.Millisecond
)

// replaceFile renames old over new. A virus scanner or a sync tool may hold
// either for a moment, so a sharing violation is tried again for 5 seconds.
func replaceFile(from, to string) error {
	f, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	t, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	for range renameTries {
		err = windows.MoveFileEx(f, t, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
		if !errors.Is(err, windows.ERROR_SHARING_VIOLATION) && !errors.Is(err, windows.ERROR_ACCESS_DENIED) {
			return err
		}
		time.Sleep(renamePause)
	}
	return err
}

func isFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}
