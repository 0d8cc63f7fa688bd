package content

import (
	"io/fs"
	"slices"
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

// loadResult is a document, or what stood in the way of reading it.
type loadResult struct {
	file  *file
	fault *Mistake
}

// documents is every document of a folder, in reading order.
type documents struct {
	files  []*file
	faults []Mistake
}

// newLoader is the loader of a folder, with nothing read yet.
func newLoader(fsys fs.FS) *loader {
	s := &loader{fsys: fsys, read: map[string]loadResult{}}
	s.all = sync.OnceValue(s.readAll)
	return s
}

// take reads a document once.
func (s *loader) take(name string) loadResult {
	s.mu.Lock()
	defer s.mu.Unlock()
	t, known := s.read[name]
	if !known {
		src, fault := readFile(s.fsys, name, MaxFile)
		if t.fault = fault; fault == nil {
			t.file = newFile(name, src)
		}
		s.read[name] = t
	}
	return t
}

// readAll takes every document of the folder.
func (s *loader) readAll() documents {
	names, err := fs.Glob(s.fsys, "*.md")
	if err != nil {
		return documents{faults: []Mistake{{File: ".", Line: 1, Text: "the folder can't be read: " + err.Error()}}}
	}
	var all documents
	for _, name := range names {
		if strings.EqualFold(name, guideName) {
			continue // for whoever edits the folder
		}
		t := s.take(name)
		if t.fault != nil {
			all.faults = append(all.faults, *t.fault)
			continue
		}
		all.files = append(all.files, t.file)
	}
	all.faults = append(all.faults, s.overlooked()...)
	slices.SortStableFunc(all.files, func(a, b *file) int { return a.rank() - b.rank() })
	return all
}

// overlooked reports the files that are meant for documents and aren't read: an
// editor has given them another ending, and what they say would be missing
// without a word.
func (s *loader) overlooked() []Mistake {
	var list []Mistake
	entries, err := fs.ReadDir(s.fsys, ".")
	if err != nil {
		return []Mistake{{File: ".", Line: 1, Text: "the folder can't be read: " + err.Error()}}
	}
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() {
			if below, err := fs.Glob(s.fsys, name+"/*.md"); err == nil && len(below) > 0 &&
				!strings.HasPrefix(name, ".") {
				list = append(list, Mistake{
					File: below[0], Line: 1, Text: "the documents in this folder are not read",
					Mend: "put them beside the others, or take the folder away",
				})
			}
			continue
		}
		if strings.HasSuffix(name, ".md") || strings.HasPrefix(name, ".") {
			continue
		}
		for _, end := range []string{
			".md.txt", ".md", ".markdown", ".mdown", ".mkd", ".txt", ".text", ".rtf", ".doc",
			".docx", ".odt",
		} {
			if stem, found := strings.CutSuffix(strings.ToLower(name), end); found && stem != "readme" && stem != "" {
				list = append(list, Mistake{
					File: name, Line: 1, Text: "this file is not read, since a document's name ends in .md",
					Mend: "call it " + slug(stem) + ".md",
				})
				break
			}
		}
	}
	return list
}

// ofKind are the documents of a kind, in reading order.
func (s *loader) ofKind(kind string) []*file {
	var found []*file
	for _, f := range s.all().files {
		if f.kind == kind {
			found = append(found, f)
		}
	}
	return found
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
