package store

import (
	"errors"
	"testing"

	"isspp/model"
)

func TestAnEntryIsADraftUntilKeptAndThenStands(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	e := model.ConcernEntry{Concern: newID().String(), Ref: "REF-123", Kind: model.KindDecision, Text: "Ring"}
	if err := s.SaveConcernEntry(&e); err != nil {
		t.Fatal(err)
	}
	e.Text = "Ring the Contact Team"
	if err := s.SaveConcernEntry(&e); err != nil {
		t.Fatalf("a draft can't be changed: %v", err)
	}
	e.Kept = true
	if err := s.SaveConcernEntry(&e); err != nil {
		t.Fatal(err)
	}
	recorded := e.Recorded
	if err := s.SaveConcernEntry(&e); err != nil || e.Recorded != recorded {
		t.Errorf("kept again unchanged: %v", err)
	}
	changed := e
	changed.Text = "Nothing"
	if err := s.SaveConcernEntry(&changed); !errors.Is(err, errFinished) {
		t.Errorf("a kept entry is rewritten: %v", err)
	}
	changed = e
	changed.Kept = false
	if err := s.SaveConcernEntry(&changed); !errors.Is(err, errFinished) {
		t.Errorf("a kept entry becomes a draft again: %v", err)
	}
	if err := s.DiscardConcernEntry(e.ID); !errors.Is(err, errFinished) {
		t.Errorf("a kept entry is discarded: %v", err)
	}
	if got := s.ConcernEntries(); len(got) != 1 || got[0] != e {
		t.Errorf("kept as %+v", got)
	}
}

func TestADraftIsDiscardedByChoice(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	e := model.ConcernEntry{Kind: model.KindAddition, Text: "half a sent"}
	if err := s.SaveConcernEntry(&e); err != nil {
		t.Fatal(err)
	}
	w := model.Walkthrough{Ref: "REF-1"}
	if err := s.SaveWalkthrough(&w); err != nil {
		t.Fatal(err)
	}
	if err := s.DiscardConcernEntry(w.ID); !errors.Is(err, errRefused) {
		t.Errorf("a walkthrough is discarded as an entry: %v", err)
	}
	if err := s.DiscardConcernEntry(e.ID); err != nil || len(s.ConcernEntries()) != 0 {
		t.Errorf("a draft stays: %v", err)
	}
}

func TestEntriesAreReadAgainAfterUnlocking(t *testing.T) {
	t.Parallel()
	s, key := newNotes(t)
	e := model.ConcernEntry{
		Concern: newID().String(), Kind: model.KindAction, Text: "Ring", Owner: "DSL",
		Due: "2026-11-27", Kept: true,
	}
	if err := s.SaveConcernEntry(&e); err != nil {
		t.Fatal(err)
	}
	closeQuietly(s)
	s, report, err := unlock(s.path, Recovery(key), s.opt)
	if err != nil || report.Unknown != 0 {
		t.Fatal(err, report)
	}
	defer closeQuietly(s)
	if got := s.ConcernEntries(); len(got) != 1 || !got[0].Recorded.Equal(e.Recorded) || got[0].Text != "Ring" {
		t.Errorf("read as %+v", got)
	}
}
