//go:build !windows

package session

import "os"

// parent is the first process, as it was at the start.
var parent = os.Getppid()

// parentChanged tells that the first process is gone: the system has given this one
// another parent.
func parentChanged() bool { return os.Getppid() != parent }
