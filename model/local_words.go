package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

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
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), ", ")
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
	words := e.DayWords(day)
	if _, stated := e.On(day); words != "" && stated {
		words += " on " + day.Weekday().String()
	}
	return words
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

// staleWords say why an entry has to be checked again; empty where it needn't.
func (l *Local) staleWords(e LocalEntry, now time.Time) string {
	switch {
	case !l.Stale(e, now):
		return ""
	case e.Checked == "":
		return "STALE: check it"
	case e.Checked > now.Format(time.DateOnly):
		return "STALE: that date is in the future, check it"
	}
	checked, _ := time.ParseInLocation(time.DateOnly, e.Checked, now.Location())
	days := int(midnight(now).Sub(checked).Hours()+12) / 24
	return fmt.Sprintf("STALE: %d days ago, check it", days)
}
