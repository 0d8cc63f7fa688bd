package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"isspp/store/boltfile"
	"isspp/store/disk"
	"isspp/store/seal"

	bolt "go.etcd.io/bbolt"
)

// Create sets up new notes at path and returns them unlocked, with the recovery key to be shown once. It refuses
// where there is a file, a side file or a backup already: an old key must never be lost under a new one. The notes
// are built under another name and take their own only when they have been read back, so that an interruption leaves
// nothing half made.
func Create(path string, passphrase []byte, opt Options) (*Store, RecoveryKey, error) {
	if len(passphrase) == 0 {
		return nil, RecoveryKey{}, emptyPassphrase("Nothing was created.")
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
	s := newStore(path, opt)
	if s.lock, err = acquire(path, opt.now()); err != nil {
		return nil, RecoveryKey{}, setUpError(err)
	}
	recovery := NewRecoveryKey()
	s.keys = seal.NewKeys()
	s.header = s.keys.Wrap(nil, 1, kdf, opt.Costs.stretch(), Passphrase(passphrase), Recovery(recovery))
	if err := s.build(); err != nil {
		letGo(s.lock)
		return nil, RecoveryKey{}, setUpError(err)
	}
	s.anchor = openAnchor(anchorPath(path, opt))
	s.writeAnchor()
	return s, recovery, nil
}

func emptyPassphrase(safe string) error {
	return problem(errRefused, "An empty passphrase protects nothing.", safe,
		"Choose one of at least 15 characters, or five words.")
}

// build writes the first state under a temporary name, reads it back, gives it its own name, and opens it.
func (s *Store) build() error {
	if err := CanCreate(s.path, s.opt); err != nil { // once more, with the lock held
		return err
	}
	sweep(s.path)
	if _, err := keepAside(sidePath(s.path), s.opt.now()); err != nil { // keys that were never used
		return err
	}
	name, m, err := s.newBeside(s.path, makeBuckets, &change{lines: []Line{{Action: Created}}, header: s.header})
	if err != nil {
		return err
	}
	defer remove(name)
	s.man = m
	if err := disk.Replace(name, s.path); err != nil {
		return err
	}
	err = disk.SyncDir(filepath.Dir(s.path))
	if err == nil {
		err = disk.Write(sidePath(s.path), s.header.Encode(), disk.How{Private: true})
	}
	if err == nil {
		_, err = s.open(false)
	}
	if err != nil {
		// Nobody has seen the recovery key yet: these notes must not stand in the way of the next try.
		_ = s.closeBolt()
		remove(s.path)
		remove(sidePath(s.path))
	}
	return err
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

// CanCreate reports, as nil, that new notes may be set up at path; otherwise why not. Keys that no note was ever
// saved under, left where somebody set notes up and deleted the file again, do not stand in the way.
func CanCreate(path string, opt Options) error {
	left, err := leftAt(path)
	switch kind := opt.network(path); {
	case err != nil:
		return setUpError(err)
	case left != "" && (left != sidePath(path) || !unusedKeys(path, opt)):
		return unchanged(errExists,
			"There are notes, keys or backups of notes here already ("+filepath.Base(left)+").",
			"Unlock or restore those, or move them to another folder if they are of no use any more.")
	case kind != "":
		return remoteSetUpError(kind)
	}
	return nil
}

// leftAt is what there is of earlier notes: their file, backups, or their keys.
func leftAt(path string) (string, error) {
	for _, p := range []string{path, sidePath(path)} {
		_, err := os.Lstat(p)
		switch {
		case err == nil:
			return p, nil
		case !errors.Is(err, fs.ErrNotExist):
			return "", placeError(err)
		}
		if all, err := sourcesOf(path, Options{}, seal.ID{}, Backup); err == nil && len(all) > 0 {
			return backupDir(path), nil
		}
	}
	return "", nil
}

// unusedKeys reports that this computer remembers the notes of a side file as never saved to. Nothing is
// authenticated, since the key is not known: whoever can forge it could as well delete the side file, and that is
// only set aside.
func unusedKeys(path string, opt Options) bool {
	h, err := slotsAt(path)
	a, whole, _ := anchorAt(path, opt, nil)
	return err == nil && whole && a.store == h.Store && a.seq <= 1
}

// asideStamp is how the name of a file that was set aside ends, in UTC; a further one of the same second has -2
// behind it.
const asideStamp = "20060102-150405"

// freeName is a dated name beside path that nothing has yet.
func freeName(path string, now time.Time) (string, error) {
	dated := path + "." + now.UTC().Format(asideStamp)
	name := dated
	for n := 2; ; n++ {
		_, err := os.Lstat(name)
		if errors.Is(err, fs.ErrNotExist) {
			return name, nil
		}
		if err != nil {
			return "", err
		}
		name = fmt.Sprintf("%s-%d", dated, n)
	}
}

// sweep removes temporary files that an interruption left. It is called with the lock held, when nobody else can be
// using one.
func sweep(path string) {
	stem := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	for _, left := range []struct{ dir, pattern string }{
		{filepath.Dir(path), "." + stem + "*.tmp"}, // of copies too
		{filepath.Dir(path), ".isspp-??????????.tmp"},
		{backupDir(path), ".*.tmp"},
	} {
		entries, _ := os.ReadDir(left.dir)
		for _, e := range entries {
			if ok, err := filepath.Match(left.pattern, e.Name()); err == nil && ok {
				remove(filepath.Join(left.dir, e.Name()))
			}
		}
	}
}
