package document

import (
	"isspp/model"
	"isspp/ui/document/pdf"
)

// tableSetter sets one table.
type tableSetter struct {
	l       *layout
	c       column
	b       Block
	style   textStyle
	columns int
	widths  []float64
}

// from is the first column that stands beside others: in a banded table the
// cells of the column before it have the table's whole width.
func (t *tableSetter) from() int {
	if t.b.Banded {
		return 1
	}
	return 0
}

// share divides the width among the columns: by the shares that are given, or
// by what is in them.
func (t *tableSetter) share() []float64 {
	from := t.from()
	room := t.c.w - cellGap*float64(t.columns-from-1)
	widths := make([]float64, t.columns)
	if len(t.b.Widths) == t.columns {
		total := 0.0
		for _, w := range t.b.Widths[from:] {
			total += w
		}
		for i := from; i < t.columns; i++ {
			widths[i] = room * t.b.Widths[i] / total
		}
		return widths
	}
	least, most := t.needs(room)
	sumLeast, sumMost := 0.0, 0.0
	for i := from; i < t.columns; i++ {
		sumLeast, sumMost = sumLeast+least[i], sumMost+most[i]
	}
	for i := from; i < t.columns; i++ {
		switch {
		case sumMost <= room:
			widths[i] = most[i] * room / sumMost
		case sumLeast >= room || sumMost == sumLeast:
			widths[i] = room * least[i] / sumLeast
		default:
			widths[i] = least[i] + (room-sumLeast)*(most[i]-least[i])/(sumMost-sumLeast)
		}
	}
	return widths
}

// needs are each column's width at least, for its longest word, and at most,
// for its longest line.
func (t *tableSetter) needs(room float64) (least, most []float64) {
	least, most = make([]float64, t.columns), make([]float64, t.columns)
	look := func(row []model.Cell, s textStyle) {
		for i, cell := range row {
			for _, e := range cell.Entries {
				indent := 9.5 * float64(e.Depth)
				line := indent
				for _, a := range t.l.atoms(withAddresses(e.Spans), s) {
					least[i] = max(least[i], min(a.width+indent, room*0.4)+0.5)
					line += a.blanks.width + a.width
				}
				most[i] = max(most[i], min(line, room*0.6)+0.5, least[i])
			}
		}
	}
	bold := t.style
	bold.strong = true
	look(t.b.Head, bold)
	for _, row := range t.b.Rows {
		look(row, t.style)
	}
	for i := range least {
		least[i], most[i] = max(least[i], 12), max(most[i], 12)
	}
	return least, most
}

// cells sets a row's cells as columns, from one cell on.
func (t *tableSetter) cells(row []model.Cell, from int, s func(i int) textStyle,
	elem func(i int) *pdf.Elem,
) []cellColumn {
	var columns []cellColumn
	x := t.c.x
	for i := from; i < t.columns; i++ {
		var lines []cellLine
		if e := elem(i); i < len(row) {
			lines = t.l.cell(e, row[i], s(i), t.widths[i])
		}
		columns = append(columns, cellColumn{x: x, w: t.widths[i], lines: lines})
		x += t.widths[i] + cellGap
	}
	return columns
}

// band sets a cell over the whole width.
func (t *tableSetter) band(e *pdf.Elem, cell model.Cell) []cellColumn {
	s := t.style
	s.strong = true
	return []cellColumn{{x: t.c.x, w: t.c.w, lines: t.l.cell(e, cell, s, t.c.w), fill: &shade}}
}

// head sets the table's head, and gives it once more for the pages after.
func (t *tableSetter) head(table *pdf.Elem) *piece {
	if len(t.b.Head) == 0 {
		return nil
	}
	bold := t.style
	bold.strong = true
	style := func(int) textStyle { return bold }
	make := func(add func(i int) *pdf.Elem) []*piece {
		var list []*piece
		if t.b.Banded {
			list = append(list, t.l.rowPiece(t.c.frames, t.band(add(0), t.b.Head[0]), cellPad, true))
		}
		columns := t.cells(t.b.Head, t.from(), style, add)
		for i := range columns {
			if !t.b.Banded {
				columns[i].fill = &shade
			}
		}
		return append(list, t.l.rowPiece(t.c.frames, columns, cellPad, true))
	}
	line := table.Add("TR")
	for _, p := range make(func(i int) *pdf.Elem {
		if noCell(t.b.Head, i) {
			return line.Add("TD")
		}
		th := line.Add("TH")
		th.Attrs = pdf.ScopeColumn
		return th
	}) {
		p.keep, p.split = true, nil
		t.l.add(p)
	}
	// The same again belongs to no element: it was read out already.
	again := make(func(int) *pdf.Elem { return nil })
	repeat := &piece{}
	for _, p := range again {
		repeat.height += p.height
	}
	repeat.draw = func(page *pdf.Page, y float64) {
		for _, p := range again {
			p.draw(page, y)
			y += p.height
		}
	}
	return repeat
}

// row sets one row.
func (t *tableSetter) row(table *pdf.Elem, row []model.Cell, head *piece) {
	line := table.Add("TR")
	if t.b.Banded && len(row) > 0 {
		th := line.Add("TH")
		th.Attrs = pdf.ScopeRow
		p := t.l.rowPiece(t.c.frames, t.band(th, row[0]), cellPad, false)
		p.keep, p.head, p.split = true, head, nil
		t.l.add(p)
	}
	style := func(i int) textStyle {
		s := t.style
		s.strong = t.b.RowHead && i == 0
		return s
	}
	columns := t.cells(row, t.from(), style, func(i int) *pdf.Elem {
		if t.b.RowHead && i == 0 && !noCell(row, 0) {
			th := line.Add("TH")
			th.Attrs = pdf.ScopeRow
			return th
		}
		return line.Add("TD")
	})
	p := t.l.rowPiece(t.c.frames, columns, cellPad, true)
	p.head = head
	t.l.add(p)
}
