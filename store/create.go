package store

import (
	"os"
	"path/filepath"

	"isspp/store/boltfile"
	"isspp/store/disk"
	"isspp/store/seal"

	bolt "go.etcd.io/bbolt"
)

// Create sets up new notes at path and returns them unlocked, with the
// recovery key to be shown once. It refuses where there is a
// file, a side file or a backup already: an old key must never be lost under
// a new one. The notes are built under another name and take their own only
// when they have been read back, so that an interruption leaves nothing half
// made.
func Create(path string, passphrase []byte, opt Options) (*Store, RecoveryKey, error) {
	if len(passphrase) == 0 {
		return nil, RecoveryKey{}, &Error{
			Code: errRefused, What: "An empty passphrase protects nothing.",
			Safe: "Nothing was created.", Do: "Choose one of at least 15 characters, or five words.",
		}
	}
	if err := CanCreate(path, opt); err != nil {
		return nil, RecoveryKey{}, err
	}
	kdf, err := opt.kdf()
	if err != nil {
		return nil, RecoveryKey{}, err
	}
	if err := disk.MakeDir(filepath.Dir(path)); err != nil {
		return nil, RecoveryKey{}, setUpError(err)
	}
	lock, err := acquire(path, opt.now())
	if err != nil {
		return nil, RecoveryKey{}, setUpError(err)
	}
	s := newStore(path, opt)
	s.lock = lock
	recovery := NewRecoveryKey()
	s.keys = seal.NewKeys()
	s.header = s.keys.Wrap(nil, 1, kdf, opt.Costs.stretch(), Passphrase(passphrase), Recovery(recovery))
	err = s.makeRoom()
	if err == nil {
		err = s.build()
	}
	if err != nil {
		lock.release()
		return nil, RecoveryKey{}, setUpError(err)
	}
	s.anchor = openAnchor(anchorPath(path, opt))
	s.writeAnchor()
	return s, recovery, nil
}

// build writes the first state under a temporary name, reads it back, gives
// it its own name, and opens it.
func (s *Store) build() error {
	name, m, err := s.newBeside(s.path, makeBuckets, &change{lines: []Line{{Action: Created}}, header: s.header})
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(name) }() // after the rename there is nothing to remove
	s.man = m
	if err := disk.Replace(name, s.path); err != nil {
		return err
	}
	if err := s.appear(); err != nil {
		// Nobody has seen the recovery key yet: these notes must not stand in
		// the way of the next try.
		_ = s.closeBolt()
		_ = os.Remove(s.path)
		_ = os.Remove(sidePath(s.path))
		return err
	}
	return nil
}

// appear makes the new name last, writes the side file, and opens the notes.
func (s *Store) appear() error {
	if err := disk.SyncDir(filepath.Dir(s.path)); err != nil {
		return err
	}
	if err := disk.Write(sidePath(s.path), s.header.Encode(), disk.How{Private: true}); err != nil {
		return err
	}
	db, flight, err := openSound(s.path, false)
	if err != nil {
		return err
	}
	s.db = db
	s.take(flight)
	return nil
}

func makeBuckets(to *bolt.DB) error {
	return to.Update(func(tx *bolt.Tx) error {
		_, err := tx.CreateBucket(boltfile.HeadBucket)
		if err == nil {
			_, err = tx.CreateBucket(boltfile.NotesBucket)
		}
		return err
	})
}
