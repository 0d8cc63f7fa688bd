package content

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
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
	case info.Size() > MaxLocal:
		return nil, fmt.Errorf("%s is too big for a sheet of officers: at most %d MB is read", file, MaxLocal>>20)
	default:
		var src []byte
		if src, err = os.ReadFile(file); err == nil { //nolint:gosec // the person named it
			return src, nil
		}
	}
	return nil, fmt.Errorf("%s can't be read: %w", file, Cause(err))
}

// sheetRow is one row of a sheet, as a spreadsheet numbers it: the first is 1.
type sheetRow struct {
	number int
	cells  []string
}

// cell is one of the row's, and empty where it has none.
func (r sheetRow) cell(i int) string {
	if i < 0 || i >= len(r.cells) {
		return ""
	}
	return r.cells[i]
}

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

// sheetText is the file's bytes as text with plain line ends. What is no UTF-8 is
// read as Excel on a British Windows saves it, so that an apostrophe in a name isn't
// lost.
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

// formulaSigns are what a cell starts with that a spreadsheet works out instead
// of showing it.
const formulaSigns = "=+-@"

// EscapeFormula is a cell's text so that no spreadsheet takes it for a formula: an
// apostrophe before it makes it text.
func EscapeFormula(cell string) string {
	cell = model.CleanLine(cell)
	if cell != "" && (strings.ContainsRune(formulaSigns, rune(cell[0])) || cell[0] == '\'') {
		return "'" + cell
	}
	return cell
}

// unescapeFormula takes off what was put around a cell's text to keep a spreadsheet from
// working it out: an apostrophe before it, or ="…" around it.
func unescapeFormula(cell string) string {
	if rest, found := strings.CutPrefix(cell, "'"); found && rest != "" &&
		strings.ContainsRune(formulaSigns+"'0123456789", rune(rest[0])) {
		return rest
	}
	if inner, found := strings.CutPrefix(cell, `="`); found && strings.HasSuffix(inner, `"`) &&
		strings.Count(inner, `"`) == 1 {
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
