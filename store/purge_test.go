package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/model"
	"isspp/store/boltfile"
	"isspp/store/disk"
	"isspp/store/seal"
)

// bytesOf is every byte of every file in a folder and below.
func bytesOf(t *testing.T, dir string) []byte {
	t.Helper()
	var all []byte
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		all = append(all, b...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// sealedBytes are the sealed bytes of a record as they lie in the file.
func (s *Store) sealedBytes(t *testing.T, id string) []byte {
	t.Helper()
	raw, err := s.get(boltfile.NotesBucket, s.itemID(t, id))
	if err != nil || len(raw) == 0 {
		t.Fatal(err)
	}
	return raw[recordFixed:]
}

// walked puts n walkthroughs under each of two references into the notes, or
// writes each of them anew, in few large transactions.
func walked(t *testing.T, s *Store, n int, ids []seal.ID, text string) []seal.ID {
	t.Helper()
	fresh := ids == nil
	for from := 0; from < 2*n; from += 1000 {
		var c change
		for i := from; i < min(2*n, from+1000); i++ {
			if fresh {
				ids = append(ids, newID())
			}
			it := &item{id: ids[i], revision: 1, schema: noteSchema, payload: payload{kind: kindWalkthrough}}
			if old := s.items[ids[i]]; old != nil {
				it.revision = old.revision + 1
			}
			it.record = &model.Walkthrough{
				ID: ids[i].String(), Ref: []string{"ref 1 ", "REF 2"}[i%2],
				Draft: model.Draft{Text: fmt.Sprint(text, i)},
			}
			if err := s.prepare(&c, it, Saved, ""); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.commit(&c); err != nil {
			t.Fatal(err)
		}
	}
	return ids
}

func TestWhatIsDisposedOfIsInNoFileAnyMore(t *testing.T) {
	t.Parallel()
	n := counted(1000)
	s, c := datedIn(t, quickDir(t))
	gone := newMarks()
	goes := func(it *item) bool { return it.record.Head().Ref == "ref 1 " }
	ids := walked(t, s, n, nil, "words ")
	gone.addAll(t, s, goes)
	mustBackUp(t, s)
	ids = walked(t, s, n, ids, "and more ")
	gone.addAll(t, s, goes)
	c.at = c.at.AddDate(0, 0, 1)
	mustBackUp(t, s)
	backup, err := s.Backup("", true)
	if err != nil {
		t.Fatal(err)
	}
	closeQuietly(s)
	if _, err := Restore(s.path, backup, s.opt); err != nil { // sets a file aside
		t.Fatal(err)
	}
	s, _, err = unlock(s.path, Passphrase([]byte(words)), s.opt)
	if err != nil {
		t.Fatal(err)
	}
	walked(t, s, n, ids, "and again ")
	gone.addAll(t, s, goes)
	if found := gone.in(bytesOf(t, filepath.Dir(s.path))); len(found) != n {
		t.Fatalf("the search finds only %d of %d before", len(found), n)
	}
	d, err := s.Purge("REF 1", "", "kept long enough")
	if err != nil || d.Records != n || len(d.Untouched) != 0 || len(d.Rewritten) < 3 {
		t.Fatalf("%d records, %v rewritten, %v untouched, %v", d.Records, d.Rewritten, d.Untouched, err)
	}
	if found := gone.in(bytesOf(t, filepath.Dir(s.path))); len(found) != 0 {
		t.Errorf("%d are still in a file", len(found))
	}
	mustSave(t, s, &model.Walkthrough{Ref: "REF 3"})
	s, r := again(t, s)
	clean(t, r)
	if have := len(s.Walkthroughs()); have != n+1 {
		t.Errorf("%d walkthroughs are left", have)
	}
	lines, err := s.History()
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, l := range lines {
		if l.Action == Purged && l.Reason == "kept long enough" && l.Record != "" {
			told++
		}
	}
	if told != n {
		t.Errorf("%d lines tell of it", told)
	}
	backups, err := Sources(s.path, s.opt, Backup)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range backups {
		if r, err := verifyFile(b.Path, Passphrase([]byte(words)),
			Options{Costs: cheap, Anchor: filepath.Join(folder(t), "none")}); err != nil || r.Worst() == Loss {
			t.Errorf("%s: %v, %+v", b.Path, err, r)
		}
	}
	noLeftovers(t, s.path)
	t.Logf("%d records disposed of in %d files, no part of any left", n, 1+len(d.Rewritten))
}

func TestAHoldKeepsWhatIsDueUntilItIsLifted(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	w := &model.Walkthrough{Ref: "R"}
	mustSave(t, s, w)
	w.Finished = s.opt.now()
	mustSave(t, s, w)
	if _, err := s.Hold("R", "", " ", true); !errors.Is(err, errRefused) {
		t.Fatal(err)
	}
	if n, err := s.Hold("r", "", "an inquiry", true); err != nil || n != 1 {
		t.Fatal(n, err)
	}
	if n, err := s.Hold("R", "", "an inquiry", true); err != nil || n != 0 {
		t.Fatal("a second time:", n, err)
	}
	if _, err := s.Purge("R", "", "old"); !errors.Is(err, errOnHold) || len(s.Walkthroughs()) != 1 {
		t.Fatal(err)
	}
	s, r := again(t, s)
	clean(t, r)
	if k := s.References(); len(k) != 1 || !k[0].Held || k[0].Why != "an inquiry" {
		t.Fatalf("%+v", k)
	}
	if n, err := s.Hold("R", "", "the inquiry is over", false); err != nil || n != 1 {
		t.Fatal(n, err)
	}
	if _, err := s.Purge("R", "", ""); !errors.Is(err, errRefused) {
		t.Fatal(err)
	}
	if _, err := s.Purge("nobody", "", "old"); !errors.Is(err, ErrAbsent) {
		t.Fatal(err)
	}
	if d, err := s.Purge("", w.ID, "old"); err != nil || d.Records != 1 {
		t.Fatal(d, err)
	}
	lines, err := s.History()
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, l := range lines {
		if l.Reason != "" {
			told = append(told, l.Action.String()+": "+l.Reason)
		}
	}
	if got := strings.Join(told, "; "); got != "put on hold: an inquiry; hold lifted: the inquiry is over; disposed "+
		"of: old" {
		t.Error(got)
	}
}

// keepOut makes a disk that lets no file be put in the place of one.
func keepOut(s *Store, name string) {
	s.opt.move = func(from, to string) error {
		if to == name {
			return fs.ErrPermission
		}
		return disk.Replace(from, to)
	}
}

func TestADisposalThatCantBePutInPlaceChangesNothing(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	keepOut(s, s.path)
	if _, err := s.Purge("R", "", "old"); err == nil || !strings.Contains(err.Error(), "as they were") {
		t.Fatal(err)
	}
	mustSave(t, s, &model.Walkthrough{Ref: "S"})
	noLeftovers(t, s.path)
	s.opt.move = nil
	s, r := again(t, s)
	clean(t, r)
	if len(s.Walkthroughs()) != 2 {
		t.Error(len(s.Walkthroughs()))
	}
}

func TestABackupOfOtherNotesIsLeftAndNamed(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	name := mustBackUp(t, s)
	if err := os.WriteFile(name, []byte("not a backup at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := s.Purge("R", "", "old")
	if err != nil || len(d.Untouched) != 1 || d.Untouched[0].Path != name ||
		!strings.Contains(d.Untouched[0].Why, "not a file of isspp") {
		t.Fatalf("%+v, %v", d, err)
	}
}

func TestADraftThatIsInABackupAloneIsDisposedOfToo(t *testing.T) {
	t.Parallel()
	s, c := dated(t)
	draft := &model.Walkthrough{Ref: "REF 1", Draft: model.Draft{Text: "discarded later"}}
	other := &model.Walkthrough{Ref: "REF 2", Draft: model.Draft{Text: "of another reference"}}
	mustSave(t, s, draft)
	mustSave(t, s, other)
	gone, stays := s.sealedBytes(t, draft.ID), s.sealedBytes(t, other.ID)
	mustBackUp(t, s)
	c.at = c.at.AddDate(0, 0, 1)
	for _, id := range []string{draft.ID, other.ID} {
		if err := s.DiscardWalkthrough(id); err != nil {
			t.Fatal(err)
		}
	}
	d, err := s.Purge("ref 1", "", "kept long enough")
	if err != nil || d.Records != 0 || len(d.Rewritten) != 1 {
		t.Fatalf("%+v, %v", d, err)
	}
	backups := bytesOf(t, backupDir(s.path))
	if bytes.Contains(backups, gone) {
		t.Error("the draft is still in the backup")
	}
	if !bytes.Contains(backups, stays) {
		t.Error("the backup lost a draft of another reference")
	}
	if _, err := s.Purge("REF 1", "", "again"); !errors.Is(err, ErrAbsent) {
		t.Error(err)
	}
	_, r := again(t, s)
	clean(t, r)
}

func TestWhatIsNewerThanABackupThatWasPutBackIsDisposedOfToo(t *testing.T) {
	t.Parallel()
	s, c := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "REF 1", Draft: model.Draft{Text: "old"}})
	backup := mustBackUp(t, s)
	c.at = c.at.AddDate(0, 0, 1)
	later := &model.Walkthrough{Ref: "REF 1", Draft: model.Draft{Text: "later"}}
	mustSave(t, s, later)
	mark := s.sealedBytes(t, later.ID)
	closeQuietly(s)
	was, err := Restore(s.path, backup, s.opt)
	if err != nil {
		t.Fatal(err)
	}
	s, _, err = unlock(s.path, Passphrase([]byte(words)), s.opt)
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(s)
	d, err := s.Purge("REF 1", "", "kept long enough")
	if err != nil || d.Records != 1 {
		t.Fatalf("%+v, %v", d, err)
	}
	if raw, err := os.ReadFile(was.Aside); err != nil || bytes.Contains(raw, mark) {
		t.Error("still in the file that was set aside: ", err)
	}
}

func TestACopyThatCouldNotBeReachedIsReachedNextTime(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	w := &model.Walkthrough{Ref: "REF 1"}
	mustSave(t, s, w)
	mark := s.sealedBytes(t, w.ID)
	name := mustBackUp(t, s)
	keepOut(s, name)
	if d, err := s.Purge("REF 1", "", "old"); err != nil || d.Records != 1 || len(d.Untouched) != 1 ||
		d.Untouched[0].Path != name {
		t.Fatalf("%+v, %v", d, err)
	}
	s.opt.move = nil
	if d, err := s.Purge("REF 1", "", "old"); err != nil || d.Records != 0 || len(d.Rewritten) != 1 {
		t.Fatalf("%+v, %v", d, err)
	}
	if bytes.Contains(bytesOf(t, filepath.Dir(s.path)), mark) {
		t.Error("it is still in a file")
	}
}

func TestABackupOfAnotherStoreIsNamedAsThat(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	o, _ := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	mustSave(t, o, &model.Walkthrough{Ref: "R"})
	from, to := mustBackUp(t, o), mustBackUp(t, s)
	raw, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := s.Purge("R", "", "old")
	if err != nil || len(d.Untouched) != 1 || !strings.Contains(d.Untouched[0].Why, "key of these notes") {
		t.Fatalf("%+v, %v", d, err)
	}
	if now, err := os.ReadFile(to); err != nil || !bytes.Equal(now, raw) {
		t.Error("another store's backup was changed")
	}
}
