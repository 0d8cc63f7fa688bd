package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"isspp/model"
	"isspp/store/boltfile"
)

// spoil changes the bytes of closed notes.
func spoil(t *testing.T, s *Store, change func(b []byte) []byte) []byte {
	t.Helper()
	b, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	b = change(b)
	if err := os.WriteFile(s.path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return b
}

// noMetas destroys both opening pages.
func noMetas(b []byte) []byte {
	clear(b[:2*boltfile.PageSize])
	return b
}

func mustSalvage(t *testing.T, s *Store) *Report {
	t.Helper()
	r, err := Salvage(s.path, Passphrase([]byte(words)), s.opt, true)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// verifyFile checks a file as the command does: what unlocking found, and what is found
// on reading it again; of a file whose structure is refused, what a rebuilding would give.
func verifyFile(path string, secret Secret, opt Options) (*Report, error) {
	opt.ReadOnly = true
	s, opened, err := unlock(path, secret, opt)
	if Rebuildable(err) {
		r, serr := Salvage(path, secret, opt, false)
		if serr == nil {
			r.Findings = slices.Insert(r.Findings, 0, Finding{Loss, "structure", As(err).What})
		}
		return r, serr
	}
	if err != nil {
		return nil, err
	}
	defer closeQuietly(s)
	r, err := s.Verify()
	if err == nil {
		r.Findings = append(r.Findings, opened.Findings...)
	}
	return r, err
}

// unlocked opens notes that were closed.
func unlocked(t *testing.T, s *Store) (*Store, *Report) {
	t.Helper()
	s, r, err := unlock(s.path, Passphrase([]byte(words)), s.opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeQuietly(s) })
	return s, r
}

func TestEveryRecordComesBackWithBothOpeningPagesDestroyed(t *testing.T) {
	t.Parallel()
	s, _ := filled(t, 1000)
	gone := &model.Walkthrough{Ref: "discarded"}
	mustSave(t, s, gone)
	kept := &model.Walkthrough{Ref: "first text"}
	mustSave(t, s, kept)
	kept.Ref = "last text"
	mustSave(t, s, kept)
	if err := s.DiscardWalkthrough(gone.ID); err != nil {
		t.Fatal(err)
	}
	closeQuietly(s)
	before := spoil(t, s, noMetas)
	if _, _, err := unlock(s.path, Passphrase([]byte(words)), s.opt); !errors.Is(err, ErrDamaged) {
		t.Fatal(err)
	}
	survey, err := Salvage(s.path, Passphrase([]byte(words)), s.opt, false)
	if err != nil || survey.Records != 1001 || !survey.Has("whole") {
		t.Fatalf("%+v %v", survey, err)
	}
	r := mustSalvage(t, s)
	if r.Records != 1001 || len(r.Lost) != 0 || !r.Has("whole") || r.Worst() != Warning {
		t.Fatalf("%+v", r)
	}
	if b, err := os.ReadFile(r.Aside); err != nil || !bytes.Equal(b, before) {
		t.Fatal("the damaged file was not kept as it was", err)
	}
	s, rep := unlocked(t, s)
	clean(t, rep)
	if w := s.Walkthroughs(); len(w) != 1 || w[0].Ref != "last text" {
		t.Fatalf("%+v", w)
	}
	if v, err := s.Verify(); err != nil || !v.OK() {
		t.Fatalf("%+v %v", v, err)
	}
	lines, err := s.History()
	if last := lines[len(lines)-1]; err != nil || last.Action != Repaired ||
		!strings.HasPrefix(last.Reason, "1001 records kept, 0 lost") {
		t.Fatalf("%+v %v", last, err)
	}
	mustSave(t, s, kept) // the file goes on
	_, rep = again(t, s)
	clean(t, rep)
}

func TestWhatSalvageCannotReadComesFromABackupOrIsNamed(t *testing.T) {
	t.Parallel()
	s, c := dated(t)
	backedUp, changed, lost := &model.Walkthrough{Ref: "in the backup"}, &model.Walkthrough{Ref: "older in the backup"},
		&model.Walkthrough{Ref: "nowhere"}
	mustSave(t, s, backedUp)
	mustSave(t, s, changed)
	backup := mustBackUp(t, s)
	c.at = c.at.AddDate(0, 0, 1)
	mustSave(t, s, changed)
	mustSave(t, s, lost)
	closeQuietly(s)
	spoil(t, s, func(b []byte) []byte {
		for _, w := range []*model.Walkthrough{backedUp, changed, lost} {
			head := append([]byte(recordMagic), recordFormat)
			head = append(head, s.itemBytes(t, w.ID)...)
			for at := 0; ; { // every copy, in free pages too
				i := bytes.Index(b[at:], head)
				if i < 0 {
					break
				}
				b[at+i+recordFixed+nonceSize] ^= 1
				at += i + 1
			}
		}
		return noMetas(b)
	})
	r := mustSalvage(t, s)
	if len(r.FromBackup) != 1 || r.FromBackup[0].ID != backedUp.ID || r.FromBackup[0].Backup != backup {
		t.Errorf("from the backup: %+v", r.FromBackup)
	}
	byID := map[string]LostRecord{}
	for _, l := range r.Lost {
		byID[l.ID] = l
	}
	if l := byID[changed.ID]; l.Backup != backup || l.Kept != 1 || l.Revision != 2 || !l.Older() {
		t.Errorf("older in the backup: %+v", l)
	}
	if l := byID[lost.ID]; l.Backup != "" || l.Kept != 0 || l.Kind != kindWalkthrough || len(r.Lost) != 2 {
		t.Errorf("nowhere: %+v", l)
	}
	if r.Worst() != Loss {
		t.Errorf("%+v", r)
	}
	s, rep := unlocked(t, s)
	if len(s.Walkthroughs()) != 2 || !rep.Has("rebuilt-short") || len(s.Gaps()) != 1 {
		t.Fatal(s.Walkthroughs(), rep)
	}
	if v, err := s.Verify(); err != nil || v.Worst() != Loss || len(v.Lost) != 2 {
		t.Fatalf("rebuilt without two records, and then called sound: %+v %v", v, err)
	}
	s, rep = again(t, s)
	if !rep.Has("rebuilt-short") {
		t.Fatalf("forgotten: %+v", rep)
	}
	if err := s.AcceptOlder(); err != nil || len(s.Gaps()) != 0 {
		t.Fatal(err, s.Gaps())
	}
	_, rep = again(t, s)
	clean(t, rep)
}

func (s *Store) itemBytes(t *testing.T, id string) []byte {
	t.Helper()
	rid, err := parseID(id)
	if err != nil {
		t.Fatal(err)
	}
	return rid[:]
}

func TestAGapInTheLogIsKnownAfterASalvageAndALaterOneIsFound(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	w := &model.Walkthrough{Ref: "R"}
	for range 6 {
		mustSave(t, s, w)
	}
	raw, err := s.get(boltfile.HeadBucket, lineKey(3))
	if err != nil {
		t.Fatal(err)
	}
	closeQuietly(s)
	spoil(t, s, func(b []byte) []byte {
		for i := bytes.Index(b, raw); i >= 0; i = bytes.Index(b, raw) {
			b[i+60] ^= 1
		}
		return noMetas(b)
	})
	if r := mustSalvage(t, s); !r.Has("record-doubt") {
		t.Fatalf("nothing says that a line is gone: %+v", r)
	}
	s, rep := unlocked(t, s)
	if !rep.Has("rebuilt-doubt") {
		t.Fatalf("the gap is forgotten: %+v", rep)
	}
	if err := s.AcceptOlder(); err != nil {
		t.Fatal(err)
	}
	if v, err := s.Verify(); err != nil || !v.OK() {
		t.Fatalf("%+v %v", v, err)
	}
	mustSave(t, s, w)
	s, rep = again(t, s)
	clean(t, rep)
	for _, n := range []uint64{2, 6} { // one more line goes, before or within the rest
		err := s.db.Update(func(tx *bolt.Tx) error { return tx.Bucket(boltfile.HeadBucket).Delete(lineKey(n)) })
		if err != nil {
			t.Fatal(err)
		}
		if v, err := s.Verify(); err != nil || !v.Has("log-damaged") {
			t.Fatalf("line %d: %+v %v", n, v, err)
		}
	}
}

func TestSalvageWithoutKeysOrNotesChangesNothing(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	closeQuietly(s)
	good, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	keys, err := os.ReadFile(sidePath(s.path))
	if err != nil {
		t.Fatal(err)
	}
	newer := slices.Clone(keys)
	newer[9] = headerFormat + 1
	sum := sha256.Sum256(newer[:len(newer)-hashSize])
	copy(newer[len(newer)-hashSize:], sum[:])
	for name, c := range map[string]struct {
		file, keys []byte
		secret     string
		class      error
	}{
		"wrong passphrase":  {noMetas(slices.Clone(good)), keys, "wrong", ErrWrongSecret},
		"nothing in it":     {make([]byte, 5*boltfile.PageSize), keys, words, ErrDamaged},
		"no bytes":          {nil, keys, words, ErrDamaged},
		"no keys anywhere":  {make([]byte, 5*boltfile.PageSize), nil, words, ErrDamaged},
		"another sort":      {[]byte(strings.Repeat("a letter. ", 2000)), nil, words, errNotAStore},
		"keys from a newer": {make([]byte, 5*boltfile.PageSize), newer, words, errNewerFormat},
	} {
		if err := errors.Join(os.WriteFile(s.path, c.file, 0o600),
			os.WriteFile(sidePath(s.path), c.keys, 0o600)); err != nil {
			t.Fatal(err)
		}
		before := everything(t, filepath.Dir(s.path))
		r, err := Salvage(s.path, Passphrase([]byte(c.secret)), s.opt, true)
		if !errors.Is(err, c.class) || r != nil {
			t.Errorf("%s: %+v %v", name, r, err)
		}
		if withoutLock(everything(t, filepath.Dir(s.path))) != withoutLock(before) {
			t.Errorf("%s: something was changed", name)
		}
	}
}

func TestKeySlotsAreFoundInTheBytesOrInABackup(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	mustBackUp(t, s)
	closeQuietly(s)
	if err := os.Remove(sidePath(s.path)); err != nil {
		t.Fatal(err)
	}
	spoil(t, s, noMetas)
	if r := mustSalvage(t, s); r.Records != 1 {
		t.Fatalf("%+v", r)
	}
	if err := os.Remove(sidePath(s.path)); err != nil {
		t.Fatal(err)
	}
	spoil(t, s, func(b []byte) []byte { return bytes.ReplaceAll(noMetas(b), []byte(headerMagic), make([]byte, 8)) })
	if r := mustSalvage(t, s); r.Records != 1 {
		t.Fatalf("%+v", r)
	}
	s, r := unlocked(t, s)
	clean(t, r)
	if len(s.Walkthroughs()) != 1 {
		t.Fatal("gone")
	}
}

func TestVerifyingAFileTellsItsStateInWordsAndJSON(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "PRIVATE"})
	closeQuietly(s)
	before, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	r, err := verifyFile(s.path, Passphrase([]byte(words)), s.opt)
	if err != nil || !r.OK() || r.Records != 1 || r.Lines != 2 {
		t.Fatalf("%+v %v", r, err)
	}
	if after, err := os.ReadFile(s.path); err != nil || !bytes.Equal(before, after) {
		t.Fatal("verifying changed the file", err)
	}
	if _, err := verifyFile(s.path, Passphrase([]byte("wrong")), s.opt); !errors.Is(err, ErrWrongSecret) {
		t.Fatal(err)
	}
	spoil(t, s, noMetas)
	r, err = verifyFile(s.path, Passphrase([]byte(words)), s.opt)
	if err != nil || r.OK() || !r.Salvaged || r.Records != 1 || r.Findings[0].Code != "structure" {
		t.Fatalf("%+v %v", r, err)
	}
	out, err := json.Marshal(r)
	if err != nil || !strings.Contains(string(out), `{"severity":"loss","code":"structure"`) ||
		strings.Contains(string(out), "PRIVATE") {
		t.Fatalf("%s %v", out, err)
	}
}
