package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"isspp/store/disk"
	"isspp/store/seal"
)

// How many backups stay: those of the last days that have one, and of each of the last
// weeks the one that holds most.
const (
	keptDays  = 7
	keptWeeks = 8
)

const backupDay = "2006-01-02.db"

// Backup makes a backup of the notes as they are and returns its name. With an empty name
// it is the day's, and lets go of those that are not kept any longer; another name must
// not be there yet. Unless it was asked for, an earlier one of the same day does, and the
// name is then empty. Saves beside it do not wait, and a failure changes nothing.
//
// It is sealed with the same keys and compacted, so that what was discarded is not carried
// along, and it gets its name only when every record in it has been opened.
func (s *Store) Backup(name string, asked bool) (string, error) {
	defer s.oneBackup(nil)()
	s.mu.Lock()
	s.unstick()
	copier, stuck := s.like(s.path, s.db), s.stuck
	s.mu.Unlock()
	daily := name == ""
	if daily {
		name = backupPath(s.path, s.opt.now())
	}
	_, absent := os.Lstat(name)
	switch {
	case !asked && (stuck != nil || absent == nil):
		return "", nil // what can't be changed has had no change to back up
	case stuck != nil && (copier.keys == nil || copier.db == nil || faulted(stuck)):
		return "", stuck
	case !daily && absent == nil:
		return "", problem(errExists, "There is already a file with this name.",
			"Nothing was changed, and no backup was made.", "Choose another name.")
	}
	var err error
	if daily {
		err = disk.MakeDir(backupDir(s.path))
	}
	if err == nil {
		err = s.copyAway(copier, name)
	}
	if faulted(err) { // bbolt failed in the middle and is not to be used again
		s.mu.Lock()
		s.stuck = err
		s.mu.Unlock()
	}
	switch {
	case err != nil:
		return "", backupError(err, asked)
	case daily:
		return name, s.thin(name)
	}
	return filepath.Clean(name), nil
}

func backupError(err error, asked bool) error {
	e := problem(errReadOnly, "Today's backup of the notes could not be made.", "The notes themselves are saved.",
		"Check the folder of the backups").because(err)
	again := "; the next change after unlocking tries again."
	if asked {
		e.What, e.Do = "The backup of the notes could not be made.",
			"Check the folder that it was to go to, or choose another"
		again = ", then try again."
	}
	switch {
	case isFull(err):
		e.Code, e.Do = errFull, "Free some space on the disk"
	case errors.Is(err, ErrDamaged):
		e.Code, e.Do = ErrDamaged, "Something in the notes is damaged. Earlier backups are kept"
		again = ": lock and unlock to see what is wrong."
	}
	e.Do += again
	return e
}

// copyAway makes a proved copy beside the notes and then brings it to its name. While it
// is read a save that makes the file grow waits, so that must not take as long as a stick
// or a server takes, which may never answer.
func (s *Store) copyAway(copier *file, name string) error {
	var part string
	makeAt := func(beside string) (err error) {
		s.reading.Lock() // closing has to know
		defer s.reading.Unlock()
		part, _, err = copier.newBeside(beside, copied(copier.db, nil), nil)
		return err
	}
	err := makeAt(s.path)
	if err != nil && !errors.Is(err, ErrDamaged) && filepath.Dir(s.path) != filepath.Dir(name) {
		// Beside the notes is no room, or no folder any more: then nothing is saved
		// anyway, and it can be made where it goes.
		err = makeAt(name)
	}
	if err != nil {
		return err
	}
	return copier.deliver(part, name)
}

// deliver brings a whole copy to its name. On another disk it is written and read once more.
func (s *file) deliver(part, name string) error {
	defer remove(part)
	if s.opt.replace(part, name) == nil {
		return errors.Join(disk.SyncDir(filepath.Dir(name)), disk.SyncDir(filepath.Dir(part)))
	}
	there, err := disk.Duplicate(part, name)
	if err != nil {
		return err
	}
	defer remove(there)
	if err := s.prove(there, s.man.seq); err != nil {
		return err
	}
	if err := disk.Replace(there, name); err != nil {
		return err
	}
	return disk.SyncDir(filepath.Dir(name))
}

// remove takes a temporary file away; once it has got its name there is none.
func remove(part string) { _ = os.Remove(part) }

// backingPatience is how long closing waits for a backup in the making. It may be on its
// way to a place that does not answer, and the keys must leave the memory: what is left
// of it beside the notes is swept away by the next unlocking.
const backingPatience = 3 * time.Second

// oneBackup waits until no backup is made, or for so long, and keeps others from it until
// done.
func (s *Store) oneBackup(patience <-chan time.Time) (done func()) {
	select {
	case s.backing <- struct{}{}:
		return func() { <-s.backing }
	case <-patience:
		return func() {}
	}
}

// closeFile closes the file and gives up the lock, unless a backup is reading the file
// still: to close it would wait for that, so the end of the process has to do.
func (s *Store) closeFile() error {
	if !s.reading.TryLock() {
		return nil
	}
	defer s.reading.Unlock()
	if s.stuck == nil && s.verifyInPlace() != nil {
		_, _ = s.rescue(false) // the last place there is to write to
	}
	err := s.closeBolt()
	letGo(s.lock)
	return err
}

func backupPath(path string, now time.Time) string {
	return filepath.Join(backupDir(path), backupPrefix(path)+now.Format(backupDay))
}

func backupPrefix(path string) string {
	return strings.TrimSuffix(filepath.Base(path), ".db") + "-"
}

// dayOf is the day in the name of a backup. Files of other names in the folder are not
// ours to judge or delete.
func dayOf(path, name string) (time.Time, bool) {
	day, ours := strings.CutPrefix(name, backupPrefix(path))
	t, err := time.Parse(backupDay, day)
	return t, ours && err == nil
}

// thin removes the backups that are kept no longer, the fullest of a week last: the days
// in their names say only which are of one week. The one just made stays.
func (s *Store) thin(made string) error {
	all, err := Sources(s.path, s.opt, Backup)
	weeks := map[[2]int]bool{}
	for i, b := range all {
		year, number := b.Day.ISOWeek()
		week := [2]int{year, number}
		first := !weeks[week] && len(weeks) < keptWeeks
		if first {
			weeks[week] = true
		}
		if i < keptDays || first || b.Path == made || err != nil {
			continue
		}
		if err = os.Remove(b.Path); errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
	}
	if err != nil {
		return problem(errReadOnly, "An old backup of the notes could not be removed.",
			"The notes are saved, and so is today's backup.", "Check the folder of the backups.").because(err)
	}
	return nil
}

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
	_, unsound := readHeader(path) // the whole of it, since what is kept aside may be put back
	out.Sound = unsound == nil
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

func readHeader(backup string) (*seal.Header, error) {
	refused := func(code Code, what string) *Error { return unchanged(code, what, "Choose another backup.") }
	f, err := sound(backup)
	switch {
	case errors.Is(err, ErrAbsent):
		return nil, refused(ErrAbsent, "There is no backup of this name.").because(err)
	case err != nil && !errors.Is(err, ErrDamaged):
		return nil, err
	case err != nil || f.OneMeta || f.Fragile:
		return nil, refused(ErrDamaged, "This backup is damaged.")
	}
	h, err := seal.ParseHeader(f.Header)
	if err != nil {
		return nil, refused(ErrDamaged, "This backup's key slots are damaged.").because(err)
	}
	return h, nil
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
