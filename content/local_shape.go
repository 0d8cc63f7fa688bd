package content

import (
	"bytes"
	"encoding/binary"
	"strings"
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
			r.add(first, "part it with empty lines", "there is too much text without an empty line; it is not used")
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

// shaper sorts the file's blocks into parts and entries.
type shaper struct {
	shape localShape
	r     *reporter
	// lost tells that the part that is being read is no part of the file.
	lost bool
}

// part is the part that is being read, or nil.
func (s *shaper) part() *localPart {
	if len(s.shape.parts) == 0 || s.lost {
		return nil
	}
	return &s.shape.parts[len(s.shape.parts)-1]
}

// entry is the entry that is being read, or nil.
func (s *shaper) entry() *rawLocal {
	if p := s.part(); p != nil && len(p.raws) > 0 {
		return &p.raws[len(p.raws)-1]
	}
	return nil
}

func (s *shaper) block(b model.Block) {
	switch b.Kind {
	case model.Heading:
		s.heading(b)
	case model.Bullets:
		s.bullets(b)
	case model.Paragraph:
		s.paragraph(b)
	default:
		s.foreign(b)
	}
}

func (s *shaper) heading(b model.Block) {
	title := model.CleanLine(b.Plain())
	kind := partKind(title)
	switch {
	case kind != "" && b.Level != 3:
		if b.Level != 2 {
			s.r.add(b.Line, "write ## "+title, "a part of the file has two # before its name")
		}
		s.lost = false
		s.shape.parts = append(s.shape.parts, localPart{kind: kind, line: b.Line})
	case b.Level == 1 && len(s.shape.parts) == 0:
		s.lost = true // the file's own title
	case b.Level <= 2:
		s.lost = true
		s.r.word(b.Line, title, partTitles(), strings.Join(partTitles(), ", ")+"; an entry has three #",
			"%q is not a part of the Local file, and what stands below it is not used", title)
	case b.Level > 3:
		s.r.add(b.Line, "an entry has three #, and what is known of it stands in lines that start with -", "a heading this deep is not read")
		s.spoil(b.Line)
	case s.part() == nil:
		if len(s.shape.parts) == 0 {
			s.r.add(b.Line, "write one of these above it: ## "+strings.Join(partTitles(), ", ## "), "the entry %q stands in no part of the file, and is not used", title)
		}
	default:
		p := s.part()
		p.raws = append(p.raws, rawLocal{kind: p.kind, name: title, line: b.Line})
	}
}

// spoil says that something of the entry couldn't be read.
func (s *shaper) spoil(line int) {
	if e := s.entry(); e != nil && e.lost == 0 {
		e.lost = line
	}
}

func (s *shaper) bullets(b model.Block) {
	e := s.entry()
	for _, item := range b.Items {
		text := model.CleanLine(model.PlainText(item.Spans))
		key, value, found := strings.Cut(text, ":")
		switch {
		case e == nil && s.lost && (len(s.shape.parts) > 0 || lineNamed(key) == ""):
		case e == nil:
			s.r.add(item.Line, "write its heading above: ### and a name", "%q stands in no entry, and is not used", short(text))
		case !found:
			s.r.add(item.Line, "- Name of the line: what is known", "%q doesn't say what it is", short(text))
			s.spoil(item.Line)
		default:
			e.fields = append(e.fields, rawField{key: strings.TrimSpace(key), value: strings.TrimSpace(value), line: item.Line})
		}
		for _, below := range item.Below {
			if e != nil {
				s.foreign(below)
			}
		}
	}
}

// paragraph takes an entry's words for its note. One that starts as a bullet
// would was meant as one.
func (s *shaper) paragraph(b model.Block) {
	e := s.entry()
	if e == nil {
		return // prose of the person's own
	}
	text := model.CleanLine(b.Plain())
	if key, _, found := strings.Cut(text, ":"); found && lineNamed(key) != "" {
		s.r.add(b.Line, "start each line with a hyphen: - "+key+": …", "%q isn't read as it stands", short(text))
		s.spoil(b.Line)
		return
	}
	e.words = append(e.words, text)
}

// foreign reports a shape that an entry doesn't have.
func (s *shaper) foreign(b model.Block) {
	if s.lost && s.entry() == nil {
		return
	}
	s.r.add(b.Line, "a line for each thing, such as - Officer: a name", "the Local file has no %s", b.Kind)
	s.spoil(b.Line)
}

// short is a text as it is quoted in a message.
func short(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
