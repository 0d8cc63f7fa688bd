package input

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// What a terminal is told so that it says where a paste begins and ends.
const (
	MarkPastes = "\x1b[?2004h"
	MarkNone   = "\x1b[?2004l"
)

// What it sends around one, and the Esc key where it can't be mistaken for the start of
// a sequence.
const (
	esc        = 0x1b
	startPaste = "\x1b[200~"
	endPaste   = "\x1b[201~"
	escKey     = "\x1b[27u"
)

// Unmark takes the marks of a paste off a line. It reports whether one begins in
// it, and whether none goes on after it.
func Unmark(line string) (text string, begins, ends bool) {
	begins = strings.Contains(line, startPaste)
	ends = strings.LastIndex(line, endPaste) > strings.LastIndex(line, startPaste)
	return strings.NewReplacer(startPaste, "", endPaste, "").Replace(line), begins, ends
}

// longest is more bytes than a sequence or an answer of a terminal has: what is
// longer is none.
const longest = 1024

// scan gives the length of the first text, key or sequence in b, or 0 where its
// end hasn't come yet.
func scan(b []byte) int {
	switch {
	case b[0] == esc:
		return scanEscape(b)
	case b[0] < utf8.RuneSelf:
		for i, c := range b {
			if c == esc || c >= utf8.RuneSelf {
				return i
			}
		}
		return len(b)
	case !utf8.FullRune(b):
		return 0
	}
	_, n := utf8.DecodeRune(b)
	return n
}

// scanEscape is scan for what begins with ESC.
func scanEscape(b []byte) int {
	if len(b) == 1 {
		return 0
	}
	switch b[1] {
	case '[':
		return scanControl(b)
	case 'O':
		return scanFunction(b)
	case ']', 'P', 'X', '^', '_':
		return scanString(b)
	case esc: // Alt with an arrow, or Esc twice
		if len(b) == 2 {
			return 0
		}
		if b[2] != '[' && b[2] != 'O' {
			return 1
		}
		if n := scanEscape(b[1:]); n > 0 {
			return n + 1
		}
		return 0
	}
	if !utf8.FullRune(b[1:]) {
		return 0
	}
	_, n := utf8.DecodeRune(b[1:])
	return n + 1
}

// scanControl is scan for a control sequence: parameters and a final letter.
func scanControl(b []byte) int {
	i := 2
	for i < len(b) && b[i] >= 0x30 && b[i] <= 0x3f {
		i++
	}
	if i > 2 && i < len(b) && b[i] == '$' { // an answer about a mode
		i++
	}
	switch {
	case i >= longest:
		return i
	case i == len(b):
		return 0
	case b[i] < 0x40 || b[i] > 0x7e:
		return i // broken off
	case b[i] == 'M' && i == 2:
		return within(b, 6) // the mouse of old terminals: three bytes follow
	case b[i] == '[' && i == 2:
		return within(b, 4) // function keys of the Linux console
	}
	return i + 1
}

// scanFunction is scan for a function key: perhaps digits, and a letter.
func scanFunction(b []byte) int {
	i := 2
	for i < len(b) && b[i] >= '0' && b[i] <= '9' {
		i++
	}
	switch {
	case i < longest && i == len(b):
		return 0
	case i >= longest || b[i] < 0x20 || b[i] > 0x7e:
		return i
	}
	return i + 1
}

// scanString is scan for an answer of the terminal, which ends with BEL or ST.
func scanString(b []byte) int {
	for i := 2; i < len(b); i++ {
		switch {
		case b[i] == 0x07:
			return i + 1
		case b[i] != esc:
		case i+1 == len(b):
			return 0
		case b[i+1] == '\\':
			return i + 2
		default:
			return i // broken off
		}
	}
	return within(b, longest)
}

// whole reports whether what begins with ESC and has been scanned has its end, and
// was not broken off.
func whole(b []byte) bool {
	last := b[len(b)-1]
	switch b[1] {
	case '[', 'O':
		return len(b) > 2 && last >= 0x40 && last <= 0x7e || len(b) == 6 && b[2] == 'M'
	case ']', 'P', 'X', '^', '_':
		return len(b) == 2 || last == 0x07 || last == '\\'
	}
	return true
}

// within is n where b has so many bytes, or else 0.
func within(b []byte, n int) int {
	if len(b) < n {
		return 0
	}
	return n
}

// unsure reports whether b, which scan finds no end in, may be a key by itself: Esc, or
// Alt with a letter that also begins an answer of the terminal.
func unsure(b []byte) bool {
	return len(b) > 0 && len(b) < 3 && b[0] == esc && (len(b) == 1 || bytes.IndexByte([]byte("]PX^_\x1b"), b[1]) >= 0)
}
