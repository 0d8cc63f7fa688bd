//go:build !windows

package process

import "golang.org/x/sys/unix"

// Set sets the mode of a terminal, and returns how to undo it.
func (m Mode) Set(fd int) (undo func()) {
	terminalModes.Lock()
	defer terminalModes.Unlock()
	before, err := unix.IoctlGetTermios(fd, getModes)
	if err != nil {
		return func() {}
	}
	next := *before
	m.change(&next)
	_ = unix.IoctlSetTermios(fd, setModes, &next)
	return func() {
		terminalModes.Lock()
		defer terminalModes.Unlock()
		_ = unix.IoctlSetTermios(fd, setModes, before)
	}
}

func (m Mode) change(t *unix.Termios) {
	switch m {
	case NoEcho:
		t.Lflag &^= unix.ECHO
	case Echo:
		t.Lflag |= unix.ECHO
	case NoControls:
		t.Lflag &^= unix.ECHOCTL
	case EndLine:
		t.Lflag &^= unix.ICANON
		t.Cc[unix.VMIN], t.Cc[unix.VTIME] = 0, 0
	case Shell:
		t.Iflag |= unix.ICRNL | unix.IXON
		t.Oflag |= unix.OPOST | unix.ONLCR
		t.Lflag |= unix.ECHO | unix.ECHOE | unix.ECHOK | unix.ICANON | unix.ISIG | unix.IEXTEN
	}
}
