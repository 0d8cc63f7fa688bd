package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"isspp/model"
	"isspp/store/boltfile"
	"isspp/store/seal"
)

// Whatever is done to the file, and to a backup too, with or without what this computer
// remembers: a rebuilding gives at least what the fullest sound backup has, each at
// least as new, and where a record is not as last saved it is not called sound.
func TestARebuildingNeverGivesLessThanTheBestBackup(t *testing.T) {
	t.Parallel()
	s, c := dated(t)
	r := rand.New(rand.NewPCG(21, 22))
	latest := map[string]uint64{}
	var notes []*model.FactorNote
	var backups []string
	for i := range 60 {
		n := &model.FactorNote{Body: text(r, 10+r.IntN(2500))}
		if i%4 == 3 {
			n = notes[r.IntN(len(notes))]
			n.Body = text(r, 500)
		} else {
			notes = append(notes, n)
		}
		if err := s.SaveFactorNote(n); err != nil {
			t.Fatal(err)
		}
		latest[n.ID]++
		if i == 20 || i == 44 {
			backups = append(backups, mustBackUp(t, s))
			c.at = c.at.AddDate(0, 0, 1)
		}
	}
	closeQuietly(s)
	live, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	opt := s.opt
	without := s.opt
	without.Anchor = filepath.Join(folder(t), "none")
	has := map[string]map[seal.ID]uint64{}
	whole := map[string][]byte{}
	for _, name := range backups {
		if whole[name], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
		has[name] = map[seal.ID]uint64{}
		for id, versions := range s.searched(t, name).notes {
			has[name][id] = newest(versions).Revision
		}
	}
	tries, short := counted(200), 0
	for i := range tries {
		d := damageSorts[i%len(damageSorts)]
		b := d.spoil(slices.Clone(live), r)
		if i%7 == 6 {
			b = nil // not even a byte
		}
		use := opt
		if i%2 == 1 {
			use = without
		}
		best := has[backups[1]]
		spoilt := i%3 == 2 // the better of the backups, too
		if spoilt {
			best = has[backups[0]]
			if err := os.WriteFile(backups[1], d.spoil(slices.Clone(whole[backups[1]]), r), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(s.path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("%d: %s", i, d.name)
		w, rep := s.surveyed(t, use)
		for id, revision := range best {
			if f := w.kept[id]; f == nil || f.Revision < revision {
				t.Errorf("%s: a record of the backup is missing or older", name)
			}
		}
		lacks := 0
		for id, revision := range latest {
			rid, _ := parseID(id)
			if f := w.kept[rid]; f == nil || f.Revision < revision {
				lacks++
			}
		}
		if lacks > 0 {
			short++
			if rep.Worst() < Warning || rep.Has("whole") {
				t.Errorf("%s: %d are not as last saved, and it says %+v", name, lacks, rep.Findings)
			}
		}
		if spoilt {
			if err := os.WriteFile(backups[1], whole[backups[1]], 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("%d rebuildings held against the best backup, of which %d lacked something and said so", tries, short)
}

// searched is what lies in a file.
func (s *Store) searched(t *testing.T, name string) *scan {
	t.Helper()
	c := &Store{file: file{path: name, keys: s.keys, header: s.header}}
	if s.keys == nil {
		if err := c.tryOn(name, s.opt); err != nil {
			t.Fatal(err)
		}
	}
	return c.search([]Source{{Path: name}})
}

func (s *Store) tryOn(name string, opt Options) error {
	s.opt = opt
	return s.findKey([]Source{{Path: name}}, Passphrase([]byte(words)))
}

// surveyed is what a rebuilding would choose.
func (s *Store) surveyed(t *testing.T, opt Options) (*rebuilding, *Report) {
	t.Helper()
	c := newStore(s.path, opt)
	files, err := Sources(s.path, s.opt, Backup, Copy, Aside)
	if err != nil {
		t.Fatal(err)
	}
	var r Report
	w, err := c.collect(files, Passphrase([]byte(words)), &r)
	if err != nil {
		t.Fatal(err)
	}
	return w, &r
}

func TestAFileCutToAFewPagesIsRebuiltFromItsBackup(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	for i := range 48 {
		mustSave(t, s, &model.Walkthrough{Ref: fmt.Sprint("R", i), Draft: model.Draft{Text: strings.Repeat("x", 900)}})
	}
	mustBackUp(t, s)
	mustSave(t, s, &model.Walkthrough{Ref: "after the backup"})
	closeQuietly(s)
	if err := os.Truncate(s.path, 40_960); err != nil {
		t.Fatal(err)
	}
	r := mustSalvage(t, s)
	// The last may stand in the pages that are left; without its account it is not called all.
	short := r.Records < 49
	if r.Records < 48 || short && r.Worst() != Loss || r.OK() {
		t.Fatalf("%d records of 48 in the backup: %+v", r.Records, r.Findings)
	}
	s, rep := unlocked(t, s)
	if len(s.Walkthroughs()) < 48 || (r.Worst() == Loss) != (rep.Worst() == Loss) {
		t.Errorf("%d records, %+v", len(s.Walkthroughs()), rep.Findings)
	}
	if v, err := s.Verify(); err != nil || short && v.OK() {
		t.Errorf("called sound %t, and the last save is missing %t: %+v, %v", v.OK(), short, v, err)
	}
}

func TestBackupsAreRankedByWhatTheyHoldAndNotByTheirNames(t *testing.T) {
	t.Parallel()
	s, c := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "early"})
	real := c.at
	c.at = c.at.AddDate(10, 0, 0) // a clock ten years ahead
	ahead := mustBackUp(t, s)
	c.at = real
	var last string
	for range 12 { // and more of them than are kept
		c.at = c.at.AddDate(0, 0, 1)
		mustSave(t, s, &model.Walkthrough{Ref: "later"})
		last = mustBackUp(t, s)
	}
	all, err := Sources(s.path, s.opt, Backup)
	if err != nil || all[0].Path != last || all[len(all)-1].Path == last {
		t.Fatalf("%v %+v", err, all)
	}
	for i := range keptDays {
		if all[i].Path == ahead {
			t.Errorf("the backup of a clock that was wrong is number %d", i)
		}
	}
	closeQuietly(s)
	spoil(t, s, noMetas)
	if _, _, err := unlock(s.path, Passphrase([]byte(words)), s.opt); As(err).Backup != filepath.Base(last) {
		t.Errorf("%q is named, not %q", As(err).Backup, filepath.Base(last))
	}
}

func TestABackupOfOtherNotesIsNotTheFullest(t *testing.T) {
	t.Parallel()
	s, c := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	own := mustBackUp(t, s)
	other, _ := dated(t)
	for range 5 {
		mustSave(t, other, &model.Walkthrough{Ref: "another's"})
	}
	if _, err := other.Backup(backupPath(s.path, c.at.AddDate(0, 0, 1)), true); err != nil {
		t.Fatal(err)
	}
	if all, err := Sources(s.path, s.opt, Backup); err != nil || len(all) != 2 || all[0].Path != own {
		t.Errorf("%+v %v", all, err)
	}
}

func TestACopyThatASyncToolNamedIsFoundNamedSearchedAndPurged(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "GONE"})
	closeQuietly(s)
	b, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(s.path)
	for _, name := range []string{"notes (1).db", "notes-PC.db", "notes (A. Lead's conflicted copy 2026-11-30).db"} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "notes-letter.db"), []byte("of something else"), 0o600); err != nil {
		t.Fatal(err)
	}
	s, r := unlocked(t, s)
	if got, err := Sources(s.path, s.opt, Copy); err != nil || len(got) != 3 || !r.Has("copies") {
		t.Fatalf("%+v, %v, %+v", got, err, r)
	}
	d, err := s.Purge("GONE", "", "old")
	if err != nil || len(d.Rewritten) != 3 || len(d.Untouched) != 0 {
		t.Fatalf("%+v, %v", d, err)
	}
	copies, err := Sources(s.path, s.opt, Copy)
	if err != nil || len(copies) != 3 {
		t.Fatal(copies, err)
	}
	for _, c := range copies {
		if left := s.searched(t, c.Path); len(left.notes) != 0 {
			t.Errorf("still in %s", c.Path)
		}
	}
	// A copy that went on elsewhere is said to hold more.
	other := filepath.Join(dir, "notes-laptop.db")
	if _, err := s.Backup(other, true); err != nil {
		t.Fatal(err)
	}
	o, _, err := unlock(other, Passphrase([]byte(words)), Options{Costs: cheap, Anchor: filepath.Join(folder(t), "a")})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		mustSave(t, o, &model.Walkthrough{Ref: "there"})
	}
	closeQuietly(o)
	s, r = again(t, s)
	if !r.Has("copy-newer") || len(s.Gaps()) != 1 {
		t.Fatalf("%+v", r)
	}
	closeQuietly(s)
	if r := mustSalvage(t, s); r.Records != 3 {
		t.Errorf("%+v", r)
	}
}

func TestFormerKeySlotsInThePlaceOfTheLastAreNoticed(t *testing.T) {
	t.Parallel()
	s, c := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	former := s.header
	if err := s.ChangePassphrase(Passphrase([]byte(words)), []byte("another five words to open")); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(s.path)
	if err != nil || len(seal.FindHeaders(b)) != 1 {
		t.Fatalf("a former wrapping is still in the file: %d, %v", len(seal.FindHeaders(b)), err)
	}
	c.at = c.at.AddDate(0, 0, 1)
	if v, err := s.Verify(); err != nil || !v.Has("keys") || !strings.Contains(textOf(v, "keys"), "1 September 2026") {
		t.Fatalf("%+v %v", v, err)
	}
	// Somebody puts the former slots into the file, and takes the copy of the last away.
	if err := s.write([]pair{{boltfile.HeadBucket, boltfile.HeaderKey, former.Encode()}}); err != nil {
		t.Fatal(err)
	}
	side, err := os.ReadFile(sidePath(s.path))
	if err != nil {
		t.Fatal(err)
	}
	closeQuietly(s)
	if err := os.Remove(sidePath(s.path)); err != nil {
		t.Fatal(err)
	}
	o, r, err := unlock(s.path, Passphrase([]byte(words)), s.opt)
	if err != nil || !r.Has("keys-older") {
		t.Fatalf("the former passphrase opens without a word: %+v %v", r, err)
	}
	closeQuietly(o)
	// With the copy there it is put right, and is not written over by the older slots.
	if err := os.WriteFile(sidePath(s.path), side, 0o600); err != nil {
		t.Fatal(err)
	}
	o, r, err = unlock(s.path, Passphrase([]byte("another five words to open")), s.opt)
	if err != nil || !r.Has("keys-mended") {
		t.Fatalf("%+v %v", r, err)
	}
	closeQuietly(o)
	if now, err := os.ReadFile(sidePath(s.path)); err != nil || string(now) != string(side) {
		t.Error("the copy of the key slots was written over", err)
	}
	if _, _, err := unlock(s.path, Passphrase([]byte(words)), s.opt); err == nil {
		t.Error("the former passphrase still opens")
	}
}

func textOf(r *Report, code string) string {
	for _, f := range r.Findings {
		if f.Code == code {
			return f.Text
		}
	}
	return ""
}

func TestWhatIsSealedAsideIsFoundBesideACopyOfTheNotes(t *testing.T) {
	s, _, name := rescued(t)
	copied := filepath.Join(folder(t), "moved", "safeguarding.db")
	s.mu.Lock()
	clear(s.unsaved)
	s.mu.Unlock()
	closeQuietly(s)
	b, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(copied), 0o700); err != nil {
		t.Fatal(err)
	}
	aside, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for file, b := range map[string][]byte{copied: b, filepath.Join(filepath.Dir(copied), filepath.Base(name)): aside} {
		if err := os.WriteFile(file, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := Sources(copied, s.opt, Unsaved); err != nil || len(got) == 0 {
		t.Fatal("nothing says that it waits", err)
	}
	opt := Options{Costs: cheap, Anchor: filepath.Join(folder(t), "a")}
	opt.ReadOnly = true
	o, r, err := unlock(copied, Passphrase([]byte(words)), opt)
	if err != nil || !r.Has("rescue-left") || len(o.Gaps()) != 1 {
		t.Fatalf("%+v %v", r, err)
	}
	closeQuietly(o)
	opt.ReadOnly = false
	o, r, err = unlock(copied, Passphrase([]byte(words)), opt)
	if err != nil || !r.Has("rescued") || o.Walkthroughs()[0].Draft.Text != "the last words" {
		t.Fatalf("%+v %v", r, err)
	}
	closeQuietly(o)
}

// It runs by itself: what is allocated is counted for the whole process.
func TestAPageThatClaimsToBeAsLongAsAHugeFileCostsNoMemory(t *testing.T) {
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	closeQuietly(s)
	f, err := os.OpenFile(s.path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(f)
	if err := f.Truncate(3_900_000_000); err != nil { // a hole, which costs no disk
		t.Skip("no file of that size here: ", err)
	}
	b := make([]byte, 2*boltfile.PageSize)
	if _, err := f.ReadAt(b, 0); err != nil {
		t.Fatal(err)
	}
	clear(b) // nothing says what it is
	if _, err := f.WriteAt(b, 0); err != nil {
		t.Fatal(err)
	}
	start := allocated()
	if st := Look(s.path); st.State != Damaged {
		t.Errorf("%+v", st)
	}
	if used := allocated() - start; used > 256<<20 {
		t.Errorf("a first look took %d MB", used>>20)
	}
}
