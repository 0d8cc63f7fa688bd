package store

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// rebuildStep is how many records go into one transaction of a rebuilt file.
const rebuildStep = 2000

// filled fills a file with what was chosen: records and lines go in sealed as they were
// found.
func (w *rebuilding) filled(to *bolt.DB) error {
	type pair struct{ bucket, key, value []byte }
	all := make([]pair, 0, len(w.kept)+len(w.log)+len(w.values))
	for id, f := range w.kept {
		all = append(all, pair{bucketNotes, id[:], f.raw})
	}
	for _, l := range w.log {
		all = append(all, pair{bucketHead, lineKey(l.line.Seq), l.raw})
	}
	for id, v := range w.values {
		all = append(all, pair{bucketHead, id[idSize-1:], v.raw})
	}
	err := makeBuckets(to)
	for len(all) > 0 && err == nil {
		part := all[:min(rebuildStep, len(all))]
		all = all[len(part):]
		err = to.Update(func(tx *bolt.Tx) error {
			for _, p := range part {
				if err := tx.Bucket(p.bucket).Put(p.key, p.value); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return err
}

// closing is the manifest over all that was chosen, before the line that says so.
func (s *Store) closing(w *rebuilding) manifest {
	m := manifest{seq: w.seq, count: uint64(len(w.kept)), lines: w.man.lines, lost: w.lost, doubt: w.doubt ||
		w.man.doubt || w.man.lost > 0}
	d := s.keys.digester()
	for _, f := range w.kept {
		d.toggle(&m.digest, f.id, f.revision, f.item.tag)
	}
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
	return m
}

// mended is the change that says in the log what a rebuilding gave.
func (s *Store) mended(w *rebuilding, r *Report) *change {
	reason := fmt.Sprintf("%s kept, %d lost or older, %d from another file", plural(len(w.kept), "record", "records"),
		len(r.Lost), len(r.FromBackup))
	return &change{lines: []Line{{Action: Repaired, Reason: reason}}, header: s.header}
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
