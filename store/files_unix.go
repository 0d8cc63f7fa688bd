//go:build !windows

package store

import (
	"os"
	"syscall"
)

// mayVanish: an open file can be moved, replaced, removed or cut.
const mayVanish = true

// syncDir makes a rename or a new name last through a power cut.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer closeQuietly(d)
	return d.Sync()
}

// replaceFile renames old over new in one step.
func replaceFile(from, to string) error { return os.Rename(from, to) }

// busyCodes are what the system says where another program has a file for itself.
var busyCodes = []syscall.Errno{syscall.ETXTBSY, syscall.EBUSY}

const (
	deniedWhat = "This account may not open the notes file."
	deniedDo   = "Sign in as the person who set the notes up, or use another file."
)

// fullCodes are what the system says where there is no room.
var fullCodes = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}

// restrict lets nobody but this account open a file, or look into a folder.
func restrict(path string, folder bool) error {
	if folder {
		return os.Chmod(path, 0o700) //nolint:gosec // a folder needs the x
	}
	return os.Chmod(path, 0o600)
}

// anchorFolder is what this computer's memory of notes is kept below.
func anchorFolder() (string, error) { return os.UserConfigDir() }
