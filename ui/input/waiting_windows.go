package input

import (
	"os"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

var peekConsole = windows.NewLazySystemDLL("kernel32.dll").NewProc("PeekConsoleInputW")

// keyEvent is an event of the console; of the other kinds only the kind counts.
type keyEvent struct {
	kind, _          uint16
	down             int32
	repeat, key      uint16
	scan, char       uint16
	controlKeyStates uint32
}

// Waiting reports whether text was sent at once with the line that was just read
// from the console.
func Waiting(f *os.File) bool {
	for end := time.Now().Add(atOnce); time.Now().Before(end); time.Sleep(atOnce / 6) {
		var events [32]keyEvent
		var n uint32
		ok, _, _ := peekConsole.Call(f.Fd(), uintptr(unsafe.Pointer(&events[0])), uintptr(len(events)),
			uintptr(unsafe.Pointer(&n)))
		for _, e := range events[:n] {
			if ok != 0 && e.kind == 1 && e.down != 0 && e.char != 0 {
				return true
			}
		}
	}
	return false
}
