//go:build !linux && !darwin && !windows

package process

import "golang.org/x/sys/unix"

// harden allows no core file.
func harden() { _ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}) }
