package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"path/filepath"
	"strings"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"isspp/store/boltfile"
	"isspp/store/seal"
)

const (
	idSize   = 16 // of a seal.ID
	hashSize = sha256.Size
)

// The places that records are sealed for.
const (
	placeHead  seal.Place = 'h'
	placeNotes seal.Place = 'r'
)

// lineKeyPrefix lets lines of the log lie between header and manifest, so that a save touches one page for both.
const lineKeyPrefix = 'l'

func lineKey(n uint64) []byte { return binary.BigEndian.AppendUint64([]byte{lineKeyPrefix}, n) }

// file is one file of these notes: the one in its place, a backup, one in the making.
type file struct {
	path   string
	opt    Options
	db     *bolt.DB
	keys   *seal.Keys
	header *seal.Header
	man    manifest
	// run is of this unlocking, for the lines of the log.
	run [8]byte
	// items is every record, opened; lost are keys of records that did not.
	items map[seal.ID]*item
	lost  []seal.ID
}

// like is another file of these notes, of whose records nothing is known yet.
func (s *file) like(path string, db *bolt.DB) *file {
	other := *s
	other.path, other.db, other.items, other.lost = path, db, map[seal.ID]*item{}, nil
	return &other
}

func (s *file) close() error {
	if s.db == nil {
		return nil
	}
	db := s.db
	s.db = nil
	if err := guarded(db.Close); err != nil {
		return placeError(err)
	}
	return nil
}

func (s *file) get(bucket, key []byte) ([]byte, error) {
	var out []byte
	err := guarded(func() error {
		return s.db.View(func(tx *bolt.Tx) error {
			out = bytes.Clone(tx.Bucket(bucket).Get(key))
			return nil
		})
	})
	return out, err
}

func guarded(fn func() error) error {
	err := boltfile.Guard(fn)
	if faulted(err) {
		return damaged("The notes file could not be read: its structure is broken.", err)
	}
	return err
}

// faulted reports whether bbolt may still hold a lock or a transaction, so that even closing it would wait for ever.
func faulted(err error) bool { return errors.Is(err, boltfile.ErrFault) }

// openSound opens a file of notes that is sound, and gives what the preflight found. A fragile one is opened for
// reading whatever was asked.
func openSound(path string, readOnly bool) (*bolt.DB, boltfile.Findings, error) {
	f, err := sound(path)
	if err != nil {
		return nil, f, err
	}
	db, err := openBolt(path, readOnly || f.Fragile)
	return db, f, err
}

// sound refuses what does not pass the preflight as a file of notes, before bbolt opens it: on Windows that alone
// would write to it. A file of no bytes, which bbolt would silently take for an empty database, does not pass.
func sound(path string) (boltfile.Findings, error) {
	f, err := inspect(path, boltfile.All)
	if err == nil {
		err = unsound(path, f)
	}
	return f, err
}

// unsound is why the file at path, of which f was found, is no sound file of notes.
func unsound(path string, f boltfile.Findings) error {
	switch {
	case !f.Bolt && f.Size == 0:
		return nothingLeft("The notes file is empty: it has no bytes at all.")
	case !f.Bolt && !hasSlots(path):
		return notAStore()
	case !f.Bolt && nothingSealed(path):
		return nothingLeft("The file in the notes' place has nothing of the notes in it: it is another file, or was " +
			"overwritten.")
	case f.Fault != "":
		return damaged("The notes file is damaged: "+f.Fault+".", nil)
	case f.Ours:
		return nil
	case hasSlots(path):
		return damaged("The notes file is damaged: it lacks a part that isspp always writes.", nil)
	}
	return unchanged(errNotAStore, "This file is a database of another program.", "Check the path.")
}

// recognise refuses what is plainly not a file of notes, before a lock file is made beside it.
func recognise(path string) error {
	f, err := inspect(path, 0)
	if err != nil || f.Bolt || f.Size > 0 && hasSlots(path) {
		return err
	}
	return unsound(path, f)
}

// openBolt opens a file that is there: an empty one that was just made, or through openSound.
func openBolt(path string, readOnly bool) (*bolt.DB, error) {
	db, err := boltfile.Open(path, readOnly)
	switch {
	case err == nil:
		return db, nil
	case errors.Is(err, berrors.ErrTimeout):
		return nil, InUseBy(Holder{})
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrChecksum),
		errors.Is(err, berrors.ErrVersionMismatch):
		return nil, damaged("The notes file is damaged: its opening pages are unreadable.", err)
	case faulted(err):
		return nil, damaged("The notes file could not be read: its structure is broken.", err)
	}
	return nil, placeError(err)
}

// inspect runs the preflight on as much of a file as most says.
func inspect(path string, most int64) (boltfile.Findings, error) {
	f, err := boltfile.Inspect(path, most)
	return f, unopened(path, err)
}

// unopened tells why an ordinary file at path could not be opened.
func unopened(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, boltfile.ErrNotRegular):
		return unchanged(errNotAStore, "This is not a file of notes but a folder or a device.", "Check the path.")
	}
	return absent(path, err)
}

// sidePath is where the header is kept a second time: notes.keys beside notes.db, and of notes that were set aside,
// notes.db.20261123-094200, what was set aside with them.
func sidePath(path string) string {
	dir, name := filepath.Split(path)
	if first, dated, ok := strings.Cut(name, ".db."); ok && dated != "" && isDigit(dated[0]) {
		return dir + first + ".keys." + dated
	}
	return strings.TrimSuffix(path, ".db") + ".keys"
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func backupDir(path string) string { return filepath.Join(filepath.Dir(path), "backups") }

const maxSide = 4096

// slotsAt are the key slots in the side file of the notes at path.
func slotsAt(path string) (*seal.Header, error) {
	b, err := boltfile.Read(sidePath(path), maxSide)
	if err != nil {
		return nil, err
	}
	return seal.ParseHeader(b)
}

// hasSlots reports whether the notes at path have their key slots in a side file.
func hasSlots(path string) bool {
	_, err := slotsAt(path)
	return err == nil
}
