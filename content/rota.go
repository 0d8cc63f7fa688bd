package content

import (
	"slices"
	"strings"
	"time"

	"isspp/model"
)

// rotaColumns are where a rota's three columns stand in its table.
type rotaColumns struct{ setting, officer, days int }

// readRota makes the rota of its document's first table.
func readRota(f *file, b body, r *reporter) model.Rota {
	rota := model.Rota{Title: f.title()}
	for _, block := range b.blocks {
		if block.Kind != model.Table {
			continue
		}
		if at, ok := findColumns(block, r); ok {
			rota.Settings = readSettings(f.id, block, at, r)
		}
		return rota
	}
	r.add(f.line, "| School/Setting | Officer | Assigned Days |", "the rota has no table")
	return rota
}

// findColumns finds the columns by the words of their headings, since each
// protocol prints its own.
func findColumns(table model.Block, r *reporter) (rotaColumns, bool) {
	at := rotaColumns{-1, -1, -1}
	for i, cell := range table.Head {
		switch head := strings.ToLower(cellText(cell)); {
		case strings.Contains(head, "officer") && at.officer < 0:
			at.officer = i
		case strings.Contains(head, "day") && at.days < 0:
			at.days = i
		case (strings.Contains(head, "setting") || strings.Contains(head, "school")) && at.setting < 0:
			at.setting = i
		}
	}
	for _, c := range []struct {
		at   int
		word string
	}{{at.setting, "School or Setting"}, {at.officer, "Officer"}, {at.days, "Days"}} {
		if c.at < 0 {
			r.add(table.Line, "a heading with the word "+c.word, "the rota's table has no column for %s", strings.ToLower(c.word))
		}
	}
	return at, at.setting >= 0 && at.officer >= 0 && at.days >= 0
}

// readSettings reads the rota's rows, in their order.
func readSettings(prefix string, table model.Block, at rotaColumns, r *reporter) []model.Setting {
	settings := make([]model.Setting, 0, len(table.Rows))
	lines, ids := map[string]int{}, idSet{}
	for _, row := range table.Rows {
		line := row[at.setting].Line
		s := model.Setting{
			Name: cellText(row[at.setting]), Officer: cellText(row[at.officer]), Assigned: cellText(row[at.days]), Line: line,
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

// dayNames are the days as a rota writes them, by time.Weekday.
var dayNames = []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// rotaWords is what a row's days may be, for messages.
const rotaWords = `Monday … Friday, "attends when required"`

// readDays reads a row's days: "Monday to Friday", "Monday, Tuesday",
// "Wednesday and attends when required", "Point of contact: Attends when required".
func readDays(text string, line int, r *reporter) (days []time.Weekday, whenRequired bool) {
	var on [7]bool
	from, through, unknown := -1, false, false
	for _, word := range strings.FieldsFunc(strings.NewReplacer("-", " to ", "–", " to ").Replace(text), parts) {
		lower := strings.ToLower(word)
		switch day := weekday(lower); {
		case day >= 0 && through && from >= 0:
			for d := from; d != day; d = (d + 1) % 7 {
				on[d] = true
			}
			on[day], from, through = true, -1, false
		case day >= 0:
			on[day], from = true, day
		case lower == "to":
			through = true
		case lower == "required":
			whenRequired = true
		case slices.Contains(fillers(), lower):
		default:
			unknown = true
			r.word(line, word, rotaWordsKnown(), rotaWords, "%q is not a day of the week", word)
		}
	}
	// A school's week starts on Monday.
	for i := 1; i <= 7; i++ {
		if on[i%7] {
			days = append(days, time.Weekday(i%7))
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

// fillers are the words that stand between a row's days and say no day.
func fillers() []string {
	return []string{"and", "on", "point", "of", "contact", "attends", "when", "as"}
}

// rotaWordsKnown are the words that a row's days can be a misspelling of.
func rotaWordsKnown() []string {
	return append(append([]string{"required"}, dayNames...), "attends", "when", "point", "contact")
}

// parts tells whether a sign parts the words of a row's days.
func parts(c rune) bool { return strings.ContainsRune(" ,;:&.\t", c) }

// weekday is the day that a lower-case word names, in full or by three letters
// or more, also as "Mondays" and "Weds", and -1 for any other word.
func weekday(word string) int {
	for i, name := range dayNames {
		name = strings.ToLower(name)
		if len(word) >= 3 && (strings.HasPrefix(name, word) || len(word) > 3 && strings.HasPrefix(name, strings.TrimSuffix(word, "s"))) {
			return i
		}
	}
	return -1
}
