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
	for on, want := range map[string]bool{
		"2026-09-02": true, "2026-09-03": false, "2026-12-02": false,
		"2026-12-03": true,
	} {
		if got := (&Local{}).Stale(e, localDay(t, on)); got != want {
			t.Errorf("on %s stale is %v", on, got)
		}
	}
	if !(&Local{StaleAfter: 7}).Stale(e, localDay(t, "2026-09-11")) ||
		(&Local{StaleAfter: 7}).Stale(e, localDay(t, "2026-09-10")) {
		t.Error("seven days are not seven")
	}
	var none *Local
	if !none.Stale(LocalEntry{}, localDay(t, "2026-09-03")) {
		t.Error("an entry that nobody checked is not stale")
	}
	for words, e := range map[string]LocalEntry{
		"checked 3 September 2026 by A. Reed; STALE: 91 days ago, check it":   {Checked: "2026-09-03", By: "A. Reed"},
		"no checked date; STALE: check it":                                    {},
		"checked 1 January 2027; STALE: that date is in the future, check it": {Checked: "2027-01-01"},
		"checked 2 December 2026; line 7 of the Local file has a mistake": {
			Checked: "2026-12-02", Faulty: true,
			Line: 7,
		},
		"checked 2 December 2026 by B. Lind":          {Checked: "2026-12-02", By: "B. Lind"},
		"no checked date by A. Reed; STALE: check it": {By: "A. Reed"},
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
		{
			Kind: LocalRota, Name: "Oak  School", Who: "absent", CoversFor: "second", From: "2026-11-02",
			Until: "2026-11-06", Line: 3,
		},
		{Kind: LocalRota, Name: "Elm School", Who: "elsewhere", Line: 4},
		{Kind: LocalSchool, Name: "Oak School", Who: "a primary of the name", Line: 5},
	}}
	for on, want := range map[string]string{
		"2026-09-30": "first", "2026-10-01": "second", "2026-11-02": "absent",
		"2026-11-06": "absent", "2026-11-07": "second",
	} {
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

func TestANewOfficerTakesOverTheDaysThatBothName(t *testing.T) {
	days := func(d ...time.Weekday) []time.Weekday { return d }
	week := days(time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday)
	s := Setting{ID: "rota/oak-school", Name: "Oak School"}
	entry := func(line int, who, from string, d []time.Weekday) LocalEntry {
		return LocalEntry{
			Kind: LocalRota, Name: "Oak School", Who: who, From: from, Days: d, Checked: "2026-09-03",
			Line: line,
		}
	}
	// The new officer has the whole week: the old one is replaced.
	l := &Local{Entries: []LocalEntry{entry(9, "new", "2026-11-01", week), entry(3, "old", "", week)}}
	if e, _ := l.Cover(s, localDay(t, "2026-11-23")); e.Who != "new" {
		t.Errorf("%s answers", e.Who)
	}
	if st := Stand(l.Covers(s), 1, localDay(t, "2026-11-23")); st != Replaced {
		t.Errorf("the old officer is %q", st)
	}
	if len(l.Entries[0].Overlap(l.Entries[1])) != 5 {
		t.Error("the overlap is not seen")
	}
	// The new officer comes on Thursday only: the old one stays on the other days.
	l.Entries[0].Days = days(time.Thursday)
	for on, want := range map[string]string{"2026-11-23": "old", "2026-11-26": "new", "2026-10-29": "old"} {
		if e, _ := l.Cover(s, localDay(t, on)); e.Who != want {
			t.Errorf("on %s it is %s, want %s", on, e.Who, want)
		}
	}
	if st := Stand(l.Covers(s), 1, localDay(t, "2026-11-26")); st != Beside {
		t.Errorf("beside is %q", st)
	}
	// Two who share the week can be told apart, and a vacancy ends them all.
	l.Entries[1].Days = days(time.Monday, time.Tuesday)
	if l.Entries[0].Overlap(l.Entries[1]) != nil {
		t.Error("two halves of a week overlap")
	}
	l.Entries = append(l.Entries, entry(12, "Vacant (TBC)", "2026-11-10", nil))
	if e, _ := l.Cover(s, localDay(t, "2026-11-23")); !e.Nobody() {
		t.Errorf("%s covers a vacant post", e.Who)
	}
	// Of two without a first day, the one checked last is the newer.
	l.Entries = []LocalEntry{entry(9, "newer", "", week), entry(3, "older", "", week)}
	l.Entries[1].Checked = "2026-01-03"
	if e, _ := l.Cover(s, localDay(t, "2026-11-23")); e.Who != "newer" {
		t.Errorf("%s answers", e.Who)
	}
}

func TestAVacancyIsNobodyAndAnOfficerIsNot(t *testing.T) {
	for name, want := range map[string]bool{
		"vacant": true, "Post vacant": true, "VACANCY (TBC)": true, "currently vacant": true, "n/a": true, "TBC": true,
		"No officer":   true,
		"PC Sam Brown": false, "PC Vacant Brown": false, "vacancy covered by PC Lane": false, "": false, "PC": false,
	} {
		if Vacant(name) != want {
			t.Errorf("%q is taken for %v", name, !want)
		}
	}
	e := LocalEntry{Kind: LocalRota, Who: "vacant", Assigned: "attends when required", WhenRequired: true}
	if got := e.Answer(); got != "nobody covers it" {
		t.Errorf("it says %q", got)
	}
}

func TestADayInTheHolidaysCarriesItsCaution(t *testing.T) {
	none := &Local{}
	own := &Local{Entries: []LocalEntry{
		{Kind: LocalTerm, Name: "Autumn, first half", From: "2026-09-02", Until: "2026-10-16"},
		{Kind: LocalTerm, Name: "Autumn, second half", From: "2026-10-26", Until: "2026-12-18"},
		{Kind: LocalTerm, Name: "Spring", From: "2027-01-04", Until: "2027-03-24"},
	}}
	for _, c := range []struct {
		l    *Local
		on   string
		want string
	}{
		{none, "2026-11-23", ""},
		{none, "2026-08-05", "in the usual summer holiday"},
		{none, "2026-10-28", "in the usual autumn half-term"},
		{none, "2026-12-22", "in the usual Christmas holiday"},
		{none, "2027-02-17", "in the usual February half-term"},
		{none, "2026-04-08", "in the usual Easter holiday"},
		{none, "2026-05-27", "in the usual May half-term"},
		{none, "2026-12-25", "Christmas Day"},
		{none, "2026-08-08", ""},                                // a Saturday
		{own, "2026-10-28", ""},                                 // its own half-term was a week earlier
		{own, "2026-10-20", "outside your school's term dates"}, // and this is it
		{own, "2027-02-17", "in the usual February half-term"},  // a whole term has one in it
		{own, "2027-03-10", ""},
		{own, "2027-08-05", "in the usual summer holiday"}, // beyond what it knows
	} {
		if got := c.l.Holiday(localDay(t, c.on)); got != c.want {
			t.Errorf("%s: %q, want %q", c.on, got, c.want)
		}
	}
	if got := none.DayCaution(localDay(t, "2026-08-05")); got != "in the usual summer holiday: the school may be "+
		"closed" {
		t.Errorf("said %q", got)
	}
}
