package content

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"isspp/model"
)

// ReadSheetFile reads a plain file of a sheet's size.
func ReadSheetFile(file string) ([]byte, error) {
	info, err := os.Stat(file)
	switch {
	case err != nil:
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a plain file", file)
	case info.Size() > maxLocal:
		return nil, fmt.Errorf("%s is too big for a sheet of officers: at most %d MB is read", file, maxLocal>>20)
	default:
		var src []byte
		if src, err = os.ReadFile(file); err == nil { //nolint:gosec // the person named it
			return src, nil
		}
	}
	return nil, fmt.Errorf("%s can't be read: %w", file, Cause(err))
}

type sheetRow struct {
	number int
	cells  []string
}

func (r sheetRow) cell(i int) string {
	if i < 0 || i >= len(r.cells) {
		return ""
	}
	return r.cells[i]
}

// readSheet reads a CSV file as people get them: with commas, semicolons or tabs, with or without a mark of the
// encoding, in UTF-8, UTF-16 or what Excel on Windows saves by itself. A row that can't be read is reported by
// its number and the next is gone on with.
func readSheet(src []byte, r *reporter) []sheetRow {
	text, comma := sheetComma(sheetText(src, r))
	in := csv.NewReader(strings.NewReader(text))
	in.Comma, in.FieldsPerRecord = comma, -1
	var rows []sheetRow
	extra := 0 // the line ends inside of cells, which a spreadsheet doesn't count as rows
	for {
		cells, err := in.Read()
		var wrong *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return rows
		case errors.As(err, &wrong):
			mend := `put the cell in quotation marks, and write one inside of it as ""`
			r.add(wrong.StartLine-extra, mend, "the row can't be read: a quotation mark is in the wrong place")
			if wrong.Line > wrong.StartLine {
				r.add(wrong.StartLine-extra, mend, "a quotation mark isn't closed, so the rows up to %d are not read",
					wrong.Line-extra)
			}
			extra += wrong.Line - wrong.StartLine
			continue
		case err != nil:
			r.add(1, "", "the file can't be read: %v", err)
			return rows
		}
		line, _ := in.FieldPos(0)
		row := sheetRow{number: line - extra, cells: make([]string, len(cells))}
		for i, cell := range cells {
			extra += strings.Count(cell, "\n")
			row.cells[i] = unescapeFormula(model.CleanLine(cell))
		}
		if strings.Join(row.cells, "") != "" {
			rows = append(rows, row)
		}
	}
}

// sheetText is the file's bytes as text with plain line ends. What is no UTF-8 is read as Excel on a British
// Windows saves it, so that an apostrophe in a name isn't lost.
func sheetText(src []byte, r *reporter) string {
	if !isUTF16(src) && !utf8.Valid(src) {
		src, _ = charmap.Windows1252.NewDecoder().Bytes(src) // what it can't read it marks
	}
	text := plainLines(src, &reporter{}) // a sheet may be UTF-16: Excel calls it Unicode text
	if bytes.IndexByte(text, 0) >= 0 {
		r.add(1, "save the sheet as CSV", "this is not a text file")
		return ""
	}
	return string(text)
}

// sheetComma finds what parts the cells: what a first line "sep=;" says, or
// else what the first line that has any has most of.
func sheetComma(text string) (rest string, comma rune) {
	first, after, _ := strings.Cut(text, "\n")
	if sign, found := strings.CutPrefix(first, "sep="); found && len(sign) == 1 {
		return after, rune(sign[0])
	}
	comma, most := ',', 0
	for line := range strings.Lines(text) {
		for _, sign := range ",;\t" {
			if n := strings.Count(line, string(sign)); n > most {
				comma, most = sign, n
			}
		}
		if most > 0 {
			break // a title above the header has none
		}
	}
	return text, comma
}

// formulaSigns are what a cell starts with that a spreadsheet works out instead of showing it.
const formulaSigns = "=+-@"

// EscapeFormula is a cell's text so that no spreadsheet takes it for a formula: an
// apostrophe before it makes it text.
func EscapeFormula(cell string) string {
	cell = model.CleanLine(cell)
	if cell != "" && strings.ContainsRune(formulaSigns+"'", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// formulaText is what keeps a spreadsheet from working a text out: an apostrophe before it, or ="…" around it.
var formulaText = model.Pattern(`^(?:'([=+\-@'0-9].*)|="([^"]*)")$`)

func unescapeFormula(cell string) string {
	if part := formulaText().FindStringSubmatch(cell); part != nil {
		return part[1] + part[2]
	}
	return cell
}

func isFormula(cell string) bool {
	switch {
	case cell == "" || cell == "-" || !strings.ContainsRune(formulaSigns, rune(cell[0])):
		return false
	case cell[0] == '+':
		return strings.Trim(cell, "+0123456789 ()-") != ""
	}
	return true
}

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

var wholeWeek = []string{
	"weekdays", "every day", "everyday", "daily", "all week", "full week", "all days", "each day", "every weekday",
	"full time", "m f",
}

// dayLetters are the letters that stand for a day each; a T alone is Tuesday only where Th stands for Thursday.
var dayLetters = map[string]string{
	"m": "Monday", "t": "Tuesday", "tu": "Tuesday", "w": "Wednesday", "th": "Thursday", "r": "Thursday", "f": "Friday",
	"mo": "Monday", "we": "Wednesday", "fr": "Friday",
}

// daysInLetters is what days are in letters: "M W F", "M/W/F", "Tu, Th".
var daysInLetters = model.Pattern(`^(?i)(mo?|tu?|we?|th|r|fr?)([ ,/&+]+(mo?|tu?|we?|th|r|fr?))*$`)

func plainDays(value string) string {
	if slices.Contains(wholeWeek, model.Fold(value)) {
		return "Monday to Friday"
	}
	if !daysInLetters().MatchString(value) {
		return strings.NewReplacer("/", ", ", "+", ", ").Replace(value)
	}
	days := strings.FieldsFunc(strings.ToLower(value), func(c rune) bool { return strings.ContainsRune(" ,/&+", c) })
	for i, letter := range days {
		days[i] = dayLetters[letter]
	}
	return strings.Join(days, ", ")
}

// tooRound is a number as a spreadsheet rounds it: 7.9E+09. headless is a phone number without its first 0.
var (
	tooRound = model.Pattern(`^[0-9](\.[0-9]+)?[eE]\+?[0-9]+$`)
	headless = model.Pattern(`^[1-9][0-9]{8,9}$`)
)

func spoilt(value string) (text, mend string) {
	switch digits := strings.ReplaceAll(value, " ", ""); {
	case tooRound().MatchString(digits):
		return "is what a spreadsheet makes of a long number: its digits are lost",
			"make the column Text in the sheet, and type the number again"
	case headless().MatchString(digits):
		return "has lost its first 0", "0" + value
	}
	return "", ""
}

// longestHoliday is how long a half-term holiday or that at Christmas or Easter
// lasts at most; no half of a term is as short.
const longestHoliday = 18 * 24 * time.Hour

var holidayWords = model.Pattern("holiday|break|inset|closed|bank")

func holiday(e model.LocalEntry) bool {
	from, errFrom := time.Parse(time.DateOnly, e.From)
	until, errUntil := time.Parse(time.DateOnly, e.Until)
	short := errFrom == nil && errUntil == nil && !until.Before(from) && until.Sub(from) <= longestHoliday
	return short || holidayWords().MatchString(model.Fold(e.Name))
}
