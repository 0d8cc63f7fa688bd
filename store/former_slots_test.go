package store

import (
	"errors"
	"os"
	"testing"

	"isspp/model"
	"isspp/store/boltfile"
)

const newWords = "another five words to open"

// formerSlots are notes whose passphrase was changed, and into which somebody then put the
// key slots from before the change. The copy of the last ones lies beside them.
func formerSlots(t *testing.T) (s *Store, side []byte) {
	t.Helper()
	s, _ = newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	former := s.header
	if err := s.ChangePassphrase(Passphrase([]byte(words)), []byte(newWords)); err != nil {
		t.Fatal(err)
	}
	if err := s.write([]pair{{boltfile.HeadBucket, boltfile.HeaderKey, former.Encode()}}); err != nil {
		t.Fatal(err)
	}
	side, err := os.ReadFile(sidePath(s.path))
	if err != nil {
		t.Fatal(err)
	}
	closeQuietly(s)
	return s, side
}

func TestTheFormerPassphraseOpensFormerKeySlotsOnceAndTheLastAreBack(t *testing.T) {
	t.Parallel()
	s, side := formerSlots(t)
	o, r, err := unlock(s.path, Passphrase([]byte(words)), s.opt)
	if err != nil || !r.Has("keys-older") {
		t.Fatalf("%+v, %v", r, err)
	}
	closeQuietly(o)
	if now, err := os.ReadFile(sidePath(s.path)); err != nil || string(now) != string(side) {
		t.Errorf("the copy of the last key slots was changed: %v", err)
	}
	if _, _, err := unlock(s.path, Passphrase([]byte(words)), s.opt); !errors.Is(err, ErrWrongSecret) {
		t.Errorf("the former passphrase opens once more: %v", err)
	}
	o, _, err = unlock(s.path, Passphrase([]byte(newWords)), s.opt)
	if err != nil {
		t.Fatal(err)
	}
	closeQuietly(o)
}

func TestTheKeySlotsOfOtherNotesBesideTheseOpenNothing(t *testing.T) {
	t.Parallel()
	other, side := formerSlots(t) // whose last passphrase these notes never had
	if other.header.Generation < 1 {
		t.Fatal("the other notes have no later key slots")
	}
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	closeQuietly(s)
	if err := os.WriteFile(sidePath(s.path), side, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := unlock(s.path, Passphrase([]byte(newWords)), s.opt); !errors.Is(err, ErrWrongSecret) {
		t.Errorf("opened with a passphrase of other notes: %v", err)
	}
	o, r, err := unlock(s.path, Passphrase([]byte(words)), s.opt)
	if err != nil || r.Has("keys-older") || r.Has("keys-mended") {
		t.Fatalf("%+v, %v", r, err)
	}
	closeQuietly(o)
}
