package content

import (
	"strconv"

	"isspp/model"
)

// readOutcomes makes the outcomes of a table of number, outcome, indicators.
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

// readAims makes the aims of a document's bullets.
func readAims(f *file, b body, r *reporter) []string {
	aims := listItems(b, model.Bullets)
	if len(aims) == 0 {
		r.add(f.line, "write them as bullets", "the document has no aims")
	}
	return aims
}

// readRecommendations makes one printing of the recommendations of a
// document's numbered list.
func readRecommendations(f *file, b body, r *reporter) model.Recommendations {
	rec := model.Recommendations{Section: f.section, Items: listItems(b, model.Numbers)}
	if len(rec.Items) == 0 {
		r.add(f.line, "write them as a list: 1) …, 2) …", "the document has no recommendations")
	}
	return rec
}

// listItems are the entries of a document's lists of one kind, as plain text.
func listItems(b body, kind model.BlockKind) []string {
	var items []string
	for _, block := range b.blocks {
		if block.Kind != kind {
			continue
		}
		for _, item := range block.Items {
			items = append(items, model.PlainText(item.Spans))
		}
	}
	return items
}

// Plan is the delivery plan.
func (p *Pack) Plan() model.Plan { return readFirst(p, &p.plan, "plan", readPlan) }

// Outcomes are the outcomes with their key performance indicators.
func (p *Pack) Outcomes() []model.Outcome { return readFirst(p, &p.outcomes, "outcomes", readOutcomes) }

// Aims are the protocol's aims.
func (p *Pack) Aims() []string { return readFirst(p, &p.aims, "aims", readAims) }

// Recommendations are the printings of the recommendations, each in its own
// words, in reading order.
func (p *Pack) Recommendations() []model.Recommendations {
	return readEach(p, &p.recommendations, "recommendations", readRecommendations)
}
