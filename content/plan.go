package content

import (
	"slices"
	"strconv"
	"strings"

	"isspp/model"
)

// Plan is the delivery plan.
func (p *Pack) Plan() model.Plan { return readFirst(p, &p.plan, "plan", readPlan) }

// Outcomes are the outcomes with their key performance indicators.
func (p *Pack) Outcomes() []model.Outcome { return readFirst(p, &p.outcomes, "outcomes", readOutcomes) }

// Aims are the protocol's aims.
func (p *Pack) Aims() []string {
	return readFirst(p, &p.aims, "aims", func(f *file, b body, r *reporter) []string {
		return listItems(f, b, model.Bullets, "write them as bullets", "aims", r)
	})
}

// Recommendations are the printings of the recommendations, each in its own words, in reading order.
func (p *Pack) Recommendations() []model.Recommendations {
	return readEach(p, &p.recommendations, "recommendations", func(f *file, b body, r *reporter) model.Recommendations {
		items := listItems(f, b, model.Numbers, "write them as a list: 1) …, 2) …", "recommendations", r)
		return model.Recommendations{Section: f.section, Items: items}
	})
}

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
		// "3) Develop closer dialogue"
		text, line := cellText(row[0]), row[0].Line
		printed, rest, found := strings.Cut(text, ")")
		number, err := strconv.Atoi(printed)
		if !found || err != nil || number < 1 {
			r.add(line, "1) Develop …", "the recommendation %q has no number", text)
			continue
		}
		if seen[number] {
			r.add(line, "number the rows", "the plan has a row %d already", number)
			continue
		}
		seen[number] = true
		if text = strings.TrimSpace(rest); text == "" {
			r.add(line, "the recommendation that its actions serve", "row %d of the plan has no recommendation", number)
		}
		planRow := model.PlanRow{
			Number: number, ID: f.id + "/" + strconv.Itoa(number), Recommendation: text, Line: line,
		}
		for i, cell := range row[1:] {
			// A heading over several columns stands above the first of them.
			partner := ""
			if heads := table.Head[i+1].Entries; len(heads) > 0 {
				partner = model.PlainText(heads[len(heads)-1].Spans)
			}
			planRow.Actions = append(planRow.Actions, model.PlanActions{Partner: partner, Entries: cell.Entries})
		}
		plan.Rows = append(plan.Rows, planRow)
	}
	return plan
}

func readOutcomes(f *file, b body, r *reporter) []model.Outcome {
	var list []model.Outcome
	for _, row := range tableLike(f, b, "| | Outcome | Indicators |", "the outcomes have no table of three columns",
		r) {
		n, err := strconv.Atoi(cellText(row[0]))
		if err != nil {
			r.add(row[0].Line, "its printed number", "the outcome %q has no number", cellText(row[1]))
			continue
		}
		o := model.Outcome{Number: n, Text: cellText(row[1])}
		for _, e := range row[2].Entries {
			o.Indicators = append(o.Indicators, model.PlainText(e.Spans))
		}
		list = append(list, o)
	}
	return list
}

func listItems(f *file, b body, kind model.BlockKind, mend, what string, r *reporter) (items []string) {
	for _, block := range b.blocks {
		if block.Kind == kind {
			for _, item := range block.Items {
				items = append(items, model.PlainText(item.Spans))
			}
		}
	}
	if len(items) == 0 {
		r.add(f.line, mend, "the document has no %s", what)
	}
	return items
}

// oneTable are the kinds of document of which only the first table is read.
var oneTable = []string{"rota", "plan", "outcomes", "glossary", "topics"}

func checkTables(f *file, b body, r *reporter) {
	first, _ := firstTable(b)
	for _, block := range b.blocks {
		if block.Kind == model.Table && block.Line != first.Line && slices.Contains(oneTable, f.kind) {
			r.add(block.Line, "put its rows into that one", "this table is not read: the one in line %d is", first.Line)
		}
	}
}

func firstTable(b body) (model.Block, bool) {
	for _, block := range b.blocks {
		if block.Kind == model.Table {
			return block, true
		}
	}
	return model.Block{}, false
}

// tableLike are the rows of a document's first table, which has as many columns
// as head, the heading that it should have. Without one it says what is missing.
func tableLike(f *file, b body, head, missing string, r *reporter) [][]model.Cell {
	table, _ := firstTable(b)
	if len(table.Head) != strings.Count(head, "|")-1 {
		r.add(max(f.line, table.Line), head, "%s", missing)
		return nil
	}
	return table.Rows
}
