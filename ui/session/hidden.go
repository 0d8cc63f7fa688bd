package session

import (
	"strings"
	"sync"

	"isspp/ui/input"
)

// terminalModes is held while the terminal's modes are changed, and for good once
// the program was interrupted and has put them back.
var terminalModes sync.Mutex

// pastedLine is a line as it was typed or pasted; cut tells that line ends or outer
// blanks of a paste were left out.
type pastedLine struct {
	text string
	cut  bool
}

// unpasted makes one line of what was sent; whole is false within a paste.
func unpasted(sent string) (l pastedLine, whole bool) {
	text, begins, ends := input.Unmark(sent)
	if begins && !ends {
		return pastedLine{}, false
	}
	text = strings.TrimRight(text, "\r\n")
	if !begins {
		return pastedLine{text: text}, true
	}
	var lines []string
	for l := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	one := strings.Join(lines, " ")
	return pastedLine{one, one != text}, true
}
