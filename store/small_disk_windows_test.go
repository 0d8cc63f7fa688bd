package store

import "golang.org/x/sys/windows"

// fullDisk is what the system says of a full disk.
const fullDisk = windows.ERROR_DISK_FULL
