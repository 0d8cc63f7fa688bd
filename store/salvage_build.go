package store

import (
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// wreckStep is how many records go into one transaction of a rebuilt file.
const wreckStep = 2000

// writeWreck makes a file of what was chosen beside the notes, with a line of
// the log that says so. Records and lines go in sealed as they were found.
func (s *Store) writeWreck(w *wreck, r *Report) (string, error) {
	f, err := temporary(s.path)
	if err != nil {
		return "", err
	}
	name := f.Name()
	if err := f.Close(); err != nil {
		return name, err
	}
	db, err := openBolt(name, false)
	if err != nil {
		return name, err
	}
	db.NoSync = true // flushed once, at the end
	s.db = db
	err = guarded(func() error { return db.Update(makeBuckets) })
	if err == nil {
		err = s.fillWreck(w)
	}
	if err == nil {
		err = s.closeWreck(w, r)
	}
	if err == nil {
		err = guarded(db.Sync)
	}
	return name, errors.Join(err, s.closeBolt())
}

// fillWreck puts in the records and lines.
func (s *Store) fillWreck(w *wreck) error {
	type pair struct{ bucket, key, value []byte }
	all := make([]pair, 0, len(w.kept)+len(w.log))
	for id, f := range w.kept {
		all = append(all, pair{bucketNotes, id[:], f.raw})
	}
	for _, l := range w.log {
		all = append(all, pair{bucketHead, lineKey(l.line.Seq), l.raw})
	}
	for len(all) > 0 {
		part := all[:min(wreckStep, len(all))]
		all = all[len(part):]
		err := guarded(func() error {
			return s.db.Update(func(tx *bolt.Tx) error {
				for _, p := range part {
					if err := tx.Bucket(p.bucket).Put(p.key, p.value); err != nil {
						return err
					}
				}
				return nil
			})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// closeWreck adds the line about the rebuilding and the manifest over all.
func (s *Store) closeWreck(w *wreck, r *Report) error {
	m := manifest{seq: w.seq, count: uint64(len(w.kept)), lost: w.lost, doubt: w.doubt || w.man.doubt || w.man.lost > 0}
	d := s.keys.digester()
	for _, f := range w.kept {
		d.toggle(&m.digest, f.id, f.revision, f.item.tag)
	}
	m.lines = w.man.lines
	if n := len(w.log); n > 0 {
		last := w.log[n-1]
		m.lines, m.head = max(m.lines, last.line.Seq), last.hash
	}
	if !w.whole {
		hashes := make([][hashSize]byte, len(w.log))
		for i := range w.log {
			hashes[i] = w.log[i].hash
		}
		m.head = s.keys.gapHash(hashes)
	}
	s.man = m
	reason := fmt.Sprintf("%s kept, %d lost or older, %d from another file", plural(len(w.kept), "record", "records"), len(r.Lost), len(r.FromBackup))
	c := &change{lines: []Line{{Action: Repaired, Reason: reason}}, header: s.header}
	next, lines := s.next(c)
	if err := s.write(c, next, lines); err != nil {
		return err
	}
	s.man = next
	return nil
}

// gapHash stands for the lines that were left when the log had lost some. A
// line about a rebuilding follows it instead of its predecessor's hash, so
// that the gap is known from then on and nothing more can go missing before it.
func (k *subkeys) gapHash(left [][hashSize]byte) [hashSize]byte {
	h := hmac.New(sha256.New, k.log)
	h.Write([]byte("gap"))
	for i := range left {
		h.Write(left[i][:])
	}
	var out [hashSize]byte
	h.Sum(out[:0])
	return out
}
