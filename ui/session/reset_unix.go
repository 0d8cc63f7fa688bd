//go:build !windows

package session

import (
	"os"

	"golang.org/x/sys/unix"
)

// resetTerminal gives the terminal the modes that a shell expects. A session whose
// first process was killed found the terminal raw and has no other to go back to.
func resetTerminal() {
	fd := int(os.Stdin.Fd())
	t, err := unix.IoctlGetTermios(fd, getModes)
	if err != nil {
		return
	}
	t.Iflag |= unix.ICRNL | unix.IXON
	t.Oflag |= unix.OPOST | unix.ONLCR
	t.Lflag |= unix.ECHO | unix.ECHOE | unix.ECHOK | unix.ICANON | unix.ISIG | unix.IEXTEN
	_ = unix.IoctlSetTermios(fd, setModes, t)
}

// disableEcho stops the terminal from showing what is typed, and returns how to undo it.
func disableEcho(fd int) func() {
	return changing(fd, func(t *unix.Termios) { t.Lflag &^= unix.ECHO })
}

// echo lets the terminal show what is typed, and returns how to undo it.
func echo(fd int) func() {
	return changing(fd, func(t *unix.Termios) { t.Lflag |= unix.ECHO })
}

// withoutControls stops the terminal from showing the marks of a paste as signs, and
// returns how to undo it.
func withoutControls(fd int) func() {
	return changing(fd, func(t *unix.Termios) { t.Lflag &^= unix.ECHOCTL })
}

// endLine makes a terminal give what was typed of a line, and then nothing more.
func endLine(fd int) {
	changing(fd, func(t *unix.Termios) {
		t.Lflag &^= unix.ICANON
		t.Cc[unix.VMIN], t.Cc[unix.VTIME] = 0, 0
	})
}

func changing(fd int, change func(*unix.Termios)) (undo func()) {
	terminalModes.Lock()
	defer terminalModes.Unlock()
	before, err := unix.IoctlGetTermios(fd, getModes)
	if err != nil {
		return func() {}
	}
	next := *before
	change(&next)
	_ = unix.IoctlSetTermios(fd, setModes, &next)
	return func() {
		terminalModes.Lock()
		defer terminalModes.Unlock()
		_ = unix.IoctlSetTermios(fd, setModes, before)
	}
}
