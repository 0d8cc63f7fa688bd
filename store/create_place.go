package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// CanCreate reports, as nil, that new notes may be set up at path; otherwise
// why not. Keys that no note was ever saved under, left where somebody set
// notes up and deleted the file again, do not stand in the way.
func CanCreate(path string, opt Options) error {
	if err := checkPathFree(path); err != nil && !unusedKeys(path, opt) {
		return setUpError(err)
	}
	if kind := remoteKind(path, opt); kind != "" {
		return remoteSetUpError(kind)
	}
	return nil
}

// checkPathFree refuses where anything of earlier notes is left.
func checkPathFree(path string) error {
	for _, p := range []string{path, sidePath(path)} {
		if _, err := os.Lstat(p); err == nil {
			return existsError(p)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return placeError(err)
		}
	}
	if all, err := sourcesOf(path, Options{}, [idSize]byte{}, Backup); err == nil && len(all) > 0 {
		return existsError(backupDir(path))
	}
	return nil
}

func existsError(what string) error {
	return unchanged(errExists,
		"There are notes, keys or backups of notes here already ("+filepath.Base(what)+").",
		"Unlock or restore those, or move them to another folder if they are of no use any more.")
}

// unusedKeys reports that a side file is all there is, and that this computer
// remembers its notes as never saved to.
func unusedKeys(path string, opt Options) bool {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return false
	}
	if all, err := sourcesOf(path, opt, [idSize]byte{}, Backup); err != nil || len(all) > 0 {
		return false
	}
	h, err := slotsAt(path)
	if err != nil {
		return false
	}
	// Not authenticated, since the key is not known: whoever can forge it could
	// as well delete the side file, and that is only set aside.
	a, whole := anchorAt(path, opt)
	return whole && a.store == h.Store && a.seq <= 1
}

// makeRoom looks again once the lock is held, and sets unused keys aside.
func (s *Store) makeRoom() error {
	if err := CanCreate(s.path, s.opt); err != nil {
		return err
	}
	sweep(s.path)
	_, err := keepAside(sidePath(s.path), s.opt.now())
	return err
}

// asideStamp is how the name of a file that was set aside ends, in UTC; a further
// one of the same second has -2 behind it.
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

// sweep removes temporary files that an interruption left. It is called with
// the lock held, when nobody else can be using one.
func sweep(path string) {
	stem := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	sweepFolder(filepath.Dir(path), "."+stem+"*.tmp") // of copies too
	sweepFolder(filepath.Dir(path), ".isspp-??????????.tmp")
	sweepFolder(backupDir(path), ".*.tmp")
}

func sweepFolder(dir, pattern string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if ok, err := filepath.Match(pattern, e.Name()); err == nil && ok {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}
