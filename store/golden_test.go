package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	bolt "go.etcd.io/bbolt"

	"isspp/model"
	"isspp/store/boltfile"
)

// goldenText is what is in a golden file, as the models write it.
type goldenText struct {
	Walkthroughs []model.Walkthrough
	Notes        []model.FactorNote
	Entries      []model.ConcernEntry
	Recovery     string
}

// golden copies the notes of a format, which stay as they were written, to be
// opened by every later edition.
func golden(t *testing.T, format string) (path string, want goldenText) {
	t.Helper()
	from := filepath.Join("testdata", format)
	dir := folder(t)
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(from, "text.json"))
	if err == nil {
		err = json.Unmarshal(b, &want)
	}
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "notes.db"), want
}

func TestNotesOfEveryFormatOpenAndGoOn(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"format-1"} {
		path, want := golden(t, format)
		opt := testOptions(filepath.Dir(path))
		opt.Costs = nil // they were written by the program
		key, err := ParseRecoveryKey(want.Recovery)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range []Secret{Passphrase([]byte(words)), Recovery(key)} {
			s, r, err := unlock(path, secret, opt)
			if err != nil {
				t.Fatal(err)
			}
			clean(t, r)
			have := goldenText{s.Walkthroughs(), s.FactorNotes(), s.ConcernEntries(), want.Recovery}
			a, err := json.Marshal(have)
			b, err2 := json.Marshal(want)
			if err := errors.Join(err, err2); err != nil || !bytes.Equal(a, b) {
				t.Fatalf("%s holds\n%s\nand not\n%s\n%v", format, a, b, err)
			}
			if v, err := s.Verify(); err != nil || !v.OK() || v.Lines != 10 {
				t.Fatalf("%+v %v", v, err)
			}
			closeQuietly(s)
		}
		s, _, err := unlock(path, Recovery(key), opt)
		if err != nil {
			t.Fatal(err)
		}
		mustSave(t, s, &model.Walkthrough{Ref: "on"})
		s, r := again(t, s)
		clean(t, r)
		closeQuietly(s)
		spoil(t, s, noMetas)
		if r := mustSalvage(t, s); r.Records != len(want.Walkthroughs)+len(want.Notes)+len(want.Entries)+1 {
			t.Fatalf("%+v", r)
		}
	}
}

// There is one format so far, so nothing is migrated; what a newer edition
// wrote must come through this one unharmed.
func TestRecordsOfANewerSchemaAreKeptAsTheyAre(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	it := &item{
		id: newID(), revision: 1, schema: noteSchema + 1,
		payload: payload{kind: kindWalkthrough, body: []byte("of a shape to come")},
	}
	other := &item{id: newID(), revision: 1, schema: noteSchema, payload: payload{kind: "a kind to come", body: []byte("{}")}}
	var c change
	if err := errors.Join(s.prepare(&c, it, Saved, ""), s.prepare(&c, other, Saved, "")); err != nil {
		t.Fatal(err)
	}
	if err := s.commit(&c); err != nil {
		t.Fatal(err)
	}
	sealed, err := s.get(boltfile.NotesBucket, it.id[:])
	if err != nil {
		t.Fatal(err)
	}
	s, r := again(t, s)
	if !r.Has("newer-records") || r.Unknown != 2 || !r.OK() {
		t.Fatalf("%+v", r)
	}
	mine := &model.Walkthrough{ID: it.id.String(), Ref: "over it"}
	if err := s.SaveWalkthrough(mine); !errors.Is(err, errRefused) {
		t.Fatal(err)
	}
	mustBackUp(t, s)
	closeQuietly(s)
	spoil(t, s, noMetas)
	if r := mustSalvage(t, s); r.Records != 3 || r.Unknown != 2 {
		t.Fatalf("%+v", r)
	}
	s, _ = unlocked(t, s)
	if now, err := s.get(boltfile.NotesBucket, it.id[:]); err != nil || !bytes.Equal(now, sealed) {
		t.Fatal("the newer record was changed", err)
	}
}

func TestARecordOfANewerFormatIsNamedAndLeftAsItIs(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	w := &model.Walkthrough{Ref: "R"}
	mustSave(t, s, w)
	mustSave(t, s, &model.Walkthrough{Ref: "other"})
	var newer []byte
	err := s.db.Update(func(tx *bolt.Tx) error {
		b := tx.Bucket(boltfile.NotesBucket)
		newer = slices.Clone(b.Get(s.itemID(t, w.ID)))
		newer[6] = recordFormat + 1
		return b.Put(s.itemID(t, w.ID), newer)
	})
	if err != nil {
		t.Fatal(err)
	}
	s, r := again(t, s)
	if r.Worst() != Loss || len(s.Walkthroughs()) != 1 {
		t.Fatalf("%+v", r)
	}
	if now, err := s.get(boltfile.NotesBucket, s.itemID(t, w.ID)); err != nil || !bytes.Equal(now, newer) {
		t.Fatal("it was changed", err)
	}
}
