//go:build !windows && !darwin

package clipboard

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAProgramOfTheClipboardThatHangsIsGivenUp(t *testing.T) {
	dir := t.TempDir()
	// Its child goes on holding its output when it is ended.
	if err := os.WriteFile(filepath.Join(dir, "xclip"), []byte("#!/bin/sh\n/bin/sleep 6\n"), 0o700); err != nil { //nolint:gosec // a program
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
	t.Setenv("DISPLAY", ":99")
	t.Setenv("WAYLAND_DISPLAY", "")
	if text, err := (programs{}).Get(); err == nil {
		t.Errorf("it gave %q", text)
	}
	if err := (programs{}).Put("a calm aunt"); err == nil {
		t.Error("it took the text")
	}
}
