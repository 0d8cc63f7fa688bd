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
