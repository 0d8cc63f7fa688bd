package model

import "strings"

// BareTitle takes the section's own number off a title, for where it stands
// before it: "A) Risk factors" of section 6A is "Risk factors".
func BareTitle(number, title string) string {
	for _, lead := range []string{number, lastLetter(number) + ")"} {
		if rest, ok := strings.CutPrefix(title, lead); ok && lead != "" && lead != ")" {
			if bare := strings.TrimLeft(rest, " -–—)."); bare != "" && bare != rest {
				return bare
			}
		}
	}
	return title
}

// lastLetter is the letter of a number such as "6A".
func lastLetter(number string) string {
	if n := len(number); n > 1 && number[n-1] >= 'A' && number[n-1] <= 'Z' {
		return number[n-1:]
	}
	return ""
}
