//go:build !windows

package process

// ownWindow reports whether this program has a window of its own: a terminal elsewhere
// stays or goes as its owner has set it.
func ownWindow() bool { return false }

func inNewConsole() bool { return false }
