package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
)

// bbolt gives what the system said of a file that could not grow as text alone.
func TestAFileThatCouldNotGrowIsTheDiskBeingFull(t *testing.T) {
	t.Parallel()
	for _, code := range fullCodes {
		grow := &fs.PathError{Op: "truncate", Path: "notes.db", Err: code}
		for name, err := range map[string]error{
			"plain":      fmt.Errorf("save: %w", code),
			"on Windows": fmt.Errorf("mmap allocate error: %s", fmt.Errorf("truncate: %s", grow)), //nolint:errorlint // as bbolt does
			"on Unix":    fmt.Errorf("file resize error: %s", grow),                               //nolint:errorlint // as bbolt does
			"flushing":   fmt.Errorf("file sync error: %s", grow),                                 //nolint:errorlint // as bbolt does
		} {
			if !Full(errors.Join(err, fs.ErrClosed)) {
				t.Errorf("%s, %v, beside another", name, code)
			}
			if !Full(err) {
				t.Errorf("%s, %v", name, code)
			}
		}
	}
	for _, err := range []error{
		errors.New("truncate: the pipe is being closed"),
		// no words of bbolt's
		errors.New("no space left on device"),
		fmt.Errorf("save: %w", &fs.PathError{Op: "open", Path: "truncate: ", Err: fs.ErrPermission}), // a name
	} {
		if Full(err) {
			t.Errorf("%v is called full", err)
		}
	}
}
