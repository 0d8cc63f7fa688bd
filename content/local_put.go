package content

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"isspp/model"
)

// MakeLocal reads an entry from what was typed into its lines, by their names.
// A mistake's line is the number, from 1, of the line among LocalLines.
func MakeLocal(kind model.LocalKind, name string, values map[string]string) (model.LocalEntry, []Mistake) {
	r := &reporter{file: LocalFile}
	raw := rawEntry{kind: kind, name: model.CleanLine(name)}
	for i, line := range LocalLines(kind) {
		if value := model.CleanLine(values[line]); value != "" {
			raw.fields = append(raw.fields, rawField{key: line, value: value, line: i + 1})
		}
	}
	e, _ := raw.read(r)
	if e.Blank() {
		return e, nil
	}
	return e, r.list
}

// localTitle heads a file that the form makes.
const localTitle = "# What our school knows"

// errUnsafe is that a file can't be changed without touching something else.
var errUnsafe = errors.New("the Local file is written in a way that can't be changed from here without touching " +
	"something else. Nothing has changed; isspp local edit opens it")

// localPut is an entry to be written: at is the line of the one that it takes the
// place of, and 0 for a new one.
type localPut struct {
	at    int
	entry model.LocalEntry
}

// PutLocal writes an entry into the file and leaves everything else in it as it
// is, to the byte. at is the line of the entry that it takes the place of, and 0
// for a new one. An entry with every line empty takes the old one out.
func PutLocal(src []byte, at int, e model.LocalEntry) ([]byte, error) {
	return putLocal(src, []localPut{{at, e}})
}

// putLocal writes several entries, in one pass.
func putLocal(src []byte, puts []localPut) ([]byte, error) {
	if len(puts) == 0 {
		return src, nil
	}
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
		return nil, errors.New("the Local file is saved as UTF-16. Nothing has changed; save it again as UTF-8 in " +
			"your editor first")
	}
	p := newLocalPatch(src)
	if len(p.lines) == 0 {
		p.lines = []string{localTitle + p.end}
	}
	entries, forms := p.index()
	replaced := map[int]bool{}
	for i := range puts {
		put := &puts[i]
		found, known := entries[put.at]
		if put.at == 0 {
			key := formKey{put.entry.Kind, model.Fold(put.entry.Name)}
			if found, known = forms[key]; known {
				delete(forms, key) // it is filled in once
			}
		}
		switch {
		case put.at > 0 && (!known || found.raw.kind != put.entry.Kind):
			return nil, fmt.Errorf("the entry isn't in line %d any more: the Local file was changed. Nothing has "+
				"changed", put.at)
		case known:
			put.entry.More = found.old.More
			replaced[found.raw.at] = true
			p.change(found.raw, found.old, put.entry)
		default:
			p.add(put.entry)
		}
	}
	out := p.bytes()
	if !keepsTheRest(src, out, replaced, puts) {
		return nil, errUnsafe
	}
	return out, nil
}

// keepsTheRest reads the file before and after, and tells whether the entries are
// there as they were meant and every other one as it was.
func keepsTheRest(before, after []byte, replaced map[int]bool, puts []localPut) bool {
	was, _ := ReadLocal(LocalFile, before)
	is, mistakes := ReadLocal(LocalFile, after)
	if len(mistakes) > was.Mistakes {
		return false
	}
	meant := map[string]int{}
	missing := 0
	for _, put := range puts {
		if !put.entry.Blank() {
			meant[entryWords(put.entry)]++
			missing++
		}
	}
	var want, got []string
	for _, old := range was.Entries {
		if !replaced[old.Line] {
			want = append(want, entryWords(old))
		}
	}
	for _, now := range is.Entries {
		words := entryWords(now)
		if meant[words] > 0 {
			meant[words]--
			missing--
			continue
		}
		got = append(got, words)
	}
	return missing == 0 && slices.Equal(want, got)
}

// entryWords is all that an entry says, wherever it stands.
func entryWords(e model.LocalEntry) string { return fmt.Sprintf("%+v", plainEntry(e)) }

// plainEntry is an entry without what depends on its place.
func plainEntry(e model.LocalEntry) model.LocalEntry {
	e.Line, e.Faulty = 0, false
	return e
}

func sameEntry(a, b model.LocalEntry) bool { return entryWords(a) == entryWords(b) }

// LocalLineValues are the lines of the entry at a line of the file as they are
// written, mistakes and all, by their names. Lines that nobody knows are left out.
func LocalLineValues(src []byte, at int) map[string]string {
	values := map[string]string{}
	for _, raw := range shapeLocal(src, &reporter{}).entries() {
		if raw.at != at {
			continue
		}
		for _, f := range raw.fields {
			if l, ok := raw.line(f, &reporter{}); ok && values[l.name] == "" {
				values[l.name] = f.value
			}
		}
	}
	return values
}
