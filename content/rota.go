package content

import (
	"slices"
	"strings"
	"time"

	"isspp/model"
)

// Rota is the table of settings and officers.
func (p *Pack) Rota() model.Rota { return readFirst(p, &p.rota, "rota", readRota) }

// The columns of a rota, in the order in which a heading is tried: the words of
// which it has one, what it is called, and how it is spoken of.
const (
	columnOfficer = iota
	columnDays
	columnSchool
)

var rotaColumns = [...]struct {
	words      []string
	need, name string
}{
	{[]string{"officer"}, "Officer", "officer"},
	{[]string{"day"}, "Days", "days"},
	{[]string{"setting", "school"}, "School or Setting", "school or setting"},
}

// readRota makes the rota of its document's first table. The columns are found by the
// words of their headings, since each protocol prints its own.
func readRota(f *file, b body, r *reporter) model.Rota {
	rota := model.Rota{Title: f.title()}
	table, ok := firstTable(b)
	if !ok {
		r.add(f.line, "| School/Setting | Officer | Assigned Days |", "the rota has no table")
		return rota
	}
	at := map[int]int{}
	for i, cell := range table.Head {
		head := strings.ToLower(cellText(cell))
		for c, column := range rotaColumns {
			if _, found := at[c]; !found && slices.ContainsFunc(column.words,
				func(word string) bool { return strings.Contains(head, word) }) {
				at[c] = i
				break
			}
		}
	}
	for c, column := range rotaColumns {
		if _, found := at[c]; !found {
			r.add(table.Line, "a heading with the word "+column.need, "the rota's table has no column for %s",
				column.name)
		}
	}
	if len(at) == len(rotaColumns) {
		rota.Settings = readSettings(f.id, table, at, r)
	}
	return rota
}

func readSettings(prefix string, table model.Block, at map[int]int, r *reporter) []model.Setting {
	settings := make([]model.Setting, 0, len(table.Rows))
	lines, ids := map[string]int{}, idSet{}
	for _, row := range table.Rows {
		line := row[at[columnSchool]].Line
		s := model.Setting{
			Name: cellText(row[at[columnSchool]]), Officer: cellText(row[at[columnOfficer]]),
			Assigned: cellText(row[at[columnDays]]), Line: line,
		}
		if s.Name == "" {
			r.add(line, "write its name, or take the row out", "the row has no setting")
			continue
		}
		key := slug(s.Name) + " " + strings.ToLower(s.Name)
		if first, twice := lines[key]; twice {
			r.add(line, "keep one row for a setting", "%q is already in line %d", s.Name, first)
			continue
		}
		lines[key] = line
		if s.Officer == "" {
			r.add(line, `a name, or what is printed, such as "vacancy"`, "%q has no officer", s.Name)
		}
		s.ID = prefix + "/" + ids.free(slug(s.Name))
		s.Days, s.WhenRequired = readDays(s.Assigned, line, r)
		if model.Vacant(s.Officer) {
			s.Days, s.WhenRequired = nil, false
		}
		settings = append(settings, s)
	}
	if len(settings) == 0 {
		r.add(table.Line, "a row for each school or setting", "the rota has no settings")
	}
	return settings
}

// rotaWords is what a row's days may be, for messages. fillers are the words that
// stand between days and say none, and rotaWordsKnown those that can be misspelt.
const rotaWords = `Monday … Friday, "attends when required"`

var (
	fillers        = []string{"and", "on", "point", "of", "contact", "attends", "when", "as"}
	rotaWordsKnown = []string{
		"required", "attends", "when", "point", "contact",
		"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
	}
)

// readDays reads a row's days: "Monday to Friday", "Monday, Tuesday",
// "Wednesday and attends when required", "Point of contact: Attends when required".
func readDays(text string, line int, r *reporter) (days []time.Weekday, whenRequired bool) {
	var on [7]bool
	from, through, unknown := time.Weekday(-1), false, false
	words := strings.FieldsFunc(strings.NewReplacer("-", " to ", "–", " to ").Replace(text),
		func(c rune) bool { return strings.ContainsRune(" ,;:&.\t", c) })
	for _, word := range words {
		lower := strings.ToLower(word)
		switch day, named := weekday(lower); {
		case named && through && from >= 0:
			for d := from; d != day; d = (d + 1) % 7 {
				on[d] = true
			}
			on[day], from, through = true, -1, false
		case named:
			on[day], from = true, day
		case lower == "to":
			through = true
		case lower == "required":
			whenRequired = true
		case slices.Contains(fillers, lower):
		default:
			unknown = true
			r.word(line, word, rotaWordsKnown, rotaWords, "%q is not a day of the week", word)
		}
	}
	// A school's week starts on Monday.
	for i := range on {
		if day := time.Weekday(i+1) % 7; on[day] {
			days = append(days, day)
		}
	}
	switch {
	case text == "":
		r.add(line, rotaWords, "the row has no days")
	case !unknown && (through || len(days) == 0 && !whenRequired):
		r.add(line, rotaWords, "%q doesn't say which days", text)
	}
	return days, whenRequired
}

func weekday(word string) (time.Weekday, bool) {
	day, ok := model.WeekdayNamed(word)
	if short, found := strings.CutSuffix(strings.ToLower(word), "s"); !ok && found {
		return model.WeekdayNamed(short)
	}
	return day, ok
}
