package model

import (
	"strings"
	"unicode/utf8"
)

// lineEnds are the other ways to end a line: of Windows, of terminals inside a
// paste, of word processors, of printers.
var lineEnds = strings.NewReplacer(
	"\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n",
)

// Clean takes out of a text what could act on a terminal or turn its reading order around: control characters
// but newline and tab, escape sequences whole, bidirectional overrides, tag characters, signs without width and
// bytes that are no UTF-8. Whatever ends a line becomes a newline. Every other character stays as it was
// written. It is used on text from a pack, a note, a paste or an argument, on the way in and again before it is
// shown. Clean of a cleaned text changes nothing.
func Clean(s string) string {
	at := firstUnsafe(s)
	if at < 0 {
		return s
	}
	s = s[:at] + lineEnds.Replace(s[at:])
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:at])
	before := rune(0)
	if at > 0 {
		before, _ = utf8.DecodeLastRuneInString(s[:at])
	}
	for i := at; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == 0x1b:
			i += escapeLength(s[i:], 1)
		case r == 0x9b, r == 0x9d, r == 0x90, r == 0x98, r == 0x9e, r == 0x9f:
			i += introducerLength(s[i:], size, byte(r-0x40))
		case r == utf8.RuneError && size <= 1, Unsafe(before, r):
			i += size
		default:
			b.WriteString(s[i : i+size])
			i += size
			before = r
		}
	}
	return b.String()
}

// CleanLine is Clean for text that must stay on one line: each run of white
// space, newlines among it, becomes one space.
func CleanLine(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }

// firstUnsafe is the index of the first byte that Clean would take out, or -1.
func firstUnsafe(s string) int {
	before := rune(0)
	for i := 0; i < len(s); {
		if c := s[i]; c >= 0x20 && c < 0x7f {
			i, before = i+1, rune(c)
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size <= 1 || Unsafe(before, r) {
			return i
		}
		i, before = i+size, r
	}
	return -1
}

// Unsafe reports whether a sign acts on a terminal, turns the reading order around or shows nothing, wherever a
// text comes from. What stands before it decides about joiners: they belong to some scripts and to emoji, and
// behind ASCII, or behind nothing, they only make two texts differ that look the same.
func Unsafe(before, r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	case r == 0x200c, r == 0x200d:
		return before < utf8.RuneSelf
	case r == 0x200b, r == 0xfeff, r >= 0x2060 && r <= 0x2069, r >= 0x202a && r <= 0x202e:
		return true
	case r == 0x200e, r == 0x200f, r == 0x061c, r == 0x2028, r == 0x2029:
		return true
	}
	return r >= 0xe0000 && r <= 0xe007f
}

// escapeLength is how many bytes the escape sequence at the start of s takes,
// with its ESC, which is head bytes long.
func escapeLength(s string, head int) int {
	if len(s) <= head {
		return head
	}
	switch c := s[head]; {
	case strings.IndexByte("[]PX^_", c) >= 0:
		return introducerLength(s, head+1, c)
	case c >= 0x20 && c <= 0x2f:
		return spanLength(s, head, 0x2f, 0x30) // such as a choice of character set
	case c >= 0x30 && c <= 0x7e:
		return head + 1
	}
	return head
}

// introducerLength is the length of a control sequence or string whose introducer takes head bytes. kind is the
// introducer's seven-bit letter. A string that never ends loses its introducer alone, so that no one's words go
// with it.
func introducerLength(s string, head int, kind byte) int {
	if kind == '[' {
		return spanLength(s, head, 0x3f, 0x40) // parameters and intermediate bytes
	}
	for i := head; i < len(s); i++ {
		switch {
		case s[i] == '\n':
			return head
		case s[i] == 0x07:
			return i + 1
		case s[i] == 0x1b && i+1 < len(s) && s[i+1] == '\\':
			return i + 2
		case s[i] == 0xc2 && i+1 < len(s) && s[i+1] == 0x9c:
			return i + 2
		}
	}
	return head
}

// spanLength is the end of bytes of a sequence (0x20 to last), and of the final byte
// that ends it (from first to 0x7e), from head on.
func spanLength(s string, head int, last, first byte) int {
	i := head
	for i < len(s) && s[i] >= 0x20 && s[i] <= last {
		i++
	}
	if i < len(s) && s[i] >= first && s[i] <= 0x7e {
		i++
	}
	return i
}
