package content

import (
	"strings"
	"time"

	"isspp/model"
)

// term takes a row that gives a term, or half of one, by its first and last day.
func (s *sheetReader) term(row sheetRow) {
	before := len(s.r.list)
	name := model.CleanLine(s.cell(row, columnTerm))
	values := map[string]string{lineChecked: s.how.Checked, lineBy: s.how.By}
	for line, column := range map[string]string{lineFirst: lineFrom, lineLast: lineUntil, lineNote: lineNote, lineChecked: lineChecked, lineBy: lineBy} {
		if value := plainCell(column, s.cell(row, column)); value != "" {
			values[line] = value
		}
	}
	if name == "" {
		s.r.add(row.number, "such as Autumn term 2026, first half", "the row has no term")
		return
	}
	e, mistakes := MakeLocal(model.LocalTerm, name, values)
	for _, m := range mistakes {
		m.File, m.Line = s.r.file, row.number
		s.r.list = append(s.r.list, m)
	}
	if e.Blank() && len(mistakes) == 0 {
		s.r.add(row.number, "a date such as 2026-09-02 for each", "%q has no first and no last day", name)
	}
	if holiday(e) {
		s.r.add(row.number, "give the terms, or each half of one; leave holidays and training days out", "%q looks like a holiday and not a term", name)
	}
	if len(s.r.list) == before {
		s.take(ImportRow{Row: row.number, Entry: e}, name)
	}
}

// longestHoliday is how long a half-term holiday or that at Christmas or Easter
// lasts at most; no half of a term is as short.
const longestHoliday = 18 * 24 * time.Hour

// holiday reports whether what is said to be a term must be a holiday.
func holiday(e model.LocalEntry) bool {
	word := model.Fold(e.Name)
	for _, w := range []string{"holiday", "break", "inset", "closed", "bank"} {
		if strings.Contains(word, w) {
			return true
		}
	}
	from, errFrom := time.Parse(time.DateOnly, e.From)
	until, errUntil := time.Parse(time.DateOnly, e.Until)
	return errFrom == nil && errUntil == nil && !until.Before(from) && until.Sub(from) <= longestHoliday
}
