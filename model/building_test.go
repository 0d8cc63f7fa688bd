package model

import (
	"testing"
	"time"
)

func TestWhatIsToBeDoneIsOverdueFromTheDayAfter(t *testing.T) {
	now := time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		due     string
		done    bool
		overdue bool
	}{
		{"2026-11-23", false, true},
		{"2026-11-24", false, false},
		{"2026-11-25", false, false},
		{"2026-11-23", true, false},
		{"after the holidays", false, false},
		{"", false, false},
	} {
		b := Building{What: "Ask about the football club", Due: c.due}
		if c.done {
			b.Done = now
		}
		if b.Overdue(now) != c.overdue {
			t.Errorf("due %q, done %v: overdue is %v", c.due, c.done, !c.overdue)
		}
	}
	if (Building{Due: "2020-01-01"}).Overdue(now) {
		t.Error("a day alone, with nothing to do, is overdue")
	}
}

func TestADueDayIsKeptAsADateOrAsItWasWritten(t *testing.T) {
	now := time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)
	for written, kept := range map[string]string{
		"friday": "2026-11-27", "4 Dec": "2026-12-04", "2026-12-04": "2026-12-04", " next  term ": "next term", "": "",
	} {
		var b Building
		if b.SetDue(written, now); b.Due != kept {
			t.Errorf("%q is kept as %q, want %q", written, b.Due, kept)
		}
	}
}

func TestWhatIsOverdueComesFirstAndWhatIsDoneLast(t *testing.T) {
	done := time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)
	notes := []*FactorNote{
		{ID: "done", Build: Building{What: "x", Due: "2026-01-01", Done: done}},
		{ID: "undated", Build: Building{What: "x"}},
		{ID: "later", Build: Building{What: "x", Due: "2027-01-01"}},
		{ID: "overdue", Build: Building{What: "x", Due: "2026-11-01"}},
		{ID: "done later", Build: Building{What: "x", Done: done.AddDate(0, 0, 1)}},
	}
	ByDue(notes)
	want := []string{"overdue", "later", "undated", "done later", "done"}
	for i, id := range want {
		if notes[i].ID != id {
			t.Fatalf("place %d has %q, want %q", i, notes[i].ID, id)
		}
	}
}

func TestTheLastWalkthroughOfAReference(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, 11, d, 9, 0, 0, 0, time.UTC) }
	all := []Walkthrough{
		{ID: "1", Ref: "REF-7", Started: day(3)},
		{ID: "2", Ref: "ref-7", Started: day(9)},
		{ID: "3", Ref: "REF-70", Started: day(20)},
		{ID: "4", Started: day(21)},
	}
	concerns := Concerns(all, nil, day(22))
	if w, ok := LastWalkthrough(concerns, "Ref-7"); !ok || w.ID != "2" {
		t.Errorf("found %q, %v", w.ID, ok)
	}
	if _, ok := LastWalkthrough(concerns, ""); ok {
		t.Error("no reference has a walkthrough")
	}
	if _, ok := LastWalkthrough(concerns, "REF-8"); ok {
		t.Error("another reference's walkthrough is found")
	}
}
