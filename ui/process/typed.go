package process

import (
	"strings"
	"sync"

	"isspp/ui/input"
)

// Mode is how a terminal takes what is typed.
type Mode int

// The modes that are set for a while; Shell is set for good.
const (
	// NoEcho shows nothing of what is typed, and Echo shows it.
	NoEcho Mode = iota
	Echo
	// NoControls shows no signs for the marks of a paste.
	NoControls
	// EndLine gives what was typed of a line, and then nothing more.
	EndLine
	// Shell is what a shell expects. A session whose first process was killed found the
	// terminal raw and has nothing else to go back to.
	Shell
)

// terminalModes is held while the terminal's modes are changed, and for good once
// the program was interrupted and has put them back.
var terminalModes sync.Mutex

// PastedLine is a line as it was typed or pasted; Cut tells that line ends or outer
// blanks of a paste were left out.
type PastedLine struct {
	Text string
	Cut  bool
}

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
