package document

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"isspp/content"
)

// ErrExists is in the error of a file that is there already and wasn't to be
// replaced.
var ErrExists = errors.New("that file already exists")

// Save writes the document to a file in a format: all of it, or nothing.
// WriteFile says how.
func (d Doc) Save(path string, f Format, mode fs.FileMode, force bool) error {
	var b bytes.Buffer
	if err := d.Write(&b, f); err != nil {
		return err
	}
	return WriteFile(path, b.Bytes(), mode, force)
}

// WriteFile writes a file whole or not at all: to a new file beside it, which
// is synced and then takes its place. A file that is there already is left
// alone unless force is given; then the error holds ErrExists. mode is for the
// new file, less what the person's umask takes away. Whatever fails, no half
// file stays, and a file that was there is as it was.
func WriteFile(path string, data []byte, mode fs.FileMode, force bool) error {
	return WriteGuarded(path, data, mode, force, nil)
}

// WriteGuarded is WriteFile for what its owner alone may read where a mode isn't
// enough: guard is given the new file's name while there is nothing in it yet. That
// it fails is borne, since a memory stick has no such lists.
func WriteGuarded(path string, data []byte, mode fs.FileMode, force bool, guard func(path string) error) error {
	if info, err := os.Stat(path); err == nil {
		switch {
		case info.IsDir():
			return fmt.Errorf("%s is a folder: name a file in it", path)
		case !info.Mode().IsRegular():
			return writeInto(path, data)
		case !force:
			return fmt.Errorf("%s was not changed: %w", path, ErrExists)
		}
	}
	// A link that is replaced goes on pointing at what it pointed at.
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	sweep(filepath.Dir(path), time.Now())
	temp := filepath.Join(filepath.Dir(path), tempStart+rand.Text()[:tempRandom]+tempEnd)
	if err := writeNew(temp, data, mode, guard); err != nil {
		return failed(path, err)
	}
	if err := place(temp, path, force); err != nil {
		_ = os.Remove(temp)
		if errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("%s was not changed: %w", path, ErrExists)
		}
		return failed(path, err)
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// A file in the making is named by these.
const (
	tempStart, tempEnd = ".isspp-", ".tmp"
	tempRandom         = 10
	// tempAge is how old one must be to have been left behind: when the computer
	// went off in the middle of writing.
	tempAge = time.Hour
)

// sweep removes what was left behind in a folder: it may hold private text.
func sweep(folder string, now time.Time) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		name := e.Name()
		if len(name) != len(tempStart)+tempRandom+len(tempEnd) || !strings.HasPrefix(name, tempStart) || !strings.HasSuffix(name, tempEnd) {
			continue
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && now.Sub(info.ModTime()) > tempAge {
			_ = os.Remove(filepath.Join(folder, name)) // the next write tries again
		}
	}
}

// writeNew makes a file that wasn't there, synced, or leaves none.
func writeNew(path string, data []byte, mode fs.FileMode, guard func(path string) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	if guard != nil {
		_ = guard(path)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		_ = os.Remove(path)
	}
	return err
}

// place gives the finished file its name. Without force a file that has come
// there meanwhile is not replaced: a second name can't be given to two files,
// and where a disk knows no second names it is looked for once more.
func place(temp, path string, force bool) error {
	if !force {
		err := os.Link(temp, path)
		if err == nil {
			return os.Remove(temp)
		}
		if errors.Is(err, fs.ErrExist) {
			return err
		}
		if _, err := os.Lstat(path); err == nil {
			return fs.ErrExist
		}
	}
	return os.Rename(temp, path)
}

// writeInto writes to a pipe or a device, which can't be replaced.
func writeInto(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return failed(path, err)
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return failed(path, err)
	}
	return nil
}

// syncFolder makes the file's name durable. Windows has no such thing, and a
// file system that refuses has the file all the same.
func syncFolder(folder string) {
	if runtime.GOOS == "windows" {
		return
	}
	if f, err := os.Open(folder); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}

// failed says what happened, what is safe and what to do.
func failed(path string, err error) error {
	// The temporary file's name would tell nobody anything.
	err = content.Cause(err)
	advice := "Make room there, close the program that has the file open, or choose another place"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		advice = "The folder isn't there: make it first, or choose another"
	case errors.Is(err, fs.ErrPermission):
		advice = "You may not write there: choose another place, or close the program that has the file open"
	}
	return fmt.Errorf("%s was not written (%w). Nothing was left behind. %s", path, err, advice)
}
