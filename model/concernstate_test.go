package model

import (
	"slices"
	"testing"
	"time"
)

// gathered is the one concern of some records, seen at a time.
func gathered(t *testing.T, now time.Time, walks []Walkthrough, entries ...ConcernEntry) Concern {
	t.Helper()
	return only(t, Concerns(walks, entries, now))
}

// under is an entry with a reference of its own.
func under(ref string, e ConcernEntry) ConcernEntry {
	e.Ref = ref
	return e
}

func draft(e ConcernEntry) ConcernEntry {
	e.Kept = false
	return e
}

var today24 = on("2026-11-24", "09:00")

func TestAConcernBeganWithItsFirstRecordAndChangedWithItsLast(t *testing.T) {
	t.Parallel()
	walk := walked("c1", "", on("2026-11-10", "15:40"))
	walk.Changed = on("2026-11-10", "16:00")
	for _, c := range []struct {
		name            string
		entries         []ConcernEntry
		opened, changed time.Time
	}{
		{"a walkthrough alone", nil, on("2026-11-10", "15:40"), on("2026-11-10", "16:00")},
		{
			"a record from before",
			[]ConcernEntry{kept(KindAddition, "a", on("2026-11-09", "10:00"), nil)},
			on("2026-11-09", "10:00"), on("2026-11-10", "16:00"),
		},
		{
			"one from later",
			[]ConcernEntry{kept(KindAddition, "a", on("2026-11-12", "10:00"), nil)},
			on("2026-11-10", "15:40"), on("2026-11-12", "10:00"),
		},
		{
			"a draft from later",
			[]ConcernEntry{draft(kept(KindAddition, "a", on("2026-11-13", "10:00"), nil))},
			on("2026-11-10", "15:40"), on("2026-11-13", "10:00"),
		},
	} {
		got := gathered(t, today24, []Walkthrough{walk}, c.entries...)
		if !got.Opened.Equal(c.opened) || !got.Changed.Equal(c.changed) {
			t.Errorf("%s: opened %v, changed %v", c.name, got.Opened, got.Changed)
		}
	}
}

func TestTheSettingIsTheNewestThatWasGiven(t *testing.T) {
	t.Parallel()
	first, second, third := walked("c1", "", on("2026-11-10", "15:40")), walked("w2", "c1",
		on("2026-11-17", "15:40")), walked("w3", "c1", on("2026-11-20", "15:40"))
	first.Setting, second.Setting = "Beacon", "Elthorne"
	if got := gathered(t, today24, []Walkthrough{third, second, first}); got.Setting != "Elthorne" {
		t.Errorf("it is %q", got.Setting)
	}
}

func TestTheReferenceOfAConcernIsTheOneInForce(t *testing.T) {
	t.Parallel()
	walk := func(id, ref, day string) Walkthrough {
		w := walked(id, "c1", on(day, "15:40"))
		w.Ref = ref
		return w
	}
	added := func(ref, day string) ConcernEntry {
		return under(ref, kept(KindAddition, "add"+day, on(day, "17:00"), nil))
	}
	renamed := func(ref, day string) ConcernEntry {
		return under(ref, kept(KindReference, "ref"+day, on(day, "17:00"), nil))
	}
	walks := func(all ...Walkthrough) []Walkthrough { return all }
	for _, c := range []struct {
		name    string
		walks   []Walkthrough
		entries []ConcernEntry
		ref     string
	}{
		{"a walkthrough's", walks(walk("c1", "AB-1", "2026-11-10")), nil, "AB-1"},
		{
			"the later walkthrough's", walks(walk("w2", "AB-2", "2026-11-12"), walk("c1", "AB-1", "2026-11-10")), nil,
			"AB-2",
		},
		{
			"one without any takes none away", walks(walk("c1", "AB-1", "2026-11-10"), walk("w2", " ", "2026-11-12")),
			nil,
			"AB-1",
		},
		{
			"an entry's where no walkthrough has one", walks(walk("c1", "", "2026-11-10")),
			[]ConcernEntry{added("AB-3", "2026-11-11")},
			"AB-3",
		},
		{"the first entry's", nil, []ConcernEntry{added("AB-3", "2026-11-11"), added("AB-4", "2026-11-12")}, "AB-3"},
		{"the second entry's where the first has none", nil, []ConcernEntry{
			added("", "2026-11-11"),
			added("AB-4", "2026-11-12"),
		}, "AB-4"},
		{
			"the walkthrough's before an entry's", walks(walk("c1", "AB-1", "2026-11-10")),
			[]ConcernEntry{added("AB-3", "2026-11-11")},
			"AB-1",
		},
		{"a kept entry's before a draft's", nil, []ConcernEntry{
			draft(added("AB-5", "2026-11-10")),
			added("AB-3", "2026-11-11"),
		}, "AB-3"},
		{"a draft's where there is nothing else", nil, []ConcernEntry{draft(added("AB-5", "2026-11-11"))}, "AB-5"},
		{"a draft without one gives none", nil, []ConcernEntry{
			draft(added("", "2026-11-11")),
			draft(added("AB-6", "2026-11-12")),
		}, "AB-6"},
		{"a new one while it is written is none yet", nil, []ConcernEntry{draft(renamed("AB-9", "2026-11-11"))}, ""},
		{
			"a new one while it is written changes none", walks(walk("c1", "AB-1", "2026-11-10")),
			[]ConcernEntry{draft(renamed("AB-9", "2026-11-11"))},
			"AB-1",
		},
		{
			"a new one from here on", walks(walk("c1", "AB-1", "2026-11-10")),
			[]ConcernEntry{renamed("AB-9", "2026-11-11")},
			"AB-9",
		},
		{
			"a new one that can't be seen", walks(walk("c1", "AB-1", "2026-11-10")),
			[]ConcernEntry{renamed("\u200b", "2026-11-11")},
			"AB-1",
		},
		{
			"the later of two new ones", walks(walk("c1", "AB-1", "2026-11-10")),
			[]ConcernEntry{renamed("AB-10", "2026-11-12"), renamed("AB-9", "2026-11-11")},
			"AB-10",
		},
		{
			"what a later walkthrough was begun under", walks(walk("c1", "AB-1", "2026-11-10"),
				walk("w2", "AB-7", "2026-11-13")),
			[]ConcernEntry{renamed("AB-9", "2026-11-11")},
			"AB-7",
		},
		{
			"an addition under the old one changes nothing", walks(walk("c1", "AB-1", "2026-11-10")),
			[]ConcernEntry{renamed("AB-9", "2026-11-11"), added("AB-1", "2026-11-12")},
			"AB-9",
		},
	} {
		if got := gathered(t, today24, c.walks, c.entries...); got.Ref != c.ref {
			t.Errorf("%s: %q, not %q", c.name, got.Ref, c.ref)
		}
	}
}

func TestWhatWasRecordedAfterTheFilingIsNotFiled(t *testing.T) {
	t.Parallel()
	filed := kept(KindFiling, "f", on("2026-11-12", "10:00"), nil)
	walk := walked("c1", "", on("2026-11-10", "15:40"))
	later := walked("w2", "c1", on("2026-11-11", "15:40"))
	reopened := walked("w2", "c1", on("2026-11-11", "15:40"))
	later.Finished, later.Changed = time.Time{}, on("2026-11-13", "09:00")
	reopened.Changed = on("2026-11-13", "09:00") // finished before: what changed is no substance
	at := func(kind EntryKind) ConcernEntry { return kept(kind, "e", on("2026-11-13", "10:00"), nil) }
	for _, c := range []struct {
		name    string
		walks   []Walkthrough
		entries []ConcernEntry
		missing bool
	}{
		{"nothing is filed", []Walkthrough{walk}, nil, true},
		{"filed after all of it", []Walkthrough{walk}, []ConcernEntry{filed}, false},
		{"a walkthrough is gone on with", []Walkthrough{walk, later}, []ConcernEntry{filed}, true},
		{"a finished walkthrough is looked at", []Walkthrough{walk, reopened}, []ConcernEntry{filed}, false},
		{"something is added", []Walkthrough{walk}, []ConcernEntry{filed, at(KindAddition)}, true},
		{"something is decided", []Walkthrough{walk}, []ConcernEntry{filed, at(KindDecision)}, true},
		{"a day for a review is set", []Walkthrough{walk}, []ConcernEntry{filed, at(KindReviewDate)}, false},
		{"the reference is another", []Walkthrough{walk}, []ConcernEntry{filed, at(KindReference)}, false},
		{"the file is sent", []Walkthrough{walk}, []ConcernEntry{filed, at(KindTransfer), at(KindSent)}, true},
		{"the receipt is chased", []Walkthrough{walk}, []ConcernEntry{
			filed, at(KindChase), at(KindReceipt),
			at(KindSent),
		}, false},
		{"it is filed again", []Walkthrough{walk}, []ConcernEntry{
			filed, at(KindAddition),
			kept(KindFiling, "f2", on("2026-11-14", "10:00"), nil),
		}, false},
	} {
		if got := gathered(t, today24, c.walks, c.entries...); got.NotFiled != c.missing {
			t.Errorf("%s: not filed is %v", c.name, got.NotFiled)
		}
	}
}

func TestAReopenedConcernIsDecidedAndFiledAnew(t *testing.T) {
	t.Parallel()
	walk := walked("c1", "", on("2026-11-10", "15:40"))
	at := func(kind EntryKind, id, day string) ConcernEntry { return kept(kind, id, on(day, "10:00"), nil) }
	for _, c := range []struct {
		name    string
		entries []ConcernEntry
		state   ConcernState
	}{
		{"decided", []ConcernEntry{at(KindDecision, "d", "2026-11-11")}, StateDecided},
		{"filed without a decision", []ConcernEntry{at(KindFiling, "f", "2026-11-11")}, StateFiled},
		{"opened after the decision", []ConcernEntry{
			at(KindDecision, "d", "2026-11-11"),
			at(KindReopening, "o", "2026-11-12"),
		}, StateOpen},
		{"opened after the filing", []ConcernEntry{
			at(KindFiling, "f", "2026-11-11"),
			at(KindReopening, "o", "2026-11-12"),
		}, StateOpen},
		{
			"decided since, and filed before",
			[]ConcernEntry{
				at(KindFiling, "f", "2026-11-11"), at(KindReopening, "o", "2026-11-12"),
				at(KindDecision, "d", "2026-11-13"),
			},
			StateDecided,
		},
		{
			"filed since",
			[]ConcernEntry{
				at(KindReopening, "o", "2026-11-12"), at(KindDecision, "d", "2026-11-13"),
				at(KindFiling, "f", "2026-11-14"),
			},
			StateFiled,
		},
	} {
		if got := gathered(t, today24, []Walkthrough{walk}, c.entries...); got.State != c.state {
			t.Errorf("%s: it is %q", c.name, got.State)
		}
	}
}

func TestAReviewIsDueFromItsDayOn(t *testing.T) {
	t.Parallel()
	walk := walked("c1", "", on("2026-11-10", "15:40"))
	filed := kept(KindFiling, "f", on("2026-11-11", "10:00"), nil)
	set := func(id, day, at string) ConcernEntry {
		return kept(KindReviewDate, id, on(at, "11:00"), func(e *ConcernEntry) { e.Due = day })
	}
	found := kept(KindReview, "v", on("2026-11-20", "11:00"), nil)
	for _, c := range []struct {
		name    string
		entries []ConcernEntry
		review  string
		due     bool
		state   ConcernState
	}{
		{"no day is set", []ConcernEntry{filed}, "", false, StateFiled},
		{
			"the day before",
			[]ConcernEntry{filed, set("r", "2026-11-25", "2026-11-11")},
			"2026-11-25", false,
			StateFiled,
		},
		{"the day", []ConcernEntry{filed, set("r", "2026-11-24", "2026-11-11")}, "2026-11-24", true, StateReviewDue},
		{
			"the day after",
			[]ConcernEntry{filed, set("r", "2026-11-23", "2026-11-11")},
			"2026-11-23", true,
			StateReviewDue,
		},
		{"it isn't filed", []ConcernEntry{set("r", "2026-11-23", "2026-11-11")}, "2026-11-23", true, StateOpen},
		{
			"it was reviewed since",
			[]ConcernEntry{filed, set("r", "2026-11-18", "2026-11-11"), found},
			"", false,
			StateFiled,
		},
		{
			"a new day was set then",
			[]ConcernEntry{
				filed, set("r", "2026-11-18", "2026-11-11"), found,
				set("s", "2026-12-08", "2026-11-21"),
			},
			"2026-12-08", false, StateFiled,
		},
	} {
		got := gathered(t, today24, []Walkthrough{walk}, c.entries...)
		if got.Review != c.review || got.ReviewDue != c.due || got.State != c.state {
			t.Errorf("%s: review on %q, due %v, %q", c.name, got.Review, got.ReviewDue, got.State)
		}
	}
}

func TestAnActionIsOverdueWhenItsDayIsOver(t *testing.T) {
	t.Parallel()
	action := func(id, due string) ConcernEntry {
		return kept(KindAction, id, on("2026-11-11", "10:00"), func(e *ConcernEntry) { e.Due = due })
	}
	closing := func(kind EntryKind, about string) ConcernEntry {
		return kept(kind, "x"+about, on("2026-11-12", "10:00"), func(e *ConcernEntry) { e.About = about })
	}
	c := gathered(t, today24, []Walkthrough{walked("c1", "", on("2026-11-10", "15:40"))},
		action("coming", "2026-11-25"), action("today", "2026-11-24"),
		action("late", "2026-11-23"), action("later", "2026-11-22"),
		action("done", "2026-11-20"), closing(KindActionDone, "done"),
		action("dropped", "2026-11-19"), closing(KindActionDropped, "dropped"))
	got := ""
	for _, a := range c.Actions {
		got += a.ID
		if a.Overdue {
			got += " overdue"
		}
		if a.Closed != nil {
			got += " closed by " + a.Closed.ID
		}
		got += "; "
	}
	want := "later overdue; late overdue; today; coming; dropped closed by xdropped; done closed by xdone; "
	if got != want {
		t.Errorf("they stand as %s", got)
	}
}

func TestRecordsOfOneTimeKeepOneOrder(t *testing.T) {
	t.Parallel()
	at := on("2026-11-11", "10:00")
	a, b := kept(KindAddition, "a", at, nil), kept(KindAddition, "b", at, nil)
	for _, entries := range [][]ConcernEntry{{a, b}, {b, a}, {draft(a), draft(b)}, {draft(b), draft(a)}} {
		c := gathered(t, today24, nil, entries...)
		got := slices.Concat(c.Entries, c.Drafts)
		if got[0].ID != "a" || got[1].ID != "b" {
			t.Errorf("%s stands before %s", got[0].ID, got[1].ID)
		}
	}
}
