package content

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
)

// front is a document's front matter: what the document is, and where it
// stands in the protocol.
type front struct {
	kind    string
	section string
	// order is the place in the reading order, from 1; 0 where none is given.
	order int
	// list names a checklist: "risk", "girls", "signs", "protective".
	list string
	// title is the document's title where its own heading doesn't print it.
	title string
	// The edition's own, in the document of kind pack.
	short, place, years string
	// dated is the edition's first day, or the day of a document's notes.
	dated string
	// line is where kind stands, for mistakes about the document as a whole.
	line int
}

// maxFront is more lines than any front matter has.
const maxFront = 40

// frontKeys are the keys that front matter may have.
var frontKeys = []string{"kind", "section", "order", "list", "title", "short", "place", "years", "dated"}

// kinds are what a document can be; ourKinds are those of isspp's own.
var (
	kinds = append([]string{
		"pack", "text", "aims", "outcomes", "recommendations", "rota", "checklist", "plan", "contacts", "directory",
	}, ourKinds...)
	ourKinds = []string{"notes", "glossary", "topics", "suggestions", "cases", "prompts"}
)

// ours reports whether a document of this kind is isspp's, not the protocol's.
func (f front) ours() bool { return slices.Contains(ourKinds, f.kind) }

// splitFront parts a file into its front matter and its body, and says at
// which line the body starts. A file without front matter is plain text.
func splitFront(src []byte, r *reporter) (f front, body []byte, bodyLine int) {
	f = front{kind: "text", line: 1}
	top := 1 // the line at which the front matter starts, below any blank ones
	first, rest, more := bytes.Cut(src, []byte("\n"))
	for more && len(bytes.TrimSpace(first)) == 0 {
		first, rest, more = bytes.Cut(rest, []byte("\n"))
		top++
	}
	if string(bytes.TrimSpace(first)) != "---" {
		r.add(1, "the first lines are ---, kind: …, ---", "the document has no front matter")
		return f, src, 1
	}
	f.line = top
	closed := closedAt(rest)
	seen := map[string]bool{}
	for line := top + 1; ; line++ {
		if closed < 0 && !isFrontLine(rest) {
			r.add(line, "close it above this line with one of ---", "the front matter doesn't end")
			return f, rest, line
		}
		var text []byte
		text, rest, _ = bytes.Cut(rest, []byte("\n"))
		entry := strings.TrimSpace(string(text))
		if entry == "---" {
			if !seen["kind"] {
				r.add(top, "add one of "+strings.Join(kinds, ", "), "the front matter has no kind")
			}
			return f, rest, line + 1
		}
		switch {
		case !checkBytes(text, line, r), entry == "":
		default:
			f.read(entry, line, seen, r)
		}
	}
}

// closedAt is the line, from 0, that closes front matter, and -1 where none does
// within as many lines as any has.
func closedAt(text []byte) int {
	n := 0
	for line := range bytes.Lines(text) {
		if string(bytes.TrimSpace(line)) == "---" {
			return n
		}
		if n++; n > maxFront {
			break
		}
	}
	return -1
}

// isFrontLine tells whether a text goes on with a line that front matter can have.
func isFrontLine(text []byte) bool {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	key, _, found := strings.Cut(string(line), ":")
	return found && slices.Contains(frontKeys, strings.TrimSpace(key))
}

// read takes one line of front matter.
func (f *front) read(entry string, line int, seen map[string]bool, r *reporter) {
	key, value, found := strings.Cut(entry, ":")
	key, value = strings.TrimSpace(key), strings.Trim(strings.TrimSpace(value), `"`)
	if !found {
		r.add(line, "a line is key: value", "%q is not front matter", entry)
		return
	}
	if seen[key] {
		r.add(line, "keep one", "%q is given twice", key)
		return
	}
	seen[key] = true
	if text := f.texts()[key]; text != nil {
		*text = value
	}
	switch key {
	case "kind":
		if f.line = line; !r.oneOf(line, value, kinds, strings.Join(kinds, ", "), "%q is not a kind of document") {
			f.kind = "text"
		}
	case "order":
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 {
			r.add(line, "order is a whole number from 1", "%q is not a place in the order", value)
		}
		f.order = n
	case "list":
		if !isSlug(value) {
			r.add(line, "lower-case letters, digits and hyphens", "%q is not an id for a list", value)
			f.list = slug(value)
		}
	case "dated":
		f.dated = readDate(value, line, r)
	default:
		r.oneOf(line, key, frontKeys, strings.Join(frontKeys, ", "), "%q is not a key of the front matter")
	}
}

// texts are where the values of keys are kept.
func (f *front) texts() map[string]*string {
	return map[string]*string{
		"kind": &f.kind, "section": &f.section, "list": &f.list, "title": &f.title, "short": &f.short,
		"place": &f.place, "years": &f.years,
	}
}
