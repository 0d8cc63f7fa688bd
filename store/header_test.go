package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"os"
	"testing"

	"isspp/model"
)

func TestDamagedKeySlotsAreReadFromTheirCopyAndMended(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	closeQuietly(s)
	b, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	slots := s.header.encode()
	for n := 0; ; n++ { // each copy in the file, also those of former pages
		i := bytes.Index(b, slots)
		if i < 0 {
			if n == 0 {
				t.Fatal("the slots are not in the file")
			}
			break
		}
		b[i+100] ^= 1
	}
	if err := os.WriteFile(s.path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	s, r := again(t, s)
	if !r.Has("keys-mended") || len(s.Walkthroughs()) != 1 {
		t.Fatalf("%+v", r)
	}
	closeQuietly(s)
	if err := os.Remove(sidePath(s.path)); err != nil {
		t.Fatal(err)
	}
	s, r = again(t, s)
	clean(t, r)
	if got, err := os.ReadFile(sidePath(s.path)); err != nil || !bytes.Equal(got, slots) {
		t.Fatal("the side file was not renewed", err)
	}
}

func TestOneByteOfDamageInTheSlotsIsNeverCalledAWrongPassphrase(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	good := s.header.encode()
	for i := range good {
		b := bytes.Clone(good)
		b[i] ^= 0x40
		h, err := parseHeader(b)
		if err == nil || h != nil || errors.Is(err, errHeaderNewer) {
			t.Fatalf("byte %d: %v", i, err)
		}
	}
}

// sealHeaderBytes makes the closing hash of encoded key slots fit again.
func sealHeaderBytes(b []byte) {
	sum := sha256.Sum256(b[:len(b)-hashSize])
	copy(b[len(b)-hashSize:], sum[:])
}
