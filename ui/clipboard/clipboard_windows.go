package clipboard

import (
	"errors"
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

type windowsBoard struct{}

// System is this computer's clipboard.
func System() Clipboard { return windowsBoard{} }

var (
	user32         = windows.NewLazySystemDLL("user32.dll")
	kernel32       = windows.NewLazySystemDLL("kernel32.dll")
	openClipboard  = user32.NewProc("OpenClipboard")
	closeClipboard = user32.NewProc("CloseClipboard")
	emptyClipboard = user32.NewProc("EmptyClipboard")
	setClipboard   = user32.NewProc("SetClipboardData")
	getClipboard   = user32.NewProc("GetClipboardData")
	registerFormat = user32.NewProc("RegisterClipboardFormatW")
	globalAlloc    = kernel32.NewProc("GlobalAlloc")
	globalFree     = kernel32.NewProc("GlobalFree")
	globalLock     = kernel32.NewProc("GlobalLock")
	globalUnlock   = kernel32.NewProc("GlobalUnlock")
)

const (
	unicodeText = 13 // CF_UNICODETEXT
	movable     = 2  // GMEM_MOVEABLE
)

// notKept are the formats by which a program keeps text out of the clipboard's
// history, out of other programs that watch it, and out of the cloud.
var notKept = []string{
	"ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory",
	"CanUploadToCloudClipboard",
}

var errBoard = errors.New("Windows did not let isspp use the clipboard; another program may have it open") //nolint:staticcheck // its name has a capital

// Another program may have the clipboard open for a moment: a history of it, the
// host of a remote desktop. So it is asked for openTries times, a pause apart: for
// a second in all.
const (
	openTries = 20
	openPause = 50 * time.Millisecond
)

func openBoard() error {
	for i := range openTries {
		if i > 0 {
			time.Sleep(openPause)
		}
		if ok, _, _ := openClipboard.Call(0); ok != 0 {
			return nil
		}
	}
	return errBoard
}

// Put puts text there with the marks that keep it out of histories.
func (windowsBoard) Put(text string) error {
	units, err := windows.UTF16FromString(text)
	if err != nil {
		return errBoard
	}
	runtime.LockOSThread() // the clipboard belongs to the thread that opened it
	defer runtime.UnlockOSThread()
	if err := openBoard(); err != nil {
		return err
	}
	defer func() { _, _, _ = closeClipboard.Call() }()
	_, _, _ = emptyClipboard.Call()
	for _, name := range notKept {
		p, err := windows.UTF16PtrFromString(name)
		if err != nil {
			continue
		}
		if format, _, _ := registerFormat.Call(uintptr(unsafe.Pointer(p))); format != 0 {
			_ = give(format, make([]uint16, 2)) // a zero of four bytes: no
		}
	}
	if text == "" {
		return nil
	}
	return give(unicodeText, units)
}

func give(format uintptr, units []uint16) error {
	size := uintptr(len(units)) * 2
	mem, _, _ := globalAlloc.Call(movable, size)
	if mem == 0 {
		return errBoard
	}
	at, _, _ := globalLock.Call(mem)
	if at == 0 {
		_, _, _ = globalFree.Call(mem)
		return errBoard
	}
	copy(unsafe.Slice((*uint16)(pointer(at)), len(units)), units)
	_, _, _ = globalUnlock.Call(mem)
	if ok, _, _ := setClipboard.Call(format, mem); ok == 0 {
		_, _, _ = globalFree.Call(mem)
		return errBoard
	}
	return nil
}

// pointer is memory that Windows gave, which the collector doesn't move.
func pointer(at uintptr) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(&at)) }

// Get is the text that is there.
func (windowsBoard) Get() (string, error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := openBoard(); err != nil {
		return "", err
	}
	defer func() { _, _, _ = closeClipboard.Call() }()
	mem, _, _ := getClipboard.Call(unicodeText)
	if mem == 0 {
		return "", nil
	}
	at, _, _ := globalLock.Call(mem)
	if at == 0 {
		return "", errBoard
	}
	defer func() { _, _, _ = globalUnlock.Call(mem) }()
	return windows.UTF16PtrToString((*uint16)(pointer(at))), nil
}
