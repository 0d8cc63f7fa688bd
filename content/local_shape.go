package content

import (
	"slices"

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
	raws []rawEntry
}

// rawEntry is an entry before its words are read.
type rawEntry struct {
	kind   model.LocalKind
	name   string
	at     int
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
func (s localShape) entries() []rawEntry {
	var all []rawEntry
	for _, p := range s.parts {
		all = append(all, p.raws...)
	}
	return all
}

// localParts are the headings of the parts; the first name of each kind is the
// one that is written.
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

// partTitle is how a kind's part is written.
func partTitle(kind model.LocalKind) string {
	for _, p := range localParts {
		if p.kind == kind {
			return p.names[0]
		}
	}
	return ""
}

// partKind is the kind that a heading names, or empty.
func partKind(title string) model.LocalKind {
	for _, p := range localParts {
		if slices.ContainsFunc(p.names, func(name string) bool { return model.Fold(name) == model.Fold(title) }) {
			return p.kind
		}
	}
	return ""
}

// partTitles are the headings for messages.
func partTitles() []string {
	var titles []string
	for _, p := range localParts {
		titles = append(titles, p.names[0])
	}
	return titles
}

// shapeLocal reads a file's bytes as headings and bullets. Whatever the bytes
// are, each thing that can't be read is reported where it stands.
func shapeLocal(src []byte, r *reporter) localShape {
	s := localParser{r: r}
	for _, b := range translateRemarks(checkedText(plainLines(src, r), 1, r), r) {
		s.block(b)
	}
	return s.shape
}
