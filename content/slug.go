package content

import (
	"strconv"
	"strings"
)

// slugWords is how many words of a text go into its slug: enough to tell the
// items of a domain apart, few enough to be typed.
const slugWords = 8

// slug makes a stable id from a text: lower case, ASCII, words joined by
// hyphens. An apostrophe joins ("Boys'" is "boys"); any other sign parts.
func slug(text string) string {
	var b strings.Builder
	words, inWord := 0, false
	for _, c := range strings.ToLower(text) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			if !inWord {
				if words == slugWords {
					return b.String()
				}
				if words > 0 {
					b.WriteByte('-')
				}
				words++
				inWord = true
			}
			b.WriteRune(c)
		case c == '\'' || c == '’' || c == '‘':
		default:
			inWord = false
		}
	}
	if b.Len() == 0 {
		return "item"
	}
	return b.String()
}

// isSlug tells whether an id that somebody wrote is one that slug could make.
func isSlug(s string) bool {
	for _, c := range []byte(s) {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return s != ""
}

// idSet hands out ids that are different from each other.
type idSet map[string]bool

// free returns id, or id with the first number behind it that isn't taken.
func (s idSet) free(id string) string {
	if s.take(id) {
		return id
	}
	for n := 2; ; n++ {
		if other := id + "-" + strconv.Itoa(n); s.take(other) {
			return other
		}
	}
}

// take reports whether id was still free, and takes it.
func (s idSet) take(id string) bool {
	if s[id] {
		return false
	}
	s[id] = true
	return true
}
