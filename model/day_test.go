package model

import (
	"strings"
	"testing"
	"time"
)

func TestParseDayReadsWhatPeopleWrite(t *testing.T) {
	// Monday 23 November 2026, 09:42.
	now := at(23, 9, 42)
	for text, want := range map[string]string{
		"today":                   "2026-11-23",
		" Today ":                 "2026-11-23",
		"tomorrow":                "2026-11-24",
		"monday":                  "2026-11-23",
		"Mon":                     "2026-11-23",
		"tue":                     "2026-11-24",
		"tues":                    "2026-11-24",
		"weds":                    "",
		"Wednesdays":              "2026-11-25",
		"thurs":                   "2026-11-26",
		"sunday":                  "2026-11-29",
		"2026-11-25":              "2026-11-25",
		"2026/11/25":              "2026-11-25",
		"25/11/2026":              "2026-11-25",
		"25.11.26":                "2026-11-25",
		"25 Nov":                  "2026-11-25",
		"25th November":           "2026-11-25",
		"1st dec":                 "2026-12-01",
		"Nov 25":                  "2026-11-25",
		"23 nov":                  "2026-11-23",
		"22 nov":                  "2027-11-22",
		"25 nov 2025":             "2025-11-25",
		"29 feb 2028":             "2028-02-29",
		"Monday 23 November":      "2026-11-23",
		"Wed, 25 Nov 2026":        "2026-11-25",
		"Wednesday 2026-11-25":    "2026-11-25",
		"tuesday 23 november":     "",
		"29 feb":                  "",
		"2026-02-29":              "",
		"2026-13-40":              "",
		"31/11/2026":              "",
		"25/11":                   "",
		"tuseday":                 "",
		"":                        "",
		"next week":               "",
		"99999999999999999-01-01": "",
	} {
		day, err := ParseDay(text, now)
		got := ""
		if err == nil {
			got = day.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("ParseDay(%q) = %q (%v), want %q", text, got, err, want)
		}
	}
}

func TestParseDayGivesMidnightHere(t *testing.T) {
	zone := time.FixedZone("BST", 3600)
	now := time.Date(2026, 7, 1, 0, 30, 0, 0, zone)
	day, err := ParseDay("today", now)
	if want := time.Date(2026, 7, 1, 0, 0, 0, 0, zone); err != nil || !day.Equal(want) {
		t.Errorf("got %v, %v; want %v", day, err, want)
	}
}

func TestADayThatCannotBeReadSaysWhy(t *testing.T) {
	for text, want := range map[string]string{
		"tuseday":             `"tuseday" is not a day: did you mean tuesday? Days are today, tomorrow, monday … sunday, or a date such as 2026-11-25`,
		"tomorow":             `did you mean tomorrow?`,
		"2026-13-40":          `"2026-13-40" is not in the calendar: there is no such date`,
		"monday 31 november":  `there is no such date`,
		"tuesday 23 november": `23 November 2026 is a Monday`,
		"banana":              `"banana" is not a day. Days are today`,
		"":                    `no day is given`,
		"\x1b[31mred":         `"red" is not a day`,
	} {
		_, err := ParseDay(text, at(23, 9, 0))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ParseDay(%q): %v, want %q", text, err, want)
		}
	}
}

func FuzzParseDay(f *testing.F) {
	for _, seed := range []string{"today", "25/11/2026", "25 Nov", "monday 23 november", "2026-13-40", "\xff"} {
		f.Add(seed)
	}
	now := at(23, 9, 0)
	f.Fuzz(func(t *testing.T, text string) {
		day, err := ParseDay(text, now)
		if err != nil {
			return
		}
		again, err := ParseDay(day.Format(time.DateOnly), now)
		if err != nil || !again.Equal(day) {
			t.Fatalf("ParseDay(%q) = %v, but written out it reads %v, %v", text, day, again, err)
		}
	})
}
