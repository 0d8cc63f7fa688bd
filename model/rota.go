package model

import (
	"slices"
	"strings"
	"time"
)

// Setting is one row of the rota (section 5): a school or other setting, the
// officer named for it, and the days the protocol assigns.
type Setting struct {
	ID       string `json:"id"`       // a stable slug: "rota/st-aloysius-rc-college"
	Name     string `json:"setting"`  // the setting as printed
	Officer  string `json:"officer"`  // the officer as printed: "PC Abdul Kamara"
	Assigned string `json:"assigned"` // the printed days: "Wednesday and attends when required"
	Days     Days   `json:"days"`     // the weekdays read from Assigned
	// WhenRequired tells that the officer is a point of contact who attends when required, on top of any Days.
	WhenRequired bool `json:"when_required"`
	Line         int  `json:"-"` // the row's line in its file, from 1
}

// Rota is section 5's table of settings and officers.
type Rota struct {
	Title    string
	Settings []Setting
}

// Coverage says whether the protocol assigns an officer to a setting on a day.
// It says nothing of who is on site.
type Coverage string

// The three answers. "When required" is an officer named as a point of contact, who attends when asked.
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

// On is the setting's coverage on a day: the day's own weekday decides, in its own time zone. The rota assigns
// weekdays only, so that "when required" means Monday to Friday too. School holidays are not in the protocol.
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
	ID       string    // a stable slug: "officer/pc-vittorio-dorsi"
	Name     string    // the officer as printed
	Settings []Setting // the rows that name the officer, in the rota's order
}

// Officers is each officer once, in the order of their first row.
func (r Rota) Officers() []Officer {
	var officers []Officer
	for _, s := range r.Settings {
		i := slices.IndexFunc(officers, func(o Officer) bool { return o.Name == s.Officer })
		if i < 0 {
			i = len(officers)
			id := "officer/" + strings.ReplaceAll(Fold(s.Officer), " ", "-")
			officers = append(officers, Officer{ID: id, Name: s.Officer})
		}
		officers[i].Settings = append(officers[i].Settings, s)
	}
	return officers
}

// Elsewhere is the other settings that name the same officer.
func (r Rota) Elsewhere(s Setting) []Setting {
	return filter(r.Settings, func(o Setting) bool { return o.Officer == s.Officer && o.ID != s.ID })
}

// Find is the setting with an id, and whether there is one.
func (r Rota) Find(id string) (Setting, bool) {
	return find(r.Settings, func(s Setting) bool { return s.ID == id })
}

// Vacant reports whether what stands in an officer's place says that there is nobody: "vacant", "Post vacant
// (TBC)", "n/a". A vacancy is assigned on no day, whatever days are written beside it.
func Vacant(name string) bool {
	folded := Fold(name)
	switch folded {
	case "nobody", "no one", "none", "no officer", "nil", "n a", "na", "tbc", "tba", "to be confirmed",
		"to be appointed",
		"not filled", "unfilled", "not appointed", "not assigned", "unassigned":
		return true
	}
	named := false
	for _, word := range strings.Fields(folded) {
		switch word {
		case "vacant", "vacancy":
			named = true
		case "currently", "now", "still", "post", "position", "role", "is", "the", "sso", "officer", "pc", "tbc", "tba":
		default:
			return false
		}
	}
	return named
}
