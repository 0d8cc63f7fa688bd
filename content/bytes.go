package content

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	utf16 "golang.org/x/text/encoding/unicode"

	"isspp/model"
)

// The bounds of a document. A protocol's longest line is a row of its plan, of
// some thousand letters; beyond these a file is something else.
const (
	maxFile = 256 << 10 // how many bytes of a document are read
	// maxLocal is how many bytes of a Local file or a sheet are read: a council's has thousands of rows.
	maxLocal = 8 << 20
	maxLine  = 20_000
	// maxRun bounds what stands between two empty lines: the time to read a
	// paragraph grows faster than its length.
	maxRun = 15_000
)

// isUTF16 reports whether a file begins with a mark of UTF-16, as an older Notepad
// and Excel's "Unicode text" have it.
func isUTF16(src []byte) bool {
	return bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff"))
}

// plainLines is a file as lines that end in a newline alone, whatever editor
// wrote it, without a mark of the encoding.
func plainLines(src []byte, r *reporter) []byte {
	if isUTF16(src) {
		r.add(1, "save it again as UTF-8", "the file is saved as UTF-16")
		src, _ = utf16.UTF16(utf16.BigEndian, utf16.UseBOM).NewDecoder().Bytes(src) // what it can't read it marks
	} else {
		src = bytes.TrimPrefix(src, []byte("\ufeff"))
	}
	if bytes.IndexByte(src, '\r') < 0 {
		return src
	}
	return bytes.ReplaceAll(bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
}

// checkedText is a text that can be read as Markdown: what doesn't belong in one is
// reported and taken out, and more than any paragraph or table has between two empty
// lines is reported and left empty, so that the rest can still be read.
func checkedText(text []byte, firstLine int, r *reporter) []byte {
	if !checkBytes(text, firstLine, r) {
		text = cleanBytes(text)
	}
	from, at, line, start := 0, 0, firstLine, firstLine
	var out []byte // made where something is left empty
	flush := func() {
		if at-from > maxRun {
			r.add(start, "split it with empty lines", "there is too much text without an empty line; it is not used")
			if out == nil {
				out = slices.Clone(text)
			}
			for i, c := range text[from:at] {
				if c != '\n' {
					out[from+i] = ' '
				}
			}
		}
		from, start = at, line
	}
	for l := range bytes.Lines(text) {
		at, line = at+len(l), line+1
		if len(bytes.TrimSpace(l)) == 0 {
			flush()
		}
	}
	if flush(); out != nil {
		return out
	}
	return text
}

// checkBytes reports what doesn't belong in a text (bytes that aren't UTF-8, control signs, signs that turn the
// reading direction, endless lines) and whether there was none.
func checkBytes(src []byte, line int, r *reporter) bool {
	found := len(r.list)
	for text := range bytes.Lines(src) {
		before := rune(0)
		for i := 0; i < len(text); {
			c, size := rune(text[i]), 1
			if c >= ' ' && c < 0x7f {
				before, i = c, i+1
				continue
			}
			if c >= utf8.RuneSelf {
				c, size = utf8.DecodeRune(text[i:])
			}
			switch {
			case c == utf8.RuneError && size == 1:
				r.add(line, "save the file as UTF-8", "the byte %#02x is not UTF-8", text[i])
			case unsafe(before, c):
				r.add(line, "take it out", "there is an invisible character here (%U)", c)
			default:
				before = c
			}
			i += size
		}
		if n := len(bytes.TrimSuffix(text, []byte("\n"))); n > maxLine {
			r.add(line, "split it into paragraphs", "the line is %d bytes long", n)
		}
		line++
	}
	return len(r.list) == found
}

func unsafe(before, c rune) bool { return c != '\r' && model.Unsafe(before, c) }

func wanted(line string) string {
	before := rune(0)
	return strings.Map(func(c rune) rune {
		if unsafe(before, c) {
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
