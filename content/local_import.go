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
	// Loses tells that a column with days, phones or e-mails would be lost.
	Loses bool
	// Twice is how many rows say the same as one before them.
	Twice int
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
	// Was is what the entry says whose place it takes.
	Was string
	// given are the lines that the sheet has a column for.
	given []string
}

// Reading is how a sheet is to be read.
type Reading struct {
	// Checked and By are said of every row that has none of its own.
	Checked, By string
	// Map names columns: what stands above one, and the line that it is for, or
	// "ignore".
	Map map[string]string
	// FillDown takes an empty officer for the one above, as merged cells leave it.
	FillDown bool
	// Progress is told how many rows of how many are read, and says whether to go
	// on; nil where nobody asks.
	Progress func(done, all int) bool
}

// ReadImport reads a sheet of who covers which school, or one of term dates. A row's
// setting may be written short; one that fits several is bad, never guessed. A school
// that the rota doesn't have is kept as one that it doesn't list.
func ReadImport(name string, src []byte, p *Pack, how Reading) Import {
	r := &reporter{file: name}
	s := sheetReader{r: r, pack: p, how: how, seen: map[string][]int{}, bySetting: map[string]setting{}}
	rows := readSheet(src, r)
	if len(rows) == 0 {
		r.add(1, "a header with Setting, Officer and Days, and a row for each school", "the sheet has no rows")
		return Import{Bad: sorted(r.list)}
	}
	var ok bool
	if s.sheetHeader, rows, ok = readHeader(rows, how.Map, r); ok {
		s.in.Loses = s.checkUnused(rows, r)
		s.rows(rows)
	}
	s.in.Bad, s.in.Unused = sorted(r.list), s.unusedNames()
	return s.in
}

// sheetReader reads the rows of a sheet below its header.
type sheetReader struct {
	sheetHeader
	r    *reporter
	pack *Pack
	how  Reading
	in   Import
	// seen are the rows by what tells their entries apart, and bySetting is what
	// was found for a setting as it is written: sheets name one in many rows.
	seen      map[string][]int
	bySetting map[string]setting
	// above is the row before, for the cells that were merged with its own.
	above map[string]string
}

// setting is what a written name means.
type setting struct {
	kind model.LocalKind
	name string
	// mistakes are why it means none.
	mistakes []Mistake
}

func (s *sheetReader) rows(rows []sheetRow) {
	progress := s.how.Progress
	if progress == nil {
		progress = func(int, int) bool { return true }
	}
	for i, row := range rows {
		switch {
		case i%100 == 0 && !progress(i, len(rows)):
			progress(len(rows), len(rows))
			return
		case strings.EqualFold(s.of(row, layerWord), string(model.LayerProtocol)):
			s.in.Protocol++
		default:
			s.row(row)
		}
	}
	progress(len(rows), len(rows))
}

// row takes a row, or says what is wrong with it.
func (s *sheetReader) row(row sheetRow) {
	before := len(s.r.list)
	read := s.officer
	if s.terms {
		read = s.term
	}
	is, values, got := read(row)
	if len(s.r.list) > before {
		return
	}
	e, mistakes := MakeLocal(is.kind, is.name, values)
	for _, m := range mistakes {
		m.File, m.Line = s.r.file, row.number
		s.r.list = append(s.r.list, m)
	}
	switch {
	case !e.Blank() || len(mistakes) > 0:
	case s.terms:
		s.r.add(row.number, "a date such as 2026-09-02 for each", "%q has no first and no last day", is.name)
	default:
		s.r.add(row.number, `a name, or "nobody"`, "%q doesn't say who", is.name)
	}
	if s.terms && holiday(e) {
		s.r.add(row.number, "give the terms, or each half of one; leave holidays and training days out",
			"%q looks like a holiday and not a term", is.name)
	}
	if got.Entry = e; len(s.r.list) == before {
		s.take(got, is.name)
	}
}

// term reads a row that gives a term, or half of one, by its first and last day.
func (s *sheetReader) term(row sheetRow) (is setting, values map[string]string, got ImportRow) {
	is = setting{kind: model.LocalTerm, name: model.CleanLine(s.of(row, columnTerm))}
	if is.name == "" {
		s.r.add(row.number, "such as Autumn term 2026, first half", "the row has no term")
	}
	values = map[string]string{lineChecked: s.how.Checked, lineBy: s.how.By}
	for _, line := range LocalLines(model.LocalTerm) {
		column := line
		if line == lineFirst || line == lineLast {
			column = elsewhere[line]
		}
		if value := plainCell(column, s.of(row, column)); value != "" {
			values[line] = value
		}
	}
	return is, values, ImportRow{Row: row.number}
}

// officer reads a row that says who covers a setting.
func (s *sheetReader) officer(row sheetRow) (is setting, values map[string]string, got ImportRow) {
	got.Row = row.number
	before, width := len(s.r.list), len(s.cells)
	if len(row.cells) > width && strings.Join(row.cells[width:], "") != "" {
		s.r.add(row.number, "put a cell with such a sign in quotation marks", "the row has %s, the header %d",
			model.Count(len(row.cells), "cell"), width)
	}
	values, got.given = s.values(row)
	written := values[columnSetting]
	if written == "" {
		s.r.add(row.number, "the school or setting that the row is about", "the row has no setting")
	}
	if len(s.r.list) > before {
		return is, values, got
	}
	if is = s.setting(written, row.number); is.name != written {
		got.Written = written
	}
	return is, values, got
}

// take takes a row, unless one before it says the same, or something else of the
// same days.
func (s *sheetReader) take(row ImportRow, name string) {
	key := entryKey(row.Entry)
	for _, i := range s.seen[key] {
		first := s.in.Rows[i]
		switch {
		case sameEntry(plainEntry(first.Entry), plainEntry(row.Entry)):
			s.in.Twice++
			return
		case len(first.Entry.Overlap(row.Entry)) > 0:
			s.r.add(row.Row, "keep one, or say From, Until or Covers for", "%q is already in row %d", name, first.Row)
			return
		}
	}
	s.seen[key] = append(s.seen[key], len(s.in.Rows))
	s.in.Rows = append(s.in.Rows, row)
}

// values are what a row says, by the names of an entry's lines, and the lines
// that the sheet has a column for.
func (s *sheetReader) values(row sheetRow) (values map[string]string, given []string) {
	values = map[string]string{lineChecked: s.how.Checked, lineBy: s.how.By}
	for _, name := range append([]string{columnSetting}, LocalLines(model.LocalRota)...) {
		value := s.of(row, name)
		if name == lineDays && value == "" {
			value = s.marked(row)
		}
		if s.has(name) || name == lineDays && len(s.days) > 0 {
			given = append(given, name)
		}
		if isFormula(value) {
			s.r.add(row.number, "write the words themselves", "%s is a formula: %q", name, short(value))
		}
		if value = plainCell(name, value); value != "" {
			values[name] = value
		}
	}
	s.fillDown(row, values)
	return values, given
}

// fillDown fills what a merged cell leaves empty below its first row: a setting,
// and an officer who stands left of the schools or where it is asked for.
func (s *sheetReader) fillDown(row sheetRow, values map[string]string) {
	if values[columnSetting] == "" && values[lineOfficer] != "" {
		values[columnSetting] = s.above[columnSetting]
	}
	if s.of(row, lineOfficer) == "" && values[columnSetting] != "" && s.above[lineOfficer] != "" &&
		(s.how.FillDown || s.at[lineOfficer] < s.at[columnSetting]) {
		for _, name := range []string{lineOfficer, linePhone, lineEmail} {
			if values[name] == "" {
				values[name] = s.above[name]
			}
		}
	}
	s.above = values
}

// setting finds what a written name means, once, and says what is wrong with it.
func (s *sheetReader) setting(written string, row int) setting {
	is, known := s.bySetting[written]
	if !known {
		is = findSetting(s.pack, written)
		s.bySetting[written] = is
	}
	for _, m := range is.mistakes {
		m.File, m.Line = s.r.file, row
		s.r.list = append(s.r.list, m)
	}
	return is
}

// findSetting finds the rota's setting that a written name means. One that fits
// several is a mistake, and so is what is likely a slip of the pen; a name that
// fits none at all is a school that the rota doesn't list.
func findSetting(p *Pack, written string) setting {
	var names []string
	for _, s := range p.Rota().Settings {
		if model.Fold(s.Name) == model.Fold(written) || s.ID == written {
			return setting{kind: model.LocalRota, name: s.Name}
		}
		names = append(names, s.Name)
	}
	fits, near := meant(written, names)
	r := &reporter{}
	switch {
	case len(fits) == 1:
		return setting{kind: model.LocalRota, name: fits[0]}
	case len(fits) > 1:
		r.add(1, strings.Join(fits, "; "), "%q fits %d settings: write the whole name", written, len(fits))
	case near != "":
		r.add(1, "a name as the rota prints it", "no setting of the rota is called %q", written)
		r.list[0].Near = near
	default:
		return setting{kind: model.LocalSchool, name: written}
	}
	return setting{mistakes: r.list}
}
