package store

import (
	"bytes"
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
	slots := s.header.Encode()
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
