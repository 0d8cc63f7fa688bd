package model

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// ParsePastDay reads a day that has been, as ParseDay reads one to come: a
// weekday is the last one, a date without a year the last such date, and
// yesterday, last friday, three days ago and this morning are understood. A day
// that is still to come is refused.
func ParsePastDay(text string, now time.Time) (time.Time, error) {
	today := midnight(now)
	word := strings.TrimPrefix(strings.ToLower(CleanLine(text)), "on ")
	day, counted := countedDay(word, today)
	if counted && !day.After(today) {
		return day, nil
	}
	day, err := ParseDay(text, now)
	if err != nil {
		return day, errors.New(strings.Replace(err.Error(), "today, tomorrow", "today, yesterday", 1))
	}
	if !day.After(today) {
		return day, nil
	}
	if _, ok := WeekdayNamed(word); ok {
		return day.AddDate(0, 0, -7), nil
	}
	if last := day.AddDate(-1, 0, 0); !counted && !strings.Contains(word, day.Format("2006")) &&
		last.Day() == day.Day() {
		return last, nil
	}
	return day, fmt.Errorf("%s is still to come", day.Format("Monday 2 January 2006"))
}

// DayInWords is a day such as 2026-11-23 as people write it: Monday 23 November
// 2026. Any other text is cleaned and stays as it is.
func DayInWords(day string) string { return dayAs("Monday 2 January 2006", day) }

// DateInWords is DayInWords without the weekday: 23 November 2026.
func DateInWords(day string) string { return dayAs("2 January 2006", day) }

// dayAs writes a stored day in a form; any other text is cleaned and stays.
func dayAs(form, day string) string {
	if t, ok := dayOf(day, time.UTC); ok {
		return t.Format(form)
	}
	return CleanLine(day)
}

// WorkingDay tells whether a day is one from Monday to Friday that is no bank
// holiday in England. School holidays differ from school to school and aren't
// known to it.
func WorkingDay(day time.Time) bool {
	switch day.Weekday() {
	case time.Saturday, time.Sunday:
		return false
	}
	return BankHoliday(day) == ""
}

// AfterWorkingDays is the n-th working day after a day, which itself isn't
// counted. With n 0 it is the day itself, or the next working day after it.
func AfterWorkingDays(day time.Time, n int) time.Time {
	for n == 0 && !WorkingDay(day) {
		day = day.AddDate(0, 0, 1)
	}
	for n > 0 {
		day = day.AddDate(0, 0, 1)
		if WorkingDay(day) {
			n--
		}
	}
	return day
}

// dayOf is a stored day, YYYY-MM-DD, in a time zone, and whether it is one.
func dayOf(day string, zone *time.Location) (time.Time, bool) {
	t, err := time.ParseInLocation(time.DateOnly, day, zone)
	return t, err == nil
}
