// Package disk has what a program needs of a disk to lose nothing on it: files that are written whole or not at all,
// locks, access lists for one account alone, what a system says when a disk is full or a file is another program's,
// and folders that are on another computer. It imports nothing of isspp.
package disk

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// How says how Write goes about it. The zero value makes a file with mode 0600, or replaces one that is there.
type How struct {
	// Mode is the new file's, less what the umask takes away; 0 is 0600.
	Mode fs.FileMode
	// Keep gives the new file exactly the mode of the one that it replaces.
	Keep bool
	// Private lets this account alone open it, before anything is in it: on Windows by an access list. That this
	// fails is borne, since a memory stick has no such lists.
	Private bool
	// New refuses with fs.ErrExist where a file has come there meanwhile.
	New bool
	// Check, if there is one, is the last look before the file takes its place.
	Check func() error
}

// Write puts content at path in one step: after a power cut either all of it is there, or what was there before. It
// goes to a new file beside it, which is flushed and takes its place. Whatever fails, no half file stays.
func Write(path string, content []byte, how How) error {
	mode, keep := how.Mode, false
	if info, err := os.Stat(path); err == nil && how.Keep {
		mode, keep = info.Mode().Perm(), true
	}
	if mode == 0 {
		mode = 0o600
	}
	sweep(filepath.Dir(path), time.Now())
	f, err := newFile(filepath.Join(filepath.Dir(path), tempStart+rand.Text()[:tempRandom]+tempEnd), mode, how.Private)
	if err != nil {
		return err
	}
	if keep {
		err = f.Chmod(mode)
	}
	if err == nil {
		_, err = f.Write(content)
	}
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil && how.Check != nil {
		err = how.Check()
	}
	if err == nil {
		err = place(f.Name(), path, how.New)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// place gives a finished file its name. Where that must be new, a second name can't be given to two files; a disk
// that knows no second names is looked at once more.
func place(temp, path string, fresh bool) error {
	if fresh {
		err := os.Link(temp, path)
		if err == nil {
			_ = SyncDir(filepath.Dir(path))
			return os.Remove(temp)
		}
		if _, lerr := os.Lstat(path); lerr == nil || errors.Is(err, fs.ErrExist) {
			return fs.ErrExist
		}
	}
	return Replace(temp, path)
}

// Replace gives a finished file the name of another, which it replaces in one step. What another program holds for a
// moment, such as a virus scanner or a sync tool, is tried again for some seconds. The folder is flushed too; whoever
// must know that this was done calls SyncDir.
func Replace(from, to string) error {
	if err := rename(from, to); err != nil {
		return err
	}
	_ = SyncDir(filepath.Dir(to)) // it is in its place, and whole
	return nil
}

// A file in the making is named by these.
const (
	tempStart, tempEnd = ".isspp-", ".tmp"
	tempRandom         = 10
	// tempAge is how old one must be to have been left behind: when the computer went off in the middle of writing.
	tempAge = time.Hour
)

// Temp makes an empty file beside path, private from its first moment, for what is too long for Write. Its name
// begins with a dot and path's own.
func Temp(path string) (*os.File, error) {
	return newFile(filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text()[:tempRandom]+tempEnd),
		0o600, true)
}

func newFile(name string, mode fs.FileMode, private bool) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
	if err == nil && private {
		_ = Restrict(name, false)
	}
	return f, err
}

// sweep removes what was left behind in a folder: it may hold private text.
func sweep(folder string, now time.Time) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), tempStart)
		if !ok || len(rest) != tempRandom+len(tempEnd) || !strings.HasSuffix(rest, tempEnd) {
			continue
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && now.Sub(info.ModTime()) > tempAge {
			_ = os.Remove(filepath.Join(folder, e.Name())) // the next write tries again
		}
	}
}

// MakeDir makes a folder for this account alone. One that is there already stays as it is: it may hold other things.
func MakeDir(dir string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	_ = Restrict(dir, true)
	return nil
}

// Duplicate copies a file to a temporary one beside path, flushed, and returns its name.
func Duplicate(from, path string) (name string, err error) {
	in, err := os.Open(from)
	if err != nil {
		return "", err
	}
	defer func() { _ = in.Close() }()
	out, err := Temp(path)
	if err != nil {
		return "", err
	}
	_, err = io.Copy(out, in)
	if err == nil {
		err = out.Sync()
	}
	if err = errors.Join(err, out.Close()); err != nil {
		_ = os.Remove(out.Name())
		return "", err
	}
	return out.Name(), nil
}

// Busy reports whether an error is of a file that another program keeps for itself.
func Busy(err error) bool {
	return slices.ContainsFunc(busyCodes, func(code syscall.Errno) bool { return errors.Is(err, code) })
}

// ErrLocked is that another process has a file locked.
var ErrLocked = errors.New("lock is held")

// growing is how bbolt begins what it says of a file that could not grow.
var growing = []string{"truncate: ", "file resize error: ", "file sync error: "}

// Full reports whether an error says that the disk, or this account's allowance on it, is used up.
func Full(err error) bool {
	if err == nil {
		return false
	}
	said := err.Error()
	for _, code := range fullCodes {
		if errors.Is(err, code) || grew(said, code.Error()) {
			return true
		}
	}
	return false
}

// grew finds the system's own words where bbolt gives them as text and the code is lost. This process asked the same
// system for them, so they are in one language.
func grew(said, words string) bool {
	for line := range strings.Lines(said) { // joined errors have a line each
		for _, begin := range growing {
			_, rest, ok := strings.Cut(line, begin)
			if ok && words != "" && strings.HasSuffix(strings.TrimSpace(rest), strings.TrimSpace(words)) {
				return true
			}
		}
	}
	return false
}
