package content

import (
	"slices"
	"strings"
	"time"

	"isspp/model"
)

const (
	columnSetting = "Setting"
	// columnTerm is the column that makes a sheet one of term dates.
	columnTerm = "Term"
	// layerWord is the column that tells the protocol's rows from the school's.
	layerWord = "layer"
	// ignoreWord is what a column is mapped to that is left out.
	ignoreWord = "ignore"
)

// settingWords are what the column with the settings is called.
var settingWords = []string{
	"setting", "school", "settings", "schools", "school setting", "school or setting", "establishment", "site", "school name", "setting name",
	"name of school", "name of setting", "school academy", "academy", "organisation",
}

// termWords are what the column with the terms is called.
var termWords = []string{"term", "terms", "half term", "term name", "name of term", "term or half term", "school term"}

// columnWords are what councils call the other columns, beside the names that an
// entry's lines may have.
var columnWords = map[string]string{
	"sso": lineOfficer, "ssos": lineOfficer, "officer name": lineOfficer, "safer schools officer": lineOfficer, "police officer": lineOfficer,
	"named sso": lineOfficer, "dwo": lineOfficer, "allocated to": lineOfficer, "contact": lineOfficer, "contact name": lineOfficer,
	"days covered": lineDays, "day s": lineDays, "days on site": lineDays, "working days": lineDays, "cover days": lineDays, "days attending": lineDays,
	"contact number": linePhone, "phone number": linePhone, "telephone number": linePhone, "mobile number": linePhone, "mob": linePhone,
	"contact no": linePhone, "tel no": linePhone, "mobile no": linePhone, "phone no": linePhone, "telephone no": linePhone, "contact tel": linePhone,
	"email address": lineEmail, "e mail address": lineEmail, "contact email": lineEmail, "officer email": lineEmail,
	"opens": lineFrom, "first day of term": lineFrom, "start of term": lineFrom, "term starts": lineFrom, "term begins": lineFrom, "start day": lineFrom,
	"closes": lineUntil, "last day of term": lineUntil, "end of term": lineUntil, "term ends": lineUntil, "finishes": lineUntil, "end day": lineUntil,
	"start date": lineFrom, "from date": lineFrom, "end date": lineUntil, "until date": lineUntil, "to date": lineUntil,
	"comments": lineNote, "comment": lineNote, "remarks": lineNote, "last checked": lineChecked, "date confirmed": lineChecked,
}

// sheetHeader is where each line of an entry stands in a row.
type sheetHeader struct {
	at map[string]int
	// days are the columns that stand for a day of the week.
	days   map[time.Weekday]int
	unused []string
	// spare are the places of the columns in unused.
	spare []int
	line  int
	width int
	// terms tells that the rows are terms and not officers.
	terms bool
}

// mostTitles is how many rows may stand above the header.
const mostTitles = 20

// readHeader finds the row that names the columns, below titles and the like, and
// gives the rows below it.
func (s *sheetReader) readHeader(rows []sheetRow) ([]sheetRow, bool) {
	best, most := 0, -1
	for i, row := range rows[:min(len(rows), mostTitles)] {
		h := columnsOf(row, s.how.Map, &reporter{})
		if h.whole() {
			best = i
			break
		}
		if len(h.at) > most {
			best, most = i, len(h.at)
		}
	}
	header := rows[best]
	s.sheetHeader = columnsOf(header, s.how.Map, s.r)
	if s.terms {
		return rows[best+1:], true
	}
	fine := true
	for _, need := range []string{columnSetting, lineOfficer} {
		if _, found := s.at[need]; !found {
			fine = false
			s.r.add(header.number, howToMap(header, need), "no column is called %s", need)
		}
	}
	return rows[best+1:], fine
}

// howToMap names the columns that are there, and how one of them is named.
func howToMap(header sheetRow, need string) string {
	var names []string
	for _, cell := range header.cells {
		if cell != "" {
			names = append(names, cell)
		}
	}
	if len(names) == 0 {
		return "one row names the columns: Setting, Officer, Days"
	}
	return "the columns are " + strings.Join(names, ", ") + `; --map "` + names[0] + "=" + need + `" names one`
}

// whole tells that the columns that every sheet needs are there.
func (h sheetHeader) whole() bool {
	_, setting := h.at[columnSetting]
	_, officer := h.at[lineOfficer]
	return setting && officer || h.terms
}

// columnsOf finds the columns by the words that people write above them.
func columnsOf(row sheetRow, mapped map[string]string, r *reporter) sheetHeader {
	h := sheetHeader{at: map[string]int{}, days: map[time.Weekday]int{}, line: row.number, width: len(row.cells)}
	for i, cell := range row.cells {
		name := columnNamed(cell, mapped)
		day := -1
		if name == "" {
			day = weekday(strings.ToLower(strings.Trim(cell, ". ")))
		}
		switch {
		case cell == "", name == ignoreWord:
		case day >= 0:
			h.days[time.Weekday(day)] = i
		case name == "":
			h.unused, h.spare = append(h.unused, cell), append(h.spare, i)
		default:
			if _, twice := h.at[name]; twice {
				r.add(row.number, `keep one, or leave one out: --map "`+cell+`=ignore"`, "two columns are for %s", name)
				continue
			}
			h.at[name] = i
		}
	}
	h.ofTerms()
	return h
}

// ofTerms finds out whether the sheet is one of term dates. In one of officers a
// column with a term says nothing.
func (h *sheetHeader) ofTerms() {
	at, found := h.at[columnTerm]
	_, first := h.at[lineFrom]
	_, last := h.at[lineUntil]
	_, officer := h.at[lineOfficer]
	if h.terms = found && first && last && !officer; found && !h.terms {
		delete(h.at, columnTerm)
		h.unused, h.spare = append(h.unused, columnTerm), append(h.spare, at)
	}
}

// columnNamed is the line of an entry that a column is for, or empty.
func columnNamed(written string, mapped map[string]string) string {
	word := model.Fold(written)
	for column, name := range mapped {
		if model.Fold(column) == word && word != "" {
			return name
		}
	}
	switch {
	case contains(settingWords, word):
		return columnSetting
	case contains(termWords, word):
		return columnTerm
	case word == layerWord:
		return layerWord
	}
	name := columnWords[word]
	if name == "" {
		name = lineNamed(written)
	}
	switch name {
	case lineFirst:
		name = lineFrom
	case lineLast:
		name = lineUntil
	}
	if name == lineName || name == "" && strings.Contains(word, "officer") {
		name = lineOfficer
	}
	if contains(LocalLines(model.LocalRota), name) {
		return name
	}
	return ""
}

// ColumnLine is what a column can be mapped to by a word: one of the lines of an
// entry, Setting, or ignore; ok is false for any other word.
func ColumnLine(word string) (string, bool) {
	if model.Fold(word) == ignoreWord {
		return ignoreWord, true
	}
	name := columnNamed(word, nil)
	return name, name != "" && name != layerWord
}

// ColumnLines are the names that a column can be mapped to.
func ColumnLines() []string {
	return append(append([]string{columnSetting}, LocalLines(model.LocalRota)...), ignoreWord)
}

// cell is what a row has in a column, and empty where it has none.
func (h sheetHeader) cell(row sheetRow, name string) string {
	i, found := h.at[name]
	if !found {
		return ""
	}
	return row.at(i)
}

// at is a cell of the row, and empty where it has none.
func (r sheetRow) at(i int) string {
	if i < len(r.cells) {
		return r.cells[i]
	}
	return ""
}

// marked are the days whose columns have a mark in a row, as words.
func (s *sheetReader) marked(row sheetRow) string {
	var days []string
	for d := time.Monday; d <= time.Friday; d++ {
		i, found := s.days[d]
		if !found {
			continue
		}
		switch mark := strings.ToLower(row.at(i)); {
		case slices.Contains([]string{"", "-", "–", "no", "n", "0", "off", "none", "n/a", "false", "✗", "✘", "x̶"}, mark):
		case slices.Contains([]string{"x", "y", "yes", "1", "✓", "✔", "√", "•", "●", "*", "am", "pm", "am/pm", "all day", "full day", "true", "on"}, mark):
			days = append(days, d.String())
		default:
			s.r.add(row.number, "x for a day that is covered, and nothing for one that isn't", "%q in the column %s is no mark", short(row.at(i)), d)
		}
	}
	return strings.Join(days, ", ")
}

// checkUnused reports columns that nobody has named and that look like days,
// numbers or addresses: they are not dropped without a word.
func (s *sheetReader) checkUnused(rows []sheetRow) {
	for n, i := range s.spare {
		var as [3]int
		filled := 0
		for _, row := range rows {
			cell := row.at(i)
			if cell == "" {
				continue
			}
			filled++
			for k, looks := range []bool{looksLikeDays(cell), looksLikePhone(cell), isEmail(cell)} {
				if looks {
					as[k]++
				}
			}
		}
		for k, line := range []string{lineDays, linePhone, lineEmail} {
			if filled > 0 && as[k]*2 > filled {
				s.in.Loses = true
				name := s.unused[n]
				s.r.add(s.line, `--map "`+name+"="+line+`" takes it, --map "`+name+`=ignore" leaves it out`,
					"the column %q looks like %s and would be lost", name, [...]string{"days", "phone numbers", "e-mail addresses"}[k])
			}
		}
	}
}

func looksLikeDays(cell string) bool {
	r := &reporter{}
	days, _ := readDays(plainCell(lineDays, cell), 1, r)
	return len(r.list) == 0 && len(days) > 0
}

func looksLikePhone(cell string) bool {
	digits := 0
	for _, c := range cell {
		if c >= '0' && c <= '9' {
			digits++
		}
	}
	return digits >= 9 && digits <= 13 && strings.Trim(cell, "+0123456789 ()-.E") == ""
}
