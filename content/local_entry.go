package content

import (
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

// LocalLines are the lines that an entry of a kind may have, in the order in
// which they are written and asked for.
func LocalLines(kind model.LocalKind) []string {
	switch kind {
	case model.LocalContact:
		return []string{lineName, linePhone, lineEmail, lineLink, lineNote, lineChecked, lineBy}
	case model.LocalTerm:
		return []string{lineFirst, lineLast, lineNote, lineChecked, lineBy}
	case model.LocalService:
		return []string{lineStatus, linePhone, lineEmail, lineLink, lineFrom, lineUntil, lineNote, lineChecked, lineBy}
	}
	return []string{
		lineOfficer, lineDays, linePhone, lineEmail, lineCovers, lineFrom, lineUntil, lineNote, lineChecked, lineBy,
	}
}

// otherWords are what people write for a line's name.
var otherWords = map[string]string{
	"who": lineOfficer, "named officer": lineOfficer, "person": lineName, "system": lineName, "closed": lineStatus,
	"day": lineDays, "assigned": lineDays, "assigned days": lineDays, "cover for": lineCovers, "covering for": lineCovers,
	"tel": linePhone, "telephone": linePhone, "number": linePhone, "new number": linePhone, "mobile": linePhone, "ring": linePhone,
	"email": lineEmail, "mail": lineEmail, "website": lineLink, "web": lineLink, "address": lineLink,
	"starting": lineFrom, "since": lineFrom, "to": lineUntil,
	"start": lineFirst, "starts": lineFirst, "begins": lineFirst, "first": lineFirst, "end": lineLast, "ends": lineLast, "last": lineLast,
	"till": lineUntil, "notes": lineNote,
	"checked on": lineChecked, "date checked": lineChecked, "checked by": lineBy,
}

// lineNamed is the line that a written name means, or empty.
func lineNamed(written string) string {
	word := model.Fold(written)
	for _, kind := range []model.LocalKind{model.LocalRota, model.LocalContact, model.LocalService, model.LocalTerm} {
		for _, f := range LocalLines(kind) {
			if model.Fold(f) == word {
				return f
			}
		}
	}
	return otherWords[word]
}

// mostLetters is how long a line of an entry may be.
const mostLetters = 300

// read makes an entry of its lines. An entry with every line empty is a form
// that waits, and no entry.
func (raw rawLocal) read(r *reporter) (model.LocalEntry, bool) {
	before := len(r.list)
	e := model.LocalEntry{Kind: raw.kind, Name: raw.name, Line: raw.line, Faulty: raw.lost > 0}
	if e.Name == "" {
		r.add(e.Line, "### and a name", "the entry has no name, and is not used")
		return e, false
	}
	if raw.kind == model.LocalContact && !readSlot(&e, r) {
		return e, false
	}
	e.Key = model.Fold(e.Name)
	lines := map[string]int{}
	for _, f := range raw.fields {
		name := raw.field(f, r)
		if name == "" {
			continue
		}
		if first, twice := lines[name]; twice {
			r.add(f.line, "keep one", "%s is already in line %d", name, first)
			continue
		}
		lines[name] = f.line
		readField(&e, name, f, r)
	}
	for _, text := range raw.words {
		e.More = strings.TrimSpace(e.More + " " + within(text, raw.line, r))
	}
	e.Faulty = e.Faulty || len(r.list) > before
	if e.Nobody() {
		e.Days, e.WhenRequired = nil, false
	}
	if e.Blank() {
		if len(raw.fields) == 0 {
			r.add(e.Line, "write below it what is known, a line each that starts with -", "the entry %q says nothing", e.Name)
		}
		if e.Checked != "" || e.By != "" {
			r.add(e.Line, "fill its lines in, or empty them all", "the entry %q says when it was checked, and nothing else", e.Name)
		}
		return e, false
	}
	needed(e, lines, r)
	return e, true
}
