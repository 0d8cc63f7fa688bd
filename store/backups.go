package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// How many backups stay: the newest of each of the last days that have one,
// and of each of the last weeks.
const (
	keptDays  = 7
	keptWeeks = 8
)

const (
	backupSuffix = ".db"
	backupDay    = "2006-01-02"
)

// BackupFile is one backup.
type BackupFile struct {
	Path string
	// Day is the day whose first change it holds, at midnight UTC.
	Day time.Time
	// Size is in bytes.
	Size int64
}

// backupPath is where the backup of a day goes: the day as the person's clock
// has it.
func backupPath(path string, now time.Time) string {
	return filepath.Join(backupDir(path), backupPrefix(path)+now.Format(backupDay)+backupSuffix)
}

func backupPrefix(path string) string {
	return strings.TrimSuffix(filepath.Base(path), ".db") + "-"
}

// backupNames are the backups' file names, oldest first. Files of other names
// in the folder are not ours to judge or delete.
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
		if _, ok := dayOf(path, e.Name()); ok {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, nil
}

func dayOf(path, name string) (time.Time, bool) {
	day, ok := strings.CutPrefix(name, backupPrefix(path))
	if !ok {
		return time.Time{}, false
	}
	day, ok = strings.CutSuffix(day, backupSuffix)
	if !ok {
		return time.Time{}, false
	}
	t, err := time.Parse(backupDay, day)
	return t, err == nil
}

// Backups are the backups of the notes at path, newest first.
func Backups(path string) ([]BackupFile, error) {
	names, err := backupNames(path)
	if err != nil {
		return nil, &Error{
			Class: placedClass(err), Cause: err, What: "The folder of the backups can't be read (" + filepath.Base(backupDir(path)) + ").",
			Safe: "The notes themselves are not touched by this.", Do: "Check that it is a folder beside the notes and that this account may read it.",
		}
	}
	out := make([]BackupFile, 0, len(names))
	for _, name := range slices.Backward(names) {
		b := BackupFile{Path: filepath.Join(backupDir(path), name)}
		b.Day, _ = dayOf(path, name)
		if info, err := os.Stat(b.Path); err == nil {
			b.Size = info.Size()
		}
		out = append(out, b)
	}
	return out, nil
}

// thin removes the backups that are kept no longer. The one just made stays
// whatever its day: a clock that was set back makes it look old.
func (s *Store) thin(made string) error {
	names, err := backupNames(s.path)
	if err != nil {
		return thinError(err)
	}
	for _, name := range tooMany(s.path, names) {
		if name == made {
			continue
		}
		if err := os.Remove(filepath.Join(backupDir(s.path), name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return thinError(err)
		}
	}
	return nil
}

func thinError(err error) error {
	return &Error{
		Class: ErrReadOnly, Cause: err, What: "An old backup of the notes could not be removed.",
		Safe: "The notes are saved, and so is today's backup.", Do: "Check the folder of the backups.",
	}
}

// tooMany picks what to remove from names, which are oldest first.
func tooMany(path string, names []string) []string {
	var out []string
	days, weeks := 0, map[[2]int]bool{}
	for _, name := range slices.Backward(names) {
		day, _ := dayOf(path, name)
		year, number := day.ISOWeek()
		week := [2]int{year, number}
		newestOfWeek := !weeks[week] && len(weeks) < keptWeeks
		if newestOfWeek {
			weeks[week] = true
		}
		if days++; days > keptDays && !newestOfWeek {
			out = append(out, name)
		}
	}
	return out
}
