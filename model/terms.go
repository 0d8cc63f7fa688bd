package model

import "time"

// Terms are the school's own term dates.
func (l *Local) Terms() []LocalEntry {
	return l.of(LocalTerm, func(e LocalEntry) bool { return e.From != "" && e.Until != "" })
}

// longestHalf is how many days half a term lasts at most. A term that is
// longer has a half-term holiday in it, which its first and last day don't tell.
const longestHalf = 63

// DayCaution says why nobody may be at a school on a day from Monday to Friday,
// though an officer is assigned; empty where nothing speaks for it.
func (l *Local) DayCaution(day time.Time) string {
	why := l.Holiday(day)
	switch {
	case why == "":
		return ""
	case why == BankHoliday(day):
		return why + "; the protocol doesn't say what holds on bank holidays"
	}
	return why + ": the school may be closed"
}

// HoursCaution says why printed hours may not hold on a day, or is empty.
func (l *Local) HoursCaution(day time.Time) string {
	if why := l.Holiday(day); why != "" {
		return why + ": hours may differ"
	}
	return ""
}

// Holiday is why a day from Monday to Friday may be a holiday: a bank holiday, a
// day outside the school's own terms, or, where these aren't known for the day,
// the weeks in which schools in England usually have holidays. Else it is empty.
func (l *Local) Holiday(day time.Time) string {
	if wd := day.Weekday(); wd == time.Saturday || wd == time.Sunday {
		return ""
	}
	if holiday := BankHoliday(day); holiday != "" {
		return holiday
	}
	usual := usualHoliday(day)
	switch term, known := l.termAround(day); {
	case known && term == nil:
		return "outside your school's term dates"
	case usual != "" && (term == nil || longTerm(*term)):
		return "in the usual " + usual
	}
	return ""
}

// termAround is the term that a day is in, or nil, and whether the school's own
// dates reach to both sides of the day.
func (l *Local) termAround(day time.Time) (term *LocalEntry, known bool) {
	on, before, after := day.Format(time.DateOnly), false, false
	for _, e := range l.Terms() {
		if e.HoldsOn(day) {
			return &e, true
		}
		before = before || e.Until < on
		after = after || e.From > on
	}
	return nil, before && after
}

// longTerm reports whether a term is long enough to have a half-term holiday in it.
func longTerm(e LocalEntry) bool {
	from, ok := dayOf(e.From, time.UTC)
	until, too := dayOf(e.Until, time.UTC)
	return ok && too && until.Sub(from) > longestHalf*24*time.Hour
}

// usualHoliday names the holiday that schools in England usually have on a day,
// or is empty. Councils and academies set their own dates, a week to either side.
func usualHoliday(day time.Time) string {
	year, month, date := day.Date()
	at := time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
	monday := at.AddDate(0, 0, -(int(at.Weekday())+6)%7)
	week := func(m time.Month, from, to int) bool {
		return monday.Month() == m && monday.Day() >= from && monday.Day() <= to
	}
	easter := easterSunday(year)
	switch {
	case month == time.December && date >= 20, month == time.January && date <= 3:
		return "Christmas holiday"
	case week(time.February, 12, 18):
		return "February half-term"
	case !at.Before(easter.AddDate(0, 0, -13)) && !at.After(easter.AddDate(0, 0, 12)):
		return "Easter holiday"
	case week(time.May, 25, 31):
		return "May half-term"
	case month == time.July && date >= 22, month == time.August, month == time.September && date == 1:
		return "summer holiday"
	case week(time.October, 22, 28):
		return "autumn half-term"
	}
	return ""
}

// OfficeHours reports whether offices are likely to answer: a working day, from
// nine to five. The protocol prints hours for two services only.
func OfficeHours(now time.Time) bool {
	return WorkingDay(now) && now.Hour() >= 9 && now.Hour() < 17
}
