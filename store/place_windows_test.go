package store

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/sys/windows"
)

func TestAFileThatAnotherProgramKeepsForItselfIsSaidToBe(t *testing.T) {
	for _, code := range []windows.Errno{windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION} {
		if got := placeError(&os.PathError{Op: "open", Err: code}).Error(); !strings.Contains(got,
			"Another program has the file open") {
			t.Errorf("%v: %s", code, got)
		}
	}
}

func TestARestoreOverAFileThatIsOpenElsewhereSaysSo(t *testing.T) {
	s, _ := newNotes(t)
	backup, err := s.Backup("", true)
	must(t, err, s.Close())
	p, err := windows.UTF16PtrFromString(s.path)
	must(t, err)
	h, err := windows.CreateFile(p, windows.GENERIC_READ, windows.FILE_SHARE_READ, nil, windows.OPEN_EXISTING, 0, 0)
	must(t, err)
	defer func() { _ = windows.CloseHandle(h) }()
	if _, err := Restore(s.path, backup, s.opt); err == nil ||
		!strings.Contains(err.Error(), "another program has it open") &&
			!strings.Contains(err.Error(), "Another program has the file open") {
		t.Fatal(err)
	}
}
