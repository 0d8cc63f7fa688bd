//go:build !windows

package store

import "syscall"

// fullDisk is what the system says of a full disk.
const fullDisk = syscall.ENOSPC
