package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"isspp/store/disk"
	"isspp/store/seal"
)

// Replaced is what Restore did.
type Replaced struct {
	// Aside is where the notes were put that stood there, or empty, and Sound tells that
	// Restore would take these as they are; Salvage may rebuild others.
	Aside string
	Sound bool
	// Passphrase and Recovery tell that what was put back opens with another one.
	Passphrase, Recovery bool
}

// Restore puts a copy of backup in the place of the notes at path. The notes
// that are there now, damaged or not, are set aside first under a dated name;
// nothing is ever written over.
// No secret is needed: the next Unlock opens every record, and its report
// calls the notes older than what this computer saw last (see AcceptOlder).
func Restore(path, backup string, opt Options) (Replaced, error) {
	var out Replaced
	if _, err := readHeader(backup); err != nil {
		return out, placed(err)
	}
	if err := disk.MakeDir(filepath.Dir(path)); err != nil {
		return out, placeError(err)
	}
	lock, err := acquire(path, opt.now())
	if err != nil {
		return out, err
	}
	defer letGo(lock)
	sweep(path)
	part, err := disk.Duplicate(backup, path)
	if err != nil {
		return out, placed(err)
	}
	defer remove(part)
	// The copy is judged, not the backup: it is what will be in place.
	then, err := readHeader(part)
	if err != nil {
		return out, placed(err)
	}
	if now, err := slotsAt(path); err == nil && now.Store == then.Store {
		passphrase, recovery := now.Shares(then)
		out.Passphrase, out.Recovery = !passphrase, !recovery
	}
	was := Source{Path: path}
	was.identify()
	out.Sound = was.Sound
	out.Aside, err = install(part, path, then, opt.now())
	return out, placed(err)
}

// install puts a whole file in the place of the notes. What is there, and its key slots,
// is kept under a dated name, which is returned.
func install(part, path string, h *seal.Header, now time.Time) (aside string, err error) {
	if aside, err = keepAside(path, now); err != nil {
		return "", err
	}
	if _, err := keepAside(sidePath(path), now); err != nil {
		return aside, err
	}
	if err := disk.Replace(part, path); err != nil {
		// Where the file kept its first name the second is not needed.
		here, serr := os.Stat(path)
		there, terr := os.Stat(aside)
		if serr == nil && terr == nil && os.SameFile(here, there) && os.Remove(aside) == nil {
			aside = ""
		}
		return aside, err
	}
	// It is in its place: where this fails the next unlocking renews the side file.
	_ = disk.Write(sidePath(path), h.Encode(), disk.How{Private: true})
	return aside, nil
}

// readHeader reads the key slots of a backup that is sound.
func readHeader(backup string) (*seal.Header, error) {
	e := &Error{Code: ErrDamaged, What: "This backup is damaged.", Safe: "Nothing was changed.", Do: "Choose another backup."}
	f, err := sound(backup)
	switch {
	case err == nil && !f.OneMeta && !f.Fragile:
		h, err := seal.ParseHeader(f.Header)
		if err == nil {
			return h, nil
		}
		e.Cause, e.What = err, "This backup's key slots are damaged."
	case errors.Is(err, ErrAbsent):
		e.Code, e.Cause, e.What = ErrAbsent, err, "There is no backup of this name."
	case err != nil && !errors.Is(err, ErrDamaged):
		return nil, err
	}
	return nil, e
}

// keepAside gives a file a second, dated name, so that the first can be
// replaced in one step: at no moment is there neither the old nor the new.
func keepAside(path string, now time.Time) (string, error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	name, err := freeName(path, now)
	if err != nil {
		return "", err
	}
	if err := os.Link(path, name); err != nil {
		// A file system without links: for a moment only the dated name is there.
		if err := disk.Replace(path, name); err != nil {
			return "", err
		}
	}
	return name, disk.SyncDir(filepath.Dir(path))
}
