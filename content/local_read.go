package content

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"isspp/model"
)

// mostLetters is how long a line of an entry may be.
const mostLetters = 300

// read makes an entry of its lines. An entry with every line empty is a form
// that waits, and no entry.
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

// validateRequired reports what an entry must say and doesn't.
func validateRequired(e model.LocalEntry, lines map[string]int, r *reporter) {
	need := func(missing bool, name, mend, format string) {
		if missing {
			r.add(cmp.Or(lines[name], e.Line), mend, format, e.Name)
		}
	}
	faulty := func(m Mistake) bool { return m.Line == lines[lineChecked] }
	officer, term := e.Kind == model.LocalRota || e.Kind == model.LocalSchool, e.Kind == model.LocalTerm
	if !e.Faulty { // else what is missing may be what couldn't be read
		need(term && e.From == "", lineFirst, "- First day: a date such as 2026-09-02", "%q doesn't say its first day")
		need(term && e.Until == "", lineLast, "- Last day: a date such as 2026-12-18", "%q doesn't say its last day")
		need(officer && e.Who == "", lineOfficer, `- Officer: a name, or "nobody"`, "%q doesn't say who")
		need(e.Kind == model.LocalService && !e.Closed && e.Phone+e.Email+e.Link+e.Note+e.More == "",
			"", `- Phone: the new number, or - Status: closed`, "%q doesn't say what has changed")
	}
	need(e.Checked == "" && (lines[lineChecked] == 0 || !slices.ContainsFunc(r.list, faulty)),
		lineChecked, "- Checked: the date it was last checked, such as 2026-09-03",
		"%q doesn't say when it was checked")
	need(e.By == "", lineBy, "- By: a name or a role", "%q doesn't say who checked it")
	need(e.From != "" && e.Until != "" && e.From > e.Until, lastDayLine(e.Kind), "the last day that it applies",
		"%q ends before it begins")
}

// lastDayLine is what the line with the last day of an entry is called.
func lastDayLine(kind model.LocalKind) string {
	if kind == model.LocalTerm {
		return lineLast
	}
	return lineUntil
}

// truncated is a value of at most the letters that a line may have.
func truncated(value string, line int, r *reporter) string {
	value = model.CleanLine(value)
	runes := []rune(value)
	if len(runes) <= mostLetters {
		return value
	}
	r.add(line, "say it in fewer words", "the line is %d letters long; the first %d are shown", len(runes), mostLetters)
	return string(runes[:mostLetters])
}

// readStatus reads whether a service is closed.
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

// readAssigned reads the days on which somebody comes.
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

// readPhone reads a number as it is dialled. A number that isn't British, or
// has words beside it, stays as it is written.
func readPhone(_ *model.LocalEntry, value string, line int, r *reporter) string {
	digits := countDigits(value)
	wrong, mend := spoilt(value)
	switch {
	case wrong != "":
		r.add(line, mend, "%q %s", value, wrong)
	case digits < 3:
		r.add(line, "such as 020 7946 0001", "%q is not a phone number", value)
	case strings.HasPrefix(value, "0") && strings.Trim(value, "0123456789 ()-") == "" && !rightLength(value, digits):
		r.add(line, "a number such as 020 7946 0001 has 11 digits", "%q has %d digits", value, digits)
	case phoneLen(value) == len(value):
		return phoneFormat(value)
	}
	return value
}

// rightLength tells whether a British number has as many digits as its first
// two ask for: 11, and for some areas and free numbers 10.
func rightLength(value string, digits int) bool {
	switch value[:2] {
	case "02", "03", "07":
		return digits == 11
	}
	return digits == 10 || digits == 11
}

// isEmail tells whether a text has the shape of an e-mail address.
func isEmail(text string) bool {
	c, ok := wordContact(text)
	return ok && c.Kind == model.Email && !strings.Contains(text, " ")
}

// localDates are the forms in which people write a day with its year.
var localDates = []string{
	time.DateOnly, "2/1/2006", "2.1.2006", "2-1-2006", "2 January 2006", "2 Jan 2006",
	"2/1/06", "2.1.06", "2-Jan-06", "2-Jan-2006", "2 Jan 06", "2-January-2006",
	"Monday 2 January 2006", "Mon 2 Jan 2006", "Mon 2 January 2006", "January 2, 2006",
}

// readLocalDate reads a day with its year, in any form that can't be mistaken.
func readLocalDate(_ *model.LocalEntry, value string, line int, r *reporter) string {
	for _, form := range localDates {
		if day, err := time.Parse(form, value); err == nil {
			return day.Format(time.DateOnly)
		}
	}
	r.add(line, "such as 2026-09-03 or 3 September 2026", "%q is not a date", value)
	return ""
}

// readSlot finds the slot that a contact's heading names.
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
