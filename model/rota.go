package model

// Setting is one row of the rota (section 5): a school or other setting, the
// officer named for it, and the days the protocol assigns.
type Setting struct {
	// ID is a stable slug: "rota/st-aloysius-rc-college".
	ID string `json:"id"`
	// Name is the setting as printed.
	Name string `json:"setting"`
	// Officer is the officer as printed: "PC Abdul Kamara".
	Officer string `json:"officer"`
	// Assigned is the printed days: "Wednesday and attends when required".
	Assigned string `json:"assigned"`
	// Days are the weekdays read from Assigned.
	Days Days `json:"days"`
	// WhenRequired tells that the officer is a point of contact who attends
	// when required, on top of any Days.
	WhenRequired bool `json:"when_required"`
	// Line is the row's line in its file, from 1.
	Line int `json:"-"`
}

// Rota is section 5's table of settings and officers.
type Rota struct {
	Title    string
	Settings []Setting
}
