package model

import (
	"testing"
	"time"
)

func TestWhichOfTwoEntriesIsTheNewer(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ newer, older LocalEntry }{
		"began later": {
			LocalEntry{From: "2026-10-01", Checked: "2026-09-01", Line: 3},
			LocalEntry{From: "2026-09-01", Checked: "2026-11-01", Line: 9},
		},
		"was checked later": {
			LocalEntry{From: "2026-09-01", Checked: "2026-11-01", Line: 3},
			LocalEntry{From: "2026-09-01", Checked: "2026-10-01", Line: 9},
		},
		"stands further down": {
			LocalEntry{Checked: "2026-11-01", Line: 9},
			LocalEntry{Checked: "2026-11-01", Line: 3},
		},
		"began, and one has not": {LocalEntry{From: "2026-09-01", Line: 3}, LocalEntry{Line: 9}},
	} {
		if !c.newer.Newer(c.older) || c.older.Newer(c.newer) {
			t.Errorf("%s: it isn't the newer", name)
		}
	}
}

func TestAnEntryReplacesOneAllOfWhoseDaysItHas(t *testing.T) {
	t.Parallel()
	monday, tuesday := time.Monday, time.Tuesday
	both := LocalEntry{Who: "PC Jo White", Days: []time.Weekday{monday, tuesday}, Checked: "2026-11-01", Line: 9}
	one := LocalEntry{Who: "PC Sam Brown", Days: []time.Weekday{tuesday}, Checked: "2026-10-01", Line: 3}
	if !both.Replaces(one) || one.Replaces(both) {
		t.Error("an older one of fewer days isn't replaced, or replaces")
	}
	less := both
	less.Days = []time.Weekday{monday}
	if less.Replaces(one) {
		t.Error("another day is replaced")
	}
	for name, change := range map[string]func(e, old *LocalEntry){
		"cover for an absence":      func(e, _ *LocalEntry) { e.CoversFor = "PC Sam Brown" },
		"what was only cover":       func(_, old *LocalEntry) { old.CoversFor = "PC Ada King" },
		"the same entry, once more": func(e, old *LocalEntry) { old.Line = e.Line },
		"what is newer":             func(_, old *LocalEntry) { old.Checked = "2026-12-01" },
	} {
		e, old := both, one
		change(&e, &old)
		if e.Replaces(old) {
			t.Errorf("%s: replaced", name)
		}
	}
	fresh := both
	fresh.Line = 0 // it isn't in the file yet
	unwritten := one
	unwritten.Line = 0
	if !fresh.Replaces(unwritten) {
		t.Error("two that are in no file yet are told apart by their days")
	}
}

func TestTwoEntriesOverlapOnTheDaysOfTheCalendarThatTheyShare(t *testing.T) {
	t.Parallel()
	days := []time.Weekday{time.Monday, time.Friday}
	autumn := LocalEntry{Days: days, From: "2026-09-01", Until: "2026-12-18"}
	spring := LocalEntry{Days: days, From: "2027-01-04", Until: "2027-03-25"}
	if len(autumn.Overlap(spring)) != 0 || len(spring.Overlap(autumn)) != 0 {
		t.Error("two terms overlap")
	}
	year := LocalEntry{Days: days[:1], From: "2026-09-01"}
	if got := autumn.Overlap(year); len(got) != 1 || got[0] != time.Monday {
		t.Errorf("both have %v", got)
	}
	if got := spring.Overlap(year); len(got) != 1 {
		t.Errorf("one without an end is over: %v", got)
	}
	cover := year
	cover.CoversFor = "PC Sam Brown"
	if len(autumn.Overlap(cover)) != 0 {
		t.Error("cover overlaps with whom it covers for")
	}
	for name, all := range map[string]LocalEntry{
		"nobody": {Kind: LocalRota, Who: "nobody", Days: days}, "no days": {Who: "PC Sam Brown"},
		"when required": {Who: "PC Sam Brown", Days: days, WhenRequired: true},
	} {
		if got := all.Overlap(LocalEntry{Days: []time.Weekday{time.Wednesday}}); len(got) != 1 {
			t.Errorf("%s: shares %v with a Wednesday", name, got)
		}
	}
}
