package content

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"

	"isspp/model"
)

// The Local file is Markdown: a heading of two # for each part, one of three #
// for each entry, and below it what is known, a bullet each:
//
//	## Rota
//
//	### St Aloysius RC College
//
//	- Officer: PC Sam Brown
//	- Days: Monday, Wednesday
//	- Checked: 2026-09-03
//	- By: A. Reed, DSL

// localShape is the file as headings and bullets, each with its line.
type localShape struct{ parts []localPart }

// localPart is a heading of two # and what stands below it.
type localPart struct {
	kind model.LocalKind
	line int
	raws []rawLocal
}

// rawLocal is an entry before its words are read.
type rawLocal struct {
	kind   model.LocalKind
	name   string
	line   int
	fields []rawField
	words  []string
	// lost is the first line of something in the entry that can't be read, or 0.
	lost int
}

// rawField is one bullet: "Officer: PC Sam Brown".
type rawField struct {
	key, value string
	line       int
}

// entries are those of every part, in order.
func (s localShape) entries() []rawLocal {
	var all []rawLocal
	for _, p := range s.parts {
		all = append(all, p.raws...)
	}
	return all
}

// localParts are the headings of the parts; the first name of each kind is the
// one that is written.
func localParts() []struct {
	kind  model.LocalKind
	names []string
} {
	return []struct {
		kind  model.LocalKind
		names []string
	}{
		{model.LocalContact, []string{"Contacts", "Our contacts"}},
		{model.LocalRota, []string{"Rota", "Officers"}},
		{model.LocalSchool, []string{"Primary schools", "Other schools"}},
		{model.LocalService, []string{"Services", "Directory"}},
		{model.LocalTerm, []string{"Term dates", "Terms"}},
	}
}

// partTitle is how a kind's part is written.
func partTitle(kind model.LocalKind) string {
	for _, p := range localParts() {
		if p.kind == kind {
			return p.names[0]
		}
	}
	return ""
}

// partKind is the kind that a heading names, or empty.
func partKind(title string) model.LocalKind {
	for _, p := range localParts() {
		for _, name := range p.names {
			if model.Fold(name) == model.Fold(title) {
				return p.kind
			}
		}
	}
	return ""
}

// partTitles are the headings for messages.
func partTitles() []string {
	var titles []string
	for _, p := range localParts() {
		titles = append(titles, p.names[0])
	}
	return titles
}

// shapeLocal reads a file's bytes as headings and bullets. Whatever the bytes
// are, each thing that can't be read is reported where it stands.
func shapeLocal(src []byte, r *reporter) localShape {
	text := plainLines(src, r)
	if !checkBytes(text, 1, r) {
		text = cleanBytes(text)
	}
	text = withoutLongRuns(text, r)
	s := shaper{r: r}
	for _, b := range translateRemarks(text, r) {
		s.block(b)
	}
	return s.shape
}

// plainLines is the file as lines that end in a newline alone, whatever editor
// wrote it.
func plainLines(src []byte, r *reporter) []byte {
	src = decodeText(src, r)
	if bytes.IndexByte(src, '\r') < 0 {
		return src
	}
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
}

// decodeText takes a mark of the encoding off, and reads UTF-16, as an older
// Notepad saves it, though it is a mistake.
func decodeText(src []byte, r *reporter) []byte {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(src, []byte("\xff\xfe")):
		order = binary.LittleEndian
	case bytes.HasPrefix(src, []byte("\xfe\xff")):
		order = binary.BigEndian
	default:
		return bytes.TrimPrefix(src, []byte("\ufeff"))
	}
	r.add(1, "save it again as UTF-8", "the file is saved as UTF-16")
	units := make([]uint16, 0, len(src)/2)
	for at := 2; at+1 < len(src); at += 2 {
		units = append(units, order.Uint16(src[at:]))
	}
	return []byte(string(utf16.Decode(units)))
}

// withoutLongRuns empties the lines of what stands too long without an empty
// line, so that the rest of the file can still be read.
func withoutLongRuns(text []byte, r *reporter) []byte {
	if longRun(text) == 0 {
		return text
	}
	var out, run []byte
	line, first := 0, 1
	flush := func() {
		if len(run) > maxRun {
			r.add(first, "split it with empty lines", "there is too much text without an empty line; it is not used")
			run = bytes.Repeat([]byte("\n"), bytes.Count(run, []byte("\n")))
		}
		out, run = append(out, run...), nil
	}
	for l := range bytes.Lines(text) {
		line++
		if len(bytes.TrimSpace(l)) == 0 {
			flush()
			out, first = append(out, l...), line+1
			continue
		}
		run = append(run, l...)
	}
	flush()
	return out
}
