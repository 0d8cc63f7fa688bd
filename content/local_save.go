package content

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// ErrChanged is that a file was changed by somebody else since it was read.
var ErrChanged = errors.New("the Local file was changed meanwhile by another program. Nothing was written over it; what you typed is still here")

// SaveLocal puts the file in place in one step: after a power cut either the new
// one is there whole or the old one. It refuses where the file is no longer as
// it was read. A file behind a link is written where it is.
func SaveLocal(path string, was, now []byte) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("the folder for the Local file can't be made: %w. Nothing has changed", err)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path, dir = real, filepath.Dir(real)
	}
	f, err := os.OpenFile(filepath.Join(dir, "."+filepath.Base(path)+"."+rand.Text()[:8]+".tmp"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode(path))
	if err != nil {
		return fmt.Errorf("the Local file can't be written: %w. Nothing has changed", err)
	}
	if err = f.Chmod(mode(path)); err == nil { // whatever the process's own mask is
		_, err = f.Write(now)
	}
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = stillIs(path, was)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
		if errors.Is(err, ErrChanged) {
			return err
		}
		return fmt.Errorf("the Local file can't be written: %w. Nothing has changed", err)
	}
	syncFolder(dir)
	return nil
}

// mode is the file's own, and private for a new one.
func mode(path string) os.FileMode {
	if info, err := os.Stat(path); err == nil {
		return info.Mode().Perm()
	}
	return 0o600
}

// stillIs tells whether the file is as it was read; no file reads as nothing.
func stillIs(path string, was []byte) error {
	is, fault := ReadLocalFile(path)
	if fault != nil || !bytes.Equal(is, was) {
		return ErrChanged
	}
	return nil
}

// syncFolder makes the new name durable. Windows refuses to sync a folder, and
// the file itself is durable by then: an error changes nothing.
func syncFolder(dir string) {
	if f, err := os.Open(dir); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}
