package model

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// parsePastDay reads a day that has been, as ParseDay reads one to come: a weekday is the last one, a date
// without a year the last such date, and yesterday, last friday, three days ago and this morning are
// understood. A day that is still to come is refused.
func parsePastDay(text string, now time.Time) (time.Time, error) {
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

func dayAs(form, day string) string {
	if t, ok := dayOf(day, time.UTC); ok {
		return t.Format(form)
	}
	return CleanLine(day)
}

// workingDay tells whether a day is one from Monday to Friday that is no bank holiday in England. School
// holidays differ from school to school and aren't known to it.
func workingDay(day time.Time) bool {
	switch day.Weekday() {
	case time.Saturday, time.Sunday:
		return false
	}
	return bankHoliday(day) == ""
}

// afterWorkingDays is the n-th working day after a day, which itself isn't
// counted. With n 0 it is the day itself, or the next working day after it.
func afterWorkingDays(day time.Time, n int) time.Time {
	for n == 0 && !workingDay(day) {
		day = day.AddDate(0, 0, 1)
	}
	for n > 0 {
		day = day.AddDate(0, 0, 1)
		if workingDay(day) {
			n--
		}
	}
	return day
}

func dayOf(day string, zone *time.Location) (time.Time, bool) {
	t, err := time.ParseInLocation(time.DateOnly, day, zone)
	return t, err == nil
}

// bankHoliday is the name of the bank holiday in England and Wales on a day, or "". It is reckoned from the
// rules that have held since 1978, with the days that were moved or added by proclamation from 2020 to 2023;
// one that is proclaimed later isn't known to it.
func bankHoliday(day time.Time) string {
	year, month, date := day.Date()
	if name, moved := proclaimed[day.Format(time.DateOnly)]; moved {
		return name
	}
	easter := easterSunday(year)
	at := time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
	monday, tuesday := at.Weekday() == time.Monday, at.Weekday() == time.Tuesday
	switch {
	case at.Equal(easter.AddDate(0, 0, -2)):
		return "Good Friday"
	case at.Equal(easter.AddDate(0, 0, 1)):
		return "Easter Monday"
	case month == time.January && (date == 1 || monday && date <= 3):
		return "New Year's Day"
	case month == time.December:
		return christmas(date, monday || tuesday)
	case !monday:
		return ""
	case month == time.May && date <= 7:
		return "Early May bank holiday"
	case month == time.May && date >= 25:
		return "Spring bank holiday"
	case month == time.August && date >= 25:
		return "Summer bank holiday"
	}
	return ""
}

// proclaimed are the single changes: days added, and Mondays that were moved and so were ordinary working days.
var proclaimed = map[string]string{
	"2020-05-04": "", "2020-05-08": "Early May bank holiday",
	"2022-05-30": "", "2022-06-02": "Spring bank holiday", "2022-06-03": "Platinum Jubilee bank holiday",
	"2022-09-19": "Bank holiday for the State Funeral of Queen Elizabeth II",
	"2023-05-08": "Bank holiday for the coronation of King Charles III",
}

func christmas(date int, instead bool) string {
	switch {
	case date == 25:
		return "Christmas Day"
	case date == 26:
		return "Boxing Day"
	case date > 26 && date < 29 && instead:
		return "Christmas Day or Boxing Day (substitute)"
	}
	return ""
}

// easterSunday is the western Easter of a year, by the Gregorian reckoning (Meeus, Jones and Butcher).
func easterSunday(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return time.Date(year, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC)
}
