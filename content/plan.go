package content

import (
	"slices"
	"strconv"
	"strings"

	"isspp/model"
)

// readPlan makes the delivery plan of its document's first table: the
// recommendation, then a column of actions for each partner.
func readPlan(f *file, b body, r *reporter) model.Plan {
	plan := model.Plan{Title: f.title()}
	table, ok := firstTable(b)
	if !ok {
		r.add(f.line, "| Recommendation | Schools | Police | Council |", "the plan has no table")
		return plan
	}
	if len(table.Head) < 2 {
		r.add(table.Line, "a column for each partner", "the plan's table has no partners")
	}
	seen := map[int]bool{}
	for _, row := range table.Rows {
		number, text := readNumber(cellText(row[0]))
		if number == 0 {
			r.add(row[0].Line, "1) Develop …", "the recommendation %q has no number", text)
			continue
		}
		if seen[number] {
			r.add(row[0].Line, "number the rows", "the plan has a row %d already", number)
			continue
		}
		seen[number] = true
		if text == "" {
			r.add(row[0].Line, "the recommendation that its actions serve", "row %d of the plan has no recommendation",
				number)
		}
		planRow := model.PlanRow{
			Number: number, ID: f.id + "/" + strconv.Itoa(number), Recommendation: text, Line: row[0].Line,
		}
		for i, cell := range row[1:] {
			planRow.Actions = append(planRow.Actions, model.PlanActions{
				Partner: partner(table.Head[i+1]),
				Entries: cell.Entries,
			})
		}
		plan.Rows = append(plan.Rows, planRow)
	}
	return plan
}

// partner is a column's partner: the last line of its heading, since a heading
// over several columns stands above the first of them.
func partner(head model.Cell) string {
	if len(head.Entries) == 0 {
		return ""
	}
	return model.PlainText(head.Entries[len(head.Entries)-1].Spans)
}

// readNumber parts a printed number from its text: "3) Develop closer dialogue".
func readNumber(text string) (int, string) {
	number, rest, found := strings.Cut(text, ")")
	n, err := strconv.Atoi(number)
	if !found || err != nil || n < 1 {
		return 0, text
	}
	return n, strings.TrimSpace(rest)
}

// oneTable are the kinds of document of which only the first table is read.
var oneTable = []string{"rota", "plan", "outcomes", "glossary", "topics"}

// checkTables reports a table that would be passed over without a word.
func checkTables(f *file, b body, r *reporter) {
	if !slices.Contains(oneTable, f.kind) {
		return
	}
	first := 0
	for _, block := range b.blocks {
		if block.Kind != model.Table {
			continue
		}
		if first > 0 {
			r.add(block.Line, "put its rows into that one", "this table is not read: the one in line %d is", first)
			continue
		}
		first = block.Line
	}
}

// firstTable is a document's first table.
func firstTable(b body) (model.Block, bool) {
	for _, block := range b.blocks {
		if block.Kind == model.Table {
			return block, true
		}
	}
	return model.Block{}, false
}
