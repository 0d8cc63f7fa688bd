package content

import (
	"regexp"
	"strings"

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
	"weekdays": true, "every day": true, "everyday": true, "daily": true, "all week": true, "full week": true, "all days": true, "each day": true,
	"every weekday": true, "full time": true, "m f": true,
}

// dayLetters are the letters that stand for a day each; a T alone is Tuesday only
// where Th stands for Thursday.
var dayLetters = map[string]string{
	"m": "Monday", "t": "Tuesday", "tu": "Tuesday", "w": "Wednesday", "th": "Thursday", "r": "Thursday", "f": "Friday",
	"mo": "Monday", "we": "Wednesday", "fr": "Friday",
}

// daysInLetters is what days are in letters: "M W F", "M/W/F", "Tu, Th".
var daysInLetters = regexp.MustCompile(`^(?i)(mo?|tu?|we?|th|r|fr?)([ ,/&+]+(mo?|tu?|we?|th|r|fr?))*$`)

// plainDays writes days as the rota does.
func plainDays(value string) string {
	words := model.Fold(value)
	if wholeWeek[words] {
		return "Monday to Friday"
	}
	if daysInLetters.MatchString(value) {
		var days []string
		for _, letter := range strings.FieldsFunc(strings.ToLower(value), func(c rune) bool { return strings.ContainsRune(" ,/&+", c) }) {
			days = append(days, dayLetters[letter])
		}
		return strings.Join(days, ", ")
	}
	return strings.NewReplacer("/", ", ", "+", ", ").Replace(value)
}

// tooRound is a number as a spreadsheet rounds it: 7.9E+09.
var tooRound = regexp.MustCompile(`^[0-9](\.[0-9]+)?[eE]\+?[0-9]+$`)

// spoilt says what a spreadsheet has made of a phone number, or is empty.
func spoilt(value string) (text, mend string) {
	digits := strings.ReplaceAll(value, " ", "")
	switch {
	case tooRound.MatchString(digits):
		return "is what a spreadsheet makes of a long number: its digits are lost", "make the column Text in the sheet, and type the number again"
	case len(digits) >= 9 && len(digits) <= 10 && digits[0] >= '1' && digits[0] <= '9' && strings.Trim(digits, "0123456789") == "":
		return "has lost its first 0", "0" + value
	}
	return "", ""
}
