package content

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"isspp/model"
)

// The bounds of a document. A protocol's longest line is a row of its plan, of
// some thousand letters; beyond these a file is something else.
const (
	// MaxFile is how many bytes of a document are read.
	MaxFile = 256 << 10
	// MaxLocal is how many bytes of a Local file or a sheet are read: a council's
	// has thousands of rows.
	MaxLocal = 8 << 20
	maxLine  = 20_000
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
	before := rune(0)
	for i := 0; i <= len(src); {
		if i < len(src) && src[i] >= ' ' && src[i] < 0x7f {
			before = rune(src[i])
			i++
			continue
		}
		if i == len(src) || src[i] == '\n' {
			if i-start > maxLine {
				r.add(line, "split it into paragraphs", "the line is %d bytes long", i-start)
				clean = false
			}
			line, start, before = line+1, i+1, '\n'
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
		case unwanted(before, c):
			r.add(line, "take it out", "there is an invisible character here (%U)", c)
			clean = false
		default:
			before = c
		}
		i += size
	}
	return clean
}

// unwanted reports whether a sign behind another is none to be read. A return ends a
// line here.
func unwanted(before, c rune) bool { return c != '\r' && model.Unsafe(before, c) }

// wanted is a line without what is unwanted.
func wanted(line string) string {
	before := rune(0)
	return strings.Map(func(c rune) rune {
		if unwanted(before, c) {
			return -1
		}
		before = c
		return c
	}, line)
}

// cleanBytes takes out what checkBytes reports, and cuts endless lines, so
// that the rest of a faulty document can still be read and checked.
func cleanBytes(src []byte) []byte {
	var out []byte
	for line := range strings.Lines(strings.ToValidUTF8(string(src), "")) {
		kept := wanted(line)
		if len(kept) > maxLine {
			kept = strings.ToValidUTF8(kept[:maxLine], "") + "\n"
		}
		out = append(out, kept...)
	}
	return out
}
