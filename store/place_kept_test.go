package store

import (
	"bytes"
	"os"
	"testing"

	"isspp/model"
)

func TestThePlaceIsKeptSealedAndIsNoRecord(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	if len(s.KeptPlace()) != 0 {
		t.Fatal("a place from nowhere")
	}
	before := s.man
	if err := s.KeepPlace([]byte(`{"checklist":"closing"}`)); err != nil {
		t.Fatal(err)
	}
	if s.man != before {
		t.Error("the manifest changed")
	}
	s, r := again(t, s)
	clean(t, r)
	if got := string(s.KeptPlace()); got != `{"checklist":"closing"}` {
		t.Errorf("kept %q", got)
	}
	b, err := os.ReadFile(s.path)
	if err != nil || bytes.Contains(b, []byte("closing")) {
		t.Errorf("not sealed: %v", err)
	}
	if r, err := s.Verify(); err != nil || len(r.Findings) > 0 {
		t.Errorf("%+v, %v", r, err)
	}
	if err := s.KeepPlace(nil); err != nil || len(s.KeptPlace()) != 0 {
		t.Error(err)
	}
}
