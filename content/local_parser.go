package content

import (
	"strings"

	"isspp/model"
)

// localParser sorts the file's blocks into parts and entries.
type localParser struct {
	shape localShape
	r     *reporter
	// lost tells that the part that is being read is no part of the file.
	lost bool
}

// entry is the entry that is being read, or nil.
func (s *localParser) entry() *rawEntry {
	n := len(s.shape.parts)
	if s.lost || n == 0 || len(s.shape.parts[n-1].raws) == 0 {
		return nil
	}
	raws := s.shape.parts[n-1].raws
	return &raws[len(raws)-1]
}

func (s *localParser) block(b model.Block) {
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

func (s *localParser) heading(b model.Block) {
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
			"%q is not a part of the Local file, and what is below it is not used", title)
	case b.Level > 3:
		s.r.add(b.Line, "an entry has three #, and what is known of it goes in lines that start with -",
			"a heading this deep is not read")
		s.markFaulty(b.Line)
	case s.lost || len(s.shape.parts) == 0:
		if len(s.shape.parts) == 0 {
			s.r.add(b.Line, "write one of these above it: ## "+strings.Join(partTitles(), ", ## "),
				"the entry %q is in no part of the file, and is not used", title)
		}
	default:
		p := &s.shape.parts[len(s.shape.parts)-1]
		p.raws = append(p.raws, rawEntry{kind: p.kind, name: title, at: b.Line})
	}
}

// markFaulty says that something of the entry couldn't be read.
func (s *localParser) markFaulty(line int) {
	if e := s.entry(); e != nil && e.lost == 0 {
		e.lost = line
	}
}

func (s *localParser) bullets(b model.Block) {
	e := s.entry()
	for _, item := range b.Items {
		text := model.CleanLine(model.PlainText(item.Spans))
		key, value, found := strings.Cut(text, ":")
		switch {
		case e == nil && s.lost && (len(s.shape.parts) > 0 || lineNamed(key) == ""):
		case e == nil:
			s.r.add(item.Line, "write its heading above: ### and a name", "%q belongs to no entry, and is not used",
				short(text))
		case !found:
			s.r.add(item.Line, "- Name of the line: what is known", "%q doesn't say what it is", short(text))
			s.markFaulty(item.Line)
		default:
			e.fields = append(e.fields, rawField{
				key: strings.TrimSpace(key), value: strings.TrimSpace(value),
				line: item.Line,
			})
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
func (s *localParser) paragraph(b model.Block) {
	e := s.entry()
	if e == nil {
		return // prose of the person's own
	}
	text := model.CleanLine(b.Plain())
	if key, _, found := strings.Cut(text, ":"); found && lineNamed(key) != "" {
		s.r.add(b.Line, "start each line with a hyphen: - "+key+": …", "%q can't be read as it is", short(text))
		s.markFaulty(b.Line)
		return
	}
	e.words = append(e.words, text)
}

// foreign reports a shape that an entry doesn't have.
func (s *localParser) foreign(b model.Block) {
	if s.lost && s.entry() == nil {
		return
	}
	s.r.add(b.Line, "a line for each thing, such as - Officer: a name", "the Local file has no %s", b.Kind)
	s.markFaulty(b.Line)
}

// short is a text as it is quoted in a message.
func short(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
