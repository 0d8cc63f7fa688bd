package content

import (
	"slices"
	"strings"

	"isspp/model"
)

// The lines that an entry may have, as they are written.
const (
	lineOfficer = "Officer"
	lineName    = "Name"
	lineStatus  = "Status"
	lineDays    = "Days"
	lineCovers  = "Covers for"
	linePhone   = "Phone"
	lineEmail   = "E-mail"
	lineLink    = "Link"
	lineFrom    = "From"
	lineUntil   = "Until"
	lineFirst   = "First day"
	lineLast    = "Last day"
	lineNote    = "Note"
	lineChecked = "Checked"
	lineBy      = "By"
)

// localLine is a line that entries of some kinds have.
type localLine struct {
	name string
	// kinds are those that have it; none is all of them.
	kinds []model.LocalKind
	// also are what else people call it.
	also []string
	// of is where an entry keeps it; closed services say it by their state alone.
	of func(e *model.LocalEntry) *string
	// read is what is made of its words; without it they are kept as they are.
	read func(e *model.LocalEntry, value string, line int, r *reporter) string
}

func whoOf(e *model.LocalEntry) *string   { return &e.Who }
func fromOf(e *model.LocalEntry) *string  { return &e.From }
func untilOf(e *model.LocalEntry) *string { return &e.Until }

// localLines are all lines, in the order in which they are written and asked for.
var localLines = func() []localLine {
	const (
		rota, school, service = model.LocalRota, model.LocalSchool, model.LocalService
		contact, term         = model.LocalContact, model.LocalTerm
	)
	type kinds = []model.LocalKind
	return []localLine{
		{lineOfficer, kinds{rota, school}, []string{"who", "named officer"}, whoOf, nil},
		{lineName, kinds{contact}, []string{"person", "system"}, whoOf, nil},
		{lineStatus, kinds{service}, []string{"closed"}, nil, readStatus},
		{
			lineDays,
			kinds{rota, school},
			[]string{"day", "assigned", "assigned days"},
			func(e *model.LocalEntry) *string { return &e.Assigned }, readAssigned,
		},
		{lineFirst, kinds{term}, []string{"start", "starts", "begins", "first"}, fromOf, readLocalDate},
		{lineLast, kinds{term}, []string{"end", "ends", "last"}, untilOf, readLocalDate},
		{
			linePhone,
			kinds{rota, school, service, contact},
			[]string{"tel", "telephone", "number", "new number", "mobile", "ring"},
			func(e *model.LocalEntry) *string { return &e.Phone }, readPhone,
		},
		{
			lineEmail,
			kinds{rota, school, service, contact},
			[]string{"email", "mail"},
			func(e *model.LocalEntry) *string { return &e.Email }, readEmail,
		},
		{
			lineLink,
			kinds{service, contact},
			[]string{"website", "web", "address"},
			func(e *model.LocalEntry) *string { return &e.Link }, nil,
		},
		{
			lineCovers,
			kinds{rota, school},
			[]string{"cover for", "covering for"},
			func(e *model.LocalEntry) *string { return &e.CoversFor }, nil,
		},
		{lineFrom, kinds{rota, school, service}, []string{"starting", "since"}, fromOf, readLocalDate},
		{lineUntil, kinds{rota, school, service}, []string{"to", "till"}, untilOf, readLocalDate},
		{lineNote, nil, []string{"notes"}, func(e *model.LocalEntry) *string { return &e.Note }, nil},
		{
			lineChecked, nil,
			[]string{"checked on", "date checked"},
			func(e *model.LocalEntry) *string { return &e.Checked }, readLocalDate,
		},
		{lineBy, nil, []string{"checked by"}, func(e *model.LocalEntry) *string { return &e.By }, nil},
	}
}()

// elsewhere is what a line of some kinds is called in an entry of the others.
var elsewhere = map[string]string{
	lineOfficer: lineName, lineName: lineOfficer, lineFrom: lineFirst, lineFirst: lineFrom, lineUntil: lineLast,
	lineLast: lineUntil,
}

// lineByWord finds a line by every word for it, folded.
var lineByWord = func() map[string]localLine {
	byWord := map[string]localLine{}
	for _, l := range localLines {
		for _, word := range append(l.also, l.name) {
			byWord[model.Fold(word)] = l
		}
	}
	return byWord
}()

// lineNamed is the line that a written name means, or empty.
func lineNamed(written string) string { return lineByWord[model.Fold(written)].name }

// in reports whether entries of a kind have the line.
func (l localLine) in(kind model.LocalKind) bool {
	return l.name != "" && (l.kinds == nil || slices.Contains(l.kinds, kind))
}

// LocalLines are the lines that an entry of a kind may have, in the order in
// which they are written and asked for.
func LocalLines(kind model.LocalKind) []string {
	var names []string
	for _, l := range localLines {
		if l.in(kind) {
			names = append(names, l.name)
		}
	}
	return names
}

// LocalValue is what an entry says in one of its lines, as it is written.
func LocalValue(e model.LocalEntry, line string) string {
	switch l := lineByWord[model.Fold(line)]; {
	case l.of != nil:
		return *l.of(&e)
	case l.name == lineStatus && e.Closed:
		return "closed"
	}
	return ""
}

// line is the line that a bullet is; ok is false where it is none that an entry of
// this kind has.
func (raw rawEntry) line(f rawField, r *reporter) (l localLine, ok bool) {
	l = lineByWord[model.Fold(f.key)]
	if !l.in(raw.kind) {
		l = lineByWord[model.Fold(elsewhere[l.name])]
	}
	if l.in(raw.kind) {
		return l, true
	}
	known := LocalLines(raw.kind)
	r.word(f.line, short(f.key), known, strings.Join(known, ", "), "%q is not a line of an entry below ## %s",
		short(f.key), partTitle(raw.kind))
	return l, false
}
