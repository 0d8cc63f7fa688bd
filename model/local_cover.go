package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Standing is how one of several entries about a setting stands on a day.
type Standing int

// The standings of an entry.
const (
	Holding  Standing = iota // the entry that answers for the day
	Beside                   // one that holds too, for other days of the week or in an absence
	Replaced                 // one whose days a newer officer has taken over
	// ToCome is one whose first day is still to come, and Ended one whose last is past.
	ToCome
	Ended
)

// String is the standing as a word before what the entry says.
func (s Standing) String() string { return [...]string{"now", "also", "replaced", "then", "ended"}[s] }

// Stand is how the entry at an index stands among entries about one setting.
func Stand(list []LocalEntry, i int, day time.Time) Standing {
	e := list[i]
	holds, ok := holding(list, day)
	switch {
	case ok && holds.Line == e.Line:
		return Holding
	case e.Over(day):
		return Ended
	case !e.HoldsOn(day):
		return ToCome
	case slices.ContainsFunc(list, func(n LocalEntry) bool { return n.HoldsOn(day) && n.Replaces(e) }):
		return Replaced
	}
	return Beside
}

func holding(list []LocalEntry, day time.Time) (best LocalEntry, ok bool) {
	for _, e := range list {
		if e.HoldsOn(day) && (!ok || e.before(best, day)) {
			best, ok = e, true
		}
	}
	return best, ok
}

func (e LocalEntry) before(other LocalEntry, day time.Time) bool {
	// An officer of Thursdays says nothing of who comes on Monday.
	decides := func(e LocalEntry) bool {
		c, stated := e.On(day)
		return e.Nobody() || !stated || c != CoveredNo
	}
	switch {
	case (e.CoversFor != "") != (other.CoversFor != ""):
		return e.CoversFor != ""
	case decides(e) != decides(other):
		return decides(e)
	}
	return e.Newer(other)
}

// Newer reports whether the entry began later, or was checked later, or stands further down in the file.
func (e LocalEntry) Newer(other LocalEntry) bool {
	return cmp.Or(cmp.Compare(e.From, other.From), cmp.Compare(e.Checked, other.Checked), e.Line-other.Line) > 0
}

// Replaces reports whether the entry takes over every day that an older one
// names. Cover for an absence replaces nobody.
func (e LocalEntry) Replaces(old LocalEntry) bool {
	if e.CoversFor != "" || old.CoversFor != "" || e.Line == old.Line && e.Line > 0 || !e.Newer(old) {
		return false
	}
	return len(old.weekdays()) == len(sharedDays(e, old))
}

// Overlap is the weekdays that two entries about one setting both name in days
// of the calendar that they share; none where they can be told apart.
func (e LocalEntry) Overlap(other LocalEntry) []time.Weekday {
	if (e.CoversFor != "") != (other.CoversFor != "") || e.Until != "" && e.Until < other.From || other.Until != "" &&
		other.Until < e.From {
		return nil
	}
	return sharedDays(e, other)
}

// weekdays are the days that an entry speaks of. One that says none, names
// nobody or attends when required speaks of all.
func (e LocalEntry) weekdays() []time.Weekday {
	if e.Nobody() || len(e.Days) == 0 || e.WhenRequired {
		days := Weekdays()
		return days[:]
	}
	return e.Days
}

func sharedDays(a, b LocalEntry) []time.Weekday {
	return filter(a.weekdays(), func(day time.Weekday) bool { return slices.Contains(b.weekdays(), day) })
}

// Answer is what the entry says, in one line: "PC Sam Brown, Monday to Friday,
// 020 7946 0001, until 11 December 2026".
func (e LocalEntry) Answer() string {
	who := e.Who
	switch {
	case e.Nobody():
		who = "nobody covers it"
	case e.CoversFor != "" && e.Who != "":
		who += ", covering for " + e.CoversFor
	case e.CoversFor != "":
		who = "cover for " + e.CoversFor
	}
	parts := []string{who}
	if e.Closed {
		parts = []string{"closed", who}
	}
	if !e.Nobody() {
		parts = append(parts, e.Assigned)
	}
	for _, c := range e.Contacts() {
		parts = append(parts, c.Value)
	}
	if e.From != "" {
		parts = append(parts, "from "+DateInWords(e.From))
	}
	if e.Until != "" {
		parts = append(parts, "until "+DateInWords(e.Until))
	}
	return strings.Join(said(parts...), ", ")
}

// DayWords say whether somebody is assigned on a day by the school's own entry,
// never that somebody is on site. They are empty where nobody covers it at all.
func (e LocalEntry) DayWords(day time.Time) string {
	c, stated := e.On(day)
	switch {
	case e.Nobody():
		return ""
	case !stated:
		return "days not stated: ask"
	}
	return c.String()
}

// DayAnswer is DayWords with the day: "assigned on Monday".
func (e LocalEntry) DayAnswer(day time.Time) string {
	if _, stated := e.On(day); e.Nobody() || !stated {
		return e.DayWords(day)
	}
	return e.DayWords(day) + " on " + day.Weekday().String()
}

// CheckedWords says when the entry was checked and by whom, and whether it has
// to be checked again: "checked 3 September 2026 by A. Reed".
func (l *Local) CheckedWords(e LocalEntry, now time.Time) string {
	text := "no checked date"
	if e.Checked != "" {
		text = "checked " + DateInWords(e.Checked)
	}
	if e.By != "" {
		text += " by " + e.By
	}
	if why := l.staleWords(e, now); why != "" {
		text += "; " + why
	}
	if e.Faulty {
		text += fmt.Sprintf("; line %d of the Local file has a mistake", e.Line)
	}
	return text
}

// CheckedShort is CheckedWords for a column: "checked 3 Sep 2026", after STALE
// where the entry has to be checked again.
func (l *Local) CheckedShort(e LocalEntry, now time.Time) string {
	text := "never checked"
	if day, ok := dayOf(e.Checked, now.Location()); ok {
		text = "checked " + day.Format("2 Jan 2006")
	}
	if l.Stale(e, now) {
		text = "STALE, " + text
	}
	return text
}

func (l *Local) staleWords(e LocalEntry, now time.Time) string {
	switch {
	case !l.Stale(e, now):
		return ""
	case e.Checked == "":
		return "STALE: check it"
	case e.Checked > now.Format(time.DateOnly):
		return "STALE: that date is in the future, check it"
	}
	checked, _ := dayOf(e.Checked, now.Location())
	days := int(midnight(now).Sub(checked).Hours()+12) / 24
	return fmt.Sprintf("STALE: %d days ago, check it", days)
}

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
	case why == bankHoliday(day):
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
	if holiday := bankHoliday(day); holiday != "" {
		return holiday
	}
	usual := usualHoliday(day)
	switch term, known := l.termAround(day); {
	case known && term == nil:
		return "outside your school's term dates"
	case usual != "" && (term == nil || term.long()):
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

func (e LocalEntry) long() bool {
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
func OfficeHours(now time.Time) bool { return workingDay(now) && now.Hour() >= 9 && now.Hour() < 17 }
