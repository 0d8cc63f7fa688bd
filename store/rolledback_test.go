package store

import (
	"errors"
	"os"
	"testing"

	"isspp/model"
)

// rolledBackNotes are notes of two walkthroughs whose newest opening page is
// damaged, so that the second is missing from what opens.
func rolledBackNotes(t *testing.T) *Store {
	t.Helper()
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "FIRST"})
	mustSave(t, s, &model.Walkthrough{Ref: "SECOND"})
	must(t, s.Close())
	f, err := inspect(s.path)
	must(t, err)
	b, err := os.ReadFile(s.path)
	must(t, err)
	b[int(f.txid%2)*f.pageSize+pageFixed+16] ^= 0x10
	must(t, os.WriteFile(s.path, b, 0o600))
	s, r, err := unlock(s.path, Passphrase([]byte(words)), s.opt)
	must(t, err)
	t.Cleanup(func() { closeQuietly(s) })
	if !r.Has("older-file") || !r.Has("opening-page") || len(s.Walkthroughs()) != 1 {
		t.Fatalf("%+v", r)
	}
	return s
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
	r, err := Salvage(s.path, Passphrase([]byte(words)), s.opt)
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
