package content

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"isspp/store/disk"
)

// ErrChanged is that a file was changed by somebody else since it was read.
var ErrChanged = errors.New("the Local file was changed meanwhile by another program. Nothing was written over it; " +
	"what you typed is still here")

// SaveLocal puts the file in place in one step: after a power cut either the new
// one is there whole or the old one. It refuses where the file is no longer as
// it was read. A file behind a link is written where it is.
func SaveLocal(path string, was, now []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("the folder for the Local file can't be made: %w. Nothing has changed", err)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	err := disk.Write(path, now, disk.How{Keep: true, Check: func() error { return stillIs(path, was) }})
	if err != nil && !errors.Is(err, ErrChanged) {
		return fmt.Errorf("the Local file can't be written: %w. Nothing has changed", err)
	}
	return err
}

// stillIs tells whether the file is as it was read; no file reads as nothing.
func stillIs(path string, was []byte) error {
	is, fault := ReadLocalFile(path)
	if fault != nil || !bytes.Equal(is, was) {
		return ErrChanged
	}
	return nil
}
