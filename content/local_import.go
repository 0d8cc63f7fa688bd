package content

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"isspp/model"
)

// Import is what a sheet of officers says, row by row.
type Import struct {
	Rows   []ImportRow
	Bad    []Mistake // the rows that can't be taken, by their number in the sheet
	Unused []string  // the columns that say nothing of an officer
	Loses  bool      // a column with days, phones or e-mails would be lost
	Twice  int       // how many rows say the same as one before them
	// Protocol is how many rows are the protocol's own, as isspp rota --csv writes
	// them: they are not the school's.
	Protocol int
}

// ImportRow is a row that can be taken.
type ImportRow struct {
	Row     int
	Entry   model.LocalEntry
	Written string   // the setting as the sheet has it, where the rota's name differs
	Was     string   // what the entry says whose place it takes
	given   []string // the lines that the sheet has a column for
}

// Reading is how a sheet is to be read.
type Reading struct {
	Checked, By string // said of every row that has none of its own
	// Map names columns: what stands above one, and the line that it is for, or "ignore".
	Map      map[string]string
	FillDown bool // FillDown takes an empty officer for the one above, as merged cells leave it
	// Progress is told how many rows of how many are read, and says whether to go on; nil where nobody asks.
	Progress func(done, all int) bool
}

// ReadImport reads a sheet of who covers which school, or one of term dates. A row's
// setting may be written short; one that fits several is bad, never guessed. A school
// that the rota doesn't have is kept as one that it doesn't list.
func ReadImport(name string, src []byte, p *Pack, how Reading) Import {
	r := &reporter{file: name}
	s := sheetReader{reporter: r, pack: p, how: how, seen: map[string][]int{}, bySetting: map[string]setting{}}
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
	for _, i := range s.unused {
		s.in.Unused = append(s.in.Unused, s.cell(i))
	}
	s.in.Bad = sorted(r.list)
	return s.in
}

type sheetReader struct {
	sheetHeader
	*reporter
	pack *Pack
	how  Reading
	in   Import
	// seen are the rows by what tells their entries apart, and bySetting is what
	// was found for a setting as it is written: sheets name one in many rows.
	seen      map[string][]int
	bySetting map[string]setting
	above     map[string]string // the row before, for the cells that were merged with its own
}

type setting struct {
	kind     model.LocalKind
	name     string
	mistakes []Mistake // why it means none
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

func (s *sheetReader) row(row sheetRow) {
	before := len(s.list)
	got, is := ImportRow{Row: row.number}, setting{kind: model.LocalTerm}
	var values map[string]string
	if s.terms {
		is.name, values = s.term(row)
	} else {
		is, values = s.officer(row, &got)
	}
	if len(s.list) > before {
		return
	}
	e, mistakes := MakeLocal(is.kind, is.name, values)
	s.blame(row.number, mistakes)
	switch {
	case !e.Blank() || len(mistakes) > 0:
	case s.terms:
		s.add(row.number, "a date such as 2026-09-02 for each", "%q has no first and no last day", is.name)
	default:
		s.add(row.number, `a name, or "nobody"`, "%q doesn't say who", is.name)
	}
	if s.terms && holiday(e) {
		s.add(row.number, "give the terms, or each half of one; leave holidays and training days out",
			"%q looks like a holiday and not a term", is.name)
	}
	if got.Entry = e; len(s.list) == before {
		s.take(got, is.name)
	}
}

func (s *sheetReader) blame(row int, mistakes []Mistake) {
	for _, m := range mistakes {
		m.File, m.Line = s.file, row
		s.list = append(s.list, m)
	}
}

// term reads a row that gives a term, or half of one, by its first and last day.
func (s *sheetReader) term(row sheetRow) (name string, values map[string]string) {
	if name = model.CleanLine(s.of(row, columnTerm)); name == "" {
		s.add(row.number, "such as Autumn term 2026, first half", "the row has no term")
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
	return name, values
}

// officer reads a row that says who covers a setting, by the names of an entry's lines.
func (s *sheetReader) officer(row sheetRow, got *ImportRow) (is setting, values map[string]string) {
	before, width := len(s.list), len(s.cells)
	if len(row.cells) > width && strings.Join(row.cells[width:], "") != "" {
		s.add(row.number, "put a cell with such a sign in quotation marks", "the row has %s, the header %d",
			model.Count(len(row.cells), "cell"), width)
	}
	values = map[string]string{lineChecked: s.how.Checked, lineBy: s.how.By}
	for _, name := range append([]string{columnSetting}, LocalLines(model.LocalRota)...) {
		value := s.of(row, name)
		if name == lineDays && value == "" {
			value = s.marked(row, s.reporter)
		}
		if s.has(name) || name == lineDays && len(s.days) > 0 {
			got.given = append(got.given, name)
		}
		if isFormula(value) {
			s.add(row.number, "write the words themselves", "%s is a formula: %q", name, short(value))
		}
		if value = plainCell(name, value); value != "" {
			values[name] = value
		}
	}
	s.fillDown(row, values)
	written := values[columnSetting]
	if written == "" {
		s.add(row.number, "the school or setting that the row is about", "the row has no setting")
	}
	if len(s.list) > before {
		return is, values
	}
	is, known := s.bySetting[written]
	if !known {
		is = findSetting(s.pack, written)
		s.bySetting[written] = is
	}
	if s.blame(row.number, is.mistakes); is.name != written {
		got.Written = written
	}
	return is, values
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
			values[name] = cmp.Or(values[name], s.above[name])
		}
	}
	s.above = values
}

func (s *sheetReader) take(row ImportRow, name string) {
	key := entryKey(row.Entry)
	for _, i := range s.seen[key] {
		first := s.in.Rows[i]
		switch {
		case entryWords(first.Entry) == entryWords(row.Entry):
			s.in.Twice++
			return
		case len(first.Entry.Overlap(row.Entry)) > 0:
			s.add(row.Row, "keep one, or say From, Until or Covers for", "%q is already in row %d", name, first.Row)
			return
		}
	}
	s.seen[key] = append(s.seen[key], len(s.in.Rows))
	s.in.Rows = append(s.in.Rows, row)
}

// findSetting finds the rota's setting that a written name means. One that fits several is a mistake, and so is
// what is likely a slip of the pen; a name that fits none at all is a school that the rota doesn't list.
func findSetting(p *Pack, written string) setting {
	for _, s := range p.Rota().Settings {
		if model.Fold(s.Name) == model.Fold(written) || s.ID == written {
			return setting{kind: model.LocalRota, name: s.Name}
		}
	}
	fits, near := meant(written, settingNames(p))
	r := &reporter{}
	switch {
	case len(fits) == 1:
		return setting{kind: model.LocalRota, name: fits[0]}
	case len(fits) > 1:
		r.add(1, strings.Join(fits, "; "), "%q fits %d settings: write the whole name", written, len(fits))
	case near != "":
		r.near(1, near, "a name as the rota prints it", "no setting of the rota is called %q", written)
	default:
		return setting{kind: model.LocalSchool, name: written}
	}
	return setting{mistakes: r.list}
}

// Words are a row that can be taken, with what the sheet calls the setting where the rota's name differs.
func (r ImportRow) Words() string {
	text := r.Entry.Name + ": " + r.Entry.Answer()
	switch {
	case r.Written != "":
		text += " (the sheet has “" + r.Written + "”)"
	case r.Entry.Kind == model.LocalSchool:
		text += " (not in the rota)"
	}
	return text
}

// Asides are what else became of the sheet's rows and columns.
func (in Import) Asides() []string {
	var out []string
	if in.Twice > 0 {
		out = append(out, model.Count(in.Twice, "row")+" that say the same as one before, taken once.")
	}
	if in.Protocol > 0 {
		out = append(out, model.Count(in.Protocol, "row")+" of the protocol's own left out.")
	}
	if len(in.Unused) > 0 {
		out = append(out, "Columns not used: "+strings.Join(in.Unused, ", ")+".")
	}
	return out
}

// BadRows is how many rows have a mistake.
func (in Import) BadRows() int {
	rows := slices.Clone(in.Bad)
	return len(slices.CompactFunc(rows, func(a, b Mistake) bool { return a.Line == b.Line }))
}

// Row says a mistake of a sheet: the row's number, what is wrong, and how to fix it.
func (m Mistake) Row() string { return m.said("row "+strconv.Itoa(m.Line), "“", "”") }
