package content

import (
	"strings"

	"isspp/model"
)

// Import is what a sheet of officers says, row by row.
type Import struct {
	Rows []ImportRow
	// Bad are the rows that can't be taken, by their number in the sheet.
	Bad []Mistake
	// Unused are the columns that say nothing of an officer.
	Unused []string
	// Protocol is how many rows are the protocol's own, as isspp rota --csv writes
	// them: they are not the school's.
	Protocol int
}

// ImportRow is a row that can be taken.
type ImportRow struct {
	Row   int
	Entry model.LocalEntry
	// Written is the setting as the sheet has it, where the rota's name differs.
	Written string
	// given are the lines that the sheet has a column for.
	given []string
}

// settingWords are what the column with the settings is called.
var settingWords = []string{"setting", "school", "settings", "schools", "school setting", "school or setting", "establishment", "site", "school name"}

// layerWord is the column that tells the protocol's rows from the school's.
const layerWord = "layer"

// ReadImport reads a sheet of who covers which school. A row's setting may be
// written short; one that fits several is bad, never guessed. A school that the
// rota doesn't have is kept as one that it doesn't list. checked and by are said
// of every row that has none of its own.
func ReadImport(name string, src []byte, p *Pack, checked, by string) Import {
	r := &reporter{file: name}
	var in Import
	rows := readSheet(src, r)
	if len(rows) == 0 {
		r.add(1, "a header with Setting, Officer and Days, and a row for each school", "the sheet has no rows")
		in.Bad = sorted(r.list)
		return in
	}
	h, ok := readHeader(rows[0], r)
	in.Unused = h.unused
	seen := map[string]int{}
	for _, row := range rows[1:] {
		if !ok {
			break
		}
		if strings.EqualFold(h.cell(row, layerWord), string(model.LayerProtocol)) {
			in.Protocol++
			continue
		}
		if got, fine := h.read(row, p, checked, by, seen, r); fine {
			in.Rows = append(in.Rows, got)
		}
	}
	in.Bad = sorted(r.list)
	return in
}

// sheetHeader is where each line of an entry stands in a row.
type sheetHeader struct {
	at     map[string]int
	unused []string
	width  int
}

const columnSetting = "Setting"

// readHeader finds the columns by the words that people write above them.
func readHeader(row sheetRow, r *reporter) (sheetHeader, bool) {
	h := sheetHeader{at: map[string]int{}, width: len(row.cells)}
	known := append([]string{columnSetting}, LocalLines(model.LocalRota)...)
	for i, cell := range row.cells {
		name := columnNamed(cell)
		switch {
		case cell == "":
		case name == "":
			h.unused = append(h.unused, cell)
		default:
			if _, twice := h.at[name]; twice {
				r.add(row.number, "keep one", "two columns are for %s", name)
				continue
			}
			h.at[name] = i
		}
	}
	fine := true
	for _, need := range []string{columnSetting, lineOfficer} {
		if _, found := h.at[need]; !found {
			fine = false
			r.add(row.number, "the first row names the columns: "+strings.Join(known, ", "), "no column is called %s", need)
		}
	}
	return h, fine
}

// columnNamed is the line of an entry that a column is for, or empty.
func columnNamed(written string) string {
	word := model.Fold(written)
	switch {
	case contains(settingWords, word):
		return columnSetting
	case word == layerWord:
		return layerWord
	}
	name := lineNamed(written)
	if name == lineName || name == "" && strings.Contains(word, "officer") {
		name = lineOfficer
	}
	if contains(LocalLines(model.LocalRota), name) {
		return name
	}
	return ""
}

// cell is what a row has in a column, and empty where it has none.
func (h sheetHeader) cell(row sheetRow, name string) string {
	if i, found := h.at[name]; found && i < len(row.cells) {
		return row.cells[i]
	}
	return ""
}

// read makes an entry of a row.
func (h sheetHeader) read(row sheetRow, p *Pack, checked, by string, seen map[string]int, r *reporter) (ImportRow, bool) {
	before := len(r.list)
	if len(row.cells) > h.width && strings.Join(row.cells[h.width:], "") != "" {
		r.add(row.number, "put a cell with such a sign in quotation marks", "the row has %s, the header %d", count(len(row.cells), "cell"), h.width)
	}
	values := map[string]string{lineChecked: checked, lineBy: by}
	got := ImportRow{Row: row.number}
	for _, name := range append([]string{columnSetting}, LocalLines(model.LocalRota)...) {
		if _, found := h.at[name]; found {
			got.given = append(got.given, name)
		}
		value := h.cell(row, name)
		if isFormula(value) {
			r.add(row.number, "write the words themselves", "%s is a formula: %q", name, short(value))
		}
		if value != "" && value != "-" {
			values[name] = value
		}
	}
	written := values[columnSetting]
	if written == "" {
		r.add(row.number, "the school or setting that the row is about", "the row has no setting")
	}
	if len(r.list) > before {
		return got, false
	}
	kind, name, ok := findSetting(p, written, row.number, r)
	if !ok {
		return got, false
	}
	if name != written {
		got.Written = written
	}
	e, mistakes := MakeLocal(kind, name, values)
	for _, m := range mistakes {
		m.File, m.Line = r.file, row.number
		r.list = append(r.list, m)
	}
	if e.Blank() && len(mistakes) == 0 {
		r.add(row.number, `a name, or "nobody"`, "%q doesn't say who", name)
	}
	got.Entry = e
	key := entryKey(e)
	if first, twice := seen[key]; twice && len(r.list) == before {
		r.add(row.number, "keep one, or say From, Until or Covers for", "%q stands in row %d already", name, first)
	}
	seen[key] = row.number
	return got, len(r.list) == before
}

// findSetting finds the rota's setting that a written name means. One that fits
// several is a mistake, and so is what is likely a slip of the pen; a name that
// fits none at all is a school that the rota doesn't list.
func findSetting(p *Pack, written string, row int, r *reporter) (model.LocalKind, string, bool) {
	settings := p.Rota().Settings
	var names []string
	for _, s := range settings {
		if model.Fold(s.Name) == model.Fold(written) || s.ID == written {
			return model.LocalRota, s.Name, true
		}
		names = append(names, s.Name)
	}
	found, fit := model.Rank(written, names, func(name string) []string { return []string{name} })
	switch {
	case len(found) == 1 && fit < model.FitNear:
		return model.LocalRota, found[0], true
	case len(found) > 1 && fit < model.FitNear:
		r.add(row, strings.Join(found, "; "), "%q fits %d settings: write the whole name", written, len(found))
		return "", "", false
	}
	if near := model.Nearest(written, names); near != "" {
		r.add(row, "a name as the rota prints it", "no setting of the rota is called %q", written)
		r.list[len(r.list)-1].Near = near
		return "", "", false
	}
	return model.LocalSchool, written, true
}
