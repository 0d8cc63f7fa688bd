//go:build !windows

package disk

import (
	"errors"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// MayVanish is that an open file can be moved, replaced, removed or cut.
const MayVanish = true

// SyncDir makes a rename or a new name last through a power cut.
func SyncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer func() { _ = d.Close() }()
	if err = d.Sync(); errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil // this file system knows no such thing
	}
	return err
}

func rename(from, to string) error { return os.Rename(from, to) }

// busyCodes are what the system says where another program has a file for itself.
var busyCodes = []syscall.Errno{syscall.ETXTBSY, syscall.EBUSY}

// fullCodes are what the system says where there is no room.
var fullCodes = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}

// Restrict lets nobody but this account open a file, or look into a folder.
func Restrict(path string, folder bool) error {
	if folder {
		return os.Chmod(path, 0o700) //nolint:gosec // a folder needs the x
	}
	return os.Chmod(path, 0o600)
}

// OwnFolder is where this computer keeps what it alone should remember.
func OwnFolder() (string, error) { return os.UserConfigDir() }

// Lock takes a file for this process alone, or says ErrLocked.
func Lock(f *os.File) error {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB) //nolint:gosec // a descriptor fits an int
	if errors.Is(err, unix.EWOULDBLOCK) {
		return ErrLocked
	}
	return err
}
