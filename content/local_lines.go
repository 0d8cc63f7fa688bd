package content

import (
	"cmp"
	"slices"
	"strings"
	"time"

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

type localLine struct {
	name  string
	kinds []model.LocalKind
	also  []string // what else people call it
	// of is where an entry keeps it; closed services say it by their state alone.
	of func(e *model.LocalEntry) *string
	// read is what is made of its words; without it they are kept as they are.
	read func(e *model.LocalEntry, value string, line int, r *reporter) string
}

func whoOf(e *model.LocalEntry) *string      { return &e.Who }
func assignedOf(e *model.LocalEntry) *string { return &e.Assigned }
func coversOf(e *model.LocalEntry) *string   { return &e.CoversFor }
func phoneOf(e *model.LocalEntry) *string    { return &e.Phone }
func emailOf(e *model.LocalEntry) *string    { return &e.Email }
func linkOf(e *model.LocalEntry) *string     { return &e.Link }
func fromOf(e *model.LocalEntry) *string     { return &e.From }
func untilOf(e *model.LocalEntry) *string    { return &e.Until }
func noteOf(e *model.LocalEntry) *string     { return &e.Note }
func checkedOf(e *model.LocalEntry) *string  { return &e.Checked }
func byOf(e *model.LocalEntry) *string       { return &e.By }

// localLines are all lines, in the order in which they are written and asked for.
var localLines = func() []localLine {
	type words = []string
	rota, service := []model.LocalKind{model.LocalRota, model.LocalSchool}, []model.LocalKind{model.LocalService}
	contact, term := []model.LocalKind{model.LocalContact}, []model.LocalKind{model.LocalTerm}
	ways, all := slices.Concat(rota, service, contact), slices.Concat(rota, service, contact, term)
	return []localLine{
		{lineOfficer, rota, words{"who", "named officer"}, whoOf, nil},
		{lineName, contact, words{"person", "system"}, whoOf, nil},
		{lineStatus, service, words{"closed"}, nil, readStatus},
		{lineDays, rota, words{"day", "assigned", "assigned days"}, assignedOf, readAssigned},
		{lineFirst, term, words{"start", "starts", "begins", "first"}, fromOf, readLocalDate},
		{lineLast, term, words{"end", "ends", "last"}, untilOf, readLocalDate},
		{linePhone, ways, words{"tel", "telephone", "number", "new number", "mobile", "ring"}, phoneOf, readPhone},
		{lineEmail, ways, words{"email", "mail"}, emailOf, readEmail},
		{lineLink, slices.Concat(service, contact), words{"website", "web", "address"}, linkOf, nil},
		{lineCovers, rota, words{"cover for", "covering for"}, coversOf, nil},
		{lineFrom, slices.Concat(rota, service), words{"starting", "since"}, fromOf, readLocalDate},
		{lineUntil, slices.Concat(rota, service), words{"to", "till"}, untilOf, readLocalDate},
		{lineNote, all, words{"notes"}, noteOf, nil},
		{lineChecked, all, words{"checked on", "date checked"}, checkedOf, readLocalDate},
		{lineBy, all, words{"checked by"}, byOf, nil},
	}
}()

// elsewhere is what a line of some kinds is called in an entry of the others.
var elsewhere = map[string]string{
	lineOfficer: lineName, lineName: lineOfficer, lineFrom: lineFirst, lineFirst: lineFrom, lineUntil: lineLast,
	lineLast: lineUntil,
}

var lineByWord = func() map[string]localLine {
	byWord := map[string]localLine{}
	for _, l := range localLines {
		for _, word := range append(l.also, l.name) {
			byWord[model.Fold(word)] = l
		}
	}
	return byWord
}()

func lineNamed(written string) localLine { return lineByWord[model.Fold(written)] }

func (l localLine) in(kind model.LocalKind) bool { return slices.Contains(l.kinds, kind) }

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

func localValue(e model.LocalEntry, line string) string {
	switch l := lineNamed(line); {
	case l.of != nil:
		return *l.of(&e)
	case l.name == lineStatus && e.Closed:
		return "closed"
	}
	return ""
}

// line is the line that a bullet is; ok is false where it is none that an entry of this kind has.
func (raw rawEntry) line(f rawField, r *reporter) (l localLine, ok bool) {
	l = lineNamed(f.key)
	if !l.in(raw.kind) {
		l = lineNamed(elsewhere[l.name])
	}
	if ok = l.in(raw.kind); !ok {
		known := LocalLines(raw.kind)
		r.word(f.line, short(f.key), known, strings.Join(known, ", "), "%q is not a line of an entry below ## %s",
			short(f.key), partTitle(raw.kind))
	}
	return l, ok
}

func (raw rawEntry) read(r *reporter) (model.LocalEntry, bool) {
	before := len(r.list)
	e := model.LocalEntry{Kind: raw.kind, Name: raw.name, Line: raw.at, Faulty: raw.lost > 0}
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
		l, ok := raw.line(f, r)
		if !ok {
			continue
		}
		if first, twice := lines[l.name]; twice {
			r.add(f.line, "keep one", "%s is already in line %d", l.name, first)
			continue
		}
		lines[l.name] = f.line
		value := truncated(f.value, f.line, r)
		if l.read != nil && value != "" {
			value = l.read(&e, value, f.line, r)
		}
		if l.of != nil {
			*l.of(&e) = value
		}
	}
	for _, text := range raw.words {
		e.More = strings.TrimSpace(e.More + " " + truncated(text, raw.at, r))
	}
	e.Faulty = e.Faulty || len(r.list) > before
	if e.Nobody() {
		e.Days, e.WhenRequired = nil, false
	}
	if e.Blank() {
		if len(raw.fields) == 0 {
			r.add(e.Line, "write below it what is known, a line each that starts with -", "the entry %q says nothing",
				e.Name)
		}
		if e.Checked != "" || e.By != "" {
			r.add(e.Line, "fill its lines in, or empty them all",
				"the entry %q says when it was checked, and nothing else", e.Name)
		}
		return e, false
	}
	validateRequired(e, lines, r)
	return e, true
}

func validateRequired(e model.LocalEntry, lines map[string]int, r *reporter) {
	officer, term, last := e.Kind.HasOfficer(), e.Kind == model.LocalTerm, lineUntil
	if term {
		last = lineLast
	}
	unsaid := e.Kind == model.LocalService && !e.Closed && e.Phone+e.Email+e.Link+e.Note+e.More == ""
	faulty := func(m Mistake) bool { return m.Line == lines[lineChecked] }
	unchecked := e.Checked == "" && (lines[lineChecked] == 0 || !slices.ContainsFunc(r.list, faulty))
	for _, need := range []struct {
		missing          bool
		line, mend, says string
	}{
		// What an entry with a mistake lacks may be what couldn't be read.
		{!e.Faulty && term && e.From == "", lineFirst, "- First day: a date such as 2026-09-02", "its first day"},
		{!e.Faulty && term && e.Until == "", lineLast, "- Last day: a date such as 2026-12-18", "its last day"},
		{!e.Faulty && officer && e.Who == "", lineOfficer, `- Officer: a name, or "nobody"`, "who"},
		{!e.Faulty && unsaid, "", "- Phone: the new number, or - Status: closed", "what has changed"},
		{unchecked, lineChecked, "- Checked: the date it was last checked, such as 2026-09-03", "when it was checked"},
		{e.By == "", lineBy, "- By: a name or a role", "who checked it"},
	} {
		if need.missing {
			r.add(cmp.Or(lines[need.line], e.Line), need.mend, "%q doesn't say %s", e.Name, need.says)
		}
	}
	if e.From != "" && e.Until != "" && e.From > e.Until {
		r.add(cmp.Or(lines[last], e.Line), "the last day that it applies", "%q ends before it begins", e.Name)
	}
}

const mostLetters = 300

func truncated(value string, line int, r *reporter) string {
	value = model.CleanLine(value)
	runes := []rune(value)
	if len(runes) <= mostLetters {
		return value
	}
	r.add(line, "say it in fewer words", "the line is %d letters long; the first %d are shown", len(runes), mostLetters)
	return string(runes[:mostLetters])
}

func readStatus(e *model.LocalEntry, value string, line int, r *reporter) string {
	switch model.Fold(value) {
	case "closed", "ended", "yes", "no more":
		e.Closed = true
	case "", "open", "changed", "no":
	default:
		r.word(line, value, []string{"closed", "open"}, "closed, or open", "%q is not a status", value)
	}
	return value
}

func readAssigned(e *model.LocalEntry, value string, line int, r *reporter) string {
	e.Days, e.WhenRequired = readDays(value, line, r)
	return value
}

func readEmail(_ *model.LocalEntry, value string, line int, r *reporter) string {
	if !isEmail(value) {
		r.add(line, "such as name@school.sch.uk", "%q is not an e-mail address", value)
	}
	return value
}

func isEmail(text string) bool {
	c, ok := wordContact(text)
	return ok && c.Kind == model.Email && !strings.Contains(text, " ")
}

// readPhone reads a number as it is dialled. A number that isn't British, or
// has words beside it, stays as it is written.
func readPhone(_ *model.LocalEntry, value string, line int, r *reporter) string {
	digits := countDigits(value)
	// Numbers of 02, 03 and 07 have 11 digits, those of some areas and free ones 10.
	right := digits == 11 || digits == 10 && !slices.Contains([]string{"02", "03", "07"}, value[:min(2, len(value))])
	wrong, mend := spoilt(value)
	switch {
	case wrong != "":
		r.add(line, mend, "%q %s", value, wrong)
	case digits < 3:
		r.add(line, "such as 020 7946 0001", "%q is not a phone number", value)
	case strings.HasPrefix(value, "0") && strings.Trim(value, "0123456789 ()-") == "" && !right:
		r.add(line, "a number such as 020 7946 0001 has 11 digits", "%q has %d digits", value, digits)
	case phoneLen(value) == len(value):
		return phoneFormat(value)
	}
	return value
}

var localDates = []string{
	time.DateOnly, "2/1/2006", "2.1.2006", "2-1-2006", "2 January 2006", "2 Jan 2006",
	"2/1/06", "2.1.06", "2-Jan-06", "2-Jan-2006", "2 Jan 06", "2-January-2006",
	"Monday 2 January 2006", "Mon 2 Jan 2006", "Mon 2 January 2006", "January 2, 2006",
}

func readLocalDate(_ *model.LocalEntry, value string, line int, r *reporter) string {
	for _, form := range localDates {
		if day, err := time.Parse(form, value); err == nil {
			return day.Format(time.DateOnly)
		}
	}
	r.add(line, "such as 2026-09-03 or 3 September 2026", "%q is not a date", value)
	return ""
}

func readSlot(e *model.LocalEntry, r *reporter) bool {
	var known []string
	for _, slot := range model.LocalSlots() {
		known = append(known, slot.Name())
		for _, name := range slot.Names() {
			if model.Fold(name) == model.Fold(e.Name) {
				e.Slot, e.Name = slot, slot.Name()
				return true
			}
		}
	}
	r.word(e.Line, e.Name, known, strings.Join(known, ", "), "%q is not a contact of the Local file, and is not used",
		short(e.Name))
	return false
}
