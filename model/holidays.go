package model

import "time"

// BankHoliday is the name of the bank holiday in England and Wales on a day, or
// "". It is reckoned from the rules that have held since 1978, with the days
// that were moved or added by proclamation from 2020 to 2023; one that is
// proclaimed later isn't known to it.
func BankHoliday(day time.Time) string {
	year, month, date := day.Date()
	if name, moved := proclaimed[day.Format(time.DateOnly)]; moved {
		return name
	}
	easter := easterSunday(year)
	at := time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
	switch {
	case at.Equal(easter.AddDate(0, 0, -2)):
		return "Good Friday"
	case at.Equal(easter.AddDate(0, 0, 1)):
		return "Easter Monday"
	case month == time.January && substitute(at, 1):
		return "New Year's Day"
	case month == time.December:
		return christmasHoliday(at)
	case at.Weekday() != time.Monday:
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

// proclaimed are the single changes: days added, and Mondays that were moved
// and so were ordinary working days.
var proclaimed = map[string]string{
	"2020-05-04": "", "2020-05-08": "Early May bank holiday",
	"2022-05-30": "", "2022-06-02": "Spring bank holiday", "2022-06-03": "Platinum Jubilee bank holiday",
	"2022-09-19": "Bank holiday for the State Funeral of Queen Elizabeth II",
	"2023-05-08": "Bank holiday for the coronation of King Charles III",
}

// substitute reports whether the day is the named day of the month or, where that
// falls on a weekend, the Monday after it.
func substitute(at time.Time, date int) bool {
	return at.Day() == date || at.Weekday() == time.Monday && (at.Day() == date+1 || at.Day() == date+2)
}

// christmasHoliday names 25 and 26 December and the days in their place: two
// days at a weekend are made up for on the Monday and the Tuesday.
func christmasHoliday(at time.Time) string {
	switch date, day := at.Day(), at.Weekday(); {
	case date == 25:
		return "Christmas Day"
	case date == 26:
		return "Boxing Day"
	case (date == 27 || date == 28) && (day == time.Monday || day == time.Tuesday):
		return "Christmas Day or Boxing Day (substitute)"
	}
	return ""
}

// easterSunday is the western Easter of a year, by the Gregorian reckoning
// (Meeus, Jones and Butcher).
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
