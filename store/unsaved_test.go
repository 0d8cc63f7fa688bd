package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/model"
)

// refuseSaves makes every further save fail as a disk without room does, until mend.
func refuseSaves(s *Store) (mend func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stuck = &Error{Code: errFull, What: "There is no room left on the disk."}
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.stuck = nil
	}
}

func TestWhatTheDiskRefusedIsRememberedUntilItIsSaved(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	w := &model.Walkthrough{Ref: "R"}
	mustSave(t, s, w)
	mend := refuseSaves(s)
	w.Draft.Text = "the last words"
	if err := s.SaveWalkthrough(w); !errors.Is(err, errFull) || s.Unsaved() != 1 {
		t.Fatal(err, s.Unsaved())
	}
	if err := s.SaveUnsaved(); !errors.Is(err, errFull) || s.Unsaved() != 1 {
		t.Fatal(err, s.Unsaved())
	}
	mend()
	if err := s.SaveUnsaved(); err != nil || s.Unsaved() != 0 {
		t.Fatal(err, s.Unsaved())
	}
	s, r := again(t, s)
	clean(t, r)
	if got := s.Walkthroughs()[0].Draft.Text; got != "the last words" {
		t.Errorf("kept %q", got)
	}
}

// rescued leaves notes whose last change could only be put aside.
func rescued(t *testing.T) (*Store, *model.Walkthrough, string) {
	t.Helper()
	t.Setenv("XDG_RUNTIME_DIR", folder(t))
	t.Setenv("TMPDIR", folder(t))
	s, _ := newNotes(t)
	w := &model.Walkthrough{Ref: "R"}
	mustSave(t, s, w)
	defer refuseSaves(s)()
	w.Draft.Text = "the last words"
	if err := s.SaveWalkthrough(w); !errors.Is(err, errFull) {
		t.Fatal(err)
	}
	name, err := s.Rescue(false)
	if err != nil || name == "" {
		t.Fatal(name, err)
	}
	return s, w, name
}

func TestAChangePutAsideIsSealedAndTakenInOnce(t *testing.T) {
	s, _, name := rescued(t)
	b, err := os.ReadFile(name)
	if err != nil || strings.Contains(string(b), "last words") || strings.Contains(string(b), "walkthrough") {
		t.Fatalf("not sealed: %v", err)
	}
	s, r := again(t, s)
	if !r.Has("rescued") || s.Walkthroughs()[0].Draft.Text != "the last words" {
		t.Fatalf("%+v, %+v", r.Findings, s.Walkthroughs())
	}
	if _, err := os.Stat(name); !os.IsNotExist(err) {
		t.Error("the file is still there")
	}
	s, r = again(t, s)
	clean(t, r)
	if len(s.Walkthroughs()) != 1 {
		t.Errorf("%d walkthroughs", len(s.Walkthroughs()))
	}
}

func TestAChangePutAsideComesBesideNotesThatWentOn(t *testing.T) {
	s, w, name := rescued(t)
	aside, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	s, _ = again(t, s)
	w.Draft.Text = "other words"
	mustSave(t, s, w)
	if err := os.WriteFile(name, aside, 0o600); err != nil {
		t.Fatal(err)
	}
	s, _ = again(t, s)
	var texts []string
	for _, w := range s.Walkthroughs() {
		texts = append(texts, w.Draft.Text)
	}
	if all := strings.Join(texts, "|"); len(texts) != 2 || !strings.Contains(all, "other words") ||
		!strings.Contains(all, "the last words") {
		t.Errorf("both sides are not kept: %q", all)
	}
}

func TestAChangePutAsideThatIsDamagedIsLeftAndSaid(t *testing.T) {
	s, _, name := rescued(t)
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)-1] ^= 1
	if err := os.WriteFile(name, b, 0o600); err != nil {
		t.Fatal(err)
	}
	s, r := again(t, s)
	if !r.Has("rescue-left") || s.Walkthroughs()[0].Draft.Text != "" {
		t.Errorf("%+v", r.Findings)
	}
	if after, err := os.ReadFile(name); err != nil || string(after) != string(b) {
		t.Error("the file was touched")
	}
}

func TestAChangeIsPutWhereThereIsStillRoom(t *testing.T) {
	s, _ := newNotes(t)
	elsewhere := folder(t)
	t.Setenv("XDG_RUNTIME_DIR", elsewhere)
	mend := refuseSaves(s)
	if err := s.SaveWalkthrough(&model.Walkthrough{Ref: "R", Draft: model.Draft{Text: "x"}}); err == nil {
		t.Fatal("saved")
	}
	// Folders in the way of the first two places stand for disks without room.
	lasting, _ := rescuePlaces(s.path, s.opt, s.header.Store)
	for _, name := range lasting {
		if err := os.MkdirAll(filepath.Join(name, "full"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if name, err := s.Rescue(false); err == nil {
		t.Fatal(name)
	}
	name, err := s.Rescue(true)
	if err != nil || filepath.Dir(name) != elsewhere {
		t.Fatal(name, err)
	}
	mend()
	s, r := again(t, s)
	if !r.Has("rescued") || len(s.Walkthroughs()) != 1 {
		t.Errorf("%+v", r.Findings)
	}
}

// texts are the drafts' texts of all walkthroughs, in no order.
func draftTexts(s *Store) map[string]int {
	out := map[string]int{}
	for _, w := range s.Walkthroughs() {
		out[w.Draft.Text]++
	}
	return out
}

func TestASecondRescueKeepsTheFirst(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", folder(t))
	t.Setenv("TMPDIR", folder(t))
	s, _ := newNotes(t)
	var all []*model.Walkthrough
	for range 3 {
		w := &model.Walkthrough{Ref: "R"}
		mustSave(t, s, w)
		all = append(all, w)
	}
	mend := refuseSaves(s)
	for i, w := range all {
		w.Draft.Text = []string{"one", "two", "three"}[i]
		if err := s.SaveWalkthrough(w); err == nil {
			t.Fatal("saved")
		}
	}
	first, err := s.Rescue(false)
	if err != nil {
		t.Fatal(err)
	}
	mend()
	// The disk has no room either when the notes are unlocked again.
	s, _ = takenWhileFull(t, s)
	mend = refuseSaves(s)
	late := &model.Walkthrough{Ref: "R", Draft: model.Draft{Text: "four"}}
	if err := s.SaveWalkthrough(late); err == nil {
		t.Fatal("saved")
	}
	second, err := s.Rescue(false)
	if err != nil || second != first {
		t.Fatalf("%q after %q, %v", second, first, err)
	}
	mend()
	s.mu.Lock()
	s.unsaved = nil
	s.mu.Unlock()
	s, r := again(t, s)
	if got := draftTexts(s); !r.Has("rescued") || len(got) != 4 || got["one"]+got["two"]+got["three"]+got["four"] != 4 {
		t.Errorf("%v, %+v", got, r.Findings)
	}
	if left, err := s.sources(Unsaved); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// takenWhileFull is an unlocking in which the disk refuses every save.
func takenWhileFull(t *testing.T, s *Store) (*Store, *Report) {
	t.Helper()
	s.mu.Lock()
	s.unsaved = nil
	s.mu.Unlock()
	opt := s.opt
	opt.ReadOnly = true
	closeQuietly(s)
	s, r, err := unlock(s.path, Passphrase([]byte(words)), opt)
	if err != nil || !r.Has("rescue-left") {
		t.Fatalf("%+v, %v", r, err)
	}
	s.opt.ReadOnly, s.stuck = false, nil
	t.Cleanup(func() { closeQuietly(s) })
	return s, r
}

func TestOneRescuedChangeThatIsRefusedAgainKeepsNoneOfTheOthers(t *testing.T) {
	s, w, name := rescued(t)
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	s, _ = again(t, s)
	// The same id is another kind of record by now, which is always refused.
	s.mu.Lock()
	id, err := parseID(w.ID)
	if err != nil {
		t.Fatal(err)
	}
	s.items[id].schema = noteSchema + 1
	s.items[id].revision = 0
	extra := &item{schema: noteSchema, id: newID(), revision: 1, payload: payload{kind: kindWalkthrough}}
	extra.record = &model.Walkthrough{ID: extra.id.String(), Ref: "R", Draft: model.Draft{Text: "another"}}
	sealed, err := s.sealItem(placeRescue, extra)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(raw, sealed...), 0o600); err != nil {
		t.Fatal(err)
	}
	var r Report
	s.takeRescued(&r)
	s.mu.Unlock()
	if !r.Has("rescue-left") || !r.Has("rescued") || !strings.HasPrefix(r.Findings[1].Text, "1 change that") ||
		draftTexts(s)["another"] != 1 {
		t.Errorf("%+v, %v", r.Findings, draftTexts(s))
	}
	if _, err := os.Stat(name); err != nil {
		t.Error("what could not be taken in is gone: ", err)
	}
}

func TestWhatWasDiscardedIsNotBroughtBackByATryToSave(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	kept := &model.Walkthrough{Ref: "R"}
	mustSave(t, s, kept)
	mend := refuseSaves(s)
	kept.Draft.Text = "x"
	never := &model.Walkthrough{Ref: "R", Draft: model.Draft{Text: "never on the disk"}}
	for _, w := range []*model.Walkthrough{kept, never} {
		if err := s.SaveWalkthrough(w); err == nil {
			t.Fatal("saved")
		}
	}
	mend()
	for _, w := range []*model.Walkthrough{kept, never} {
		if err := s.DiscardWalkthrough(w.ID); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SaveUnsaved(); err != nil || s.Unsaved() != 0 || len(s.Walkthroughs()) != 0 {
		t.Errorf("%v, %d unsaved, %d walkthroughs", err, s.Unsaved(), len(s.Walkthroughs()))
	}
}

func TestWhatWasDisposedOfIsNotBroughtBackByARescue(t *testing.T) {
	for _, before := range []bool{true, false} {
		s, _, name := rescued(t)
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s.mu.Lock()
		s.unsaved = nil
		s.mu.Unlock()
		if _, err := s.Purge("R", "", "kept long enough"); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(name); err == nil {
			t.Error("it is still in the file of the rescue")
		}
		if !before { // a copy of that file came back from elsewhere
			if err := os.WriteFile(name, raw, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		s, _ = again(t, s)
		if len(s.Walkthroughs()) != 0 {
			t.Error("it is back")
		}
	}
}
