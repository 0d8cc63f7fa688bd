package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"isspp/store/disk"
)

// Restore puts a copy of backup in the place of the notes at path. The notes
// that are there now, damaged or not, are set aside first under a dated name,
// which is returned ("" where there were none); nothing is ever written over.
// No secret is needed: the next Unlock opens every record, and its report
// calls the notes older than what this computer saw last (see AcceptOlder).
func Restore(path, backup string, opt Options) (aside string, err error) {
	if err := CanRestore(backup); err != nil {
		return "", err
	}
	if err := disk.MakeDir(filepath.Dir(path)); err != nil {
		return "", placeError(err)
	}
	lock, err := acquire(path, opt.now())
	if err != nil {
		return "", err
	}
	defer lock.release()
	sweep(path)
	part, err := disk.Duplicate(backup, path)
	if err != nil {
		return "", placed(err)
	}
	defer func() { _ = os.Remove(part) }() // after the rename there is nothing to remove
	// The copy is judged, not the backup: it is what will be in place.
	h, err := readHeader(part)
	if err == nil {
		aside, err = install(part, path, h, opt.now())
	}
	return aside, placed(err)
}

// install puts a whole file in the place of the notes. What is there, and its key slots,
// is kept under a dated name, which is returned.
func install(part, path string, h *header, now time.Time) (aside string, err error) {
	if aside, err = keepAside(path, now); err != nil {
		return "", err
	}
	if _, err := keepAside(sidePath(path), now); err != nil {
		return aside, err
	}
	if err := disk.Replace(part, path); err != nil {
		return takeBackAside(path, aside), err
	}
	// It is in its place: where this fails the next unlocking renews the side file.
	_ = disk.Write(sidePath(path), h.encode(), disk.How{Private: true})
	return aside, nil
}

// CanRestore tells whether Restore would take a file: nil, or why it would not. A
// file that was set aside since it was damaged is not taken; Salvage may rebuild it.
func CanRestore(name string) error {
	_, err := readHeader(name)
	return placed(err)
}

// OtherKeys tells what of the secrets that open the notes at path does not open a
// backup of theirs, since it was changed between the two. Where that can't be seen,
// or the backup is of other notes, it is neither.
func OtherKeys(path, backup string) (passphrase, recovery bool) {
	then, err := readHeader(backup)
	now, nerr := slotsAt(path)
	if err != nil || nerr != nil || now.store != then.store {
		return false, false
	}
	return !now.shares(then, slotPassphrase), !now.shares(then, slotRecovery)
}

// shares tells whether two headers wrap the key by the same secret of a kind.
func (h *header) shares(other *header, kind slotKind) bool {
	for _, a := range h.slots {
		for _, b := range other.slots {
			if a.kind == kind && a == b {
				return true
			}
		}
	}
	return false
}

// readHeader reads the key slots of a backup that is sound.
func readHeader(backup string) (*header, error) {
	e := &Error{Safe: "Nothing was changed.", Do: "Choose another backup."}
	f, err := inspect(backup)
	if err == nil {
		err = f.refusal(backup)
	}
	if err == nil && !f.oneMeta && !f.fragile {
		var h *header
		if h, err = parseHeader(f.header); err == nil {
			return h, nil
		}
		e.Code, e.Cause, e.What = ErrDamaged, err, "This backup's key slots are damaged."
		return nil, e
	}
	switch {
	case err == nil, errors.Is(err, ErrDamaged):
		e.Code, e.What = ErrDamaged, "This backup is damaged."
	case errors.Is(err, ErrAbsent):
		e.Code, e.Cause, e.What = ErrAbsent, err, "There is no backup of this name."
	default:
		return nil, err
	}
	return nil, e
}

// takeBackAside removes the second name of a file that kept its first, and gives
// the name that is still needed, if it didn't.
func takeBackAside(path, aside string) string {
	here, err := os.Stat(path)
	there, terr := os.Stat(aside)
	if err == nil && terr == nil && os.SameFile(here, there) && os.Remove(aside) == nil {
		return ""
	}
	return aside
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
