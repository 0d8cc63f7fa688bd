package store

import (
	"bytes"
	"errors"
	"fmt"

	"isspp/store/boltfile"
	"isspp/store/disk"
	"isspp/store/seal"

	bolt "go.etcd.io/bbolt"
)

// newBeside makes a proved file of notes under a temporary name beside path: what fill puts
// into it and, where there is one, a change upon that. It must not be older than the notes
// that s is of.
func (s *file) newBeside(path string, fill func(to *bolt.DB) error, ch *change) (part string, m manifest, err error) {
	f, err := disk.Temp(path)
	if err != nil {
		return "", m, err
	}
	part = f.Name()
	defer func() {
		if err != nil && !faulted(err) {
			remove(part)
		}
	}()
	if err = f.Close(); err != nil {
		return part, m, err
	}
	to, err := openBolt(part, false)
	if err != nil {
		return part, m, err
	}
	to.NoSync = true // flushed once, at the end
	c := s.like(part, to)
	c.items = s.items
	m = s.man
	err = guarded(func() error { return fill(to) })
	if err == nil && ch != nil {
		var pairs []pair
		m, pairs = c.next(ch)
		err = c.write(pairs)
	}
	if err == nil {
		err = guarded(to.Sync)
	}
	if err = c.finish(err); err == nil {
		err = boltfile.Trim(part)
	}
	if err == nil {
		err = c.prove(part, m.seq)
	}
	return part, m, err
}

// finish closes a file after its last use. Where bbolt failed in the middle that would
// wait for ever.
func (s *file) finish(err error) error {
	if faulted(err) {
		return err
	}
	return errors.Join(err, s.close())
}

func copied(from *bolt.DB, leave func(bucket, key []byte) bool) func(to *bolt.DB) error {
	return func(to *bolt.DB) error { return boltfile.Copy(to, from, leave) }
}

// prove opens a copy as unlocking would and reads everything in it: the key
// slots, each record against the manifest, and the log. It must not be older
// than transaction least.
func (s *file) prove(name string, least uint64) (err error) {
	db, flight, err := openSound(name, true)
	if err != nil {
		return err
	}
	c := s.like(name, db)
	defer func() { err = c.finish(err) }()
	if h, err := seal.ParseHeader(flight.Header); err != nil || !h.Authentic(s.keys) {
		return damaged("The copy's key slots are not whole.", err)
	}
	var r Report
	if _, err := c.examine(&r); err != nil {
		return err
	}
	if r.Worst() == Loss || flight.OneMeta || flight.Fragile || c.man.seq < least {
		return damaged(fmt.Sprintf("The copy is not whole: %d findings.", len(r.Findings)), nil)
	}
	return nil
}

// without makes a proved copy of the file with a change in it, in which nothing is left of
// what the change takes away or replaces: bbolt keeps deleted bytes in the pages that they
// stood in.
func (s *file) without(ch *change) (part string, m manifest, err error) {
	drops := map[seal.ID]bool{}
	for _, it := range ch.drops {
		drops[it.id] = true
	}
	leave := func(bucket, key []byte) bool {
		if bytes.Equal(bucket, boltfile.NotesBucket) {
			return len(key) == idSize && drops[seal.ID(key)]
		}
		return bytes.Equal(key, boltfile.ManifestKey) || bytes.Equal(key, boltfile.HeaderKey) && ch.header != nil
	}
	return s.newBeside(s.path, copied(s.db, leave), ch)
}

// replaceWith puts a copy of the notes with a change in it in their place: the file is
// as it was, or has the change and nothing of what that took away. The file is closed
// before it is replaced, since Windows replaces no open one; if that fails the old one
// is opened again and nothing is lost.
func (s *Store) replaceWith(ch *change) error {
	part, m, err := s.without(ch)
	if err != nil {
		if faulted(err) {
			s.stuck = err
		}
		return err
	}
	defer remove(part)
	if err := s.closeBolt(); err != nil {
		return err
	}
	s.db = nil
	replaced := s.opt.replace(part, s.path)
	if replaced == nil {
		s.adopt(ch, m)
	}
	if err := s.reopen(replaced); err != nil {
		return err
	}
	return replaced
}
