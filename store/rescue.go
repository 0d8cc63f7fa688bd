package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// A rescue file holds, sealed with the notes' own key, the changes that the disk
// refused when the session had to end with nobody there to ask:
//
//	magic(8) store(16) record …
//
// It lies wherever there was still room, and the next unlocking takes it in.
const (
	rescueMagic = "\x93ISSPRES"
	maxRescue   = 64 << 20
	placeRescue = place('u')
)

func compareIDs(a, b recordID) int { return bytes.Compare(a[:], b[:]) }

// rescuePlaces are the files that a rescue may lie in, best first: beside the
// notes and beside the anchor; and, passing, in the folder of the login and in
// that for temporary files, which may be emptied when the computer restarts.
func rescuePlaces(path string, opt Options) (lasting, passing []string) {
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	sum := sha256.Sum256([]byte(abs))
	name := "isspp-" + hex.EncodeToString(sum[:6]) + ".unsaved"
	lasting = []string{path + ".unsaved"}
	if anchor := anchorPath(path, opt); anchor != "" {
		lasting = append(lasting, filepath.Join(filepath.Dir(anchor), name))
	}
	if run := os.Getenv("XDG_RUNTIME_DIR"); run != "" {
		passing = append(passing, filepath.Join(run, name))
	}
	return lasting, append(passing, filepath.Join(os.TempDir(), name))
}

// Rescue writes what is unsaved, sealed, to a file of its own where there is
// room, and returns its name; "" where nothing is unsaved. It is the last resort
// of a session that has to end. With anywhere it also takes a place that may be
// emptied when the computer restarts: better than none, if nobody can be asked.
func (s *Store) Rescue(anywhere bool) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.unsaved) == 0 || s.keys == nil {
		return "", nil
	}
	b := append([]byte(rescueMagic), s.header.store[:]...)
	for _, id := range slices.SortedFunc(maps.Keys(s.unsaved), compareIDs) {
		it := s.unsaved[id]
		body, err := it.encode()
		if err != nil {
			continue
		}
		p := payload{kind: it.kind, hold: it.hold, why: it.why, body: body}
		b = append(b, s.keys.seal(s.header.store, placeRescue, envelope{it.id, it.revision, noteSchema}, p.encode())...)
	}
	var errs []error
	places, passing := rescuePlaces(s.path, s.opt)
	if anywhere {
		places = append(places, passing...)
	}
	for _, name := range places {
		err := writeWhole(name, b)
		if err == nil {
			return name, nil
		}
		errs = append(errs, err)
	}
	return "", placed(errors.Join(errs...))
}

// takeRescued puts what an earlier session could not save into the notes, and
// removes the file once it is there.
func (s *Store) takeRescued(r *Report) {
	taken := 0
	lasting, passing := rescuePlaces(s.path, s.opt)
	for _, name := range append(lasting, passing...) {
		b, err := readBounded(name, 0)
		if err != nil || len(b) == 0 {
			continue
		}
		n, err := s.takeFile(name)
		taken += n
		if err != nil {
			r.add(Warning, "rescue-left", "A change that an earlier session could not save lies sealed in "+filepath.Base(name)+" and could not be taken in yet. It is kept there.")
			continue
		}
	}
	if taken > 0 {
		r.add(Warning, "rescued", plural(taken, "change", "changes")+" that the disk refused when the notes were last locked had been kept aside, sealed. Nothing is lost: it is in your notes now.")
	}
}

func (s *Store) takeFile(name string) (int, error) {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxRescue {
		return 0, errRefusedRescue
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return 0, err
	}
	head := append([]byte(rescueMagic), s.header.store[:]...)
	if !bytes.HasPrefix(b, head) {
		return 0, nil // of other notes: not ours to judge
	}
	taken := 0
	for b = b[len(head):]; len(b) > 0; {
		_, n, err := parseRecord(b)
		if err != nil {
			return taken, err
		}
		e, plain, _, err := s.keys.open(s.header.store, placeRescue, b[:n])
		if err != nil {
			return taken, err
		}
		b = b[n:]
		p, err := decodePayload(plain)
		if err != nil {
			return taken, err
		}
		it := &item{id: e.id, revision: e.revision, schema: e.schema}
		it.decode(p)
		took, err := s.takeItem(it)
		if err != nil {
			return taken, err
		}
		if took {
			taken++
		}
	}
	return taken, os.Remove(name)
}

var errRefusedRescue = errors.New("not a rescue file")

// takeItem saves a rescued record. Where the notes went on without it, it comes
// in beside theirs as a record of its own.
func (s *Store) takeItem(it *item) (bool, error) {
	old := s.items[it.id]
	if old != nil && (old.revision >= it.revision || old.final() || old.kind != it.kind) {
		same, err := sameBody(old, it)
		if err != nil || same || it.record == nil {
			return false, err
		}
		var fresh recordID
		random(fresh[:])
		it = &item{id: fresh, kind: it.kind, hold: it.hold, why: it.why, record: versionBeside(it.record, fresh.String())}
		old = nil
	}
	return true, s.save(it, old)
}

func sameBody(a, b *item) (bool, error) {
	x, err := a.encode()
	if err != nil {
		return false, err
	}
	y, err := b.encode()
	return bytes.Equal(x, y), err
}
