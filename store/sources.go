package store

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// BackupFile is a file that holds what notes hold: a backup, notes that were set aside,
// or a copy that a sync tool or a person made beside them.
type BackupFile struct {
	Path string
	// Day is for a backup the day whose first change it holds, at midnight UTC; for
	// notes that were set aside the moment of that; for a copy its last change.
	Day time.Time
	// Size is in bytes.
	Size int64
	// Saves is how many transactions went into it, as it says itself: of two files of
	// the same notes the higher holds more. It is 0 where that can't be read.
	Saves uint64

	store [idSize]byte
	sound bool
}

// identify learns what a file says of itself, from a bounded part of it.
func (b *BackupFile) identify() {
	if info, err := os.Stat(b.Path); err == nil {
		b.Size = info.Size()
	}
	f, err := glance(b.Path, lookMost)
	if err != nil {
		return
	}
	if h, err := parseHeader(f.header); err == nil {
		b.store = h.store
	}
	if e, _, err := parseRecord(f.manifest); err == nil && e.id == manifestID {
		b.Saves = e.revision
	}
	b.sound = f.fault == "" && f.ours && !f.oneMeta && !f.fragile
}

// byContent puts the file that holds most first: damaged ones come last, and the day
// decides only between equals, since a clock may have been wrong.
func byContent(a, b BackupFile) int {
	if a.sound != b.sound {
		if a.sound {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(b.Saves, a.Saves), b.Day.Compare(a.Day), strings.Compare(b.Path, a.Path))
}

// Backups are the backups of the notes at path, the one that holds most first.
func Backups(path string) ([]BackupFile, error) {
	entries, err := os.ReadDir(backupDir(path))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, &Error{
			Code: As(placed(err)).Code, Cause: err, What: "The folder of the backups can't be read (" +
				filepath.Base(backupDir(path)) + ").",
			Safe: "The notes themselves are not touched by this.",
			Do:   "Check that it is a folder beside the notes and that this account may read it.",
		}
	}
	id, known := storeAt(path)
	var out []BackupFile
	for _, e := range entries {
		if day, ok := dayOf(path, e.Name()); ok {
			b := BackupFile{Path: filepath.Join(backupDir(path), e.Name()), Day: day}
			b.identify()
			b.sound = b.sound && (!known || b.store == id) // not of other notes that were here
			out = append(out, b)
		}
	}
	slices.SortFunc(out, byContent)
	return out, nil
}

// SetAside are the notes that were set aside beside those at path, newest first.
func SetAside(path string) ([]BackupFile, error) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, placeError(err)
	}
	var out []BackupFile
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), filepath.Base(path)+".")
		info, gone := e.Info()
		if !ok || rest == "" || !isDigit(rest[0]) || filepath.Ext(rest) != "" || gone != nil ||
			!info.Mode().IsRegular() {
			continue // with an end it is its lock, when it was rebuilt
		}
		b := BackupFile{Path: filepath.Join(filepath.Dir(path), e.Name()), Size: info.Size()}
		if when, err := time.Parse(asideStamp, rest[:min(len(rest), len(asideStamp))]); err == nil {
			b.Day = when.Local()
		}
		out = append(out, b)
	}
	slices.SortStableFunc(out, func(a, b BackupFile) int {
		return cmp.Or(b.Day.Compare(a.Day), cmp.Compare(len(b.Path), len(a.Path)), strings.Compare(b.Path, a.Path))
	})
	return out, nil
}

// Copies are files beside the notes that hold the same notes under another name, as
// programs that keep folders in step make them, and people: "notes (1).db",
// "notes-PC.db", "notes (A's conflicted copy).db". What has the notes' own key slots
// in it is one, whatever a program calls it; the name must only begin and end alike.
func Copies(path string) []BackupFile {
	id, known := storeAt(path)
	if !known {
		return nil
	}
	return copiesOf(path, id)
}

func copiesOf(path string, id [idSize]byte) []BackupFile {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil
	}
	ext := filepath.Ext(path)
	stem := strings.TrimSuffix(filepath.Base(path), ext)
	var out []BackupFile
	for _, e := range entries {
		name := e.Name()
		if name == filepath.Base(path) || !strings.HasPrefix(name, stem) || !strings.HasSuffix(name, ext) ||
			!e.Type().IsRegular() {
			continue
		}
		b := BackupFile{Path: filepath.Join(filepath.Dir(path), name)}
		b.identify()
		if info, err := e.Info(); err == nil {
			b.Day = info.ModTime()
		}
		if b.store == ([idSize]byte{}) { // too damaged to be walked
			_, _ = eachWindow(b.Path, lookMost, func(part []byte) {
				for _, h := range scanHeaders(part) {
					b.store = h.store
				}
			})
		}
		if b.store == id {
			out = append(out, b)
		}
	}
	slices.SortFunc(out, byContent)
	return out
}

// storeAt is the number of the notes at path: of the copy of their key slots, or of the
// file where there is none.
func storeAt(path string) (store [idSize]byte, known bool) {
	h, err := slotsAt(path)
	if err != nil {
		var f flight
		if f, err = glance(path, lookMost); err == nil {
			h, err = parseHeader(f.header)
		}
	}
	if err != nil {
		return store, false
	}
	return h.store, true
}

// sourcesOf are the files that may hold what the notes at path hold or held: backups,
// the fullest first, copies beside them, and what was set aside. All that looks for
// records, or takes them away, goes by it.
func sourcesOf(path string) ([]string, error) {
	backups, err := Backups(path)
	if err != nil {
		return nil, err
	}
	aside, err := SetAside(path)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, b := range slices.Concat(backups, Copies(path), aside) {
		out = append(out, b.Path)
	}
	return out, nil
}

const (
	// window is how much of a file is searched at a time, and overlap how much of
	// that once more with the next: the longest record is found in one of the two.
	window  = 32 << 20
	overlap = maxRecord + 4096
)

// eachWindow reads a file in overlapping parts, most bytes at most. What the disk
// refuses to give is left zero and counted: one bad sector must not cost the rest.
func eachWindow(path string, most int64, look func(part []byte)) (holes int, err error) {
	f, info, err := openRegular(path)
	if err != nil {
		return 0, err
	}
	defer closeQuietly(f)
	size := min(info.Size(), most)
	b := make([]byte, min(size, window))
	for from, kept := int64(0), 0; from < size; {
		part := b[:min(int64(kept)+size-from, window)]
		holes += readParts(f, from, part[kept:])
		look(part)
		from += int64(len(part) - kept)
		if kept = overlap; from < size {
			copy(b, part[len(part)-kept:])
		}
	}
	return holes, nil
}

// readParts fills b from a place of a file, by the megabyte and where that fails by
// the page.
func readParts(f *os.File, from int64, b []byte) (holes int) {
	for at := 0; at < len(b); {
		big := b[at:min(at+1<<20, len(b))]
		if n, err := f.ReadAt(big, from+int64(at)); err == nil || n == len(big) {
			at += len(big)
			continue
		}
		for end := at + len(big); at < end; at += pageBytes {
			page := b[at:min(at+pageBytes, end)]
			if n, err := f.ReadAt(page, from+int64(at)); err != nil && n < len(page) {
				clear(page[n:])
				holes++
			}
		}
		at = min(at, len(b))
	}
	return holes
}
