package store

import (
	"bytes"
	"runtime"
	"slices"
	"sync"

	"isspp/store/boltfile"
	"isspp/store/seal"

	bolt "go.etcd.io/bbolt"
)

// load reads every record of an open file into memory and holds them against the manifest. A record that does not
// open is a finding, not an error.
func (s *file) load(r *Report) error {
	var rawManifest []byte
	var raws [][]byte
	var keys []seal.ID
	err := guarded(func() error {
		return s.db.View(func(tx *bolt.Tx) error {
			head, notes := tx.Bucket(boltfile.HeadBucket), tx.Bucket(boltfile.NotesBucket)
			if head == nil || notes == nil {
				return damaged("The notes file lacks a part that isspp always writes.", nil)
			}
			rawManifest = bytes.Clone(head.Get(boltfile.ManifestKey))
			return notes.ForEach(func(k, v []byte) error {
				var id seal.ID
				copy(id[:], k)
				// Copied here, since the goroutines that open them are not guarded against a fault in the mapped
				// file.
				keys, raws = append(keys, id), append(raws, bytes.Clone(v))
				return nil
			})
		})
	})
	if err != nil {
		return placed(err)
	}
	if s.man, err = s.openManifest(rawManifest); err != nil {
		return err
	}
	s.fill(keys, raws, r)
	s.checkManifest(r)
	return nil
}

func (s *file) openManifest(raw []byte) (m manifest, err error) {
	e, plain, err := s.keys.Open(placeHead, raw)
	if err == nil && e.ID != manifestID {
		err = errManifest
	}
	if err == nil {
		m, err = decodeManifest(plain)
	}
	if err != nil {
		return m, damaged("The notes file is damaged: its own list of what belongs in it does not open.", err)
	}
	return m, nil
}

func (s *file) fill(keys []seal.ID, raws [][]byte, r *Report) {
	items, workers := make([]*item, len(raws)), runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for from := range workers {
		wg.Go(func() {
			for i := from; i < len(raws); i += workers {
				if it := openItem(s.keys, placeNotes, raws[i]); it != nil && it.id == keys[i] {
					items[i] = it
				}
			}
		})
	}
	wg.Wait()
	for i, it := range items {
		if it == nil {
			s.lost = append(s.lost, keys[i])
			continue
		}
		s.items[it.id] = it
		r.Records++
		if it.record == nil {
			r.Unknown++
		}
	}
}

func (s *file) checkManifest(r *Report) {
	var set setDigest
	d := digesterOf(s.keys)
	for _, it := range s.items {
		d.toggle(&set, it.id, it.revision, it.tag)
	}
	if len(s.lost) > 0 {
		slices.SortFunc(s.lost, func(a, b seal.ID) int { return bytes.Compare(a[:], b[:]) })
		r.add(Loss, "record-damaged", plural(len(s.lost), "record is", "records are")+" damaged and did not open.")
	}
	if uint64(len(s.items)) != s.man.count || set != s.man.digest {
		if len(s.lost) == 0 {
			r.add(Loss, "records-differ", "Records are missing, or older ones stand in their place.")
		}
		r.Lost = append(r.Lost, s.missing()...)
	}
	if r.Unknown > 0 {
		r.add(Remark, "newer-records", plural(r.Unknown, "record is", "records are")+
			" of a kind that this edition doesn't know. They are kept as they are.")
	}
}
