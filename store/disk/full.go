package disk

import (
	"errors"
	"strings"
)

// growing is how bbolt begins what it says of a file that could not grow.
var growing = []string{"truncate: ", "file resize error: ", "file sync error: "}

// Full reports whether an error says that the disk, or this account's allowance on it, is
// used up.
func Full(err error) bool {
	if err == nil {
		return false
	}
	said := err.Error()
	for _, code := range fullCodes {
		if errors.Is(err, code) || grew(said, code.Error()) {
			return true
		}
	}
	return false
}

// grew finds the system's own words where bbolt gives them as text and the code is
// lost. This process asked the same system for them, so they are in one language.
func grew(said, words string) bool {
	for line := range strings.Lines(said) { // joined errors have a line each
		for _, begin := range growing {
			_, rest, ok := strings.Cut(line, begin)
			if ok && words != "" && strings.HasSuffix(strings.TrimSpace(rest), strings.TrimSpace(words)) {
				return true
			}
		}
	}
	return false
}
