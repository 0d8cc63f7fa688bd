package content

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// The bounds of a document. A protocol's longest line is a row of its plan, of
// some thousand letters; beyond these a file is something else.
const (
	// MaxFile is how many bytes of a file are read: a document, a Local file or a
	// sheet.
	MaxFile = 256 << 10
	maxLine = 20_000
	// maxRun bounds what stands between two empty lines: the time to read a
	// paragraph grows faster than its length.
	maxRun = 15_000
)

// longRun is the line, from 1, at which more text stands without an empty
// line than any paragraph or table has, and 0 where there is none.
func longRun(src []byte) int {
	line, run, start := 0, 0, 1
	for text := range bytes.Lines(src) {
		line++
		if run += len(text); len(bytes.TrimSpace(text)) == 0 {
			run, start = 0, line+1
		}
		if run > maxRun {
			return start
		}
	}
	return 0
}

// checkBytes reports what doesn't belong in a text: bytes that aren't UTF-8,
// control signs, signs that turn the reading direction, and endless lines. It
// tells whether there was none. A plain ASCII line costs one pass.
func checkBytes(src []byte, firstLine int, r *reporter) bool {
	line, start, clean := firstLine, 0, true
	for i := 0; i <= len(src); {
		if i < len(src) && src[i] >= ' ' && src[i] < 0x7f {
			i++
			continue
		}
		if i == len(src) || src[i] == '\n' {
			if i-start > maxLine {
				r.add(line, "part it into paragraphs", "the line is %d bytes long", i-start)
				clean = false
			}
			line, start = line+1, i+1
			i++
			continue
		}
		c, size := rune(src[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRune(src[i:])
		}
		switch {
		case c == utf8.RuneError && size == 1:
			r.add(line, "save the file as UTF-8", "the byte %#02x is not UTF-8", src[i])
			clean = false
		case unwanted(c):
			r.add(line, "take it out", "a sign that can't be seen stands here (%U)", c)
			clean = false
		}
		i += size
	}
	return clean
}

// unwanted tells whether a sign steers a terminal or the reading direction
// rather than being read.
func unwanted(c rune) bool {
	switch {
	case c == '\t' || c == '\n' || c == '\r':
		return false
	case c < ' ' || c >= 0x7f && c <= 0x9f:
		return true
	case c >= 0x200b && c <= 0x200f, c >= 0x202a && c <= 0x202e, c >= 0x2060 && c <= 0x2069, c == 0xfeff:
		return true
	case c == 0x061c, c == 0x2028, c == 0x2029, c >= 0xe0000 && c <= 0xe007f:
		return true
	}
	return false
}

// visible keeps a sign that can be read and drops any other, for strings.Map.
func visible(c rune) rune {
	if unwanted(c) {
		return -1
	}
	return c
}

// cleanBytes takes out what checkBytes reports, and cuts endless lines, so
// that the rest of a faulty document can still be read and checked.
func cleanBytes(src []byte) []byte {
	var out []byte
	for line := range strings.Lines(strings.ToValidUTF8(string(src), "")) {
		kept := strings.Map(visible, line)
		if len(kept) > maxLine {
			kept = strings.ToValidUTF8(kept[:maxLine], "") + "\n"
		}
		out = append(out, kept...)
	}
	return out
}
