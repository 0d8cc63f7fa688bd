//go:build !windows

package process

import "os"

// parent is the first process, as it was at the start.
var parent = os.Getppid()

// ParentChanged reports whether the first process is gone: the system has given this one
// another parent.
func ParentChanged() bool { return os.Getppid() != parent }
