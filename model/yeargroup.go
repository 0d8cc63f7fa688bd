package model

import (
	"strconv"
)

// yearGroup is a year group, folded; a class stands behind the year: 9B.
var yearGroup = Pattern(`^(?:year|yr|y)? ?(\d\d?)[a-z]*$`)

// AgesInYear are the ages that children of a year group have, as people write
// the group: "9", "Year 9", "Y9", "Yr 9", "Reception", "6th form". It is nil
// where the group isn't understood: nothing is guessed then.
func AgesInYear(group string) []int {
	switch text := Fold(group); text {
	case "reception", "r", "year r", "yr r":
		return []int{4, 5}
	case "nursery":
		return []int{3, 4}
	case "sixth form", "6th form":
		return []int{16, 17, 18}
	default:
		year := yearGroup().FindStringSubmatch(text)
		if year == nil {
			return nil
		}
		if n, _ := strconv.Atoi(year[1]); n >= 1 && n <= 14 {
			return []int{n + 4, n + 5}
		}
	}
	return nil
}
