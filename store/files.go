package store

import (
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

// backupDir is the folder of the backups, beside the notes.
func backupDir(path string) string { return filepath.Join(filepath.Dir(path), "backups") }

// readBounded reads a small file of known greatest size. One that is larger
// is cut, and then fails its checks. A pipe, which somebody else may have put
// into a shared folder, is not waited for.
func readBounded(path string, most int) ([]byte, error) {
	f, info, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	defer closeQuietly(f)
	b := make([]byte, min(int64(most), info.Size())+1)
	n, err := f.ReadAt(b, 0)
	if n == 0 && err != nil {
		return nil, err
	}
	return b[:n], nil
}
