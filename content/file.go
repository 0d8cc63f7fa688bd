package content

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

// file is one document of a pack. Its front matter is read at once, its body
// when somebody asks for it.
type file struct {
	// name is the path inside the pack, and id the name without its ending.
	name, id string
	front
	// src is the whole document as it was read.
	src      []byte
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

// readFile reads a document's bytes. What isn't a plain file of a document's
// size is refused before it is read.
func readFile(fsys fs.FS, name string, most int64) ([]byte, *Mistake) {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
	case !info.Mode().IsRegular():
		return nil, &Mistake{
			File: name, Line: 1, Text: "this is not a plain file",
			Mend: "a document is a file that ends in .md",
		}
	case info.Size() > most:
		return nil, &Mistake{
			File: name, Line: 1, Text: "the document is too big",
			Mend: fmt.Sprintf("it is at most %d KB", most>>10),
		}
	default:
		var src []byte
		if src, err = fs.ReadFile(fsys, name); err == nil {
			return src, nil
		}
	}
	return nil, &Mistake{File: name, Line: 1, Text: "the document can't be read: " + err.Error()}
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
	f := &file{name: name, id: strings.TrimSuffix(name, ".md"), src: src}
	r := &reporter{file: name}
	if !isSlug(f.id) {
		r.add(1, "lower-case letters, digits and hyphens", "%q is not a name for a document", f.id)
		f.id = slug(f.id)
	}
	src = plainLines(src, r)
	f.front, f.bodyText, f.bodyLine = splitFront(src, r)
	f.faults = r.list
	f.parsed = sync.OnceValue(f.parse)
	return f
}

// parse translates the body and makes whole ids of the bare ones. The bytes are
// looked at here and not when the pack is opened, since most of them aren't
// needed for a first answer.
func (f *file) parse() parsed {
	r := &reporter{file: f.name}
	b := translate(checkedText(f.bodyText, f.bodyLine, r), f.bodyLine, r)
	identify(f, &b, r)
	checkTables(f, b, r)
	return parsed{body: b, mistakes: r.list}
}

// title is the document's first heading, or the title that its front matter
// gives. It is read without parsing the body.
func (f *file) title() string {
	if f.front.title != "" {
		return f.front.title
	}
	for line := range bytes.Lines(f.bodyText) {
		if head, found := strings.CutPrefix(string(line[:min(len(line), maxLine)]), "# "); found {
			at, _ := cutAttributes(head, 1, &reporter{})
			return strings.TrimSpace(string(cleanBytes([]byte(head[:at]))))
		}
	}
	return f.id
}
