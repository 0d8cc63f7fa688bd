package present

import (
	"isspp/model"
)

// plan makes a slide of each row of the delivery plan: the recommendation, and
// what each partner does for it.
func (b *builder) plan() []Slide {
	plan := b.pack.Plan()
	source := b.source("plan", "")
	part := "Delivery plan"
	var out []Slide
	for _, row := range plan.Rows {
		s := Slide{
			ID: row.ID, Part: part, Title: row.Recommendation, Source: source, Layer: model.LayerProtocol,
			Columns: true,
		}
		s.Head = part + ", " + itoa(row.Number) + " of " + itoa(len(plan.Rows))
		for _, by := range row.Actions {
			group := by.Partner
			for _, e := range by.Entries {
				s.Items = append(s.Items, Point{
					Text: model.PlainText(e.Spans), Spans: e.Spans, Group: group,
					Indent: max(e.Depth-1, 0),
				})
				group = ""
			}
		}
		for _, n := range b.pack.NotesAbout(row.ID) {
			s.Items = append(s.Items, notePoint(n))
		}
		s.Prompts = b.pack.PromptsAbout("delivery-plan", row.ID)
		out = append(out, s)
	}
	return append(out, b.notes("delivery-plan/notes", part, "Notes: delivery plan",
		b.pack.NotesAbout("delivery-plan"))...)
}
