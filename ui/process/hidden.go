package process

import (
	"strings"

	"isspp/ui/input"
)

// PastedLine is a line as it was typed or pasted; Cut tells that line ends or outer
// blanks of a paste were left out.
type PastedLine struct {
	Text string
	Cut  bool
}

// unpasted makes one line of what was sent; whole is false within a paste.
func unpasted(sent string) (l PastedLine, whole bool) {
	text, begins, ends := input.Unmark(sent)
	if begins && !ends {
		return PastedLine{}, false
	}
	text = strings.TrimRight(text, "\r\n")
	if !begins {
		return PastedLine{Text: text}, true
	}
	var lines []string
	for l := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	one := strings.Join(lines, " ")
	return PastedLine{one, one != text}, true
}
