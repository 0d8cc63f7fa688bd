package store

import (
	"bytes"
	"io"
	"testing"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"isspp/model"
)

func TestAFilesPassphraseOpensItHoweverItsAccentsAreComposed(t *testing.T) {
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "REF-1"})
	const said = "café at the corner"
	composed, apart := norm.NFC.String(said), norm.NFD.String(said)
	var file bytes.Buffer
	if _, err := s.Export(&file, "", Sealing{Passphrase: apart}, nil); err != nil {
		t.Fatal(err)
	}
	id, err := age.NewScryptIdentity(composed)
	if err != nil {
		t.Fatal(err)
	}
	if r, err := age.Decrypt(bytes.NewReader(file.Bytes()), id); err != nil {
		t.Errorf("it isn't sealed to the composed form: %v", err)
	} else if _, err := io.Copy(io.Discard, r); err != nil {
		t.Error(err)
	}
	for _, sealed := range []string{composed, apart} {
		r, err := age.NewScryptRecipient(sealed)
		if err != nil {
			t.Fatal(err)
		}
		r.SetWorkFactor(10)
		var elsewhere bytes.Buffer
		w, err := age.Encrypt(&elsewhere, r)
		if err == nil {
			_, err = w.Write([]byte("text"))
		}
		if err == nil {
			err = w.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, typed := range []string{composed, apart} {
			ids, err := Opening{Passphrase: typed}.identities()
			if err == nil {
				_, err = openSealed(bytes.NewReader(elsewhere.Bytes()), ids)
			}
			if err != nil {
				t.Errorf("sealed with %q, opened with %q: %v", sealed, typed, err)
			}
		}
	}
}
