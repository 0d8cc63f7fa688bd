package store

import (
	"slices"
	"testing"
	"time"

	"isspp/model"
)

func TestWhatWasSavedLastIsKnownThoughTheClockWasPutBack(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	dir := folder(t)
	opt := testOptions(dir)
	opt.Now = func() time.Time { return now }
	s, _, err := Create(dir+"/notes.db", []byte(words), opt)
	must(t, err)
	t.Cleanup(func() { closeQuietly(s) })
	a, b := &model.Walkthrough{Ref: "A"}, &model.Walkthrough{Ref: "B"}
	mustSave(t, s, a)
	now = now.AddDate(-1, 0, 0)
	mustSave(t, s, b)
	mustSave(t, s, b)
	if got := s.Recent(10); !slices.Equal(got, []string{b.ID, a.ID}) {
		t.Errorf("%v, not %s and %s", got, b.ID, a.ID)
	}
	must(t, s.DiscardWalkthrough(b.ID))
	if got := s.Recent(10); !slices.Equal(got, []string{a.ID}) {
		t.Errorf("%v", got)
	}
}
