package protocol

import (
	"isspp/model"
	"isspp/ui/document"
)

// narrowColumn is the narrowest that a partner's column may get; below it the
// partners stand one under the other.
const narrowColumn = 22

// plan lays the delivery plan out: each recommendation over the full width, and
// below it what each partner does, side by side where there is room.
func (v *View) plan(p *document.Page, printed model.Block, beside func(id string) []model.Note) {
	plan := v.env.Pack.Plan()
	for i, r := range plan.Rows {
		if i >= len(printed.Rows) {
			break
		}
		p.Gap()
		at := len(p.Lines)
		p.Row(printed.Rows[i][:1], []int{p.Width}, v.env.Theme.Strong)
		if at < len(p.Lines) {
			p.Lines[at].ID = r.ID
		}
		v.partners(p, r, printed.Rows[i][1:])
		p.Notes(beside(r.ID))
	}
}

func (v *View) partners(p *document.Page, r model.PlanRow, cells []model.Cell) {
	from, to := 0, min(len(cells), len(r.Actions))
	if v.partner > 0 && v.partner <= to {
		from, to = v.partner-1, v.partner
	}
	t, n := v.env.Theme, to-from
	if n == 0 {
		return
	}
	w := (p.Width - 3*(n-1)) / n
	if n > 1 && w >= narrowColumn {
		widths, heads := make([]int, n), make([]model.Cell, n)
		for i := range widths {
			widths[i] = w
			heads[i] = model.Cell{Entries: []model.CellEntry{{Spans: []model.Span{{Text: r.Actions[from+i].Partner}}}}}
		}
		p.Row(heads, widths, t.Quiet)
		p.Row(cells[from:to], widths, t.Plain)
		return
	}
	for i := from; i < to; i++ {
		p.Hang(t.Quiet, "", r.Actions[i].Partner)
		p.Row(cells[i:i+1], []int{p.Width}, t.Plain)
	}
}

func (v *View) partnerName(i int) string {
	rows := v.env.Pack.Plan().Rows
	if i == 0 || len(rows) == 0 || i > len(rows[0].Actions) {
		return "every partner"
	}
	return model.CleanLine(rows[0].Actions[i-1].Partner)
}

// nextPartner shows the next partner's column alone, and after the last all.
func (v *View) nextPartner() {
	v.partner = v.partnerAfter()
	v.keepPlaces()
	delete(v.pages, v.current().id)
	v.search.dropMatches()
	v.changed()
}

func (v *View) partnerAfter() int {
	rows := v.env.Pack.Plan().Rows
	if len(rows) == 0 || v.partner >= len(rows[0].Actions) {
		return 0
	}
	return v.partner + 1
}
