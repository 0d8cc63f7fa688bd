package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"isspp/model"
)

// quick is the cheapest derivation that the store accepts.
var quick = KDF{MemoryKiB: 19 << 10, Passes: 1, Lanes: 1}

const words = "five calm words for notes"

// clock is a clock that tests move by hand.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func testOptions(dir string) Options {
	c := &clock{time.Date(2026, 11, 23, 9, 42, 0, 0, time.UTC)}
	return Options{KDF: &quick, Costs: cheap, Anchor: filepath.Join(dir, "config", "anchor"), Now: c.now}
}

// newNotes sets notes up in a folder of their own, in memory.
func newNotes(t testing.TB) (*Store, RecoveryKey) {
	t.Helper()
	return notesIn(t, quickDir(t))
}

func notesIn(t testing.TB, dir string) (*Store, RecoveryKey) {
	t.Helper()
	s, key, err := Create(filepath.Join(dir, "data", "notes.db"), []byte(words), testOptions(dir))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeQuietly(s) })
	return s, key
}

// again closes the notes and unlocks them.
func again(t testing.TB, s *Store) (*Store, *Report) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, r, err := unlock(s.path, Passphrase([]byte(words)), s.opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeQuietly(s) })
	return s, r
}

func mustSave(t testing.TB, s *Store, w *model.Walkthrough) {
	t.Helper()
	if err := s.SaveWalkthrough(w); err != nil {
		t.Fatal(err)
	}
}

func clean(t testing.TB, r *Report) {
	t.Helper()
	if r.Worst() != Remark {
		t.Fatalf("report: %+v", r)
	}
}

func TestWhatWasSavedIsThereAfterUnlocking(t *testing.T) {
	t.Parallel()
	s, recovery := newNotes(t)
	w := &model.Walkthrough{Ref: "REF-123", Entries: []model.Entry{{
		Item:     "signs/gang/new-nickname",
		Evidence: "said at registration",
	}}}
	mustSave(t, s, w)
	w.At = "signs/gang/other"
	mustSave(t, s, w)
	n := &model.FactorNote{About: "protective/child/hobbies", Body: "Football on Tuesdays"}
	if err := s.SaveFactorNote(n); err != nil {
		t.Fatal(err)
	}
	s, r := again(t, s)
	clean(t, r)
	ws, ns := s.Walkthroughs(), s.FactorNotes()
	if len(ws) != 1 || ws[0].At != "signs/gang/other" || ws[0].Entries[0].Evidence != "said at registration" ||
		ws[0].ID != w.ID {
		t.Fatalf("walkthroughs: %+v", ws)
	}
	if len(ns) != 1 || ns[0].Body != n.Body {
		t.Fatalf("notes: %+v", ns)
	}
	if err := s.DiscardWalkthrough(w.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	key, err := ParseRecoveryKey(recovery.Text())
	if err != nil {
		t.Fatal(err)
	}
	s, r, err = unlock(s.path, Recovery(key), s.opt)
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(s)
	clean(t, r)
	lines, err := s.History()
	if err != nil || len(lines) != 5 || len(s.Walkthroughs()) != 0 {
		t.Fatalf("history %v %v", lines, err)
	}
}

func TestWrongPassphraseSaysSoAndSlows(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for i, want := range []time.Duration{0, 0, 0, 1, 2, 4} {
		_, _, err := unlock(s.path, Passphrase([]byte("wrong")), s.opt)
		wait := fmt.Sprintf("Next try in %d s.", want)
		try := fmt.Sprintf("wrong try %d.", i+1)
		if !errors.Is(err, ErrWrongSecret) || strings.Contains(err.Error(), wait) != (want > 0) ||
			strings.Contains(err.Error(), try) != (i > 0) {
			t.Fatalf("try %d: %v", i+1, err)
		}
		if !strings.Contains(err.Error(), "does not open these notes") {
			t.Fatalf("a wrong passphrase is told as %q", err)
		}
	}
	if waitAfter(100) != time.Minute {
		t.Fatal(waitAfter(100))
	}
	s, _ = again(t, s)
	_ = wrongTry(s.path, s.opt, Passphrase(nil), false)
	if readTries(s.path, s.opt).Wrong != 1 {
		t.Fatal("a right passphrase did not start the count anew")
	}
}

func TestASecondUnlockNamesTheHolder(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	_, _, err := unlock(s.path, Passphrase([]byte(words)), s.opt)
	if !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), fmt.Sprintf("process %d", os.Getpid())) {
		t.Fatal(err)
	}
	if st := Look(s.path); st.State != InUse || st.Holder.PID != os.Getpid() || !st.Holder.Since.Equal(s.opt.now()) {
		t.Fatalf("%+v", st)
	}
}

func TestWrongTriesAreRememberedAndToldToWhoeverGetsIn(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	closeQuietly(s)
	for range 4 {
		if _, _, err := unlock(s.path, Passphrase([]byte("wrong")), s.opt); !errors.Is(err, ErrWrongSecret) {
			t.Fatal(err)
		}
	}
	if wait := NextTry(s.path, s.opt); wait != time.Second {
		t.Errorf("after four wrong tries the next waits %v", wait)
	}
	back := s.opt
	was := s.opt.now().AddDate(-1, 0, 0)
	back.Now = func() time.Time { return was }
	if wait := NextTry(s.path, back); wait != time.Second {
		t.Errorf("with the clock put back a year the next try waits %v", wait)
	}
	o, r := again(t, s)
	defer closeQuietly(o)
	if !r.Has("wrong-tries") || NextTry(s.path, s.opt) != 0 {
		t.Errorf("the report says %v", r.Findings)
	}
}
