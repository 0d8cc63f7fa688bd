package store

import (
	"errors"
	"slices"

	"isspp/store/boltfile"
	"isspp/store/seal"

	bolt "go.etcd.io/bbolt"
)

// change is one transaction in the making: records to put and to take away, and the log's lines about them. Nothing
// in the store's memory changes until it is on the disk.
type change struct {
	puts, drops []*item
	lines       []Line
	// sealed are the records to put, as they are written.
	sealed []pair
	// header, when set, replaces the file's header.
	header *seal.Header
	// settles takes the notes for the right ones, whatever is known to be missing.
	settles bool
	// after is a transaction that this one is to come after.
	after uint64
}

// pair is a value under a key in a bucket; nil takes the key away.
type pair struct{ bucket, key, value []byte }

func (s *file) prepare(c *change, it *item, action Action, reason string) error {
	sealed, err := s.sealItem(placeNotes, it)
	if err != nil {
		return err
	}
	it.tag = seal.TagOf(sealed)
	c.puts, c.sealed = append(c.puts, it), append(c.sealed, pair{boltfile.NotesBucket, it.id[:], sealed})
	c.lines = append(c.lines, linesOf([]*item{it}, action, reason)...)
	return nil
}

func (s *file) sealItem(in seal.Place, it *item) ([]byte, error) {
	body, err := it.encode()
	if err != nil {
		return nil, unchanged(errRefused, "The note could not be put into its stored form.", "").because(err)
	}
	p := it.payload
	p.body = body
	plain := p.pack()
	if len(plain) > seal.MaxRecord {
		return nil, problem(errRefused, "The note is longer than 8 MB.", "What was saved before is safe.",
			"Split it into two notes.")
	}
	return s.keys.Seal(in, seal.Envelope{ID: it.id, Revision: it.revision, Schema: it.schema}, plain), nil
}

// next is the manifest after c, and all that is to be written.
func (s *file) next(c *change) (manifest, []pair) {
	m, h, out := s.man, s.header, slices.Clone(c.sealed)
	m.seq = max(m.seq, c.after) + 1
	if c.header != nil {
		h = c.header
		out = append(out, pair{boltfile.HeadBucket, boltfile.HeaderKey, h.Encode()})
	}
	m.generation, m.keys = h.Generation, h.MAC
	if c.settles {
		m.lost, m.doubt = 0, false
	}
	d := digesterOf(s.keys)
	take := func(it *item) {
		d.toggle(&m.digest, it.id, it.revision, it.tag)
		m.count--
	}
	for _, it := range c.puts {
		if old := s.items[it.id]; old != nil {
			take(old)
		}
		d.toggle(&m.digest, it.id, it.revision, it.tag)
		m.count++
	}
	for _, it := range c.drops {
		take(it)
		out = append(out, pair{boltfile.NotesBucket, it.id[:], nil})
	}
	now := s.opt.now()
	for i := range c.lines {
		l := &c.lines[i]
		m.lines++
		l.Seq, l.Time, l.Run, l.prev = m.lines, now, s.run, m.head
		plain := l.encode()
		m.head = lineHash(s.keys, plain)
		e := seal.Envelope{ID: lineID(l.Seq), Revision: l.Seq, Schema: lineSchema}
		out = append(out, pair{boltfile.HeadBucket, lineKey(l.Seq), s.keys.Seal(placeHead, e, plain)})
	}
	e := seal.Envelope{ID: manifestID, Revision: m.seq, Schema: manifestSchema}
	return m, append(out, pair{boltfile.HeadBucket, boltfile.ManifestKey, s.keys.Seal(placeHead, e, m.encode())})
}

// commit makes c last: one transaction, one flush. When the disk refuses, the file is opened anew, since bbolt may
// not go on after a failure, and the change is tried once more.
func (s *Store) commit(c *change) error {
	s.unstick()
	if s.stuck != nil {
		return s.stuck
	}
	if err := s.verifyInPlace(); err != nil {
		return placed(err)
	}
	if s.returned != "" {
		c.lines = append(c.lines, Line{Action: Repaired, Reason: s.returned})
	}
	m, pairs := s.next(c)
	if err := s.persist(c, m, pairs); err != nil {
		if faulted(err) {
			s.stuck = err
		}
		return placed(err)
	}
	s.adopt(c, m)
	s.measure()
	s.returned = ""
	return nil
}

// persist writes c. Where the disk refuses, the file is opened anew and c is written once more, even where it seems
// to be there already: what a failed flush left in the system's memory may never reach the disk, and only pages
// written anew are flushed by the next. Where it is refused again the person is told, and the file as it is read then
// is the truth, since the next save builds on it.
func (s *Store) persist(c *change, m manifest, pairs []pair) (err error) {
	there := false
	for range 2 {
		if err = s.write(pairs); err == nil || faulted(err) {
			return err
		}
		if rerr := s.reopen(err); rerr != nil {
			return rerr
		}
		var herr error
		if there, herr = s.holds(m); herr != nil {
			return herr
		}
	}
	if there {
		s.adopt(c, m)
	}
	return err
}

func (s *file) write(pairs []pair) error {
	return guarded(func() error { return putAll(s.db, pairs) })
}

func putAll(db *bolt.DB, pairs []pair) error {
	return db.Update(func(tx *bolt.Tx) (err error) {
		for _, p := range pairs {
			if p.value == nil {
				err = tx.Bucket(p.bucket).Delete(p.key)
			} else {
				err = tx.Bucket(p.bucket).Put(p.key, p.value)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// adopt takes a change that is on the disk into memory.
func (s *Store) adopt(c *change, m manifest) {
	s.man = m
	for _, it := range c.puts {
		s.items[it.id] = it
		s.session[it.id] = true
	}
	for _, it := range c.drops {
		delete(s.items, it.id)
	}
	if c.header != nil {
		s.header = c.header
	}
	s.writeAnchor()
}

func (s *Store) reopen(cause error) error {
	if err := s.closeBolt(); err != nil && faulted(err) {
		return err
	}
	flight, err := s.open(false)
	if err == nil && flight.Fragile {
		err = errors.Join(fragileError(), s.close())
	}
	if err != nil {
		s.stuck = reopenError(cause, err)
		return s.stuck
	}
	return nil
}

// reopenError is for a file that did not open again; the next change tries it. On Windows a file that must grow to be
// opened, as a compacted one, needs room.
func reopenError(cause, err error) error {
	e := &Error{
		Code: errReadOnly, Cause: errors.Join(cause, err),
		What: "The notes can't be saved any more: after a failed write the file did not open again.",
		Safe: "Everything saved before is in the file or its backups.",
		Do:   "Keep this window open and copy what is not yet saved, then lock and unlock.",
	}
	if isFull(err) {
		e.Code, e.What = errFull, "The disk is full, and the notes file can't be opened without free space."
		e.Safe, e.Do = "Everything saved before is in the file.",
			"Keep this window open and free some space, then save again."
	}
	return e
}

// holds reports whether the file's manifest is m; it must otherwise be the one that the store knows.
func (s *Store) holds(m manifest) (bool, error) {
	raw, err := s.get(boltfile.HeadBucket, boltfile.ManifestKey)
	if err != nil {
		return false, err
	}
	there, err := s.openManifest(raw)
	if err == nil && there != m && there != s.man {
		err = damaged("Another program changed the notes file.", nil)
	}
	return there == m, err
}
