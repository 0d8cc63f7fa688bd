package content

import (
	"io/fs"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// The bounds of a document. A protocol's longest line is a paragraph of some
// thousand letters; beyond these a file is something else.
const (
	maxFile = 1 << 20
	maxLine = 20_000
)

// file is one document of a pack. Its front matter is read at once, its body
// when somebody asks for it.
type file struct {
	// name is the path inside the pack, and id the name without its ending.
	name, id string
	front
	bodyText []byte
	bodyLine int
	// faults are the mistakes of the front matter and of the bytes.
	faults []Mistake
	parsed func() parsed
}

// parsed is a document's body, with its mistakes.
type parsed struct {
	body
	mistakes []Mistake
}

// readFiles reads every document of a pack, in reading order.
func readFiles(fsys fs.FS) (files []*file, faults []Mistake) {
	names, err := fs.Glob(fsys, "*.md")
	if err != nil {
		return nil, []Mistake{{File: ".", Line: 1, Text: "the folder can't be read: " + err.Error()}}
	}
	for _, name := range names {
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			faults = append(faults, Mistake{File: name, Line: 1, Text: "the document can't be read: " + err.Error()})
			continue
		}
		files = append(files, newFile(name, src))
	}
	slices.SortStableFunc(files, func(a, b *file) int { return a.rank() - b.rank() })
	return files, faults
}

// rank is where a document stands in the reading order; those without an
// order come last.
func (f *file) rank() int {
	if f.order == 0 {
		return 1 << 30
	}
	return f.order
}

// newFile reads a document's front matter and leaves its body for later.
func newFile(name string, src []byte) *file {
	f := &file{name: name, id: strings.TrimSuffix(name, ".md")}
	r := &reporter{file: name}
	if !isSlug(f.id) {
		r.add(1, "lower-case letters, digits and hyphens", "%q is not a name for a document", f.id)
		f.id = slug(f.id)
	}
	if len(src) > maxFile {
		r.add(1, "a document is at most 1 MB", "the document is too big")
		src = nil
	} else if !checkBytes(src, r) {
		src = cleanBytes(src)
	}
	if len(src) > 0 {
		f.front, f.bodyText, f.bodyLine = splitFront(src, r)
	}
	f.faults = r.list
	f.parsed = sync.OnceValue(f.parse)
	return f
}

// parse translates the body and makes whole ids of the bare ones.
func (f *file) parse() parsed {
	r := &reporter{file: f.name}
	b := translate(f.bodyText, f.bodyLine, r)
	identify(f, &b, r)
	return parsed{body: b, mistakes: r.list}
}

// title is the document's first heading, or the title that its front matter
// gives. It is read without parsing the body.
func (f *file) title() string {
	if f.front.title != "" {
		return f.front.title
	}
	for line := range strings.Lines(string(f.bodyText)) {
		if head, found := strings.CutPrefix(line, "# "); found {
			at, _ := cutAttributes(head, 1, &reporter{})
			return strings.TrimSpace(head[:at])
		}
	}
	return f.id
}

// checkBytes reports what doesn't belong in a text: bytes that aren't UTF-8,
// control signs, signs that turn the reading direction, and endless lines. It
// tells whether there was none. A plain ASCII line costs one pass.
func checkBytes(src []byte, r *reporter) bool {
	line, start, clean := 1, 0, true
	for i := 0; i <= len(src); {
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
	}
	return false
}

// cleanBytes takes out what checkBytes reports, and cuts endless lines, so
// that the rest of a faulty document can still be read and checked.
func cleanBytes(src []byte) []byte {
	var out []byte
	for line := range strings.Lines(strings.ToValidUTF8(string(src), "")) {
		kept := strings.Map(func(c rune) rune {
			if unwanted(c) {
				return -1
			}
			return c
		}, line)
		if len(kept) > maxLine {
			kept = strings.ToValidUTF8(kept[:maxLine], "") + "\n"
		}
		out = append(out, kept...)
	}
	return out
}
