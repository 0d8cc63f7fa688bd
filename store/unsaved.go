package store

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"isspp/store/boltfile"
	"isspp/store/disk"
	"isspp/store/seal"
)

// Unsaved is how many records have a last change that the disk refused. They are
// kept in memory, sealed nowhere, until a save of them succeeds. It does not wait
// for a save under way: a screen may ask.
func (s *Store) Unsaved() int { return int(s.unsavedCount.Load()) }

// SaveUnsaved tries again to save what the disk refused, in the order of the
// refusals' records' ids. It is called before a lock and until it succeeds; nil
// means that nothing is left.
func (s *Store) SaveUnsaved() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.unsaved) > 0 {
		s.unstick()
	}
	var failed error
	for _, id := range slices.SortedFunc(maps.Keys(s.unsaved), compareIDs) {
		next := *s.unsaved[id] // the store may hold the very same one
		failed = cmp.Or(failed, s.save(&next, s.items[id]))
	}
	return failed
}

// unstick opens a file anew that did not open after a failed write: the stick is
// back in its place, the disk has room again.
func (s *Store) unstick() {
	if s.stuck == nil || s.keys == nil || s.db != nil || faulted(s.stuck) {
		return
	}
	was := s.stuck
	s.stuck = nil
	if s.reopen(was) != nil {
		return
	}
	if _, err := s.holds(s.man); err != nil {
		s.stuck = err
	}
}

func (s *Store) keepUnsaved(it *item, err error) {
	if errors.Is(err, errRefused) {
		return // not the disk: the same again would be refused again
	}
	s.unsaved[it.id] = it
	s.unsavedCount.Store(int64(len(s.unsaved)))
}

// forgetUnsaved is for a record that is saved by now, or that nobody wants any more.
func (s *Store) forgetUnsaved(id seal.ID) {
	delete(s.unsaved, id)
	s.unsavedCount.Store(int64(len(s.unsaved)))
}

// A rescue file holds, sealed with the notes' own key, the changes that the disk
// refused until the notes were closed:
//
//	magic(8) store(16) record …
//
// Its name is made of the notes' own number, so that it is found wherever the file of
// the notes has gone, and the next unlocking takes it in.
const (
	rescueMagic = "\x93ISSPRES"
	maxRescue   = 64 << 20
	placeRescue = seal.Place('u')
)

var errRefusedRescue = errors.New("not a rescue file")

func compareIDs(a, b seal.ID) int { return bytes.Compare(a[:], b[:]) }

// rescuePlaces are the files that changes may be put aside in: beside the notes, and
// beside what this computer remembers of them; and, passing, in a folder that may be
// emptied when the computer restarts.
func rescuePlaces(path string, opt Options, store seal.ID) (lasting []string, passing string) {
	name := "isspp-" + hex.EncodeToString(store[:6]) + ".unsaved"
	lasting = []string{filepath.Join(filepath.Dir(path), name)}
	if anchor := anchorPath(path, opt); anchor != "" {
		lasting = append(lasting, filepath.Join(filepath.Dir(anchor), name))
	}
	if run := os.Getenv("XDG_RUNTIME_DIR"); run != "" {
		return lasting, filepath.Join(run, name)
	}
	return lasting, filepath.Join(os.TempDir(), name)
}

func rescueHead(store seal.ID) []byte { return append([]byte(rescueMagic), store[:]...) }

// rescuesOf are the files of changes that were put aside, as far as can be seen without a
// key.
func rescuesOf(path string, opt Options, store seal.ID) []Source {
	var out []Source
	lasting, passing := rescuePlaces(path, opt, store)
	for _, name := range append(lasting, passing) {
		head, err := boltfile.Read(name, len(rescueMagic)+idSize-1)
		b := Source{Kind: Unsaved, Path: name, store: store}
		if err == nil && bytes.Equal(head, rescueHead(store)) && !slices.Contains(out, b) {
			out = append(out, b)
		}
	}
	return out
}

// waits says that changes lie aside, and where; empty where none do.
func waits(files []Source) string {
	if len(files) == 0 {
		return ""
	}
	where := make([]string, len(files))
	for i, f := range files {
		where[i] = filepath.Base(f.Path) + " in " + filepath.Dir(f.Path)
	}
	return "What an earlier session could not save lies sealed in " + strings.Join(where, " and ") +
		" and is not in the notes yet. It stays there until it can be imported."
}

// Rescue writes what is unsaved, sealed, to a file of its own where there is
// room, and returns its name; "" where nothing is unsaved. It is the last resort
// of a session that has to end. With anywhere it also takes a place that may be
// emptied when the computer restarts: better than none, if nobody can be asked.
func (s *Store) Rescue(anywhere bool) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.rescue(anywhere)
}

// rescue puts what is unsaved behind what lies aside already, in the first of the places
// that takes it.
func (s *Store) rescue(anywhere bool) (string, error) {
	if len(s.unsaved) == 0 || s.keys == nil {
		return "", nil
	}
	var sealed []byte
	for _, id := range slices.SortedFunc(maps.Keys(s.unsaved), compareIDs) {
		one, err := s.sealItem(placeRescue, s.unsaved[id])
		if err != nil {
			return "", err
		}
		sealed = append(sealed, one...)
	}
	places, passing := rescuePlaces(s.path, s.opt, s.header.Store)
	if anywhere {
		places = append(places, passing)
	}
	var failed error
	for _, name := range places {
		there, err := s.rescueBytes(name)
		if err == nil || errors.Is(err, fs.ErrNotExist) {
			err = disk.Write(name, slices.Concat(rescueHead(s.header.Store), there, sealed), disk.How{Private: true})
		}
		if err == nil {
			return name, nil
		}
		failed = errors.Join(failed, err)
	}
	return "", placed(failed)
}

func (s *file) rescueBytes(name string) ([]byte, error) {
	b, err := boltfile.Read(name, maxRescue)
	if err != nil {
		return nil, err
	}
	sealed, ours := bytes.CutPrefix(b, rescueHead(s.header.Store))
	if !ours || len(b) > maxRescue {
		return nil, errRefusedRescue
	}
	return sealed, nil
}

// readRescue opens the records of a rescue file. A damaged one costs none of the others.
func (s *file) readRescue(name string) (out []*item, err error) {
	b, err := s.rescueBytes(name)
	left := len(b)
	seal.EachRecord(b, func(_ seal.Envelope, raw []byte) bool {
		it := openItem(s.keys, placeRescue, raw)
		if it != nil {
			out, left = append(out, it), left-len(raw)
		}
		return it != nil
	})
	if left > 0 {
		err = seal.ErrUnsealed
	}
	return out, err
}

// takeRescued puts what earlier sessions could not save into the notes, and
// removes a file once all of it is there. Notes that may not be these, or can't be
// written to, are left without: then the report says that something waits.
func (s *Store) takeRescued(r *Report) {
	files, _ := s.sources(Unsaved)
	if len(files) == 0 {
		return
	}
	lines, _, unread := s.lines()
	last, taken := lastLines(lines), 0
	var left []Source
	for _, f := range files {
		if unread != nil || s.stuck != nil || s.anchorHeld {
			left = append(left, f)
			continue
		}
		all, err := s.readRescue(f.Path)
		whole := err == nil
		for _, it := range all {
			if last[it.id].ends() {
				continue // disposed of or discarded since
			}
			took, err := s.takeItem(it)
			if err != nil { // it keeps none of the others, and the file, which has it still, stays
				s.forgetUnsaved(it.id)
				whole = false
			} else if took {
				taken++
			}
		}
		if !whole || os.Remove(f.Path) != nil {
			left = append(left, f)
		}
	}
	if len(left) > 0 {
		r.add(Warning, "rescue-left", waits(left))
	}
	if taken > 0 {
		r.add(Warning, "rescued", plural(taken, "change", "changes")+" that could not be saved when the notes were "+
			"last locked had been kept aside, sealed. Nothing is lost: it is in your notes now.")
	}
}

// takeItem saves a rescued record. Where the notes went on without it, it comes
// in beside theirs as a record of its own, so that a file which can't be removed does not
// bring it twice.
func (s *Store) takeItem(it *item) (bool, error) {
	old := s.items[it.id]
	if old == nil || old.revision < it.revision && !old.final() && old.kind == it.kind {
		return true, s.save(it, old)
	}
	if sameBody(old, it) {
		return false, nil
	}
	other, err := it.beside()
	if err != nil || other == nil || s.items[other.id] != nil {
		return false, err
	}
	return true, s.save(other, nil)
}
