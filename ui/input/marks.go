package input

import "strings"

// What a terminal is told so that it says where a paste begins and ends.
const (
	MarkPastes = "\x1b[?2004h"
	MarkNone   = "\x1b[?2004l"
)

const pasteBegins, pasteEnds = "\x1b[200~", "\x1b[201~"

// Unmark takes the marks of a paste off a line. It reports whether one begins in
// it, and whether none goes on after it.
func Unmark(line string) (text string, begins, ends bool) {
	begins = strings.Contains(line, pasteBegins)
	ends = strings.LastIndex(line, pasteEnds) > strings.LastIndex(line, pasteBegins)
	return strings.NewReplacer(pasteBegins, "", pasteEnds, "").Replace(line), begins, ends
}
