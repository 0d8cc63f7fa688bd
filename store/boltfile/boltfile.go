// Package boltfile opens bbolt files that may be damaged. The preflight walks a file as bytes before bbolt maps it;
// what calls bbolt is guarded against the faults that are left; a copy leaves nothing of what was deleted. What it
// reads is bounded, and it makes no file.
package boltfile

import (
	"errors"
	"os"
	"runtime/debug"
	"time"

	bolt "go.etcd.io/bbolt"
)

// The two buckets of a file of notes, and the keys of the key slots and the manifest in the first.
var (
	HeadBucket  = []byte("h")
	NotesBucket = []byte("r")
	HeaderKey   = []byte("h")
	ManifestKey = []byte("m")
)

// PageSize is fixed, so that a file looks the same on every machine.
const PageSize = 4096

// Open opens a file that is there and passed the preflight, or an empty one that was just made.
func Open(path string, readOnly bool) (db *bolt.DB, err error) {
	err = Guard(func() (err error) {
		db, err = bolt.Open(path, 0o600, &bolt.Options{
			Timeout: 500 * time.Millisecond, NoFreelistSync: true, FreelistType: bolt.FreelistMapType,
			PageSize: PageSize, ReadOnly: readOnly, NoStatistics: true,
			OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
				return os.OpenFile(name, flag&^os.O_CREATE, mode)
			},
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return db, nil
}

// ErrFault is of a panic or a memory fault in bbolt, which may still hold a lock or a transaction: even to close the
// file would wait for ever.
var ErrFault = errors.New("fault while reading the file")

// Guard runs fn, which calls bbolt, and turns a panic or a memory fault in it into ErrFault: what was recovered may
// quote bytes of the file. It holds for this goroutine alone, so fn must not hand bbolt's memory to another.
func Guard(fn func() error) (err error) {
	old := debug.SetPanicOnFault(true)
	defer debug.SetPanicOnFault(old)
	defer func() {
		if recover() != nil {
			err = ErrFault
		}
	}()
	return fn()
}

// ErrNotRegular is of a folder, a pipe or a device.
var ErrNotRegular = errors.New("not an ordinary file")

// OpenRegular opens an ordinary file for reading. To open a pipe would wait for somebody to write to it, so what it
// is comes first.
func OpenRegular(path string) (*os.File, int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, err
	}
	if !info.Mode().IsRegular() {
		return nil, 0, ErrNotRegular
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	if info, err = f.Stat(); err != nil {
		_ = f.Close()
		return nil, 0, err
	}
	return f, info.Size(), nil
}

// Read reads a small file of known greatest size. One that is larger is cut, and then fails its checks.
func Read(path string, most int) ([]byte, error) {
	f, size, err := OpenRegular(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	b := make([]byte, min(int64(most), size)+1)
	n, err := f.ReadAt(b, 0)
	if n == 0 && err != nil {
		return nil, err
	}
	return b[:n], nil
}
