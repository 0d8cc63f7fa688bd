package model

import (
	"testing"
	"time"
)

func TestWhenItHappenedIsUnderstoodAsItWasWritten(t *testing.T) {
	now := on("2026-11-28", "14:30") // a Saturday
	for words, want := range map[string]string{
		"today 10:15":               "2026-11-28 10:15",
		"10:15":                     "2026-11-28 10:15",
		"10.15 in the corridor":     "2026-11-28 10:15",
		"today":                     "2026-11-28",
		"this morning":              "2026-11-28",
		"last tuesday lunch":        "2026-11-24",
		"Tuesday 10:40":             "2026-11-24 10:40",
		"Tuesday, period 5":         "2026-11-24",
		"yesterday after school":    "2026-11-27",
		"last night":                "2026-11-27",
		"last saturday":             "2026-11-21",
		"on Monday at about 3pm":    "2026-11-23 15:00",
		"24 November 2026, 3.30 pm": "2026-11-24 15:30",
		"24/11/2026 at noon":        "2026-11-24 12:00",
		"2026-11-24":                "2026-11-24",
		"24 Nov":                    "2026-11-24",
		"Tuesday 24 November 2026":  "2026-11-24",
		"three days ago":            "2026-11-25",
		"a week ago":                "2026-11-21",
		"2 weeks ago, at break":     "2026-11-14",
		"just now":                  "2026-11-28 14:30",
		"20 minutes ago":            "2026-11-28 14:10",
		"an hour ago":               "2026-11-28 13:30",
		"half an hour ago":          "2026-11-28 14:00",
		// A day to come was not last year's.
		"in a week":    "",
		"a week today": "",
		"next friday":  "",
		// What names no one day is not guessed at.
		"period 5":                "",
		"last week":               "",
		"before monday":           "",
		"since tuesday":           "",
		"every friday":            "",
		"Mondays":                 "",
		"tuesday or wednesday":    "",
		"monday to friday":        "",
		"the other day":           "",
		"a week last tuesday":     "",
		"the week before":         "",
		"tomorrow":                "",
		"16:00":                   "",
		"between 10:15 and 11:00": "",
		"25":                      "",
		"room 12":                 "",
		"in the summer holidays":  "",
	} {
		r := ReadPast(words, now)
		if r.At != want || r.Words != words || r.Written != "2026-11-28" {
			t.Errorf("%q is understood as %q, not %q: %+v", words, r.At, want, r)
		}
	}
}

func TestDaysToComeAreUnderstoodAndStayWhatTheyWere(t *testing.T) {
	now := on("2026-11-28", "14:30")
	for words, want := range map[string]string{
		"in a week":       "2026-12-05",
		"in two weeks":    "2026-12-12",
		"in 3 days":       "2026-12-01",
		"in a month":      "2026-12-28",
		"next saturday":   "2026-12-05",
		"next tuesday":    "2026-12-01",
		"by friday":       "2026-12-04",
		"friday lunch":    "2026-12-04",
		"a week today":    "2026-12-05",
		"when I see her":  "",
		"last tuesday":    "",
		"yesterday 10:40": "",
	} {
		if r := ReadComing(words, now); r.At != want {
			t.Errorf("%q is understood as %q, not %q", words, r.At, want)
		}
	}
	if d := monthsFrom(time.Date(2027, 1, 31, 0, 0, 0, 0, time.UTC), 1); d.Format(time.DateOnly) != "2027-02-28" {
		t.Errorf("a month from 31 January is %s", d)
	}
	later := now.AddDate(0, 0, 9)
	again := func(words string) Reading { return ReadComing(words, later) }
	first := ReadComing("friday", now)
	if r := first.Or("friday", again); r != first {
		t.Errorf("read again nine days later: %+v", r)
	}
	if r := first.Or("monday", again); r.At != "2026-12-07" || r.Written != "2026-12-07" {
		t.Errorf("other words: %+v", r)
	}
}

func TestTheDateStandsBesideTheWords(t *testing.T) {
	now := on("2026-11-28", "14:30")
	for words, want := range map[string]string{
		"last tuesday lunch":       "last tuesday lunch (Tuesday 24 November 2026)",
		"today 10:15":              "today 10:15 (Saturday 28 November 2026, 10:15)",
		"at the end of last term":  "at the end of last term (as written on Saturday 28 November 2026)",
		"tuesday 24 November 2026": "Tuesday 24 November 2026",
		"":                         "",
	} {
		if got := ReadPast(words, now).Beside(words); got != want {
			t.Errorf("%q is shown as %q, not %q", words, got, want)
		}
	}
	if got := (Reading{}).Beside("yesterday"); got != "yesterday" {
		t.Errorf("a record from before is shown as %q", got)
	}
}

// A time that is still to come today was on another day: which, is asked.
func TestATimeWithoutItsDayAsksForIt(t *testing.T) {
	now := on("2026-11-28", "09:30")
	for words, want := range map[string]string{
		"10:40": "No day is recognised beside 10:40: your words are kept, with today's date. Write the day " +
			"too, such as yesterday 10:40.",
		"yesterday 10:40": "Friday 27 November 2026, 10:40.",
		"8:40":            "Saturday 28 November 2026, 08:40.",
		"period 5":        "No date is recognised: your words are kept, with today's date.",
	} {
		if got := ReadPast(words, now).Understood(); got != want {
			t.Errorf("%q: %s", words, got)
		}
	}
}
