package document

import (
	"isspp/model"
	"isspp/ui/document/pdf"
)

// cellLine is one line of a text, a cell or a labelled line.
type cellLine struct {
	x, before, height, size float64
	bits                    []bit
	elem                    *pdf.Elem
	// lead draws what stands before the line from a place on, such as a list's sign, and
	// gives how far it moves the line.
	lead lead
	// blank is a line to write on after the text.
	blank bool
}

type lead func(page *pdf.Page, x, baseline float64) float64

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
			c.draw(page, y+pad)
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

func (c cellColumn) draw(page *pdf.Page, y float64) {
	for i, line := range c.lines {
		if i > 0 {
			y += line.before
		}
		x, baseline := c.x+line.x, y+(line.height-line.size)/2+line.size*0.8
		if line.lead != nil {
			x += line.lead(page, c.x, baseline)
		}
		drawBits(page, line.elem, x, baseline, line.bits)
		if line.blank {
			page.Blank(line.elem, x+lineWidth(line.bits), c.x+c.w, baseline+2, 0.6, soft,
				"left blank, to be filled in by hand")
		}
		y += line.height
	}
}

// cellLines are the lines of a cell's blocks, each bullet a list's entry.
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
		list := e.AddList(pdf.Bulleted)
		sign, step := "•", s.size*1.03
		if indent > 0 {
			sign = "–"
		}
		for _, item := range b.Items {
			label, body, text := entryOf(list, item)
			lines := l.textLines(text, item.Spans, s, width-indent-step, indent+step, 3)
			lines[0].lead = signed(label, sign, s, indent)
			out = append(append(out, lines...), l.cellLines(body, item.Below, s, width, indent+step)...)
		}
	}
	return out
}

// entryOf makes a list's entry: its sign, its body, and its text within that.
func entryOf(list *pdf.Elem, item Item) (label, body, text *pdf.Elem) {
	entry := list.Add("LI")
	label, body = entry.Add("Lbl"), entry.Add("LBody")
	if len(item.Below) > 0 {
		return label, body, body.Add("P")
	}
	return label, body, body
}

// signed draws a list's sign so far from where its entry starts.
func signed(e *pdf.Elem, sign string, s textStyle, in float64) lead {
	return func(page *pdf.Page, x, baseline float64) float64 {
		page.Text(e, x+in, baseline, s.of(model.Span{}), sign)
		return 0
	}
}

// textLines are a text's lines at a place within a cell. The first has space above.
func (l *layout) textLines(e *pdf.Elem, spans []model.Span, s textStyle, width, x, before float64) []cellLine {
	var out []cellLine
	for _, bits := range l.wrap(spans, s, width) {
		out = append(out, cellLine{x: x, height: s.size * 1.32, size: s.size, bits: bits, elem: e})
	}
	out[0].before = before
	return out
}

// fields sets labelled lines: the labels in one column, what they say in another.
func (l *layout) fields(c column, e *pdf.Elem, b Block) {
	s := c.text()
	pad := 1.2
	if b.Small {
		s.size, pad = 8.8, 0
	}
	labelWidth := func(f Field, most float64) float64 {
		return min(l.file.Width(s.bold().of(model.Span{}), f.Label), most) + 4
	}
	width := 0.0
	for _, f := range b.Fields {
		width = max(width, labelWidth(f, c.w*0.36))
	}
	list := e.AddList(pdf.Labels)
	first := len(l.pieces)
	half := (c.w - 2*cellGap) / 2
	for i := 0; i < len(b.Fields); i++ {
		f := b.Fields[i]
		if !b.Paired || f.Wide || i+1 == len(b.Fields) || b.Fields[i+1].Wide {
			l.add(l.rowPiece(c.frames, l.field(list, c, f, s, width), pad, false))
			continue
		}
		i++
		own := labelWidth(b.Fields[i], half*0.5)
		row := l.field(list, column{x: c.x, w: half}, f, s, width)
		row = append(row, l.field(list, column{x: c.x + half + 2*cellGap, w: half}, b.Fields[i], s, own)...)
		l.add(l.rowPiece(c.frames, row, pad, false))
	}
	if n := len(l.pieces); n-first > 1 {
		l.pieces[first].keep, l.pieces[n-2].keep = true, true
	}
	l.space(6)
}

// blankLine is the height of a line to write on by hand.
const blankLine = 19.5

// field is one labelled line: its label in one column, and in another its value,
// behind the mark of its layer and with room to write.
func (l *layout) field(list *pdf.Elem, c column, f Field, s textStyle, width float64) []cellColumn {
	entry := list.Add("LI")
	names := l.textLines(entry.Add("Lbl"), Plainly(f.Label), s.bold(), width, 0, 0)
	at, room := c.x+width+cellGap, c.w-width-cellGap
	body, tag := entry.Add("LBody"), 0.0
	if f.Layer != "" {
		tag = l.tagWidth(f.Layer, l.zoom) + 5
	}
	value := l.textLines(body, f.Value, s, room-tag, tag, 0)
	if f.Layer != "" {
		value[0].x = 0
		value[0].lead = func(page *pdf.Page, x, baseline float64) float64 {
			return l.drawTag(page, body, x, baseline, f.Layer, 1) + 5
		}
	}
	if f.Blank {
		// The label stands on the line that is written on.
		names[0].height = max(names[0].height, blankLine)
		last := &value[len(value)-1]
		last.blank, last.height = true, max(last.height, blankLine)
	}
	return []cellColumn{{x: c.x, w: width, lines: names}, {x: at, w: room, lines: value}}
}
