package document

import (
	"isspp/model"
	"isspp/ui/document/pdf"
)

type tableSetter struct {
	*layout
	c       column
	b       Block
	style   textStyle
	columns int
	// from is the first column that stands beside others: in a banded table the cells of
	// the column before it have the table's whole width.
	from   int
	widths []float64
}

// table sets a table. Its head stands again on each page that it goes on to.
func (l *layout) table(c column, e *pdf.Elem, b Block) {
	l.space(6)
	table := e.Add("Table")
	if b.Caption != "" {
		first := l.lines(c, table.Add("Caption"), Plainly(b.Caption),
			textStyle{size: bodySize, colour: ink, strong: true})
		l.keepFrom(first)
		l.keepLast()
		l.space(3)
	}
	inner := column{x: c.x + cellGap/2, w: c.w - cellGap, frames: c.frames}
	t := &tableSetter{layout: l, c: inner, b: b, style: textStyle{size: 9.2 * l.zoom, colour: ink}}
	if b.Small {
		t.style.size = 8.4 * l.zoom
	}
	if b.Banded {
		t.from = 1
	}
	t.columns = len(b.Head)
	for _, row := range b.Rows {
		t.columns = max(t.columns, len(row))
	}
	t.widths = t.share()
	var head *piece
	if len(b.Head) > 0 {
		for _, p := range t.row(table.Add("TR"), b.Head, true) {
			p.keep, p.split = true, nil
			l.add(p)
		}
		// The same again belongs to no element: it was read out already.
		again := t.row(nil, b.Head, true)
		head = &piece{draw: func(page *pdf.Page, y float64) {
			for _, p := range again {
				p.draw(page, y)
				y += p.height
			}
		}}
		for _, p := range again {
			head.height += p.height
		}
	}
	first := len(l.pieces)
	for _, row := range b.Rows {
		for i, p := range t.row(table.Add("TR"), row, false) {
			p.head = head
			if i < t.from {
				p.keep, p.split = true, nil
			}
			l.add(p)
		}
	}
	if n := len(l.pieces); n-first > 2 && l.pieces[n-1].height < 60 {
		// Neither the first row nor the last is alone on its page.
		l.pieces[first].keep, l.pieces[n-2].keep = true, true
	}
	l.space(9)
}

// share divides the width among the columns: by the shares that are given, or
// by what is in them.
func (t *tableSetter) share() []float64 {
	room := t.c.w - cellGap*float64(t.columns-t.from-1)
	widths := make([]float64, t.columns)
	least, most := make([]float64, t.columns), t.b.Widths
	if len(t.b.Widths) != t.columns {
		least, most = t.needs(room)
	}
	sumLeast, sumMost := 0.0, 0.0
	for i := t.from; i < t.columns; i++ {
		sumLeast, sumMost = sumLeast+least[i], sumMost+most[i]
	}
	for i := t.from; i < t.columns; i++ {
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
				for _, a := range t.atoms(withAddresses(e.Spans), s) {
					least[i] = max(least[i], min(a.width+indent, room*0.4)+0.5)
					line += a.blanks.width + a.width
				}
				most[i] = max(most[i], min(line, room*0.6)+0.5, least[i])
			}
		}
	}
	look(t.b.Head, t.style.bold())
	for _, row := range t.b.Rows {
		look(row, t.style)
	}
	for i := range least {
		least[i], most[i] = max(least[i], 12), max(most[i], 12)
	}
	return least, most
}

// row sets a row, or the table's head: its first cell over the whole width where the
// table is banded, and the others beside each other.
func (t *tableSetter) row(line *pdf.Elem, row []model.Cell, head bool) (pieces []*piece) {
	cell := func(i int, x, w float64) cellColumn {
		s, elem := t.style, (*pdf.Elem)(nil)
		names := head || i == 0 && (t.b.RowHead || t.b.Banded)
		if names {
			s = s.bold()
		}
		switch {
		case noCell(row, i) || !names:
			elem = line.Add("TD")
		case head:
			elem = line.AddHead(pdf.ScopeColumn)
		default:
			elem = line.AddHead(pdf.ScopeRow)
		}
		c := cellColumn{x: x, w: w}
		if i < len(row) {
			c.lines = t.cellLines(elem, cellBlocks(row[i]), s, w, 0)
		}
		if head && !t.b.Banded || i < t.from {
			c.fill = &shade
		}
		return c
	}
	if t.b.Banded {
		pieces = append(pieces, t.rowPiece(t.c.frames, []cellColumn{cell(0, t.c.x, t.c.w)}, cellPad, head))
	}
	var columns []cellColumn
	x := t.c.x
	for i := t.from; i < t.columns; i++ {
		columns = append(columns, cell(i, x, t.widths[i]))
		x += t.widths[i] + cellGap
	}
	return append(pieces, t.rowPiece(t.c.frames, columns, cellPad, true))
}
