package model

import "time"

// Setting is one row of the rota (section 5): a school or other setting, the
// officer named for it, and the days the protocol assigns.
type Setting struct {
	// ID is a stable slug: "rota/st-aloysius-rc-college".
	ID string
	// Name is the setting as printed.
	Name string
	// Officer is the officer as printed: "PC Abdul Kamara".
	Officer string
	// Assigned is the printed days: "Wednesday and attends when required".
	Assigned string
	// Days are the weekdays read from Assigned.
	Days []time.Weekday
	// WhenRequired tells that the officer is a point of contact who attends
	// when required, on top of any Days.
	WhenRequired bool
	// Line is the row's line in its file, from 1.
	Line int
}

// Rota is section 5's table of settings and officers.
type Rota struct {
	Title    string
	Settings []Setting
}
