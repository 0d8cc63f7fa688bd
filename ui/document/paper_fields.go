package document

import (
	"isspp/model"
	"isspp/ui/document/pdf"
)

// fields sets labelled lines: the labels in one column, what they say in another.
func (l *layout) fields(c column, e *pdf.Elem, b Block) {
	s := c.text()
	pad := 1.2
	if b.Small {
		s.size, pad = 8.8, 0
	}
	label := s
	label.strong = true
	width := 0.0
	for _, f := range b.Fields {
		width = max(width, l.file.Width(label.of(model.Span{}), f.Label))
	}
	width = min(width, c.w*0.36) + 4
	list := e.Add("L")
	list.Attrs = pdf.Labels
	first := len(l.pieces)
	half := (c.w - 2*cellGap) / 2
	for i := 0; i < len(b.Fields); i++ {
		f := b.Fields[i]
		if pair := i + 1; b.Paired && !f.Wide && pair < len(b.Fields) && !b.Fields[pair].Wide {
			next := column{x: c.x + half + 2*cellGap, w: half}
			own := min(l.file.Width(label.of(model.Span{}), b.Fields[pair].Label), half*0.5) + 4
			row := l.field(list, column{x: c.x, w: half}, f, s, width)
			l.add(l.rowPiece(c.frames, append(row, l.field(list, next, b.Fields[pair], s, own)...), pad, false))
			i = pair
			continue
		}
		l.add(l.rowPiece(c.frames, l.field(list, c, f, s, width), pad, false))
	}
	if n := len(l.pieces); n-first > 1 {
		l.pieces[first].keep, l.pieces[n-2].keep = true, true
	}
	l.space(6)
}

// field is one labelled line: its label in one column, its value in another.
func (l *layout) field(list *pdf.Elem, c column, f Field, s textStyle, width float64) []cellColumn {
	entry, label := list.Add("LI"), s
	label.strong = true
	names := l.textLines(entry.Add("Lbl"), Plainly(f.Label), label, width, 0, 0)
	if f.Blank {
		// The label stands on the line that is written on.
		names[0].height = max(names[0].height, blankLine)
	}
	at, room := c.x+width+cellGap, c.w-width-cellGap
	value := l.fieldValue(entry.Add("LBody"), f, s, room)
	return []cellColumn{{x: c.x, w: width, lines: names}, {x: at, w: room, lines: value}}
}

// blankLine is the height of a line to write on by hand.
const blankLine = 19.5

// fieldValue is a labelled line's value, with the mark of its layer before it
// and room to write after it.
func (l *layout) fieldValue(e *pdf.Elem, f Field, s textStyle, width float64) []cellLine {
	room := width
	if f.Layer != "" {
		room -= l.tagWidth(f.Layer) + 5
	}
	lines := l.textLines(e, f.Value, s, room, 0, 0)
	for i := 1; f.Layer != "" && i < len(lines); i++ {
		lines[i].x = width - room
	}
	lines[0].tag = f.Layer
	if f.Blank {
		last := &lines[len(lines)-1]
		last.blank, last.height = true, max(last.height, blankLine)
	}
	return lines
}
