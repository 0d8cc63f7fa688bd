package model

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

const dayHelp = "Days are today, tomorrow, monday … sunday, or a date such as 2026-11-25"

// errNoSuchDate tells a date that is well written and isn't in the calendar, and
// errNotDate what isn't written as one.
var (
	errNoSuchDate = errors.New("no such date")
	errNotDate    = errors.New("not a date")
)

// ParseDay reads a day as a person writes it: today, tomorrow, a weekday in full or short (the next one, today
// included), next friday (not today), in a week, in three days, 2026-11-25, 25/11/2026, 25 Nov (the next one)
// or 25 November 2026, also after its weekday, or after "on" or "by". The day comes back as midnight in now's
// time zone. An error says what wasn't understood, a near word where there is one, and what can be written.
func ParseDay(text string, now time.Time) (time.Time, error) {
	shown, today := CleanLine(text), midnight(now)
	word := CleanLine(strings.ToLower(strings.ReplaceAll(shown, ",", " ")))
	if word == "" {
		return time.Time{}, fmt.Errorf("no day is given. %s", dayHelp)
	}
	word = strings.TrimPrefix(strings.TrimPrefix(word, "on "), "by ")
	if day, ok := countedDay(word, today); ok && !day.Before(today) {
		return day, nil
	}
	day, err := parseDate(word, today)
	if name, rest, _ := strings.Cut(word, " "); errors.Is(err, errNotDate) {
		// "Monday 23 November", as this program itself writes a day.
		if weekday, ok := WeekdayNamed(name); ok {
			if day, err = parseDate(rest, today); err == nil && day.Weekday() != weekday {
				return time.Time{}, fmt.Errorf("%q can't be right: %s is a %s. %s", shown, day.Format("2 January 2006"),
					day.Weekday(), dayHelp)
			}
		}
	}
	switch near := Nearest(word, dayWords); {
	case err == nil:
		return day, nil
	case errors.Is(err, errNoSuchDate):
		return time.Time{}, fmt.Errorf("%q is not in the calendar: there is no such date. %s", shown, dayHelp)
	case near != "":
		return time.Time{}, fmt.Errorf("%q is not a day: did you mean %s? %s", shown, near, dayHelp)
	}
	return time.Time{}, fmt.Errorf("%q is not a day. %s", shown, dayHelp)
}

var dayWords = []string{
	"today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
}

// WeekdayNamed reads a weekday in full or from three letters on, whatever its case,
// and the plurals that people write on rotas: "Mon.", "Fridays".
func WeekdayNamed(word string) (time.Weekday, bool) {
	word = strings.TrimSuffix(strings.ToLower(word), ".")
	for day := time.Sunday; day <= time.Saturday; day++ {
		name := strings.ToLower(day.String())
		if len(word) >= 3 && strings.HasPrefix(name, word) || word == name+"s" {
			return day, true
		}
	}
	return 0, false
}

func parseDate(word string, today time.Time) (time.Time, error) {
	fields := strings.FieldsFunc(word, func(r rune) bool {
		return r == '-' || r == '/' || r == '.' || r == ' '
	})
	switch {
	case len(fields) == 3 && allDigits(fields...):
		if len(fields[0]) == 4 {
			return date(fields[0], fields[1], fields[2], today)
		}
		return date(fields[2], fields[1], fields[0], today)
	case len(fields) == 2 || len(fields) == 3:
		return namedMonth(fields, today)
	}
	return time.Time{}, errNotDate
}

// namedMonth reads "25 nov", "nov 25" and "25 november 2026". Without a year it
// is the next such date, today included.
func namedMonth(fields []string, today time.Time) (time.Time, error) {
	day, month := strings.TrimRight(fields[0], "stndrh"), monthNamed(fields[1])
	if month == 0 {
		day, month = strings.TrimRight(fields[1], "stndrh"), monthNamed(fields[0])
	}
	if month == 0 || !allDigits(day) {
		return time.Time{}, errNotDate
	}
	number := strconv.Itoa(int(month))
	if len(fields) == 3 {
		if !allDigits(fields[2]) {
			return time.Time{}, errNotDate
		}
		return date(fields[2], number, day, today)
	}
	for year := today.Year(); year <= today.Year()+1; year++ {
		d, err := date(strconv.Itoa(year), number, day, today)
		if err == nil && !d.Before(today) {
			return d, nil
		}
	}
	return time.Time{}, errNoSuchDate
}

func monthNamed(word string) time.Month {
	for month := time.January; month <= time.December; month++ {
		if len(word) >= 3 && strings.HasPrefix(strings.ToLower(month.String()), word) {
			return month
		}
	}
	return 0
}

// date makes a day of three numbers and refuses one that isn't in the calendar, where time.Date would roll over
// into the next month. A year of two digits is this century's.
func date(year, month, day string, today time.Time) (time.Time, error) {
	if len(year) == 2 {
		year = "20" + year
	}
	y, errY := strconv.Atoi(year)
	m, errM := strconv.Atoi(month)
	d, errD := strconv.Atoi(day)
	if errY != nil || errM != nil || errD != nil || len(year) != 4 || y < 1 {
		return time.Time{}, errNoSuchDate
	}
	made := time.Date(y, time.Month(m), d, 0, 0, 0, 0, today.Location())
	if made.Year() != y || int(made.Month()) != m || made.Day() != d {
		return time.Time{}, errNoSuchDate
	}
	return made, nil
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

func allDigits(fields ...string) bool {
	for _, f := range fields {
		if f == "" || strings.Trim(f, "0123456789") != "" {
			return false
		}
	}
	return true
}

var daysAway = map[string]int{
	"yesterday": -1, "last night": -1, "yesterday morning": -1, "yesterday afternoon": -1, "yesterday evening": -1,
	"today": 0, "this morning": 0, "this lunchtime": 0, "this afternoon": 0, "this evening": 0, "tonight": 0,
	"tomorrow": 1, "a week today": 7, "this day next week": 7, "a week tomorrow": 8,
}

// countedDay reads a day that is counted from today: yesterday, friday, last friday,
// next friday, in a week, a fortnight ago, this morning.
func countedDay(word string, today time.Time) (time.Time, bool) {
	if n, ok := daysAway[word]; ok {
		return today.AddDate(0, 0, n), true
	}
	lead, name, found := strings.Cut(word, " ")
	if !found {
		lead, name = "", word
	}
	if weekday, ok := WeekdayNamed(name); ok {
		ahead := (int(weekday-today.Weekday()) + 7) % 7
		switch {
		case lead == "last":
			return today.AddDate(0, 0, ahead-7), true
		case lead == "next" && ahead == 0:
			return today.AddDate(0, 0, 7), true
		case lead == "" || lead == "this" || lead == "next":
			return today.AddDate(0, 0, ahead), true
		}
	}
	if span, ok := strings.CutPrefix(word, "in "); ok {
		return spanFrom(span, today, 1)
	}
	if span, ok := strings.CutSuffix(word, " ago"); ok {
		return spanFrom(span, today, -1)
	}
	return time.Time{}, false
}

func spanFrom(span string, today time.Time, sign int) (time.Time, bool) {
	n, unit, ok := counted(span)
	if days, known := map[string]int{"day": 1, "week": 7, "fortnight": 14}[unit]; ok && known {
		return today.AddDate(0, 0, sign*n*days), true
	}
	return monthsFrom(today, sign*n), ok && unit == "month"
}

// monthsFrom is the same day of another month, or that month's last.
func monthsFrom(today time.Time, n int) time.Time {
	day := today.AddDate(0, n, 0)
	if day.Day() != today.Day() {
		day = day.AddDate(0, 0, -day.Day())
	}
	return day
}

var numberWords = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10,
}

func counted(span string) (n int, unit string, ok bool) {
	many, unit, ok := strings.Cut(span, " ")
	n, named := numberWords[many]
	if !named {
		var err error
		if n, err = strconv.Atoi(many); err != nil || !allDigits(many) || n > 1000 {
			return 0, "", false
		}
	}
	return n, strings.TrimSuffix(unit, "s"), ok
}

func momentsAgo(words string, now time.Time) (time.Time, bool) {
	word := strings.ToLower(CleanLine(words))
	if word == "now" || word == "just now" {
		return now, true
	}
	span, ago := strings.CutSuffix(word, " ago")
	if n, unit, ok := counted(strings.TrimPrefix(span, "about ")); ago && ok {
		switch unit {
		case "minute", "min":
			return now.Add(-time.Duration(n) * time.Minute), true
		case "hour":
			return now.Add(-time.Duration(n) * time.Hour), true
		}
	}
	return now.Add(-30 * time.Minute), span == "half an hour" && ago
}
