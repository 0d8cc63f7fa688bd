package model

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

func on(day, clock string) time.Time {
	t, err := time.Parse("2006-01-02 15:04", day+" "+clock)
	if err != nil {
		panic(err)
	}
	return t
}

// kept is an entry of concern c1 that is kept at a time.
func kept(kind EntryKind, id string, when time.Time, set func(*ConcernEntry)) ConcernEntry {
	e := ConcernEntry{ID: id, Concern: "c1", Ref: "REF-123", Kind: kind, Recorded: when, Kept: true}
	if set != nil {
		set(&e)
	}
	return e
}

func walked(id, concern string, when time.Time) Walkthrough {
	return Walkthrough{
		ID: id, Concern: concern, Ref: "REF-123", Started: when, Changed: when,
		Finished: when.Add(20 * time.Minute),
	}
}

func only(t *testing.T, list []Concern) Concern {
	t.Helper()
	if len(list) != 1 {
		t.Fatalf("%d concerns", len(list))
	}
	return list[0]
}

func TestTheLifeOfAConcern(t *testing.T) {
	walk := walked("c1", "", on("2026-11-10", "15:40"))
	var entries []ConcernEntry
	now := on("2026-11-10", "16:00")
	stands := func(state ConcernState, group string) {
		t.Helper()
		c := only(t, Concerns([]Walkthrough{walk}, entries, now))
		if c.State != state || c.Group() != group {
			t.Errorf("on %s it is %q under %q, not %q under %q", now.Format(time.DateOnly), c.State, c.Group(), state,
				group)
		}
	}
	stands(StateOpen, GroupNotFiled)
	entries = append(entries, kept(KindDecision, "d", on("2026-11-10", "16:05"), nil))
	stands(StateDecided, GroupNotFiled)
	entries = append(entries,
		kept(KindAction, "a", on("2026-11-10", "16:06"), func(e *ConcernEntry) { e.Due = "2026-11-12" }),
		kept(KindReviewDate, "r", on("2026-11-10", "16:07"), func(e *ConcernEntry) { e.Due = "2026-11-24" }))
	now = on("2026-11-12", "23:59")
	stands(StateDecided, GroupNotFiled)
	now = on("2026-11-13", "00:01")
	stands(StateDecided, GroupOverdue)
	entries = append(entries, kept(KindActionDone, "x", on("2026-11-13", "09:00"),
		func(e *ConcernEntry) { e.About = "a" }))
	stands(StateDecided, GroupNotFiled)
	entries = append(entries, kept(KindFiling, "f", on("2026-11-13", "10:00"), nil))
	stands(StateFiled, GroupRest)
	now = on("2026-11-24", "08:00")
	stands(StateReviewDue, GroupReview)
	entries = append(entries, kept(KindReview, "v", on("2026-11-24", "10:00"), nil))
	stands(StateFiled, GroupNotFiled) // what the review found isn't filed
	entries = append(entries, kept(KindFiling, "f2", on("2026-11-24", "11:00"), nil))
	stands(StateFiled, GroupRest)
	entries = append(entries, kept(KindReopening, "o", on("2026-12-01", "11:00"), nil))
	stands(StateOpen, GroupNotFiled)
}

func TestOverdueComesFirstThenWhatIsNotFiled(t *testing.T) {
	now := on("2026-11-24", "09:00")
	file := func(id, concern string) ConcernEntry {
		return ConcernEntry{ID: id, Concern: concern, Kind: KindFiling, Kept: true, Recorded: on("2026-11-23", "12:00")}
	}
	walks := []Walkthrough{
		walked("filed", "", on("2026-11-22", "10:00")), walked("open", "", on("2026-11-03", "10:00")),
		walked("late", "", on("2026-11-01", "10:00")), walked("moved", "", on("2026-11-02", "10:00")),
	}
	entries := []ConcernEntry{
		file("f1", "filed"), file("f2", "late"), file("f3", "moved"),
		{
			ID: "a", Concern: "late", Kind: KindAction, Kept: true, Due: "2026-11-20",
			Recorded: on("2026-11-02", "12:00"),
		},
		{
			ID: "t", Concern: "moved", Kind: KindTransfer, Kept: true, Due: "2026-11-02", Whom: "Another School",
			Recorded: on("2026-11-02", "12:00"),
		},
	}
	var got []string
	for _, c := range Concerns(walks, entries, now) {
		got = append(got, c.ID)
	}
	if strings.Join(got, " ") != "moved late open filed" {
		t.Errorf("in the order %v", got)
	}
}

func TestASecondWalkthroughJoinsItsConcern(t *testing.T) {
	walks := []Walkthrough{walked("w2", "c1", on("2026-11-24", "10:00")), walked("c1", "", on("2026-11-10", "10:00"))}
	c := only(t, Concerns(walks, []ConcernEntry{kept(KindFiling, "f", on("2026-11-11", "09:00"), nil)},
		on("2026-11-24", "12:00")))
	if len(c.Walkthroughs) != 2 || c.Walkthroughs[0].ID != "c1" {
		t.Errorf("the walkthroughs are %v", c.Walkthroughs)
	}
	if !c.NotFiled {
		t.Error("the second walkthrough is not filed, and it isn't said")
	}
	if c.Opened != on("2026-11-10", "10:00") {
		t.Errorf("opened %v", c.Opened)
	}
}

func TestAnEntryIsRefusedKindlyWithoutWhatItNeeds(t *testing.T) {
	now := on("2026-11-20", "17:40") // a Friday
	e := ConcernEntry{Kind: KindDecision, Text: "No further action", Family: "Mother told by phone"}
	if label, why := e.Settle(now); label != "Reasons" || !strings.Contains(why, "no further action") {
		t.Errorf("a decision without reasons gives %q, %q", label, why)
	}
	e.Reasons = " Seen with her aunt\x1b[31m "
	if label, why := e.Settle(now); label != RecordedBy || !strings.Contains(why, "Say who decided") {
		t.Errorf("a decision of nobody's gives %q, %q", label, why)
	}
	e.By = "A. Reed, DSL"
	if label, why := e.Settle(now); label != "" || e.Reasons != "Seen with her aunt" {
		t.Errorf("with reasons it gives %q, %q, and they are %q", label, why, e.Reasons)
	}
	a := ConcernEntry{Kind: KindAction, Text: "Ring CSCT", Owner: "DSL", Due: "tuseday"}
	if label, why := a.Settle(now); label != "Due" || !strings.Contains(why, "did you mean tuesday") {
		t.Errorf("a mistyped day gives %q, %q", label, why)
	}
	a.Due = "monday"
	if label, _ := a.Settle(now); label != "" || a.Due != "2026-11-23" {
		t.Errorf("monday is %q (%q)", a.Due, label)
	}
	f := ConcernEntry{Kind: KindFiling, System: "CPOMS", On: "monday"}
	if label, _ := f.Settle(now); label != "" || f.On != "2026-11-16" {
		t.Errorf("filed on monday is %q (%q)", f.On, label)
	}
	f.On = "2026-11-21"
	if label, why := f.Settle(now); label != "Filed on" || !strings.Contains(why, "still to come") {
		t.Errorf("filed tomorrow gives %q, %q", label, why)
	}
	s := ConcernEntry{
		Kind: KindSharing, Choice: NotShared, Text: "Home address", Whom: "The caller",
		Reasons: "Not sure who rang",
	}
	if label, _ := s.Settle(now); label != "" || s.Title() != "Decision not to share" {
		t.Errorf("a decision not to share is %q (%q)", s.Title(), label)
	}
}

func TestTheFiveDaysOfATransfer(t *testing.T) {
	for _, c := range []struct{ first, choice, due string }{
		{"2026-11-16", InYear, "2026-11-23"},  // Monday: the Monday after
		{"2026-11-20", InYear, "2026-11-27"},  // Friday
		{"2026-12-23", InYear, "2027-01-04"},  // Christmas, Boxing Day's substitute, New Year
		{"2026-09-01", NewTerm, "2026-09-07"}, // Tuesday is the first of the five
		{"2026-09-05", NewTerm, "2026-09-11"}, // Saturday: counted from Monday
	} {
		first, _ := time.Parse(time.DateOnly, c.first)
		if got := transferDue(first, c.choice).Format(time.DateOnly); got != c.due {
			t.Errorf("first day %s, %s: due %s, not %s", c.first, c.choice, got, c.due)
		}
	}
}

func TestALateReceiptIsSaidToBeLate(t *testing.T) {
	entries := []ConcernEntry{
		kept(KindTransfer, "t", on("2026-11-06", "10:00"),
			func(e *ConcernEntry) { e.Whom, e.Due = "Another School", "2026-11-09" }),
		kept(KindSent, "s", on("2026-11-10", "10:00"), func(e *ConcernEntry) { e.On = "2026-11-10" }),
	}
	walks := []Walkthrough{walked("c1", "", on("2026-11-01", "10:00"))}
	clock := func(now time.Time) *TransferClock { return only(t, Concerns(walks, entries, now)).Transfer }
	if c := clock(on("2026-11-16", "10:00")); c.Late || c.Due != "2026-11-16" ||
		!strings.Contains(c.Words(), "receipt awaited") {
		t.Errorf("on the last day: %+v", c)
	}
	if c := clock(on("2026-11-17", "10:00")); !c.Late || !strings.Contains(c.Words(), "chase it") {
		t.Errorf("a day later: %s", c.Words())
	}
	entries = append(entries, kept(KindChase, "h", on("2026-11-17", "11:00"), nil),
		kept(KindReceipt, "r", on("2026-11-19", "10:00"), func(e *ConcernEntry) { e.On = "2026-11-18" }))
	if c := clock(on("2026-11-20", "10:00")); c.Waiting() || !c.Late || len(c.Chases) != 1 ||
		!strings.Contains(c.Words(), "18 November 2026, late") {
		t.Errorf("received: %s", c.Words())
	}
}

func TestACorrectionStandsBesideWhatItCorrects(t *testing.T) {
	entries := []ConcernEntry{
		kept(KindDecision, "d", on("2026-11-10", "16:05"), func(e *ConcernEntry) { e.Text = "Ring the father" }),
		kept(KindCorrection, "k", on("2026-11-11", "09:05"), func(e *ConcernEntry) {
			e.About, e.Part, e.Was, e.Text, e.Reasons = "d", "Decision", "Ring the father", "Ring the mother", "A slip"
		}),
	}
	c := only(t, Concerns([]Walkthrough{walked("c1", "", on("2026-11-10", "15:00"))}, entries,
		on("2026-11-12", "09:00")))
	moments := Chronology([]Concern{c}, " ref-123 ")
	if len(moments) != 3 || len(moments[1].Corrections) != 1 || moments[1].Fields[0].Text != "Ring the father" {
		t.Fatalf("the chronology is %+v", moments)
	}
	if k := moments[2]; k.About != "Decision of 10 November 2026, 16:05" ||
		k.Fields[0] != (Labelled{Label: "It said", Text: "Ring the father"}) {
		t.Errorf("the correction is %+v", k)
	}
}

func TestARecordFromBeforeConcernsIsStillRead(t *testing.T) {
	var w Walkthrough
	old := `{"id":"00ff","ref":"REF-9","edition":"2023-24","started":"2026-11-01T09:00:00Z","changed":"2026-11-01T09:10:00Z","entries":[{"item":"signs/gang/new-nickname","list":"signs","domain":"signs/gang","text":"New nickname","answer":"told","recorded":"2026-11-01T09:05:00Z"}]}`
	if err := json.Unmarshal([]byte(old), &w); err != nil || w.ConcernID() != "00ff" ||
		w.AnswerTo("signs/gang/new-nickname") != Told {
		t.Errorf("read as %+v, %v", w, err)
	}
}

func TestTwoWalkthroughsSideBySideInWords(t *testing.T) {
	a, b := walked("c1", "", on("2026-03-03", "10:00")), walked("w2", "c1", on("2026-03-09", "10:00"))
	place := Place{List: "signs", Domain: "signs/gang", Item: Item{ID: "signs/gang/new-nickname", Text: "New nickname"}}
	a.SetAnswer(place, DontKnow, a.Started)
	b.SetAnswer(place, Told, b.Started)
	changes := SideBySide(&a, &b, nil)
	if len(changes) != 1 || changes[0].Same() {
		t.Fatalf("%+v", changes)
	}
	if got := changes[0].Words(a.Started, b.Started); got != "don't know on 3 March, told on 9 March" {
		t.Errorf("in words: %q", got)
	}
}

func TestAConcernStandsUnderItsNewReferenceAlone(t *testing.T) {
	walk := walked("c1", "", on("2026-11-10", "15:00"))
	entries := []ConcernEntry{kept(KindReference, "r", on("2026-11-11", "09:00"),
		func(e *ConcernEntry) { e.Ref = "S-9" })}
	list := Concerns([]Walkthrough{walk}, entries, on("2026-11-12", "09:00"))
	if c := only(t, list); c.Ref != "S-9" {
		t.Errorf("it stands under %q", c.Ref)
	}
	if now, before := len(Chronology(list, "s-9")), len(Chronology(list, "REF-123")); now != 2 || before != 0 {
		t.Errorf("%d moments under its reference, %d under the one before, which is another child's by now", now,
			before)
	}
}

func TestAReferenceIsShownAsItWasFirstRecorded(t *testing.T) {
	a, b := walked("c1", "", on("2026-11-10", "15:00")), walked("c2", "", on("2026-11-11", "15:00"))
	a.Ref, b.Ref = "Ref-123", "REF\u2011123\u200b"
	for _, c := range Concerns([]Walkthrough{b, a}, nil, on("2026-11-12", "09:00")) {
		if c.Ref != "Ref-123" {
			t.Errorf("shown as %q", c.Ref)
		}
	}
}

func TestAReferenceIsChangedByWhatIsKeptAndNewer(t *testing.T) {
	changed := func(id, ref string, when time.Time, set func(*ConcernEntry)) ConcernEntry {
		return kept(KindReference, id, when, func(e *ConcernEntry) {
			e.Ref = ref
			if set != nil {
				set(e)
			}
		})
	}
	morning, noon, evening := on("2026-11-23", "09:00"), on("2026-11-23", "12:00"), on("2026-11-23", "18:00")
	for name, c := range map[string]struct {
		entries []ConcernEntry
		want    string
	}{
		"nothing is changed": {nil, "REF-123"},
		"changed":            {[]ConcernEntry{changed("a", "REF-9", noon, nil)}, "REF-9"},
		"changed twice": {[]ConcernEntry{
			changed("a", "REF-9", noon, nil),
			changed("b", "REF-10", evening, nil),
		}, "REF-10"},
		"only a draft": {[]ConcernEntry{changed("a", "REF-9", noon,
			func(e *ConcernEntry) { e.Kept = false })}, "REF-123"},
		"another entry's": {[]ConcernEntry{changed("a", "REF-9", noon,
			func(e *ConcernEntry) { e.Kind = KindAddition })}, "REF-123"},
		"changed before the walkthrough": {
			[]ConcernEntry{changed("a", "REF-9", morning.Add(-time.Hour), nil)},
			"REF-123",
		},
		"changed to no reference": {[]ConcernEntry{changed("a", "", noon, nil)}, "REF-123"},
	} {
		got := only(t, Concerns([]Walkthrough{walked("w1", "c1", morning)}, c.entries, evening.Add(time.Hour)))
		if got.Ref != c.want {
			t.Errorf("%s: the reference is %q, want %q", name, got.Ref, c.want)
		}
	}
}
