package model

import (
	"strconv"
	"strings"
	"time"
)

// countedDay reads a day that is counted from today: yesterday, last friday, next
// friday, in a week, a fortnight ago, this morning.
func countedDay(word string, today time.Time) (time.Time, bool) {
	switch word {
	case "yesterday", "last night", "yesterday morning", "yesterday afternoon", "yesterday evening":
		return today.AddDate(0, 0, -1), true
	case "this morning", "this lunchtime", "this afternoon", "this evening", "tonight":
		return today, true
	case "a week today", "this day next week":
		return today.AddDate(0, 0, 7), true
	case "a week tomorrow":
		return today.AddDate(0, 0, 8), true
	}
	lead, rest, _ := strings.Cut(word, " ")
	switch weekday, ok := weekdayNamed(rest); {
	case ok && lead == "last":
		return today.AddDate(0, 0, -((int(today.Weekday())-int(weekday)+6)%7 + 1)), true
	case ok && lead == "next":
		return today.AddDate(0, 0, (int(weekday)-int(today.Weekday())+6)%7+1), true
	case ok && lead == "this":
		return today.AddDate(0, 0, (int(weekday)-int(today.Weekday())+7)%7), true
	}
	if span, ok := strings.CutPrefix(word, "in "); ok {
		return spanFrom(span, today, 1)
	}
	if span, ok := strings.CutSuffix(word, " ago"); ok {
		return spanFrom(span, today, -1)
	}
	return time.Time{}, false
}

// spanFrom is the day a span before or after another: "a week", "3 days".
func spanFrom(span string, today time.Time, sign int) (time.Time, bool) {
	n, unit, ok := counted(span)
	n *= sign
	switch {
	case !ok:
		return time.Time{}, false
	case unit == "day":
		return today.AddDate(0, 0, n), true
	case unit == "week":
		return today.AddDate(0, 0, 7*n), true
	case unit == "fortnight":
		return today.AddDate(0, 0, 14*n), true
	case unit == "month":
		return monthsFrom(today, n), true
	}
	return time.Time{}, false
}

// counted reads a number and what it counts: "a week", "3 days".
func counted(span string) (n int, unit string, ok bool) {
	many, unit, ok := strings.Cut(span, " ")
	n, named := map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}[many]
	if !named {
		var err error
		if n, err = strconv.Atoi(many); err != nil || !allDigits(many) || n > 1000 {
			return 0, "", false
		}
	}
	return n, strings.TrimSuffix(unit, "s"), ok
}

// momentsAgo reads a time that is counted back from now: just now, an hour ago.
func momentsAgo(words string, now time.Time) (time.Time, bool) {
	word := strings.ToLower(CleanLine(words))
	if word == "now" || word == "just now" {
		return now, true
	}
	span, ago := strings.CutSuffix(word, " ago")
	if n, unit, ok := counted(strings.TrimPrefix(span, "about ")); ago && ok {
		switch unit {
		case "minute", "min":
			return now.Add(-time.Duration(n) * time.Minute), true
		case "hour":
			return now.Add(-time.Duration(n) * time.Hour), true
		}
	}
	return now.Add(-30 * time.Minute), span == "half an hour" && ago
}

// monthsFrom is the same day of another month, or that month's last.
func monthsFrom(today time.Time, n int) time.Time {
	day := today.AddDate(0, n, 0)
	if day.Day() != today.Day() {
		day = day.AddDate(0, 0, -day.Day())
	}
	return day
}
