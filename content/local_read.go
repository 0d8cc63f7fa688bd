package content

import (
	"strings"
	"time"
	"unicode"

	"isspp/model"
)

// field is the line that a bullet is, and empty where it is none that an entry
// of this kind has.
func (raw rawLocal) field(f rawField, r *reporter) string {
	known := LocalLines(raw.kind)
	name := lineNamed(f.key)
	if name == lineOfficer && raw.kind == model.LocalContact {
		name = lineName
	}
	if name == lineName && raw.kind != model.LocalContact {
		name = lineOfficer
	}
	if raw.kind == model.LocalTerm {
		switch name {
		case lineFrom:
			name = lineFirst
		case lineUntil:
			name = lineLast
		}
	}
	if contains(known, name) {
		return name
	}
	r.word(f.line, short(f.key), known, strings.Join(known, ", "), "%q is not a line of an entry below ## %s", short(f.key), partTitle(raw.kind))
	return ""
}

// readField reads what one line says.
func readField(e *model.LocalEntry, name string, f rawField, r *reporter) {
	value := within(f.value, f.line, r)
	switch name {
	case lineOfficer, lineName:
		e.Who = value
	case lineStatus:
		readStatus(e, value, f.line, r)
	case lineDays:
		if e.Assigned = value; value != "" {
			e.Days, e.WhenRequired = readDays(value, f.line, r)
		}
	case linePhone:
		e.Phone = readPhone(value, f.line, r)
	case lineEmail:
		if e.Email = value; value != "" && !isEmail(value) {
			r.add(f.line, "such as name@school.sch.uk", "%q is not an e-mail address", value)
		}
	case lineLink:
		e.Link = value
	case lineCovers:
		e.CoversFor = value
	case lineFrom, lineFirst:
		e.From = readLocalDate(value, f.line, r)
	case lineUntil, lineLast:
		e.Until = readLocalDate(value, f.line, r)
	case lineNote:
		e.Note = value
	case lineChecked:
		e.Checked = readLocalDate(value, f.line, r)
	case lineBy:
		e.By = value
	}
}

// needed reports what an entry must say and doesn't.
func needed(e model.LocalEntry, lines map[string]int, r *reporter) {
	at := func(name string) int {
		if line := lines[name]; line > 0 {
			return line
		}
		return e.Line
	}
	switch {
	case e.Faulty: // what is missing may be what couldn't be read
	case e.Kind == model.LocalTerm:
		neededDays(e, at, r)
	case (e.Kind == model.LocalRota || e.Kind == model.LocalSchool) && e.Who == "":
		r.add(at(lineOfficer), `- Officer: a name, or "nobody"`, "%q doesn't say who", e.Name)
	case e.Kind == model.LocalService && !e.Closed && e.Phone == "" && e.Email == "" && e.Link == "" && e.Note == "" && e.More == "":
		r.add(e.Line, `- Phone: the new number, or - Status: closed`, "%q doesn't say what has changed", e.Name)
	}
	if e.Checked == "" && !faultyAt(r, lines[lineChecked]) {
		r.add(at(lineChecked), "- Checked: the date it was last checked, such as 2026-09-03", "%q doesn't say when it was checked", e.Name)
	}
	if e.By == "" {
		r.add(at(lineBy), "- By: a name or a role", "%q doesn't say who checked it", e.Name)
	}
	if e.From != "" && e.Until != "" && e.From > e.Until {
		r.add(max(at(lineUntil), at(lineLast)), "the last day that it applies", "%q ends before it begins", e.Name)
	}
}

// neededDays reports a term without its first or its last day.
func neededDays(e model.LocalEntry, at func(string) int, r *reporter) {
	if e.From == "" {
		r.add(at(lineFirst), "- First day: a date such as 2026-09-02", "%q doesn't say its first day", e.Name)
	}
	if e.Until == "" {
		r.add(at(lineLast), "- Last day: a date such as 2026-12-18", "%q doesn't say its last day", e.Name)
	}
}

// faultyAt tells whether a mistake was reported at a line.
func faultyAt(r *reporter, line int) bool {
	for _, m := range r.list {
		if line > 0 && m.Line == line {
			return true
		}
	}
	return false
}

// within is a value of at most the letters that a line may have.
func within(value string, line int, r *reporter) string {
	value = model.CleanLine(value)
	runes := []rune(value)
	if len(runes) <= mostLetters {
		return value
	}
	r.add(line, "say it in fewer words", "the line is %d letters long; the first %d are shown", len(runes), mostLetters)
	return string(runes[:mostLetters])
}

// readStatus reads whether a service is closed.
func readStatus(e *model.LocalEntry, value string, line int, r *reporter) {
	switch model.Fold(value) {
	case "closed", "ended", "yes", "no more":
		e.Closed = true
	case "", "open", "changed", "no":
	default:
		r.word(line, value, []string{"closed", "open"}, "closed, or open", "%q is not a status", value)
	}
}

// readPhone reads a number as it is dialled. A number that isn't British, or
// has words beside it, stays as it is written.
func readPhone(value string, line int, r *reporter) string {
	digits := 0
	for _, c := range value {
		if unicode.IsDigit(c) {
			digits++
		}
	}
	wrong, mend := spoilt(value)
	switch {
	case value == "":
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
func readLocalDate(value string, line int, r *reporter) string {
	if value == "" {
		return ""
	}
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
	r.word(e.Line, e.Name, known, strings.Join(known, ", "), "%q is not a contact of the Local file, and is not used", short(e.Name))
	return false
}
