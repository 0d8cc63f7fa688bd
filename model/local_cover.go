package model

import (
	"slices"
	"time"
)

// Standing is how one of several entries about a setting stands on a day.
type Standing int

// The standings of an entry.
const (
	// Holding is the entry that answers for the day.
	Holding Standing = iota
	// Beside is one that holds too, for other days of the week or in an absence.
	Beside
	// Replaced is one whose days a newer officer has taken over.
	Replaced
	// ToCome is one whose first day is still to come, and Ended one whose last is past.
	ToCome
	Ended
)

// String is the standing as a word before what the entry says.
func (s Standing) String() string {
	return [...]string{"now", "also", "replaced", "then", "ended"}[s]
}

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

// holding is the entry that answers for a day.
func holding(list []LocalEntry, day time.Time) (best LocalEntry, ok bool) {
	for _, e := range list {
		if e.HoldsOn(day) && (!ok || e.before(best, day)) {
			best, ok = e, true
		}
	}
	return best, ok
}

// before reports whether the entry decides on a day on which both hold.
func (e LocalEntry) before(other LocalEntry, day time.Time) bool {
	if (e.CoversFor != "") != (other.CoversFor != "") {
		return e.CoversFor != ""
	}
	if e.decides(day) != other.decides(day) {
		return e.decides(day)
	}
	return e.Newer(other)
}

// decides reports whether the entry speaks of the weekday at all: an officer of
// Thursdays says nothing of who comes on Monday.
func (e LocalEntry) decides(day time.Time) bool {
	c, stated := e.On(day)
	return e.Nobody() || !stated || c != CoveredNo
}

// Newer reports whether the entry began later, or was checked later, or stands
// further down in the file.
func (e LocalEntry) Newer(other LocalEntry) bool {
	switch {
	case e.From != other.From:
		return e.From > other.From
	case e.Checked != other.Checked:
		return e.Checked > other.Checked
	}
	return e.Line > other.Line
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

// sharedDays are the days that both entries speak of.
func sharedDays(a, b LocalEntry) []time.Weekday {
	var days []time.Weekday
	for _, day := range a.weekdays() {
		if slices.Contains(b.weekdays(), day) {
			days = append(days, day)
		}
	}
	return days
}
