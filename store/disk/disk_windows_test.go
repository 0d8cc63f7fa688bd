package disk

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/windows"
)

// A virus scanner, or a tool that keeps folders in step, holds a file for a moment.
func TestAFileThatAnotherProgramHoldsForAMomentIsReplacedAllTheSame(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t), "notes.keys")
	if err := Write(path, []byte("old"), How{Private: true}); err != nil {
		t.Fatal(err)
	}
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	held, err := windows.CreateFile(name, windows.GENERIC_READ, windows.FILE_SHARE_READ, nil, windows.OPEN_EXISTING, 0,
		0)
	if err != nil {
		t.Fatal(err)
	}
	if err := Replace(path, path+".other"); err == nil {
		t.Fatal("a held file was moved: this proves nothing")
	}
	time.AfterFunc(300*time.Millisecond, func() { _ = windows.CloseHandle(held) })
	if err := Write(path, []byte("new"), How{Private: true}); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "new" {
		t.Errorf("%q, %v", b, err)
	}
}
