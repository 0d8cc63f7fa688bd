package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"isspp/model"
	"isspp/store/boltfile"
)

// dated is notes whose clock the test moves.
func dated(t *testing.T) (*Store, *clock) {
	t.Helper()
	return datedIn(t, quickDir(t))
}

func datedIn(t *testing.T, dir string) (*Store, *clock) {
	t.Helper()
	opt := testOptions(dir)
	c := &clock{time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC)}
	opt.Now = c.now
	s, _, err := Create(filepath.Join(dir, "data", "notes.db"), []byte(words), opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeQuietly(s) })
	return s, c
}

func mustBackUp(t *testing.T, s *Store) string {
	t.Helper()
	name, err := s.Backup("", false)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func TestTheFirstChangeOfADayIsBackedUpAndOpensByItself(t *testing.T) {
	t.Parallel()
	s, c := dated(t)
	gone := &model.Walkthrough{Ref: "discarded"}
	mustSave(t, s, gone)
	kept := &model.Walkthrough{Ref: "kept"}
	mustSave(t, s, kept)
	sealed, err := s.get(boltfile.NotesBucket, s.itemID(t, gone.ID))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.DiscardWalkthrough(gone.ID); err != nil {
		t.Fatal(err)
	}
	name := mustBackUp(t, s)
	if filepath.Base(name) != "notes-2026-09-01.db" {
		t.Fatal(name)
	}
	mustSave(t, s, &model.Walkthrough{Ref: "later"})
	if second := mustBackUp(t, s); second != "" {
		t.Fatal("a second backup on one day: " + second)
	}
	c.at = c.at.AddDate(0, 0, 1)
	if next := mustBackUp(t, s); next == "" {
		t.Fatal("no backup on the next day")
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(b, sealed) {
		t.Fatal("what was discarded was carried along")
	}
	info, err := os.Stat(name)
	if err != nil || info.Mode().Perm() != 0o600 && os.PathSeparator == '/' {
		t.Fatal(info, err)
	}
	copied := filepath.Join(folder(t), "notes.db")
	if err := os.WriteFile(copied, b, 0o600); err != nil {
		t.Fatal(err)
	}
	other, r, err := unlock(copied, Passphrase([]byte(words)), testOptions(folder(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(other)
	clean(t, r)
	if w := other.Walkthroughs(); len(w) != 1 || w[0].Ref != "kept" {
		t.Fatalf("%+v", w)
	}
	noLeftovers(t, name)
}

func (s *Store) itemID(t *testing.T, id string) []byte {
	t.Helper()
	rid, err := parseID(id)
	if err != nil {
		t.Fatal(err)
	}
	return rid[:]
}

func TestSevenDaysAndEightWeeksOfBackupsStay(t *testing.T) {
	t.Parallel()
	s, c := dated(t)
	theirs := filepath.Join(backupDir(s.path), "my own copy.db")
	if err := os.MkdirAll(backupDir(s.path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(theirs, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 75 {
		mustBackUp(t, s)
		c.at = c.at.AddDate(0, 0, 1)
	}
	all, err := Sources(s.path, s.opt, Backup)
	if err != nil {
		t.Fatal(err)
	}
	var days []string
	for _, b := range all {
		days = append(days, b.Day.Format("Mon 2 Jan"))
	}
	// The last day was Saturday 14 November.
	want := "Sat 14 Nov, Fri 13 Nov, Thu 12 Nov, Wed 11 Nov, Tue 10 Nov, Mon 9 Nov, Sun 8 Nov, Sun 1 Nov, Sun 25 " +
		"Oct, Sun 18 Oct, Sun 11 Oct, Sun 4 Oct, Sun 27 Sep"
	if got := strings.Join(days, ", "); got != want {
		t.Fatalf("kept: %s", got)
	}
	if _, err := os.Stat(theirs); err != nil {
		t.Fatal("a file that isspp did not make was removed")
	}
}

func TestABackupThatFailsIsToldAndLeavesTheNotesAlone(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	if err := os.WriteFile(backupDir(s.path), []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	_, err := s.Backup("", false)
	if !errors.Is(err, errReadOnly) || !strings.Contains(err.Error(), "The notes themselves are saved.") {
		t.Fatal(err)
	}
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	s, r := again(t, s)
	clean(t, r)
	if len(s.Walkthroughs()) != 2 {
		t.Fatal("a walkthrough is gone")
	}
}

func TestDamagedNotesAreNotBackedUpOverGoodBackups(t *testing.T) {
	t.Parallel()
	s, c := dated(t)
	w := &model.Walkthrough{Ref: "R"}
	mustSave(t, s, w)
	mustSave(t, s, &model.Walkthrough{Ref: "other"})
	good := mustBackUp(t, s)
	spoilRecord(t, s, w.ID)
	c.at = c.at.AddDate(0, 0, 1)
	s, r := again(t, s)
	if !r.Has("record-damaged") || len(s.Walkthroughs()) != 1 {
		t.Fatalf("%+v", r)
	}
	if len(r.Lost) != 1 || r.Lost[0].ID != w.ID || r.Lost[0].Backup != good {
		t.Fatalf("the report does not say which backup has it: %+v", r.Lost)
	}
	if _, err := s.Backup("", false); !errors.Is(err, ErrDamaged) {
		t.Fatal(err)
	}
	all, err := Sources(s.path, s.opt, Backup)
	if err != nil || len(all) != 1 || all[0].Path != good {
		t.Fatal(all, err)
	}
	noLeftovers(t, good)
}

func TestALostRecordIsNamedWithTheVersionThatABackupHas(t *testing.T) {
	t.Parallel()
	for name, changed := range map[string]bool{"the same": false, "an older one": true} {
		t.Run(name, func(t *testing.T) {
			s, _ := dated(t)
			w := &model.Walkthrough{Ref: "R"}
			mustSave(t, s, w)
			backup := mustBackUp(t, s)
			if changed {
				w.Ref = "R2"
				mustSave(t, s, w)
			}
			spoilRecord(t, s, w.ID)
			s, r := again(t, s)
			v, err := s.Verify()
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range []*Report{r, v} {
				if len(r.Lost) != 1 || r.Lost[0].Backup != backup || r.Lost[0].Older() != changed {
					t.Errorf("%+v", r.Lost)
				}
			}
		})
	}
}

// spoilRecord changes a sealed record.
func spoilRecord(t *testing.T, s *Store, id string) {
	t.Helper()
	err := s.db.Update(func(tx *bolt.Tx) error {
		b := tx.Bucket(boltfile.NotesBucket)
		v := bytes.Clone(b.Get(s.itemID(t, id)))
		v[len(v)-1] ^= 1
		return b.Put(s.itemID(t, id), v)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestSavingGoesOnBesideABackup(t *testing.T) {
	t.Parallel()
	s, c := dated(t)
	for range 200 {
		mustSave(t, s, &model.Walkthrough{Ref: "R", Draft: model.Draft{Text: strings.Repeat("x", 3000)}})
	}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 8 {
			if _, err := s.Backup("", false); err != nil {
				t.Error(err)
			}
		}
	})
	for i := range 100 {
		mustSave(t, s, &model.Walkthrough{Ref: fmt.Sprint(i)})
	}
	wg.Wait()
	c.at = c.at.AddDate(0, 0, 1)
	mustBackUp(t, s)
	s, r := again(t, s)
	clean(t, r)
	if len(s.Walkthroughs()) != 300 {
		t.Fatal(len(s.Walkthroughs()))
	}
}

func TestRestoringSetsThePresentFileAside(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "backed up"})
	backup := mustBackUp(t, s)
	mustSave(t, s, &model.Walkthrough{Ref: "since then"})
	if _, err := Restore(s.path, backup, s.opt); !errors.Is(err, ErrInUse) {
		t.Fatalf("restored over open notes: %v", err)
	}
	closeQuietly(s)
	present, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	present = present[:len(present)/3] // a file that no longer opens
	if err := os.WriteFile(s.path, present, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := unlock(s.path, Passphrase([]byte(words)), s.opt); !errors.Is(err, ErrDamaged) ||
		!strings.Contains(err.Error(), "The backup that holds most is of 1 September 2026: notes-2026-09-01.db") {
		t.Fatal(err)
	}
	was, err := Restore(s.path, backup, s.opt)
	if err != nil || was.Sound {
		t.Fatal(was, err)
	}
	if b, err := os.ReadFile(was.Aside); err != nil || !bytes.Equal(b, present) {
		t.Fatal("the present file was not kept", was, err)
	}
	s, r := again(t, s)
	if w := s.Walkthroughs(); len(w) != 1 || w[0].Ref != "backed up" {
		t.Fatalf("%+v", w)
	}
	if !r.Has("older-file") {
		t.Fatalf("nothing says that these are older: %+v", r)
	}
	if err := s.AcceptOlder(); err != nil {
		t.Fatal(err)
	}
	s, r = again(t, s)
	clean(t, r)
	noLeftovers(t, s.path)
	closeQuietly(s)
	if err := os.Remove(s.path); err != nil { // restored where there is nothing at all
		t.Fatal(err)
	}
	if was, err := Restore(s.path, backup, s.opt); err != nil || was.Aside != "" {
		t.Fatal(was, err)
	}
	again(t, s)
}

func TestABadBackupIsRefusedAndNothingChanges(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	backup := mustBackUp(t, s)
	closeQuietly(s)
	good, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		content []byte
		class   error
	}{
		"cut":     {good[:3*boltfile.PageSize], ErrDamaged},
		"meta":    {append([]byte{0xff, 0xff, 0xff, 0xff}, slices.Repeat([]byte{1}, 5000)...), errNotAStore},
		"text":    {[]byte("a letter"), errNotAStore},
		"no file": {nil, ErrAbsent},
	} {
		bad := filepath.Join(folder(t), "bad.db")
		if c.content != nil {
			if err := os.WriteFile(bad, c.content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		before := everything(t, filepath.Dir(s.path))
		if was, err := Restore(s.path, bad, s.opt); !errors.Is(err, c.class) || was.Aside != "" {
			t.Errorf("%s: %+v %v", name, was, err)
		}
		if everything(t, filepath.Dir(s.path)) != before {
			t.Errorf("%s: something was changed", name)
		}
	}
}

func TestABackupIsAtMostTwiceThePlainText(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	r := rand.New(rand.NewPCG(1, 2))
	var c change
	plain := 0
	for range 5000 {
		it := &item{id: newID(), revision: 1, schema: noteSchema, payload: payload{kind: kindFactorNote}}
		it.record = &model.FactorNote{ID: it.id.String(), About: "protective/child/hobbies", Body: text(r, 1024)}
		body, err := it.encode()
		if err != nil {
			t.Fatal(err)
		}
		plain += len(body)
		if err := s.prepare(&c, it, Saved, ""); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.commit(&c); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(mustBackUp(t, s))
	if err != nil || info.Size() > int64(2*plain) {
		t.Fatalf("%d bytes for %d of plain text, %v", info.Size(), plain, err)
	}
	t.Logf("%.2f times the plain text", float64(info.Size())/float64(plain))
}
