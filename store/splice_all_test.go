package store

import (
	"bytes"
	"encoding/binary"
	"os"
	"testing"

	bolt "go.etcd.io/bbolt"

	"isspp/model"
	"isspp/store/boltfile"
	"isspp/store/seal"
)

// sealedAll is every record of open notes, sealed, with its key.
func sealedAll(t *testing.T, s *Store) (keys []seal.ID, raws [][]byte) {
	t.Helper()
	err := s.db.View(func(tx *bolt.Tx) error {
		return tx.Bucket(boltfile.NotesBucket).ForEach(func(k, v []byte) error {
			keys, raws = append(keys, seal.ID(k)), append(raws, bytes.Clone(v))
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return keys, raws
}

// walkAll reads every byte of both buckets, as loading does.
func (s *Store) walkAll() error {
	return guarded(func() error {
		return s.db.View(func(tx *bolt.Tx) error {
			return tx.ForEach(func(_ []byte, b *bolt.Bucket) error {
				return b.ForEach(func(k, v []byte) error {
					_, _ = bytes.Clone(k), bytes.Clone(v)
					return nil
				})
			})
		})
	})
}

// judgedAs is what unlocking would say of these records.
func (s *Store) judgedAs(keys []seal.ID, raws [][]byte) *Report {
	o := s.like(s.path, s.db)
	var r Report
	o.fill(keys, raws, &r)
	o.checkManifest(&r)
	return &r
}

func TestEveryPairOfRecordsSwappedReplayedOrLeftOutIsNoticed(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	notes := make([]*model.FactorNote, min(50, max(16, counted(50))))
	for i := range notes {
		notes[i] = &model.FactorNote{Body: "first"}
		if err := s.SaveFactorNote(notes[i]); err != nil {
			t.Fatal(err)
		}
	}
	_, old := sealedAll(t, s)
	for _, n := range notes {
		n.Body = "later"
		if err := s.SaveFactorNote(n); err != nil {
			t.Fatal(err)
		}
	}
	keys, raws := sealedAll(t, s)
	if r := s.judgedAs(keys, raws); !r.OK() {
		t.Fatalf("%+v", r)
	}
	tries := 0
	noticed := func(what string, i, j int, raws [][]byte) {
		tries++
		if r := s.judgedAs(keys, raws); r.Worst() != Loss {
			t.Errorf("%s, %d and %d: %+v", what, i, j, r)
		}
	}
	for i := range raws {
		was := raws[i]
		raws[i] = old[i]
		noticed("an older one put back", i, i, raws)
		raws[i] = was
		for j := range raws {
			if i == j {
				continue
			}
			raws[i] = raws[j]
			noticed("one over another", i, j, raws)
			raws[i] = was
			if i < j {
				raws[i], raws[j] = raws[j], raws[i]
				noticed("swapped", i, j, raws)
				raws[i], raws[j] = raws[j], raws[i]
				wasJ := raws[j]
				raws[i], raws[j] = old[i], old[j]
				noticed("two older ones put back", i, j, raws)
				raws[i], raws[j] = was, wasJ
			}
		}
	}
	for i := range raws {
		fewer := append(append([][]byte{}, raws[:i]...), raws[i+1:]...)
		ids := append(append([]seal.ID{}, keys[:i]...), keys[i+1:]...)
		tries++
		if r := s.judgedAs(ids, fewer); r.Worst() != Loss || len(r.Lost) != 1 || r.Lost[0].ID != keys[i].String() {
			t.Errorf("left out %d: %+v", i, r)
		}
	}
	t.Logf("%d changes, each noticed", tries)
}

func TestNothingThatARecordIsBoundToCanBeChanged(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	other, _ := newNotes(t)
	w := &model.Walkthrough{Ref: "R"}
	mustSave(t, s, w)
	raw, err := s.get(boltfile.NotesBucket, s.itemID(t, w.ID))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.keys.Open(placeNotes, raw); err != nil {
		t.Fatal(err)
	}
	for at := range raw {
		for bit := range 8 {
			b := bytes.Clone(raw)
			b[at] ^= 1 << bit
			if _, _, err := s.keys.Open(placeNotes, b); err == nil {
				t.Fatalf("byte %d, bit %d may be changed", at, bit)
			}
		}
	}
	for field, b := range map[string][]byte{
		"id":       withField(raw, 7, bytes.Repeat([]byte{7}, idSize)),
		"revision": withField(raw, 23, binary.BigEndian.AppendUint64(nil, 2)),
		"schema":   withField(raw, 31, []byte{0, 2}),
	} {
		if _, _, err := s.keys.Open(placeNotes, b); err == nil {
			t.Errorf("its %s may be changed", field)
		}
	}
	if _, _, err := s.keys.Open(placeHead, raw); err == nil {
		t.Error("it may be moved to the other bucket")
	}
	moved, taken := *s.keys, *other.keys
	moved.Store, taken.Store = other.header.Store, s.header.Store
	if _, _, err := moved.Open(placeNotes, raw); err == nil {
		t.Error("it may be said to be another store's")
	}
	if _, _, err := taken.Open(placeNotes, raw); err == nil {
		t.Error("it opens with another store's key")
	}
}

func withField(b []byte, at int, field []byte) []byte {
	b = bytes.Clone(b)
	copy(b[at:], field)
	return b
}

func TestAnOlderFileOrAnotherStoresBackupInTheirPlaceIsNoticed(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	closeQuietly(s)
	older, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	s, _ = unlocked(t, s)
	for range 3 {
		mustSave(t, s, &model.Walkthrough{Ref: "R"})
	}
	closeQuietly(s)
	spoil(t, s, func([]byte) []byte { return older })
	s, r := unlocked(t, s)
	if !r.Has("older-file") || r.Worst() != Loss || s.ReadOnly() != nil {
		t.Fatalf("%+v", r)
	}
	closeQuietly(s)
	others, _ := dated(t)
	mustSave(t, others, &model.Walkthrough{Ref: "theirs"})
	closeQuietly(others)
	theirs, err := os.ReadFile(others.path)
	if err != nil {
		t.Fatal(err)
	}
	spoil(t, s, func([]byte) []byte { return theirs })
	_, r, err = unlock(s.path, Passphrase([]byte(words)), s.opt)
	if err != nil || !r.Has("other-store") || r.OK() {
		t.Fatalf("%+v %v", r, err)
	}
}

// Every byte of the key slots in the file is destroyed in turn; in the release
// every bit. The side file opens the notes, and without it a backup.
func TestKeySlotsDestroyedAnywhereAreReadFromTheirCopies(t *testing.T) {
	t.Parallel()
	s, c := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	mustBackUp(t, s)
	key := renewed(t, s)
	c.at = c.at.AddDate(0, 0, 1)
	mustBackUp(t, s)
	closeQuietly(s)
	whole, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	side, err := os.ReadFile(sidePath(s.path))
	if err != nil {
		t.Fatal(err)
	}
	bits, step := []int{0xff}, 1
	if times() == 0 {
		step = 4
	}
	if release() {
		bits = []int{1, 2, 4, 8, 16, 32, 64, 128}
	}
	tries := 0
	slots := s.header.Encode()
	for at := 0; at < len(slots); at += step {
		for _, bit := range bits {
			tries++
			b := bytes.Clone(whole)
			for i := 0; ; {
				n := bytes.Index(b[i:], slots)
				if n < 0 {
					break
				}
				b[i+n+at] ^= byte(bit)
				i += n + 1
			}
			if err := os.WriteFile(s.path, b, 0o600); err != nil {
				t.Fatal(err)
			}
			opt := s.opt
			opt.ReadOnly = true
			again, r, err := unlock(s.path, Recovery(key), opt)
			if err != nil || !r.Has("keys-damaged") || len(again.Walkthroughs()) != 1 {
				t.Fatalf("byte %d: %+v %v", at, r, err)
			}
			closeQuietly(again)
			if at%16 != 0 {
				continue
			}
			if err := os.Remove(sidePath(s.path)); err != nil {
				t.Fatal(err)
			}
			if r, err := Salvage(s.path, Recovery(key), opt, false); err != nil || r.Records != 1 {
				t.Fatalf("byte %d, without the side file: %+v %v", at, r, err)
			}
			if err := os.WriteFile(sidePath(s.path), side, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("%d places, each opened", tries)
}

// renewed renews the recovery key, so that a test needs no derivation.
func renewed(t *testing.T, s *Store) RecoveryKey {
	t.Helper()
	key := NewRecoveryKey()
	if err := s.RenewRecovery(Passphrase([]byte(words)), key); err != nil {
		t.Fatal(err)
	}
	return key
}
