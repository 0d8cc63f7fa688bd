package store

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
)

const backupSuffix = ".db"

// backupNames are the backups' file names, oldest first.
func backupNames(path string) ([]string, error) {
	entries, err := os.ReadDir(backupDir(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), backupSuffix) && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, nil
}
