package content

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// loader reads a pack's folder. It reads a document when it is asked for, and
// looks through all of them only when it must: the first frame needs three.
type loader struct {
	fsys fs.FS
	all  func() documents

	mu   sync.Mutex
	read map[string]loadResult
}

type loadResult struct {
	file  *file
	fault *Mistake
}

type documents struct {
	files  []*file
	faults []Mistake
}

func newLoader(fsys fs.FS) *loader {
	s := &loader{fsys: fsys, read: map[string]loadResult{}}
	s.all = sync.OnceValue(s.readAll)
	return s
}

func (s *loader) take(name string) loadResult {
	s.mu.Lock()
	defer s.mu.Unlock()
	t, known := s.read[name]
	if !known {
		src, fault := readFile(s.fsys, name, maxFile)
		if t.fault = fault; fault == nil {
			t.file = newFile(name, src)
		}
		s.read[name] = t
	}
	return t
}

// readAll takes every document of the folder. The guide is for whoever edits it.
func (s *loader) readAll() documents {
	entries, err := fs.ReadDir(s.fsys, ".")
	if err != nil {
		return documents{faults: []Mistake{{File: ".", Line: 1, Text: "the folder can't be read: " + err.Error()}}}
	}
	var all documents
	for _, e := range entries {
		if name := e.Name(); !strings.HasSuffix(name, ".md") {
			all.faults = append(all.faults, s.overlooked(e)...)
		} else if !strings.EqualFold(name, guideName) {
			t := s.take(name)
			if t.fault != nil {
				all.faults = append(all.faults, *t.fault)
			} else {
				all.files = append(all.files, t.file)
			}
		}
	}
	slices.SortStableFunc(all.files, func(a, b *file) int { return a.rank() - b.rank() })
	return all
}

var otherEndings = []string{
	".md.txt", ".md", ".markdown", ".mdown", ".mkd", ".txt", ".text", ".rtf", ".doc", ".docx", ".odt",
}

// overlooked reports what is meant for a document and isn't read: an editor has given it another ending, or it
// lies in a folder, and what it says would be missing without a word.
func (s *loader) overlooked(e fs.DirEntry) []Mistake {
	name := e.Name()
	if strings.HasPrefix(name, ".") {
		return nil
	}
	if e.IsDir() {
		below, err := fs.Glob(s.fsys, name+"/*.md")
		if err != nil || len(below) == 0 {
			return nil
		}
		return []Mistake{{
			File: below[0], Line: 1, Text: "the documents in this folder are not read",
			Mend: "put them beside the others, or take the folder away",
		}}
	}
	for _, end := range otherEndings {
		if stem, found := strings.CutSuffix(strings.ToLower(name), end); found && stem != "readme" && stem != "" {
			return []Mistake{{
				File: name, Line: 1, Text: "this file is not read, since a document's name ends in .md",
				Mend: "call it " + slug(stem) + ".md",
			}}
		}
	}
	return nil
}

func (s *loader) ofKind(kind string) []*file {
	return slices.DeleteFunc(slices.Clone(s.all().files), func(f *file) bool { return f.kind != kind })
}

// first is the document of a kind, or nil. One that is called by its kind
// (rota.md) is found without looking at the others.
func (s *loader) first(kind string) *file {
	if t := s.take(kind + ".md"); t.file != nil && t.file.kind == kind {
		return t.file
	}
	if found := s.ofKind(kind); len(found) > 0 {
		return found[0]
	}
	return nil
}

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

type parsed struct {
	body
	mistakes []Mistake
}

// readFile reads a document's bytes. What isn't a plain file of a document's size is refused before it is read.
func readFile(fsys fs.FS, name string, most int64) ([]byte, *Mistake) {
	wrong := &Mistake{File: name, Line: 1}
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
	case !info.Mode().IsRegular():
		wrong.Text, wrong.Mend = "this is not a plain file", "a document is a file that ends in .md"
		return nil, wrong
	case info.Size() > most:
		wrong.Text, wrong.Mend = "the document is too big", fmt.Sprintf("it is at most %d KB", most>>10)
		return nil, wrong
	default:
		var src []byte
		if src, err = fs.ReadFile(fsys, name); err == nil {
			return src, nil
		}
	}
	wrong.Text = "the document can't be read: " + err.Error()
	return nil, wrong
}

func (f *file) rank() int {
	if f.order == 0 {
		return 1 << 30
	}
	return f.order
}

// newFile reads a document's front matter and leaves its body for later. The bytes
// are looked at with the body, since most of them aren't needed for a first answer.
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

type front struct {
	kind                string
	section             string
	order               int    // the place in the reading order, from 1; 0 where none is given
	list                string // list names a checklist: "risk", "girls", "signs", "protective"
	title               string // the document's title where its own heading doesn't print it
	short, place, years string // The edition's own, in the document of kind pack
	dated               string // the edition's first day, or the day of a document's notes
	line                int    // where kind stands, for mistakes about the document as a whole
}

const maxFront = 40

var frontKeys = []string{"kind", "section", "order", "list", "title", "short", "place", "years", "dated"}

// kinds are what a document can be; ourKinds are those of isspp's own.
var (
	kinds = append([]string{
		"pack", "text", "aims", "outcomes", "recommendations", "rota", "checklist", "plan", "contacts", "directory",
	}, ourKinds...)
	ourKinds = []string{"notes", "glossary", "topics", "suggestions", "cases", "prompts"}
)

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
	closed := frontCloses(rest)
	seen := map[string]bool{}
	for line := top + 1; ; line++ {
		text, below, _ := bytes.Cut(rest, []byte("\n"))
		key, _, found := strings.Cut(string(text), ":")
		if !closed && (!found || !slices.Contains(frontKeys, strings.TrimSpace(key))) {
			r.add(line, "close it above this line with one of ---", "the front matter doesn't end")
			return f, rest, line
		}
		rest = below
		entry := strings.TrimSpace(string(text))
		if entry == "---" {
			if !seen["kind"] {
				r.add(top, "add one of "+strings.Join(kinds, ", "), "the front matter has no kind")
			}
			return f, rest, line + 1
		}
		if checkBytes(text, line, r) && entry != "" {
			f.read(entry, line, seen, r)
		}
	}
}

func frontCloses(text []byte) bool {
	n := 0
	for line := range bytes.Lines(text) {
		if string(bytes.TrimSpace(line)) == "---" {
			return true
		}
		if n++; n > maxFront {
			break
		}
	}
	return false
}

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
	switch key {
	case "kind":
		f.kind, f.line = value, line
		if !r.oneOf(line, value, kinds, strings.Join(kinds, ", "), "%q is not a kind of document") {
			f.kind = "text"
		}
	case "order":
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 {
			r.add(line, "order is a whole number from 1", "%q is not a place in the order", value)
		}
		f.order = n
	case "list":
		if f.list = value; !isSlug(value) {
			r.add(line, "lower-case letters, digits and hyphens", "%q is not an id for a list", value)
			f.list = slug(value)
		}
	case "dated":
		f.dated = readDate(value, line, r)
	default:
		if r.oneOf(line, key, frontKeys, strings.Join(frontKeys, ", "), "%q is not a key of the front matter") {
			*map[string]*string{
				"section": &f.section, "title": &f.title, "short": &f.short, "place": &f.place, "years": &f.years,
			}[key] = value
		}
	}
}
