package model

import (
	"slices"
	"strings"
	"time"
)

// Coverage says whether the protocol assigns an officer to a setting on a day.
// It says nothing of who is on site.
type Coverage string

// The three answers. "When required" is an officer named as a point of contact,
// who attends when asked.
const (
	CoveredYes          Coverage = "yes"
	CoveredNo           Coverage = "no"
	CoveredWhenRequired Coverage = "when required"
)

// String is the coverage in words, as an answer to "who is assigned?".
func (c Coverage) String() string {
	switch c {
	case CoveredYes:
		return "assigned"
	case CoveredWhenRequired:
		return "attends when required"
	}
	return "nobody assigned"
}

// On is the setting's coverage on a day: the day's own weekday decides, in its
// own time zone. The rota assigns weekdays only, so that "when required" means
// Monday to Friday too. School holidays are not in the protocol.
func (s Setting) On(day time.Time) Coverage { return s.OnWeekday(day.Weekday()) }

// OnWeekday is On for any such day of the week.
func (s Setting) OnWeekday(day time.Weekday) Coverage {
	switch {
	case slices.Contains(s.Days, day):
		return CoveredYes
	case s.WhenRequired && day != time.Saturday && day != time.Sunday:
		return CoveredWhenRequired
	}
	return CoveredNo
}

// Week is the setting's coverage from Monday to Friday: a row of the week grid.
func (s Setting) Week() [5]Coverage {
	var week [5]Coverage
	for i, day := range Weekdays() {
		week[i] = s.OnWeekday(day)
	}
	return week
}

// Weekdays is Monday to Friday, the days that a rota can assign.
func Weekdays() [5]time.Weekday {
	return [5]time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday}
}

// Officer is one officer of the rota with every setting they are named at.
type Officer struct {
	// ID is a stable slug: "officer/pc-vittorio-dorsi".
	ID string
	// Name is the officer as printed.
	Name string
	// Settings are the rows that name the officer, in the rota's order.
	Settings []Setting
}

// Week lists, from Monday to Friday, the settings that the officer is assigned
// to on that day. "When required" is not an assignment and isn't listed.
func (o Officer) Week() [5][]Setting {
	var week [5][]Setting
	for i, day := range Weekdays() {
		for _, s := range o.Settings {
			if s.OnWeekday(day) == CoveredYes {
				week[i] = append(week[i], s)
			}
		}
	}
	return week
}

// Officers is each officer once, in the order of their first row.
func (r Rota) Officers() []Officer {
	var officers []Officer
	for _, s := range r.Settings {
		i := slices.IndexFunc(officers, func(o Officer) bool { return o.Name == s.Officer })
		if i < 0 {
			i = len(officers)
			officers = append(officers, Officer{ID: officerID(s.Officer), Name: s.Officer})
		}
		officers[i].Settings = append(officers[i].Settings, s)
	}
	return officers
}

// Elsewhere is the other settings that name the same officer.
func (r Rota) Elsewhere(s Setting) []Setting {
	var others []Setting
	for _, other := range r.Settings {
		if other.Officer == s.Officer && other.ID != s.ID {
			others = append(others, other)
		}
	}
	return others
}

// Find is the setting with an id, and whether there is one.
func (r Rota) Find(id string) (Setting, bool) {
	return find(r.Settings, func(s Setting) bool { return s.ID == id })
}

// officerID makes an id of a printed name.
func officerID(name string) string {
	return "officer/" + strings.ReplaceAll(Fold(name), " ", "-")
}
