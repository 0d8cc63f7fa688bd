package model

import "time"

// protocolRota is the printed rota, as the content package reads it.
func protocolRota() Rota {
	mon, tue, wed, thu, fri := time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday
	all := []time.Weekday{mon, tue, wed, thu, fri}
	four := []time.Weekday{mon, tue, thu, fri}
	row := func(id, name, officer string, days []time.Weekday, whenRequired bool) Setting {
		return Setting{ID: "rota/" + id, Name: name, Officer: officer, Days: days, WhenRequired: whenRequired}
	}
	return Rota{Title: "Rota", Settings: []Setting{
		row("arts-and-media", "Arts and Media School Islington", "PC Abdul Kamara", four, false),
		row("central-foundation", "Central Foundation Boys' School", "PC Kerry Hughes", all, false),
		row("ega", "Elizabeth Garrett Anderson School", "PC Gloriane Sukami", all, false),
		row("highbury-grove", "City of London Academy, Highbury Grove", "PC Bernard Boyle", all, false),
		row("islington", "City of London Academy, Islington", "PC James Caley", four, false),
		row("highbury-fields", "Highbury Fields School", "PC James Caley", nil, true),
		row("highgate-hill", "City of London Academy, Highgate Hill", "PC Paul Shalan", all, false),
		row("st-aloysius", "St Aloysius RC College", "PC Vittorio D'Orsi", all, false),
		row("st-mary-magdalene", "St Mary Magdalene Academy", "PC Vittorio D'Orsi", []time.Weekday{wed}, true),
		row("new-river", "PRU New River College", "PC Chris Gould", all, false),
		row("beacon-high", "Beacon High School", "PC Simon Vennall", nil, true),
		row("arts-xchange", "Arts Xchange", "PC Abdul Kamara", nil, true),
	}}
}

// at is a time on a day in November 2026: the 23rd is a Monday.
func at(day, hour, minute int) time.Time {
	return time.Date(2026, time.November, day, hour, minute, 0, 0, time.UTC)
}
