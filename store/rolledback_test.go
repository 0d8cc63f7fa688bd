package store

import (
	"encoding/binary"
	"errors"
	"os"
	"strings"
	"testing"

	"isspp/model"
	"isspp/store/boltfile"
)

// damagedPage are notes of two walkthroughs, closed, of whose two opening pages the
// newest is damaged, or the other one.
func damagedPage(t *testing.T, newest bool) *Store {
	t.Helper()
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "FIRST"})
	mustSave(t, s, &model.Walkthrough{Ref: "SECOND"})
	must(t, s.Close())
	spoil(t, s, func(b []byte) []byte {
		saves := func(page int) uint64 { return binary.LittleEndian.Uint64(b[page*boltfile.PageSize+pageFixed+48:]) }
		page := 0
		if (saves(1) > saves(0)) == newest {
			page = 1
		}
		b[page*boltfile.PageSize+pageFixed+16] ^= 0x10
		return b
	})
	return s
}

// rolledBackNotes are notes of two walkthroughs whose newest opening page is
// damaged, so that the second is missing from what opens.
func rolledBackNotes(t *testing.T) *Store {
	t.Helper()
	s := damagedPage(t, true)
	s, r, err := unlock(s.path, Passphrase([]byte(words)), s.opt)
	must(t, err)
	t.Cleanup(func() { closeQuietly(s) })
	if !r.Has("older-file") || !r.Has("opening-page") || len(s.Walkthroughs()) != 1 {
		t.Fatalf("%+v", r)
	}
	if got := textOf(r, "older-file"); !strings.Contains(got, "the last save is missing") {
		t.Errorf("%q", got)
	}
	return s
}

// What a damaged opening page may have cost is said as far as this computer can know it.
func TestADamagedOpeningPageSaysWhatItMayHaveCost(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, says string
		newest     bool // the damaged page is the newest of the two
		forgets    bool // this computer has no memory of the notes
		doubts     bool // its memory is damaged as well
	}{
		{name: "the older page", says: "Nothing is missing"},
		{name: "the older page, and no memory", says: "the last save may be missing", forgets: true},
		{name: "the newest page, and no memory", says: "the last save may be missing", newest: true, forgets: true},
		{name: "the older page, and the memory", says: "the last save may be missing", doubts: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := damagedPage(t, c.newest)
			memory := anchorPath(s.path, s.opt)
			if c.forgets {
				must(t, os.Remove(memory))
			}
			if c.doubts {
				b, err := os.ReadFile(memory)
				must(t, err)
				b[len(b)-1] ^= 0x10
				must(t, os.WriteFile(memory, b, 0o600))
			}
			s, r := unlocked(t, s)
			closeQuietly(s)
			if c.doubts != r.Has("anchor-damaged") || r.Has("other-store") {
				t.Errorf("%+v", r)
			}
			if got := textOf(r, "opening-page"); !strings.Contains(got, c.says) {
				t.Errorf("%q, want %q", got, c.says)
			}
		})
	}
}

func TestALastSaveThatADamagedPageHidesIsNotWrittenOver(t *testing.T) {
	t.Parallel()
	s := rolledBackNotes(t)
	if err := s.SaveWalkthrough(&model.Walkthrough{Ref: "THIRD"}); !errors.Is(err, errReadOnly) || s.Unsaved() != 1 {
		t.Fatal(err, s.Unsaved())
	}
	if name, err := s.Rescue(false); err != nil || name == "" {
		t.Fatal(name, err)
	}
	must(t, s.Close())
	r, err := Salvage(s.path, Passphrase([]byte(words)), s.opt, true)
	if err != nil || r.Records != 2 || len(r.Lost) > 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	s, rep, err := unlock(s.path, Passphrase([]byte(words)), s.opt)
	if err != nil || !rep.Has("rescued") || len(s.Walkthroughs()) != 3 {
		t.Fatalf("%+v, %v", rep, err)
	}
	must(t, s.Close())
}

func TestNotesThatLackTheLastSaveAreGoneOnWithWhenThePersonSaysSo(t *testing.T) {
	t.Parallel()
	s := rolledBackNotes(t)
	must(t, s.AcceptOlder())
	mustSave(t, s, &model.Walkthrough{Ref: "THIRD"})
	s, r := again(t, s)
	clean(t, r)
	if got := len(s.Walkthroughs()); got != 2 {
		t.Errorf("%d walkthroughs", got)
	}
}

func TestWhereNothingIsMissingThereIsNothingToAccept(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	before, err := s.History()
	must(t, err)
	must(t, s.AcceptOlder())
	after, err := s.History()
	if err != nil || len(after) != len(before) {
		t.Errorf("%d lines of the log, and %d before: %v", len(after), len(before), err)
	}
}
