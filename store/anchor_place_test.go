package store

import (
	"os"
	"testing"

	"isspp/model"
)

// TestAnAnchorThatGrewTooLongIsMendedByTheNextOpening: something appended to it.
func TestAnAnchorThatGrewTooLongIsMendedByTheNextOpening(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	closeQuietly(s)
	f, err := os.OpenFile(s.opt.Anchor, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("and so on"); err != nil {
		t.Fatal(err)
	}
	closeQuietly(f)
	s, r := again(t, s)
	if !r.Has("no-anchor") {
		t.Fatalf("%+v", r)
	}
	_, r = again(t, s)
	if len(r.Findings) > 0 {
		t.Fatalf("still: %+v", r)
	}
}
