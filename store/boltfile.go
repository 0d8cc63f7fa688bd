package store

import (
	"errors"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// The two buckets, and the keys in the first. Lines of the log lie between
// header and manifest, so that a save touches one page for both.
var (
	bucketHead  = []byte("h")
	bucketNotes = []byte("r")
	keyHeader   = []byte("h")
	keyManifest = []byte("m")
)

const (
	lineKeyPrefix = 'l'
	boltTimeout   = 500 * time.Millisecond
	// pageBytes is fixed, so that a file looks the same on every machine.
	pageBytes = 4096
)

func lineKey(n uint64) []byte {
	id := lineID(n)
	return append([]byte{lineKeyPrefix}, id[8:]...)
}

// openSound opens a file of notes that is sound, and gives what the preflight found. A
// fragile one is opened for reading whatever was asked.
func openSound(path string, readOnly bool) (*bolt.DB, flight, error) {
	f, err := sound(path)
	if err != nil {
		return nil, f, err
	}
	db, err := openBolt(path, readOnly || f.fragile)
	return db, f, err
}

// sound refuses what does not pass the preflight as a file of notes, before bbolt opens
// it: on Windows that alone would write to it. A file of no bytes, which bbolt would
// silently take for an empty database, does not pass.
func sound(path string) (flight, error) {
	f, err := inspect(path)
	if err == nil {
		err = f.refusal(path)
	}
	return f, err
}

// refusal is why the file at path, of which f was found, is no sound file of notes.
func (f *flight) refusal(path string) error {
	switch {
	case !f.bolt && f.size == 0:
		return emptyFileError()
	case !f.bolt && !hasSlots(path):
		return notAStore()
	case !f.bolt && nothingSealed(path):
		return nothingOfThem()
	case f.fault != "":
		return damaged("The notes file is damaged: "+f.fault+".", nil)
	case f.ours:
		return nil
	case hasSlots(path):
		return damaged("The notes file is damaged: it lacks a part that isspp always writes.", nil)
	}
	return unchanged(errNotAStore, "This file is a database of another program.", "Check the path.")
}

// recognise refuses what is plainly not a file of notes, before a lock file is
// made beside it.
func recognise(path string) error {
	f, info, err := openRegular(path)
	if err != nil {
		return err
	}
	defer closeQuietly(f)
	if _, ok := readMetas(f, info.Size()); ok[0] || ok[1] || info.Size() > 0 && hasSlots(path) {
		return nil
	}
	return (&flight{size: info.Size()}).refusal(path)
}

// openBolt opens a file that is there: an empty one that was just made, or
// through openSound.
func openBolt(path string, readOnly bool) (*bolt.DB, error) {
	var db *bolt.DB
	err := guarded(func() (err error) {
		db, err = bolt.Open(path, 0o600, &bolt.Options{
			Timeout: boltTimeout, NoFreelistSync: true, FreelistType: bolt.FreelistMapType,
			PageSize: pageBytes, ReadOnly: readOnly, NoStatistics: true,
			OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
				return os.OpenFile(name, flag&^os.O_CREATE, mode)
			},
		})
		return err
	})
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return nil, InUseBy(Holder{})
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrChecksum),
		errors.Is(err, berrors.ErrVersionMismatch):
		return nil, damaged("The notes file is damaged: its opening pages are unreadable.", err)
	case faulted(err):
		return nil, err
	case err != nil:
		return nil, placeError(err)
	}
	return db, nil
}

// inspect runs the preflight on a file by name.
func inspect(path string) (flight, error) { return glance(path, maxFile) }

// lookMost is how much of a file is read to say what it is.
const lookMost = 64 << 20

// glance runs the preflight on as much of a file as most says.
func glance(path string, most int64) (flight, error) {
	f, info, err := openRegular(path)
	if err != nil {
		return flight{}, err
	}
	defer closeQuietly(f)
	return preflight(f, info.Size(), most), nil
}

// openRegular opens an ordinary file for reading. To open a pipe would wait
// for somebody to write to it, so what it is comes first.
func openRegular(path string) (*os.File, os.FileInfo, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, absent(path, err)
	}
	if !info.Mode().IsRegular() {
		return nil, nil, unchanged(errNotAStore,
			"This is not a file of notes but a folder or a device.",
			"Check the path.")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, placeError(err)
	}
	if info, err = f.Stat(); err != nil {
		closeQuietly(f)
		return nil, nil, placeError(err)
	}
	return f, info, nil
}
