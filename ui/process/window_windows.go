package process

import (
	"os"
	"os/exec"
	"strings"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	kernel32           = windows.NewLazySystemDLL("kernel32.dll")
	consoleProcessList = kernel32.NewProc("GetConsoleProcessList")
	consoleWindow      = kernel32.NewProc("GetConsoleWindow")
)

// oldConsole is the class of the old console's window. In the new one a program has a
// window of another class, which nobody sees.
const oldConsole = "ConsoleWindowClass"

// ownWindow reports whether Windows opened a console for this program alone, as a
// double click does: a shell would be in it too.
func ownWindow() bool {
	var in [2]uint32
	n, _, _ := consoleProcessList.Call(uintptr(unsafe.Pointer(&in[0])), uintptr(len(in))) //nolint:gosec // the system fills it
	return n == 1
}

// inNewConsole opens the program again in Windows Terminal, where it is installed and
// this is the old console. It reports whether it did.
func inNewConsole() bool {
	if os.Getenv("WT_SESSION") != "" || consoleClass() != oldConsole {
		return false
	}
	self, err := os.Executable()
	if err != nil {
		return false
	}
	terminal, err := exec.LookPath("wt.exe")
	if err != nil {
		return false
	}
	// It reads a semicolon as the end of a command.
	return !strings.Contains(self, ";") && exec.Command(terminal, self).Start() == nil
}

// consoleClass is the class of the console's window, or empty where there is none.
func consoleClass() string {
	window, _, _ := consoleWindow.Call()
	if window == 0 {
		return ""
	}
	var name [64]uint16
	n, err := windows.GetClassName(windows.HWND(window), &name[0], int32(len(name)))
	if err != nil || n <= 0 {
		return ""
	}
	return windows.UTF16ToString(name[:n])
}
