package process

import (
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"unsafe"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/windows"
	"golang.org/x/term"
)

// The rights that a person's other programs keep on this process: to wait for
// it, to end it, to see that it runs. Reading its memory is not among them.
const otherRights = windows.SYNCHRONIZE | windows.PROCESS_TERMINATE | windows.PROCESS_QUERY_LIMITED_INFORMATION

// Harden shows no box that offers to send a dump when the program fails, and
// leaves other programs of the same person no right to read its memory. What fails is
// borne: the notes are no less sealed for it.
func Harden() {
	windows.SetErrorMode(windows.SEM_FAILCRITICALERRORS | windows.SEM_NOGPFAULTERRORBOX | windows.SEM_NOOPENFILEERRORBOX)
	user, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return
	}
	list, err := windows.ACLFromEntries([]windows.EXPLICIT_ACCESS{{
		AccessPermissions: otherRights, AccessMode: windows.SET_ACCESS, Inheritance: windows.NO_INHERITANCE,
		Trustee: windows.TRUSTEE{
			TrusteeForm: windows.TRUSTEE_IS_SID, TrusteeType: windows.TRUSTEE_IS_USER,
			TrusteeValue: windows.TrusteeValueFromSID(user.User.Sid),
		},
	}}, nil)
	if err != nil {
		return
	}
	_ = windows.SetSecurityInfo(windows.CurrentProcess(), windows.SE_KERNEL_OBJECT,
		windows.DACL_SECURITY_INFORMATION|windows.PROTECTED_DACL_SECURITY_INFORMATION, nil, nil, list, nil)
}

// ParentChanged reports whether the first process is gone. Windows gives a process no other
// parent, and goes on naming the one that has ended, so that one is watched by a
// handle, from when it is first asked about.
func ParentChanged() bool { return parent()() }

var parent = sync.OnceValue(func() func() bool { return watched(os.Getppid()) })

// watched reports, whenever it is asked, whether a process has ended. One that may not
// be watched has not.
func watched(pid int) func() bool {
	h, err := windows.OpenProcess(windows.SYNCHRONIZE, false, uint32(pid)) //nolint:gosec // a process's number
	if err != nil {
		return func() bool { return false }
	}
	return func() bool {
		event, err := windows.WaitForSingleObject(h, 0)
		return err == nil && event == windows.WAIT_OBJECT_0
	}
}

// dieWithParent has nothing to set here: see ParentChanged.
func dieWithParent(*exec.Cmd) {}

// Handled are what Windows has: ctrl+c, and the closing of the window, signing out and
// shutting down, which come as SIGTERM.
var Handled = []os.Signal{os.Interrupt, syscall.SIGTERM}

// CanSuspend tells whether the platform has a way to stop a program and go on.
const CanSuspend = false

// Suspends is false: Windows has no such signal, so none of the next three is needed.
func Suspends(os.Signal) bool { return false }

// Suspend does nothing.
func Suspend() tea.Cmd { return nil }

// StopAlone does nothing.
func StopAlone() {}

// IgnoreBackground does nothing.
func IgnoreBackground() {}

// keys leaves them to the library, which takes whole events from the console; one
// that closes comes as a signal.
func keys(func()) tea.ProgramOption { return func(*tea.Program) {} }

// LastAnswers waits for nothing: a console answers at once.
func LastAnswers() {}

// HiddenLine reads a line without showing it.
func HiddenLine(fd int) (PastedLine, error) {
	line, err := term.ReadPassword(fd)
	return PastedLine{Text: string(line)}, err
}

// MarkPastes does nothing: a console that edits lines doesn't mark pastes.
func MarkPastes(io.Writer) func() { return func() {} }

// Set does nothing: a console hides what is typed when that is read, shows no marks,
// gives a line when it is ended, and its modes go with its owner.
func (Mode) Set(int) func() { return func() {} }

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
	window, _, _ := consoleWindow.Call()
	var class [64]uint16
	if os.Getenv("WT_SESSION") != "" || window == 0 {
		return false
	}
	n, err := windows.GetClassName(windows.HWND(window), &class[0], int32(len(class)))
	if err != nil || n <= 0 || windows.UTF16ToString(class[:n]) != oldConsole {
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
