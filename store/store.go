package store

import (
	"crypto/rand"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"isspp/store/seal"
)

// Store is one person's unlocked notes. Its methods may be called from any goroutine; each waits for the one before.
type Store struct {
	// backing has room for whoever makes a backup, and is taken before mu; reading is held while one reads the file.
	backing chan struct{}
	reading sync.Mutex

	mu sync.Mutex
	file
	lock   *os.File
	anchor *os.File

	// unsaved are records whose last change the disk refused; unsavedCount, how many, is also read without mu.
	unsaved      map[seal.ID]*item
	unsavedCount atomic.Int64

	// session are the records that were saved since the notes were opened.
	session map[seal.ID]bool
	// fileIdentity is what is known of the file that is open, and told what other programs did to it that nobody was
	// told of yet.
	fileIdentity fileIdentity
	told         []Finding
	// returned is what the log has still to say of a file that was put back.
	returned string

	// opened is what unlocking found.
	opened []Finding
	// stuck, once set, is why nothing more can be saved.
	stuck error
	// held back: the anchor saw newer notes than these, and the person has not yet said that these will do.
	anchorHeld bool
}

// Path is the notes file.
func (s *Store) Path() string { return s.path }

// ReadOnly says why nothing can be saved, or is nil.
func (s *Store) ReadOnly() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stuck
}

// Close seals nothing (every save was sealed when it was made), lets the file go and forgets the keys as far as Go
// can. Only the end of the process removes every copy from memory. It waits a few seconds for a backup in the making;
// one that takes longer is left to the end of the process.
func (s *Store) Close() error {
	defer s.oneBackup(time.After(backingPatience))()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keys == nil {
		return nil
	}
	err := s.closeFile()
	s.closeAnchor()
	s.keys.Forget()
	clear(s.items)
	s.keys, s.items, s.unsaved = nil, nil, nil
	s.unsavedCount.Store(0)
	s.stuck = closedError()
	return err
}

// closeBolt leaves a faulted file open: bbolt would wait for a transaction that never ends.
func (s *Store) closeBolt() error {
	if faulted(s.stuck) {
		return nil
	}
	return s.close()
}

// newStore is a store over a file of which nothing is known yet.
func newStore(path string, opt Options) *Store {
	s := &Store{
		backing: make(chan struct{}, 1), session: map[seal.ID]bool{}, unsaved: map[seal.ID]*item{},
		file: file{path: path, opt: opt, items: map[seal.ID]*item{}},
	}
	rand.Read(s.run[:])
	return s
}
