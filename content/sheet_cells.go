package content

import (
	"slices"
	"strings"
	"time"

	"isspp/model"
)

// plainCell is a cell's text as the Local file has it: what says that nothing is
// known is nothing, and days are written as the rota does.
func plainCell(line, value string) string {
	value = strings.TrimSpace(value)
	if value == "-" || value == "–" {
		return ""
	}
	switch line {
	case lineDays:
		if model.Vacant(value) {
			return ""
		}
		return plainDays(value)
	case linePhone, lineEmail, lineFrom, lineUntil, lineNote, lineCovers:
		if model.Vacant(value) || value == "?" {
			return ""
		}
	case lineOfficer:
		if value == "?" {
			return "TBC"
		}
	}
	return value
}

// wholeWeek are the words for all of a school's week.
var wholeWeek = map[string]bool{
	"weekdays": true, "every day": true, "everyday": true, "daily": true, "all week": true, "full week": true,
	"all days": true, "each day": true,
	"every weekday": true, "full time": true, "m f": true,
}

// dayLetters are the letters that stand for a day each; a T alone is Tuesday only
// where Th stands for Thursday.
var dayLetters = map[string]string{
	"m": "Monday", "t": "Tuesday", "tu": "Tuesday", "w": "Wednesday", "th": "Thursday", "r": "Thursday", "f": "Friday",
	"mo": "Monday", "we": "Wednesday", "fr": "Friday",
}

// daysInLetters is what days are in letters: "M W F", "M/W/F", "Tu, Th".
var daysInLetters = model.Pattern(`^(?i)(mo?|tu?|we?|th|r|fr?)([ ,/&+]+(mo?|tu?|we?|th|r|fr?))*$`)

// plainDays writes days as the rota does.
func plainDays(value string) string {
	words := model.Fold(value)
	if wholeWeek[words] {
		return "Monday to Friday"
	}
	if daysInLetters().MatchString(value) {
		var days []string
		for _, letter := range strings.FieldsFunc(strings.ToLower(value),
			func(c rune) bool { return strings.ContainsRune(" ,/&+", c) }) {
			days = append(days, dayLetters[letter])
		}
		return strings.Join(days, ", ")
	}
	return strings.NewReplacer("/", ", ", "+", ", ").Replace(value)
}

// tooRound is a number as a spreadsheet rounds it: 7.9E+09.
var tooRound = model.Pattern(`^[0-9](\.[0-9]+)?[eE]\+?[0-9]+$`)

// spoilt says what a spreadsheet has made of a phone number, or is empty.
func spoilt(value string) (text, mend string) {
	digits := strings.ReplaceAll(value, " ", "")
	switch {
	case tooRound().MatchString(digits):
		return "is what a spreadsheet makes of a long number: its digits are lost",
			"make the column Text in the sheet, and type the number again"
	case len(digits) >= 9 && len(digits) <= 10 && digits[0] >= '1' && digits[0] <= '9' &&
		strings.Trim(digits, "0123456789") == "":
		return "has lost its first 0", "0" + value
	}
	return "", ""
}

// The marks in a day's column, for a day that is covered and for one that isn't.
var (
	marksYes = []string{
		"x", "y", "yes", "1", "✓", "✔", "√", "•", "●", "*", "am", "pm", "am/pm", "all day", "full day", "true", "on",
	}
	marksNo = []string{"", "-", "–", "no", "n", "0", "off", "none", "n/a", "false", "✗", "✘", "x̶"}
)

// marked are the days whose columns have a mark in a row, as words.
func (s *sheetReader) marked(row sheetRow) string {
	var days []string
	for _, d := range model.Weekdays() {
		i, found := s.days[d]
		if !found {
			continue
		}
		switch mark := strings.ToLower(row.cell(i)); {
		case slices.Contains(marksNo, mark):
		case slices.Contains(marksYes, mark):
			days = append(days, d.String())
		default:
			s.r.add(row.number, "x for a day that is covered, and nothing for one that isn't",
				"%q in the column %s is no mark", short(row.cell(i)), d)
		}
	}
	return strings.Join(days, ", ")
}

// longestHoliday is how long a half-term holiday or that at Christmas or Easter
// lasts at most; no half of a term is as short.
const longestHoliday = 18 * 24 * time.Hour

// holidayWords are what is in the name of a holiday and in no term's.
var holidayWords = model.Pattern("holiday|break|inset|closed|bank")

// holiday reports whether what is said to be a term must be a holiday.
func holiday(e model.LocalEntry) bool {
	from, errFrom := time.Parse(time.DateOnly, e.From)
	until, errUntil := time.Parse(time.DateOnly, e.Until)
	short := errFrom == nil && errUntil == nil && !until.Before(from) && until.Sub(from) <= longestHoliday
	return short || holidayWords().MatchString(model.Fold(e.Name))
}
