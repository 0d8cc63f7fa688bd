package content

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"isspp/model"
)

// sheetRow is one row of a sheet, as a spreadsheet numbers it: the first is 1.
type sheetRow struct {
	number int
	cells  []string
}

// empty tells that no cell of the row says anything.
func (r sheetRow) empty() bool { return strings.Join(r.cells, "") == "" }

// readSheet reads a CSV file as people get them: with commas, semicolons or
// tabs, with or without a mark of the encoding, in UTF-8, UTF-16 or what Excel
// on Windows saves by itself. A row that can't be read is reported by its number
// and the next is gone on with.
func readSheet(src []byte, r *reporter) []sheetRow {
	text := sheetText(src, r)
	text, comma := sheetComma(text)
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
				r.add(wrong.StartLine-extra, mend, "a quotation mark isn't closed, so the rows up to %d are not read", wrong.Line-extra)
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
			row.cells[i] = bare(model.CleanLine(cell))
		}
		if !row.empty() {
			rows = append(rows, row)
		}
	}
}

// sheetText is the file's bytes as text with plain line ends.
func sheetText(src []byte, r *reporter) string {
	wide := bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff"))
	switch {
	case wide:
		src = decodeText(src, &reporter{}) // a sheet may be: Excel calls it Unicode text
	case !utf8.Valid(src):
		src = []byte(fromWindows(src))
	}
	text := strings.TrimPrefix(string(src), "\ufeff")
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	if strings.ContainsRune(text, 0) {
		r.add(1, "save the sheet as CSV", "this is not a text file")
		return ""
	}
	return text
}

// windowsSigns are the signs that Windows-1252 has where Latin-1 has controls;
// those that it lacks are the sign for what can't be read.
const windowsSigns = "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ"

// fromWindows reads bytes that are no UTF-8 as Excel on a British Windows saves
// them, so that an apostrophe in a name isn't lost.
func fromWindows(src []byte) string {
	signs := []rune(windowsSigns)
	var b strings.Builder
	for _, c := range src {
		switch {
		case c >= 0x80 && c < 0xa0:
			b.WriteRune(signs[c-0x80])
		default:
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

// sheetComma finds what parts the cells: what a first line "sep=;" says, or
// else what the header has most of.
func sheetComma(text string) (rest string, comma rune) {
	first, after, _ := strings.Cut(text, "\n")
	if sign, found := strings.CutPrefix(first, "sep="); found && len(sign) == 1 {
		return after, rune(sign[0])
	}
	header := strings.TrimLeft(text, "\n")
	header, _, _ = strings.Cut(header, "\n")
	comma, most := ',', 0
	for _, sign := range ",;\t" {
		if n := strings.Count(header, string(sign)); n > most {
			comma, most = sign, n
		}
	}
	return text, comma
}

// formulaSigns are what a cell starts with that a spreadsheet works out instead
// of showing it.
const formulaSigns = "=+-@"

// Neutral is a cell's text so that no spreadsheet takes it for a formula: an
// apostrophe before it makes it text.
func Neutral(cell string) string {
	cell = model.CleanLine(cell)
	if cell != "" && (strings.ContainsRune(formulaSigns, rune(cell[0])) || cell[0] == '\'') {
		return "'" + cell
	}
	return cell
}

// bare takes off what was put around a cell's text to keep a spreadsheet from
// working it out: an apostrophe before it, or ="…" around it.
func bare(cell string) string {
	if rest, found := strings.CutPrefix(cell, "'"); found && rest != "" && strings.ContainsRune(formulaSigns+"'0123456789", rune(rest[0])) {
		return rest
	}
	if inner, found := strings.CutPrefix(cell, `="`); found && strings.HasSuffix(inner, `"`) && strings.Count(inner, `"`) == 1 {
		return strings.TrimSuffix(inner, `"`)
	}
	return cell
}

// isFormula tells whether a cell is one. A number with its country's + is none,
// nor is a lone dash for nothing.
func isFormula(cell string) bool {
	switch {
	case cell == "" || cell == "-" || !strings.ContainsRune(formulaSigns, rune(cell[0])):
		return false
	case cell[0] == '+':
		return strings.Trim(cell, "+0123456789 ()-") != ""
	}
	return true
}
