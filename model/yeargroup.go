package model

import "strings"

// AgesInYear are the ages that children of a year group have, as people write
// the group: "9", "Year 9", "Y9", "Yr 9", "Reception", "6th form". It is nil
// where the group isn't understood: nothing is guessed then.
func AgesInYear(group string) []int {
	words := foldWords(group)
	switch text := strings.Join(words, " "); text {
	case "reception", "r", "year r", "yr r":
		return []int{4, 5}
	case "nursery":
		return []int{3, 4}
	case "sixth form", "6th form":
		return []int{16, 17, 18}
	}
	var year string
	switch {
	case len(words) == 1:
		year = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(words[0], "year"), "yr"), "y")
	case len(words) == 2 && (words[0] == "year" || words[0] == "yr" || words[0] == "y"):
		year = words[1]
	}
	// A class stands behind the year: 9B.
	year = strings.TrimRightFunc(year, func(r rune) bool { return r >= 'a' && r <= 'z' })
	if !allDigits(year) || len(year) > 2 {
		return nil
	}
	if n := digits(year); n >= 1 && n <= 14 {
		return []int{n + 4, n + 5}
	}
	return nil
}
