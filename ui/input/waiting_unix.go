//go:build !windows

package input

import "os"

// Waiting reports whether a line was sent at once with the one that was just read
// from a terminal that edits lines.
func Waiting(f *os.File) bool { return file{f}.Wait(atOnce) }
