package store

import (
	"bytes"
	"errors"
	"testing"

	bolt "go.etcd.io/bbolt"

	"isspp/model"
	"isspp/store/boltfile"
)

// Somebody without the key changes the file with a database tool.
func TestARecordTakenAwaySwappedOrPutBackIsNamed(t *testing.T) {
	t.Parallel()
	type file struct {
		a, b, older []byte // the records' keys, and a's former content
	}
	for name, c := range map[string]struct {
		do   func(b *bolt.Bucket, f file) error
		code string
		lost int
	}{
		"taken away":     {func(b *bolt.Bucket, f file) error { return b.Delete(f.a) }, "records-differ", 1},
		"older put back": {func(b *bolt.Bucket, f file) error { return b.Put(f.a, f.older) }, "records-differ", 1},
		"one over another": {
			func(b *bolt.Bucket, f file) error { return b.Put(f.a, bytes.Clone(b.Get(f.b))) },
			"record-damaged", 1,
		},
		"under a new key": {func(b *bolt.Bucket, f file) error {
			return b.Put(make([]byte, idSize),
				bytes.Clone(b.Get(f.b)))
		}, "record-damaged", 0},
		"swapped": {func(b *bolt.Bucket, f file) error {
			x, y := bytes.Clone(b.Get(f.a)), bytes.Clone(b.Get(f.b))
			return errors.Join(b.Put(f.a, y), b.Put(f.b, x))
		}, "record-damaged", 2},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := newNotes(t)
			first, second := &model.Walkthrough{Ref: "1"}, &model.Walkthrough{Ref: "2"}
			mustSave(t, s, first)
			mustSave(t, s, second)
			f := file{a: s.itemID(t, first.ID), b: s.itemID(t, second.ID)}
			var err error
			if f.older, err = s.get(boltfile.NotesBucket, f.a); err != nil {
				t.Fatal(err)
			}
			mustSave(t, s, first)
			err = s.db.Update(func(tx *bolt.Tx) error { return c.do(tx.Bucket(boltfile.NotesBucket), f) })
			if err != nil {
				t.Fatal(err)
			}
			s, r := again(t, s)
			if !r.Has(c.code) || r.Worst() != Loss || len(r.Lost) != c.lost {
				t.Fatalf("%+v", r)
			}
			if v, err := s.Verify(); err != nil || v.Worst() != Loss {
				t.Fatal(v, err)
			}
			if _, err := s.Backup("", false); !errors.Is(err, ErrDamaged) {
				t.Fatal(err)
			}
		})
	}
}
