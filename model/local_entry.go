package model

import (
	"slices"
	"strings"
	"time"
)

// key is the entry's heading as it is compared.
func (e LocalEntry) key() string {
	if e.Key != "" {
		return e.Key
	}
	return Fold(e.Name)
}

// HoldsOn tells whether a day lies between From and Until, both included.
func (e LocalEntry) HoldsOn(day time.Time) bool {
	on := day.Format(time.DateOnly)
	return (e.From == "" || e.From <= on) && (e.Until == "" || on <= e.Until)
}

// Over tells whether the entry's last day is past.
func (e LocalEntry) Over(day time.Time) bool {
	return e.Until != "" && e.Until < day.Format(time.DateOnly)
}

// DaysStated tells whether the entry says which days somebody comes.
func (e LocalEntry) DaysStated() bool { return len(e.Days) > 0 || e.WhenRequired }

// On is the coverage on a day by the school's own entry, and whether the entry
// states days at all. It says nothing of who is on site.
func (e LocalEntry) On(day time.Time) (c Coverage, stated bool) {
	if e.Nobody() {
		return CoveredNo, true
	}
	if !e.DaysStated() || e.Faulty {
		return CoveredNo, false
	}
	return Setting{Days: e.Days, WhenRequired: e.WhenRequired}.On(day), true
}

// Nobody reports whether the school knows that no officer covers it.
func (e LocalEntry) Nobody() bool {
	return e.Kind.HasOfficer() && Vacant(e.Who)
}

// Contacts are how the entry is reached.
func (e LocalEntry) Contacts() []Contact {
	var list []Contact
	for _, c := range []Contact{{Phone, e.Phone, e.Phone}, {Email, e.Email, e.Email}, {Link, e.Link, e.Link}} {
		if c.Value != "" {
			list = append(list, c)
		}
	}
	return list
}

// Remarks are what the school itself remarks on the entry.
func (e LocalEntry) Remarks() []string {
	return slices.DeleteFunc([]string{e.Note, e.More}, func(text string) bool { return text == "" })
}

// Blank tells that the entry says nothing: an empty form that waits.
func (e LocalEntry) Blank() bool {
	return e.Who == "" && e.Assigned == "" && e.CoversFor == "" && e.Phone == "" && e.Email == "" && e.Link == "" &&
		!e.Closed && e.Note == "" && e.More == "" && !e.Faulty && (e.Kind != LocalTerm || e.From == "" && e.Until == "")
}

// LocalPlace begins the id of every place in the school's own layer.
const LocalPlace = "local/"

// LocalContactsPlace is the id of the place where the school's own contacts stand.
const LocalContactsPlace = LocalPlace + "contacts"

// LocalTermsPlace is the id of the place where the school's term dates stand.
const LocalTermsPlace = LocalPlace + "terms"

// Place is the id of an entry that the protocol has nothing of: its name as a slug.
func (e LocalEntry) Place() string { return LocalPlace + strings.ReplaceAll(e.key(), " ", "-") }
