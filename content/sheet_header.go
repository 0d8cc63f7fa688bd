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

var columnWords = map[string][]string{
	columnSetting: {
		"setting", "school", "settings", "schools", "school setting", "school or setting", "establishment", "site",
		"school name", "setting name", "name of school", "name of setting", "school academy", "academy", "organisation",
	},
	columnTerm: {"term", "terms", "half term", "term name", "name of term", "term or half term", "school term"},
	layerWord:  {layerWord},
	lineOfficer: {
		"sso", "ssos", "officer name", "safer schools officer", "police officer", "named sso", "dwo", "allocated to",
		"contact", "contact name",
	},
	lineDays: {"days covered", "day s", "days on site", "working days", "cover days", "days attending"},
	linePhone: {
		"contact number", "phone number", "telephone number", "mobile number", "mob", "contact no", "tel no",
		"mobile no", "phone no", "telephone no", "contact tel",
	},
	lineEmail: {"email address", "e mail address", "contact email", "officer email"},
	lineFrom: {
		"opens", "first day of term", "start of term", "term starts", "term begins", "start day", "start date",
		"from date",
	},
	lineUntil: {
		"closes", "last day of term", "end of term", "term ends", "finishes", "end day", "end date", "until date",
		"to date",
	},
	lineNote:    {"comments", "comment", "remarks"},
	lineChecked: {"last checked", "date confirmed"},
}

func columnNamed(written string, mapped map[string]string) string {
	word := model.Fold(written)
	for column, name := range mapped {
		if model.Fold(column) == word && word != "" {
			return name
		}
	}
	for name, words := range columnWords {
		if slices.Contains(words, word) {
			return name
		}
	}
	l := lineNamed(word)
	switch {
	case l.in(model.LocalRota):
		return l.name
	case l.name == "" && strings.Contains(word, "officer"):
		return lineOfficer
	}
	return elsewhere[l.name]
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
	return slices.Concat([]string{columnSetting}, LocalLines(model.LocalRota), []string{ignoreWord})
}

type sheetHeader struct {
	sheetRow
	at     map[string]int
	days   map[time.Weekday]int // the columns that stand for a day of the week
	unused []int                // the columns that say nothing, by their places
	terms  bool                 // the rows are terms and not officers
}

const mostTitles = 20

// readHeader finds the row that names the columns, below titles and the like, and gives the rows below it.
func readHeader(rows []sheetRow, mapped map[string]string, r *reporter) (h sheetHeader, below []sheetRow, ok bool) {
	best, most := 0, -1
	for i, row := range rows[:min(len(rows), mostTitles)] {
		h := columnsOf(row, mapped, &reporter{})
		if h.terms || h.has(columnSetting) && h.has(lineOfficer) {
			best = i
			break
		}
		if len(h.at) > most {
			best, most = i, len(h.at)
		}
	}
	h, ok = columnsOf(rows[best], mapped, r), true
	names := slices.DeleteFunc(slices.Clone(h.cells), func(name string) bool { return name == "" })
	for _, need := range []string{columnSetting, lineOfficer} {
		if h.terms || h.has(need) {
			continue
		}
		ok = false
		mend := "one row names the columns: Setting, Officer, Days"
		if len(names) > 0 {
			mend = "the columns are " + strings.Join(names, ", ") + `; --map "` + names[0] + "=" + need + `" names one`
		}
		r.add(h.number, mend, "no column is called %s", need)
	}
	return h, rows[best+1:], ok
}

func (h sheetHeader) has(name string) bool { _, found := h.at[name]; return found }

func (h sheetHeader) of(row sheetRow, name string) string {
	if i, found := h.at[name]; found {
		return row.cell(i)
	}
	return ""
}

func columnsOf(row sheetRow, mapped map[string]string, r *reporter) sheetHeader {
	h := sheetHeader{sheetRow: row, at: map[string]int{}, days: map[time.Weekday]int{}}
	for i, cell := range row.cells {
		name := columnNamed(cell, mapped)
		day, isDay := weekday(strings.Trim(cell, ". "))
		switch {
		case cell == "", name == ignoreWord:
		case name == "" && isDay:
			h.days[day] = i
		case name == "":
			h.unused = append(h.unused, i)
		case h.has(name):
			r.add(row.number, `keep one, or leave one out: --map "`+cell+`=ignore"`, "two columns are for %s", name)
		default:
			h.at[name] = i
		}
	}
	// In a sheet of officers a column with a term says nothing.
	if at, found := h.at[columnTerm]; found {
		if h.terms = h.has(lineFrom) && h.has(lineUntil) && !h.has(lineOfficer); !h.terms {
			delete(h.at, columnTerm)
			h.unused = append(h.unused, at)
		}
	}
	return h
}

var looks = []struct {
	line, like string
	is         func(cell string) bool
}{
	{lineDays, "days", looksLikeDays},
	{linePhone, "phone numbers", looksLikePhone},
	{lineEmail, "e-mail addresses", isEmail},
}

func looksLikeDays(cell string) bool {
	r := &reporter{}
	days, _ := readDays(plainCell(lineDays, cell), 1, r)
	return len(r.list) == 0 && len(days) > 0
}

func looksLikePhone(cell string) bool {
	digits := countDigits(cell)
	return digits >= 9 && digits <= 13 && strings.Trim(cell, "+0123456789 ()-.E") == ""
}

// checkUnused reports columns that nobody has named and that look like days, numbers or addresses, so that none
// is dropped without a word, and whether there are any.
func (h sheetHeader) checkUnused(rows []sheetRow, r *reporter) (loses bool) {
	for _, i := range h.unused {
		for _, l := range looks {
			filled, alike := 0, 0
			for _, row := range rows {
				if cell := row.cell(i); cell != "" {
					filled++
					if l.is(cell) {
						alike++
					}
				}
			}
			if 2*alike > filled {
				loses = true
				r.add(h.number, `--map "`+h.cell(i)+"="+l.line+`" takes it, --map "`+h.cell(i)+`=ignore" leaves it out`,
					"the column %q looks like %s and would be lost", h.cell(i), l.like)
			}
		}
	}
	return loses
}

// The marks in a day's column, for a day that is covered and for one that isn't.
var (
	marksYes = []string{
		"x", "y", "yes", "1", "✓", "✔", "√", "•", "●", "*", "am", "pm", "am/pm", "all day", "full day", "true", "on",
	}
	marksNo = []string{"", "-", "–", "no", "n", "0", "off", "none", "n/a", "false", "✗", "✘", "x̶"}
)

func (h sheetHeader) marked(row sheetRow, r *reporter) string {
	var days []string
	for _, d := range model.Weekdays() {
		i, found := h.days[d]
		if !found {
			continue
		}
		switch mark := strings.ToLower(row.cell(i)); {
		case slices.Contains(marksNo, mark):
		case slices.Contains(marksYes, mark):
			days = append(days, d.String())
		default:
			r.add(row.number, "x for a day that is covered, and nothing for one that isn't",
				"%q in the column %s is no mark", short(row.cell(i)), d)
		}
	}
	return strings.Join(days, ", ")
}
