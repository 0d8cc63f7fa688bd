package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
)

var errRefusedRescue = errors.New("not a rescue file")

// rescues are the rescue files of these notes, wherever they lie.
func (s *Store) rescues() []string {
	var out []string
	lasting, passing := rescuePlaces(s.path, s.opt)
	for _, place := range append(lasting, passing...) {
		for _, name := range rescueNames(place) {
			// Of other notes that were here: not ours to judge.
			if head, err := readBounded(name, len(rescueMagic)+idSize-1); err == nil && bytes.Equal(head, s.rescueHead()) {
				out = append(out, name)
			}
		}
	}
	return out
}

func (s *Store) rescueHead() []byte { return append([]byte(rescueMagic), s.header.store[:]...) }

// takeRescued puts what earlier sessions could not save into the notes, and
// removes a file once all of it is there. Notes that may not be these, or can't be
// written to, are left without: then the report says that something waits.
func (s *Store) takeRescued(r *Report) {
	names := s.rescues()
	if len(names) == 0 {
		return
	}
	left := func(name string) {
		r.add(Warning, "rescue-left", "A change that an earlier session could not save lies sealed in "+filepath.Base(name)+" and is not in the notes yet. It stays there until it can be taken in.")
	}
	gone, err := s.goneIDs()
	taken := 0
	for _, name := range names {
		if err != nil || s.stuck != nil || r.Worst() >= Loss {
			left(name)
			continue
		}
		n, err := s.takeFile(name, gone)
		taken += n
		if err != nil {
			left(name)
		}
	}
	if taken > 0 {
		r.add(Warning, "rescued", plural(taken, "change", "changes")+" that could not be saved when the notes were last locked had been kept aside, sealed. Nothing is lost: it is in your notes now.")
	}
}

// goneIDs are the records whose last line in the log says that they are no more.
func (s *Store) goneIDs() (map[recordID]bool, error) {
	lines, _, err := s.lines()
	if err != nil {
		return nil, err
	}
	out := map[recordID]bool{}
	for id, l := range lastLines(lines) {
		out[id] = l.ends()
	}
	return out, nil
}

// readRescue opens the records of a rescue file.
func (s *Store) readRescue(name string) ([]*item, error) {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxRescue {
		return nil, errRefusedRescue
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	b, ours := bytes.CutPrefix(b, s.rescueHead())
	if !ours {
		return nil, errRefusedRescue
	}
	var out []*item
	for len(b) > 0 {
		_, n, err := parseRecord(b)
		if err != nil {
			return out, err
		}
		e, plain, _, err := s.keys.open(s.header.store, placeRescue, b[:n])
		if err != nil {
			return out, err
		}
		b = b[n:]
		p, err := decodePayload(plain)
		if err != nil {
			return out, err
		}
		it := &item{id: e.id, revision: e.revision, schema: e.schema}
		it.decode(p)
		out = append(out, it)
	}
	return out, nil
}

// takeFile takes in what can be: one record that the disk refuses again keeps
// none of the others, and the file, which has it still, stays.
func (s *Store) takeFile(name string, gone map[recordID]bool) (int, error) {
	all, err := s.readRescue(name)
	errs := []error{err}
	taken := 0
	for _, it := range all {
		if gone[it.id] {
			continue // disposed of or discarded since
		}
		took, err := s.takeItem(it)
		if err != nil {
			s.forgetUnsaved(it.id)
			errs = append(errs, err)
			continue
		}
		if took {
			taken++
		}
	}
	if err := errors.Join(errs...); err != nil {
		return taken, err
	}
	return taken, os.Remove(name)
}

// takeItem saves a rescued record. Where the notes went on without it, it comes
// in beside theirs as a record of its own, with an id made of what it says, so
// that a file which can't be removed does not bring it twice.
func (s *Store) takeItem(it *item) (bool, error) {
	old := s.items[it.id]
	if old != nil && (old.revision >= it.revision || old.final() || old.kind != it.kind) {
		same, err := sameBody(old, it)
		if err != nil || same || it.record == nil {
			return false, err
		}
		id, err := besideID(it)
		if err != nil || s.items[id] != nil {
			return false, err
		}
		it = &item{id: id, kind: it.kind, hold: it.hold, why: it.why, record: versionBeside(it.record, id.String())}
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
