package store

import (
	"errors"
	"testing"

	"isspp/model"
)

func TestAChangedPassphraseOpensAndTheOldOneDoesNot(t *testing.T) {
	t.Parallel()
	s, recovery := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	if err := s.ChangePassphrase(Passphrase([]byte("not it")), []byte("new words for these notes")); !errors.Is(err,
		ErrWrongSecret) {
		t.Fatal(err)
	}
	if err := s.ChangePassphrase(Passphrase([]byte(words)), []byte("new words for these notes")); err != nil {
		t.Fatal(err)
	}
	renewed := NewRecoveryKey()
	if err := s.RenewRecovery(Passphrase([]byte("new words for these notes")), RecoveryKey{}); err == nil {
		t.Fatal("a key that nobody made is put in place")
	}
	if err := s.Check(Recovery(recovery)); err != nil {
		t.Fatal("the key on paper opens no longer, though the new one was only made", err)
	}
	if err := s.RenewRecovery(Passphrase([]byte("new words for these notes")), renewed); err != nil {
		t.Fatal(err)
	}
	closeQuietly(s)
	for _, old := range []Secret{Passphrase([]byte(words)), Recovery(recovery)} {
		if _, _, err := unlock(s.path, old, s.opt); !errors.Is(err, ErrWrongSecret) {
			t.Fatal(err)
		}
	}
	for _, now := range []Secret{Passphrase([]byte("new words for these notes")), Recovery(renewed)} {
		s, r, err := unlock(s.path, now, s.opt)
		if err != nil || len(s.Walkthroughs()) != 1 {
			t.Fatal(err)
		}
		clean(t, r)
		closeQuietly(s)
	}
}
