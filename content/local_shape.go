package content

import (
	"slices"
	"strings"

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

type localShape struct {
	parts []localPart
	r     *reporter
	lost  bool // the part that is being read is no part of the file
}

type localPart struct {
	kind model.LocalKind
	line int
	raws []rawEntry
}

type rawEntry struct {
	kind   model.LocalKind
	name   string
	at     int
	fields []rawField
	words  []string
	lost   int // the first line of something in the entry that can't be read, or 0
}

type rawField struct {
	key, value string
	line       int
}

// localParts are the headings of the parts; the first name of each kind is the one that is written.
var localParts = []struct {
	kind  model.LocalKind
	names []string
}{
	{model.LocalContact, []string{"Contacts", "Our contacts"}},
	{model.LocalRota, []string{"Rota", "Officers"}},
	{model.LocalSchool, []string{"Primary schools", "Other schools"}},
	{model.LocalService, []string{"Services", "Directory"}},
	{model.LocalTerm, []string{"Term dates", "Terms"}},
}

func partTitle(kind model.LocalKind) string {
	for _, p := range localParts {
		if p.kind == kind {
			return p.names[0]
		}
	}
	return ""
}

// shapeLocal reads a file's bytes as headings and bullets. Whatever the bytes
// are, each thing that can't be read is reported where it stands.
func shapeLocal(src []byte, r *reporter) *localShape {
	s := &localShape{r: r}
	for _, b := range translateRemarks(checkedText(plainLines(src, r), 1, r), r) {
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
	return s
}

func (s *localShape) entries() []rawEntry {
	var all []rawEntry
	for _, p := range s.parts {
		all = append(all, p.raws...)
	}
	return all
}

func (s *localShape) entry() *rawEntry {
	n := len(s.parts)
	if s.lost || n == 0 || len(s.parts[n-1].raws) == 0 {
		return nil
	}
	raws := s.parts[n-1].raws
	return &raws[len(raws)-1]
}

func (s *localShape) wrong(line int, mend, format string, args ...any) {
	s.r.add(line, mend, format, args...)
	if e := s.entry(); e != nil && e.lost == 0 {
		e.lost = line
	}
}

func (s *localShape) heading(b model.Block) {
	title := model.CleanLine(b.Plain())
	var kind model.LocalKind
	var titles []string
	for _, p := range localParts {
		titles = append(titles, p.names[0])
		if slices.ContainsFunc(p.names, func(name string) bool { return model.Fold(name) == model.Fold(title) }) {
			kind = p.kind
		}
	}
	switch {
	case kind != "" && b.Level != 3:
		if b.Level != 2 {
			s.r.add(b.Line, "write ## "+title, "a part of the file has two # before its name")
		}
		s.lost = false
		s.parts = append(s.parts, localPart{kind: kind, line: b.Line})
	case b.Level == 1 && len(s.parts) == 0:
		s.lost = true // the file's own title
	case b.Level <= 2:
		s.lost = true
		s.r.word(b.Line, title, titles, strings.Join(titles, ", ")+"; an entry has three #",
			"%q is not a part of the Local file, and what is below it is not used", title)
	case b.Level > 3:
		s.wrong(b.Line, "an entry has three #, and what is known of it goes in lines that start with -",
			"a heading this deep is not read")
	case len(s.parts) == 0:
		s.r.add(b.Line, "write one of these above it: ## "+strings.Join(titles, ", ## "),
			"the entry %q is in no part of the file, and is not used", title)
	case !s.lost:
		p := &s.parts[len(s.parts)-1]
		p.raws = append(p.raws, rawEntry{kind: p.kind, name: title, at: b.Line})
	}
}

func (s *localShape) bullets(b model.Block) {
	e := s.entry()
	for _, item := range b.Items {
		text := model.CleanLine(model.PlainText(item.Spans))
		key, value, found := strings.Cut(text, ":")
		switch {
		case e == nil && s.lost && (len(s.parts) > 0 || lineNamed(key).name == ""):
		case e == nil:
			s.r.add(item.Line, "write its heading above: ### and a name", "%q belongs to no entry, and is not used",
				short(text))
		case !found:
			s.wrong(item.Line, "- Name of the line: what is known", "%q doesn't say what it is", short(text))
		default:
			e.fields = append(e.fields, rawField{strings.TrimSpace(key), strings.TrimSpace(value), item.Line})
		}
		for _, below := range item.Below {
			if e != nil {
				s.foreign(below)
			}
		}
	}
}

// paragraph takes an entry's words for its note. One that starts as a bullet would was meant as one.
func (s *localShape) paragraph(b model.Block) {
	e := s.entry()
	if e == nil {
		return // prose of the person's own
	}
	text := model.CleanLine(b.Plain())
	if key, _, found := strings.Cut(text, ":"); found && lineNamed(key).name != "" {
		s.wrong(b.Line, "start each line with a hyphen: - "+key+": …", "%q can't be read as it is", short(text))
		return
	}
	e.words = append(e.words, text)
}

func (s *localShape) foreign(b model.Block) {
	if !s.lost {
		s.wrong(b.Line, "a line for each thing, such as - Officer: a name", "the Local file has no %s", b.Kind)
	}
}

func short(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
