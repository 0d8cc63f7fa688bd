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

// isUTF16 reports whether a file begins with a mark of UTF-16, as an older Notepad
// and Excel's "Unicode text" have it.
func isUTF16(src []byte) bool {
	return bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff"))
}

// decodeText takes a mark of the encoding off, and reads UTF-16.
func decodeText(src []byte) []byte {
	if !isUTF16(src) {
		return bytes.TrimPrefix(src, []byte("\ufeff"))
	}
	text, _ := utf16.UTF16(utf16.BigEndian, utf16.UseBOM).NewDecoder().Bytes(src) // what it can't read it marks
	return text
}

// plainLines is a file as lines that end in a newline alone, whatever editor
// wrote it.
func plainLines(src []byte, r *reporter) []byte {
	if isUTF16(src) {
		r.add(1, "save it again as UTF-8", "the file is saved as UTF-16")
	}
	if src = decodeText(src); bytes.IndexByte(src, '\r') < 0 {
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
	from, run, line, start := 0, 0, firstLine, firstLine
	var out []byte // made where something is left empty
	flush := func(at int) {
		if run > maxRun {
			r.add(start, "split it with empty lines", "there is too much text without an empty line; it is not used")
			if out == nil {
				out = slices.Clone(text)
			}
			for i := from; i < at; i++ {
				if out[i] != '\n' {
					out[i] = ' '
				}
			}
		}
	}
	at := 0
	for l := range bytes.Lines(text) {
		at, line, run = at+len(l), line+1, run+len(l)
		if len(bytes.TrimSpace(l)) == 0 {
			flush(at)
			from, run, start = at, 0, line
		}
	}
	if flush(at); out != nil {
		return out
	}
	return text
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
		case unsafe(before, c):
			r.add(line, "take it out", "there is an invisible character here (%U)", c)
			clean = false
		default:
			before = c
		}
		i += size
	}
	return clean
}

// unsafe reports whether a sign behind another is none to be read. A return ends a
// line here.
func unsafe(before, c rune) bool { return c != '\r' && model.Unsafe(before, c) }

// wanted is a line without what is unsafe.
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
