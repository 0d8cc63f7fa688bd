package document

import (
	"fmt"
	"slices"
	"strings"

	"isspp/model"
	"isspp/ui/document/pdf"
)

// blocks sets blocks one below the other, each run of a layer below its mark.
func (l *layout) blocks(c column, e *pdf.Elem, blocks []Block) { l.within(c, e, blocks, "") }

// within sets blocks in something whose layer is marked already.
func (l *layout) within(c column, e *pdf.Elem, blocks []Block, last model.Layer) {
	for _, r := range runs(blocks, last) {
		if r.Marked {
			l.tag(c, e, r.Layer)
		}
		for _, b := range r.Blocks {
			l.block(c, e, b)
		}
	}
}

func (l *layout) block(c column, e *pdf.Elem, b Block) {
	if b.Kind != Note {
		l.endNotes()
	}
	first := len(l.pieces)
	switch b.Kind {
	case Heading:
		l.heading(c, e, b)
	case Paragraph:
		l.lines(c, e.Add("P"), b.Spans, c.text())
		if text := model.PlainText(b.Spans); strings.HasSuffix(strings.TrimSpace(text), ":") {
			l.keepLast()
		}
		l.space(5)
	case Bullets, Numbers:
		if b.Columns > 1 {
			l.columned(c, e, b)
		} else {
			l.list(c, e, b)
		}
	case Table:
		l.table(c, e, b)
	case Fields:
		l.fields(c, e, b)
	case Note:
		l.note(c, e, b)
	case Box:
		l.box(c, e, b)
	case PageBreak:
		l.add(&piece{fresh: true})
	}
	if b.Keep {
		l.keepFrom(first)
	}
	if b.KeepNext {
		l.keepLast()
	}
}

// heading is kept with what it stands above.
func (l *layout) heading(c column, e *pdf.Elem, b Block) {
	size := map[int]float64{2: 14.5, 3: 11.5, 4: 10.5}[b.Level]
	if size == 0 {
		size = bodySize
	}
	size *= l.zoom
	l.space(map[int]float64{2: 20, 3: 13}[b.Level])
	l.space(9)
	text := model.PlainText(b.Spans)
	first := l.lines(c, e.Add(fmt.Sprintf("H%d", b.Level)), b.Spans,
		textStyle{size: size, colour: ink, strong: true, tight: true})
	l.mark(b.Level, text, first)
	l.keepFrom(first)
	l.keepLast()
	l.space(4)
}

// list sets a list. The first entry stays with the second, and the last with
// the one before it.
func (l *layout) list(c column, e *pdf.Elem, b Block) {
	s := c.text()
	signs, indent := pdf.Bulleted, s.size*1.3
	if b.Kind == Numbers {
		signs = pdf.Numbered
		indent = l.file.Width(s.of(model.Span{}), fmt.Sprintf("%d. ", len(b.Items))) + 4
	}
	list := e.AddList(signs)
	for i, item := range b.Items {
		sign := "•"
		if b.Kind == Numbers {
			sign = fmt.Sprintf("%d.", i+1)
		}
		label, body, text := entryOf(list, item)
		in := c.in(indent)
		l.led(in, text, l.wrap(item.Spans, s, in.w), s, signed(label, sign, s, 1-indent))
		l.space(2.2)
		if len(item.Below) > 0 {
			l.keepLast()
			l.within(c.in(indent), body, item.Below, b.Layer)
			l.space(2.2)
		}
		if n := len(b.Items); n > 1 && (i == 0 || i == n-2) {
			l.keepLast()
		}
	}
	l.space(5)
}

// columned sets a list in columns, to be read from the top of each.
func (l *layout) columned(c column, e *pdf.Elem, b Block) {
	s, n := c.text(), len(b.Items)
	if b.Small {
		s.size *= 0.86
	}
	gap, indent := s.size*1.2, s.size*1.1
	w := (c.w - gap*float64(b.Columns-1)) / float64(b.Columns)
	list := e.AddList(pdf.Bulleted)
	cells := make([]cellColumn, n)
	for i, item := range b.Items {
		label, body, text := entryOf(list, item)
		lines := l.textLines(text, item.Spans, s, w-indent, indent, s.size*0.2)
		lines[0].lead = signed(label, "•", s, 0)
		cells[i] = cellColumn{w: w, lines: append(lines, l.cellLines(body, item.Below, s, w, indent)...)}
	}
	row := balanced(cells, b.Columns)
	for k := range row {
		row[k].x, row[k].w = c.x+float64(k)*(w+gap), w
	}
	// Read down the columns, a list doesn't go on over the page unless it must.
	p := l.rowPiece(c.frames, row, s.size*0.16, false)
	if p.height < l.end()-l.sheet.top {
		p.split = nil
	}
	l.add(p)
	l.space(s.size * 0.4)
}

// balanced puts entries one below the other into as many columns, as low as can be.
func balanced(entries []cellColumn, columns int) []cellColumn {
	low, all := 0.0, 0.0
	for _, e := range entries {
		low, all = max(low, e.height()), all+e.height()
	}
	for most := max(low, all/float64(columns)); ; most += 2 {
		row, h := []cellColumn{{}}, 0.0
		for _, e := range entries {
			if h > 0 && h+e.height() > most {
				row, h = append(row, cellColumn{}), 0
			}
			last := &row[len(row)-1]
			last.lines, h = append(last.lines, e.lines...), h+e.height()
		}
		if len(row) <= columns {
			return row
		}
	}
}

func (l *layout) box(c column, e *pdf.Elem, b Block) {
	l.space(9)
	f := &frame{x: c.x, w: c.w, pad: 8, tone: b.Tone}
	in := c.in(12)
	in.w -= 12
	in.frames = append(slices.Clone(c.frames), f)
	part := e.Add("Div")
	if b.Title != "" {
		s := textStyle{size: 10.5, colour: ink, strong: true}
		if b.Tone == Emergency {
			s.size, s.colour = 12, alertInk
		}
		first := l.lines(in, part.Add("H2"), Plainly(b.Title), s)
		l.keepFrom(first)
		l.keepLast()
		l.space(2)
	}
	l.blocks(in, part, b.Blocks)
	l.next = 0
	l.space(10)
}
