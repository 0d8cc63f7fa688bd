package store

import (
	"os"
	"path/filepath"
	"strings"
)

// sidePath is where the header is kept a second time: notes.keys beside
// notes.db, and of notes that were set aside, notes.db.20261123-094200, what was set
// aside with them.
func sidePath(path string) string {
	dir, name := filepath.Split(path)
	if first, dated, ok := strings.Cut(name, ".db."); ok && dated != "" && isDigit(dated[0]) {
		return dir + first + ".keys." + dated
	}
	return strings.TrimSuffix(path, ".db") + ".keys"
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// asides are the notes at path that were set aside under dated names, oldest first.
func asides(path string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil, placeError(err)
	}
	var out []string
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), filepath.Base(path)+".")
		if ok && rest != "" && isDigit(rest[0]) && filepath.Ext(rest) == "" { // with one: its lock, when it was rebuilt
			out = append(out, filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
	return out, nil
}

// backupDir is the folder of the backups, beside the notes.
func backupDir(path string) string { return filepath.Join(filepath.Dir(path), "backups") }

// OwnerOnly lets nobody but this account open a file that is being made. On Windows
// that is an access list, where the file system keeps such lists; elsewhere the
// file's mode says it.
func OwnerOnly(path string) error { return restrict(path, false) }

// temporary makes an empty file of our own beside path, private from its
// first moment.
func temporary(path string) (*os.File, error) {
	var r [6]byte
	random(r[:])
	name := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+base32Text(r[:5])+".tmp")
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
		_ = restrict(name, false)
	}
	return f, err
}

// makeFolder makes a folder for this account alone. One that is there already
// stays as it is: it may hold other things.
func makeFolder(dir string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	_ = restrict(dir, true)
	return nil
}

// writeWhole puts content at path in one step: either all of it is there
// after a power cut, or what was there before.
func writeWhole(path string, content []byte) error {
	f, err := temporary(path)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = replaceFile(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return err
	}
	return syncDir(filepath.Dir(path))
}

// readBounded reads a small file of known greatest size. One that is larger
// is cut, and then fails its checks. A pipe, which somebody else may have put
// into a shared folder, is not waited for.
func readBounded(path string, most int) ([]byte, error) {
	f, _, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	defer closeQuietly(f)
	b := make([]byte, most+1)
	n, err := f.ReadAt(b, 0)
	if n == 0 && err != nil {
		return nil, err
	}
	return b[:n], nil
}
