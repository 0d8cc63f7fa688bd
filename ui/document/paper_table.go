package document

import (
	"isspp/model"
	"isspp/ui/document/pdf"
)

// cellLine is one line of a cell or of a labelled line.
type cellLine struct {
	x      float64
	before float64
	height float64
	size   float64
	bits   []bit
	elem   *pdf.Elem
	// sign is drawn before the line, as a part of label.
	sign  *bit
	label *pdf.Elem
	signX float64
	// tag is a layer's mark before the line, and blank a line to write on.
	tag   model.Layer
	blank bool
}

// cellColumn is the lines of one column of a row.
type cellColumn struct {
	x, w  float64
	lines []cellLine
	// fill is painted behind the column, where it isn't nil.
	fill *pdf.Colour
}

// The space within a cell.
const (
	cellGap = 9.0
	cellPad = 4.0
)

// wholeRow is the height up to which a row is kept on one page.
var wholeRow = (a4.bottom - a4.top) * 0.4

// height is how high a column's lines are.
func (c cellColumn) height() float64 {
	h := 0.0
	for i, line := range c.lines {
		if i > 0 {
			h += line.before
		}
		h += line.height
	}
	return h
}

// take divides a column where a height ends. At least two lines stay on either
// side, or none.
func (c cellColumn) take(height float64) (head, tail cellColumn) {
	n, h := 0, 0.0
	for i, line := range c.lines {
		if i > 0 {
			h += line.before
		}
		if h += line.height; h > height {
			break
		}
		n = i + 1
	}
	switch rest := len(c.lines) - n; {
	case rest == 0:
	case n < 2:
		n = 0
	case rest == 1:
		n--
	}
	head, tail = c, c
	head.lines, tail.lines = c.lines[:n], c.lines[n:]
	return head, tail
}

// rowPiece makes a piece of a row. One that is higher than a good part of a
// page may be divided.
func (l *layout) rowPiece(frames []*frame, columns []cellColumn, pad float64, rule bool) *piece {
	h := 0.0
	for _, c := range columns {
		h = max(h, c.height())
	}
	p := &piece{height: h + 2*pad, frames: frames}
	p.draw = func(page *pdf.Page, y float64) {
		for _, c := range columns {
			if c.fill != nil {
				page.Fill(c.x-cellGap/2, y, c.w+cellGap, p.height, *c.fill)
			}
		}
		for _, c := range columns {
			l.drawColumn(page, c, y+pad)
		}
		if rule {
			first, last := columns[0], columns[len(columns)-1]
			page.Rule(first.x-cellGap/2, y+p.height, last.x+last.w+cellGap/2, y+p.height, 0.5, hair, false)
		}
	}
	if p.height > wholeRow {
		p.split = func(room float64) (head, tail *piece) {
			var heads, tails []cellColumn
			any := false
			for _, c := range columns {
				a, b := c.take(room - 2*pad)
				heads, tails = append(heads, a), append(tails, b)
				any = any || len(a.lines) > 0
			}
			if !any {
				return nil, p
			}
			head, tail = l.rowPiece(frames, heads, pad, rule), l.rowPiece(frames, tails, pad, rule)
			head.before, tail.head = p.before, p.head
			head.split = nil
			return head, tail
		}
	}
	return p
}

func (l *layout) drawColumn(page *pdf.Page, c cellColumn, y float64) {
	for i, line := range c.lines {
		if i > 0 {
			y += line.before
		}
		baseline := y + (line.height-line.size)/2 + line.size*0.8
		x := c.x + line.x
		if line.sign != nil {
			page.Text(line.label, c.x+line.signX, baseline, line.sign.style, line.sign.text)
		}
		if line.tag != "" {
			x += l.drawTag(page, line.elem, x, baseline, line.tag, 1) + 5
		}
		drawBits(page, line.elem, x, baseline, line.bits)
		if line.blank {
			for _, b := range line.bits {
				x += b.width
			}
			page.Blank(line.elem, x, c.x+c.w, baseline+2, 0.6, soft, "left blank, to be filled in by hand")
		}
		y += line.height
	}
}

// cell is a cell's entries as lines, each bullet a list's entry.
func (l *layout) cell(e *pdf.Elem, c model.Cell, s textStyle, width float64) []cellLine {
	return l.cellLines(e, cellBlocks(c), s, width, 0)
}

func (l *layout) cellLines(e *pdf.Elem, blocks []Block, s textStyle, width, indent float64) []cellLine {
	var out []cellLine
	for _, b := range blocks {
		if b.Kind != Bullets {
			elem := e
			if len(blocks) > 1 {
				elem = e.Add("P")
			}
			out = append(out, l.textLines(elem, b.Spans, s, width-indent, indent, 1.5)...)
			continue
		}
		list := e.Add("L")
		if list != nil {
			list.Attrs = pdf.Bulleted
		}
		step := s.size * 1.03
		for _, item := range b.Items {
			label, body, text := entryOf(list, item)
			lines := l.textLines(text, item.Spans, s, width-indent-step, indent+step, 3)
			sign := "•"
			if indent > 0 {
				sign = "–"
			}
			mark := l.bit(sign, s.of(model.Span{}), "")
			lines[0].sign, lines[0].label, lines[0].signX = &mark, label, indent
			out = append(out, lines...)
			out = append(out, l.cellLines(body, item.Below, s, width, indent+step)...)
		}
	}
	return out
}

// textLines are a text's lines at a place within a cell. The first has space above.
func (l *layout) textLines(e *pdf.Elem, spans []model.Span, s textStyle, width, x, before float64) []cellLine {
	var out []cellLine
	for i, bits := range l.wrap(spans, s, width) {
		line := cellLine{x: x, height: s.size * 1.32, size: s.size, bits: bits, elem: e}
		if i == 0 {
			line.before = before
		}
		out = append(out, line)
	}
	return out
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
	t := &tableSetter{l: l, c: inner, b: b, style: textStyle{size: 9.2 * l.zoom, colour: ink}}
	if b.Small {
		t.style.size = 8.4 * l.zoom
	}
	t.columns = len(b.Head)
	for _, row := range b.Rows {
		t.columns = max(t.columns, len(row))
	}
	t.widths = t.share()
	head := t.head(table)
	first := len(l.pieces)
	for _, row := range b.Rows {
		t.row(table, row, head)
	}
	if n := len(l.pieces); n-first > 2 && l.pieces[n-1].height < 60 {
		// Neither the first row nor the last is alone on its page.
		l.pieces[first].keep, l.pieces[n-2].keep = true, true
	}
	l.space(9)
}
