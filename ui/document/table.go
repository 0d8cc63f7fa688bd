package document

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// minColumn is the narrowest that the widest column of a table may get; below that
// the rows are shown as cards.
const minColumn = 14

const between = 2

// Table adds a table. Where its columns would be too narrow to read, each row is a
// card: its first cell, and the others below with the names of their columns.
// rowHead tells that the first cell names the row.
func (p *Page) Table(head []model.Cell, rows [][]model.Cell, rowHead bool) {
	if len(head) == 0 {
		return
	}
	widths, fits := p.columnWidths(head, rows)
	if !fits {
		p.cards(head, rows)
		return
	}
	strong := theme.Under(p.theme.Strong)
	p.row(head, widths, strong, strong)
	wide := between * (len(widths) - 1)
	for _, w := range widths {
		wide += w
	}
	rule := strings.Repeat(p.signs.Rule, wide)
	p.Raw(p.theme.Quiet.Render(rule), rule)
	first := theme.Ground{}
	if rowHead {
		first = strong
	}
	for i, r := range rows {
		if i > 0 && slices.ContainsFunc(r, func(c model.Cell) bool { return len(c.Entries) > 1 }) {
			p.Raw("", "")
		}
		p.row(r, widths, first, theme.Ground{})
	}
}

// Row adds cells side by side, each wrapped in its column's width.
func (p *Page) Row(cells []model.Cell, widths []int, st lipgloss.Style) {
	under := theme.Under(st)
	p.row(cells, widths, under, under)
}

func (p *Page) row(cells []model.Cell, widths []int, first, st theme.Ground) {
	painted := make([][]Line, len(widths))
	tall := 0
	for i := range widths {
		if i < len(cells) {
			if i > 0 {
				first = st
			}
			painted[i] = p.cell(cells[i], widths[i], first)
			tall = max(tall, len(painted[i]))
		}
	}
	cols := make([]int, len(widths))
	for i := 1; i < len(widths); i++ {
		cols[i] = cols[i-1] + widths[i-1] + between
	}
	for y := range tall {
		out := Line{Cols: cols}
		pad := 0
		for i, col := range painted {
			if y < len(col) {
				out.Text += component.Spaces(pad) + col[y].Text
				out.Plain += component.Spaces(pad) + col[y].Plain
				pad = max(widths[i]-component.Width(col[y].Plain), 0) + between // a whole word may stand over the edge
				continue
			}
			pad += widths[i] + between
		}
		p.Lines = append(p.Lines, out)
	}
}

func (p *Page) cell(c model.Cell, w int, st theme.Ground) []Line {
	sub := p.within(w)
	for _, e := range c.Entries {
		mark := ""
		if e.Depth > 0 {
			mark = p.signs.Bullet + " "
		}
		if len(e.Spans) == 1 && e.Spans[0] == (model.Span{Text: e.Spans[0].Text}) && mark == "" {
			for _, l := range sub.wrap(sub.clean(e.Spans[0].Text), w) { // a look-up has no other
				sub.Raw(st.Text(l), l)
			}
			continue
		}
		sub.prose("", e.Spans, st, mark, 2*max(e.Depth-1, 0))
	}
	return sub.Lines
}

func (p *Page) cards(head []model.Cell, rows [][]model.Cell) {
	for i, r := range rows {
		if i > 0 {
			p.Gap()
		}
		for j, c := range r {
			under := theme.Ground{}
			switch {
			case j == 0:
				under = theme.Under(p.theme.Strong)
			case cellText(c) == "":
				continue
			case j < len(head) && cellText(head[j]) != "" && len(c.Entries) > 1:
				p.Hang(p.theme.Quiet, "", cellText(head[j]))
			case j < len(head) && cellText(head[j]) != "":
				p.Said(2, cellText(head[j])+":", cellText(c), p.theme.Plain)
				continue
			}
			p.Lines = append(p.Lines, p.cell(c, p.Width, under)...)
		}
	}
}

func cellText(c model.Cell) string {
	parts := make([]string, len(c.Entries))
	for i, e := range c.Entries {
		parts[i] = model.PlainText(e.Spans)
	}
	return strings.Join(parts, " ")
}

// columnWidths gives the columns what they need, and where that is too much the
// widest give way first. It reports whether they can still be read then.
func (p *Page) columnWidths(head []model.Cell, rows [][]model.Cell) ([]int, bool) {
	widths := make([]int, len(head))
	room := p.Width - between*(len(head)-1)
	for _, r := range append([][]model.Cell{head}, rows...) {
		for i := range min(len(head), len(r)) {
			for _, e := range r[i].Entries {
				widths[i] = min(max(widths[i], component.Width(p.clean(model.PlainText(e.Spans)))+2*e.Depth),
					max(room, 1))
			}
		}
	}
	for {
		total, widest := 0, 0
		for i, w := range widths {
			total += w
			if w >= widths[widest] {
				widest = i
			}
		}
		if total <= room {
			return widths, true
		}
		if widths[widest] <= minColumn {
			return nil, false
		}
		widths[widest]--
	}
}
