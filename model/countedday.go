package model

import (
	"strconv"
	"strings"
	"time"
)

// daysAway are words for a day, with how many days it is from today.
var daysAway = map[string]int{
	"yesterday": -1, "last night": -1, "yesterday morning": -1, "yesterday afternoon": -1, "yesterday evening": -1,
	"today": 0, "this morning": 0, "this lunchtime": 0, "this afternoon": 0, "this evening": 0, "tonight": 0,
	"tomorrow": 1, "a week today": 7, "this day next week": 7, "a week tomorrow": 8,
}

// countedDay reads a day that is counted from today: yesterday, friday, last friday,
// next friday, in a week, a fortnight ago, this morning.
func countedDay(word string, today time.Time) (time.Time, bool) {
	if n, ok := daysAway[word]; ok {
		return today.AddDate(0, 0, n), true
	}
	lead, name, found := strings.Cut(word, " ")
	if !found {
		lead, name = "", word
	}
	if weekday, ok := WeekdayNamed(name); ok {
		ahead := (int(weekday-today.Weekday()) + 7) % 7
		switch {
		case lead == "last":
			return today.AddDate(0, 0, ahead-7), true
		case lead == "next" && ahead == 0:
			return today.AddDate(0, 0, 7), true
		case lead == "" || lead == "this" || lead == "next":
			return today.AddDate(0, 0, ahead), true
		}
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
	if days, known := map[string]int{"day": 1, "week": 7, "fortnight": 14}[unit]; ok && known {
		return today.AddDate(0, 0, sign*n*days), true
	}
	return monthsFrom(today, sign*n), ok && unit == "month"
}

// monthsFrom is the same day of another month, or that month's last.
func monthsFrom(today time.Time, n int) time.Time {
	day := today.AddDate(0, n, 0)
	if day.Day() != today.Day() {
		day = day.AddDate(0, 0, -day.Day())
	}
	return day
}

// numberWords are those that people write in words.
var numberWords = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10,
}

// counted reads a number and what it counts: "a week", "3 days".
func counted(span string) (n int, unit string, ok bool) {
	many, unit, ok := strings.Cut(span, " ")
	n, named := numberWords[many]
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
