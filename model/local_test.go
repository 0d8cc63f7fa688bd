package model

import (
	"testing"
	"time"
)

// localDay is a morning in term, by its date.
func localDay(t *testing.T, date string) time.Time {
	t.Helper()
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		london = time.UTC
	}
	day, err := time.ParseInLocation(time.DateOnly, date, london)
	if err != nil {
		t.Fatal(err)
	}
	return day.Add(9*time.Hour + 42*time.Minute)
}

func TestAnEntryIsStaleTheDayAfterItsDaysAreOver(t *testing.T) {
	// The clocks go back between: a day of 25 hours is one day.
	e := LocalEntry{Checked: "2026-09-03"}
	for on, want := range map[string]bool{"2026-09-02": true, "2026-09-03": false, "2026-12-02": false, "2026-12-03": true} {
		if got := (&Local{}).Stale(e, localDay(t, on)); got != want {
			t.Errorf("on %s stale is %v", on, got)
		}
	}
	if !(&Local{StaleAfter: 7}).Stale(e, localDay(t, "2026-09-11")) || (&Local{StaleAfter: 7}).Stale(e, localDay(t, "2026-09-10")) {
		t.Error("seven days are not seven")
	}
	var none *Local
	if !none.Stale(LocalEntry{}, localDay(t, "2026-09-03")) {
		t.Error("an entry that nobody checked is not stale")
	}
	for words, e := range map[string]LocalEntry{
		"checked 3 September 2026 by A. Reed; STALE: 91 days ago, check it":  {Checked: "2026-09-03", By: "A. Reed"},
		"not said when it was checked; STALE: check it":                      {},
		"checked 1 January 2027; STALE: that day is still to come, check it": {Checked: "2027-01-01"},
		"checked 2 December 2026; line 7 of the Local file has a mistake":    {Checked: "2026-12-02", Faulty: true, Line: 7},
		"checked 2 December 2026 by B. Lind":                                 {Checked: "2026-12-02", By: "B. Lind"},
		"not said when it was checked by A. Reed; STALE: check it":           {By: "A. Reed"},
	} {
		if got := none.CheckedWords(e, localDay(t, "2026-12-03")); got != words {
			t.Errorf("said %q, want %q", got, words)
		}
	}
}

func TestTheEntryThatHoldsOnADayDecides(t *testing.T) {
	s := Setting{ID: "rota/oak-school", Name: "Oak School", Officer: "PC Ann Reed", Days: []time.Weekday{time.Monday}}
	l := &Local{Entries: []LocalEntry{
		{Kind: LocalRota, Name: "Oak School", Who: "first", Line: 1},
		{Kind: LocalRota, Name: "oak school", Who: "second", From: "2026-10-01", Line: 2},
		{Kind: LocalRota, Name: "Oak  School", Who: "absent", CoversFor: "second", From: "2026-11-02", Until: "2026-11-06", Line: 3},
		{Kind: LocalRota, Name: "Elm School", Who: "elsewhere", Line: 4},
		{Kind: LocalSchool, Name: "Oak School", Who: "a primary of the name", Line: 5},
	}}
	for on, want := range map[string]string{"2026-09-30": "first", "2026-10-01": "second", "2026-11-02": "absent", "2026-11-06": "absent", "2026-11-07": "second"} {
		if e, ok := l.Cover(s, localDay(t, on)); !ok || e.Who != want {
			t.Errorf("on %s it is %q, want %q", on, e.Who, want)
		}
	}
	if n := len(l.Covers(s)); n != 3 {
		t.Errorf("%d entries", n)
	}
	if c := s.On(localDay(t, "2026-11-02")); c != CoveredYes {
		t.Errorf("the protocol's own answer has changed to %s", c)
	}
	var none *Local
	if _, ok := none.Cover(s, localDay(t, "2026-11-02")); ok || !none.Empty() {
		t.Error("no layer says something")
	}
}

func TestTheDayIsAnsweredByTheEntryAlone(t *testing.T) {
	monday, sunday := localDay(t, "2026-11-23"), localDay(t, "2026-11-29")
	for _, c := range []struct {
		e    LocalEntry
		day  time.Time
		want string
	}{
		{LocalEntry{Days: []time.Weekday{time.Monday}}, monday, "assigned on Monday"},
		{LocalEntry{Days: []time.Weekday{time.Tuesday}}, monday, "nobody assigned on Monday"},
		{LocalEntry{WhenRequired: true}, monday, "attends when required on Monday"},
		{LocalEntry{WhenRequired: true}, sunday, "nobody assigned on Sunday"},
		{LocalEntry{Who: "PC Lane"}, monday, "days not stated: ask"},
		{LocalEntry{Days: []time.Weekday{time.Tuesday}, Faulty: true}, monday, "days not stated: ask"},
		{LocalEntry{Kind: LocalRota, Who: "Nobody"}, monday, ""},
		{LocalEntry{Kind: LocalRota, Who: "currently vacant"}, monday, ""},
	} {
		if got := c.e.DayAnswer(c.day); got != c.want {
			t.Errorf("%+v: %q, want %q", c.e, got, c.want)
		}
	}
}

func TestAServiceIsKnownByItsNameOrItsID(t *testing.T) {
	s := Service{ID: "directory/wipers", Name: "Mentoring programme (Wipers)"}
	for _, written := range []string{"Wipers", "directory/wipers", "mentoring programme (wipers)"} {
		l := &Local{Entries: []LocalEntry{{Kind: LocalService, Name: written, Closed: true}}}
		if _, ok := l.Service(s); !ok {
			t.Errorf("%q is not found", written)
		}
	}
	l := &Local{Entries: []LocalEntry{{Kind: LocalService, Name: "Mentoring", Closed: true}}}
	if _, ok := l.Service(s); ok {
		t.Error("part of a name is taken for the name")
	}
}
