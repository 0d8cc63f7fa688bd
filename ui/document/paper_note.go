package document

import (
	"strings"

	"isspp/model"
	"isspp/ui/document/pdf"
)

// note is a remark of ours in a frame that nothing else has. Notes that follow
// each other share it.
func (l *layout) note(c column, e *pdf.Elem, b Block) {
	f := l.noteFrame(c)
	in := c.in(10)
	in.w -= 8
	in.frames = append(append([]*frame{}, c.frames...), f)
	note := e.Add("Note")
	label := note.Add("Span")
	s := textStyle{size: 9 * l.zoom, colour: ink}
	width := l.tagWidth(model.LayerNote) + 6.4*l.zoom
	z := l.zoom
	lead := func(p *pdf.Page, baseline float64) {
		l.drawTag(p, label, in.x, baseline, model.LayerNote, z)
	}
	first := len(l.pieces)
	l.notes = append(l.notes, first)
	text := in.in(width)
	lines, source := l.wrap(b.said(), s, text.w), b.Source
	small := textStyle{size: 7.8 * l.zoom, colour: soft}
	last := &lines[len(lines)-1]
	// A short source has room behind the words.
	if beside := l.bit("   "+source, small.of(model.Span{}), ""); source != "" &&
		lineWidth(*last)+beside.width <= text.w {
		*last, source = append(*last, beside), ""
	}
	l.led(text, note.Add("P"), lines, s, lead)
	if source != "" {
		l.lines(text, note.Add("P"), Plainly(source), small)
	}
	l.keepFrom(first)
	l.space(7)
}

// said is a note's text, after what it is on.
func (b Block) said() []model.Span {
	if b.Title == "" {
		return b.Spans
	}
	return append([]model.Span{{Text: "On “" + b.Title + "”: ", Emph: true}}, b.Spans...)
}

// endNotes holds the last of several notes and the one before together, so that
// none is alone on the next page.
func (l *layout) endNotes() {
	if n := len(l.notes); n > 1 {
		l.pieces[l.notes[n-1]-1].keep = true
	}
	l.notes = nil
}

// noteFrame is a new frame, or the one of the note just before.
func (l *layout) noteFrame(c column) *frame {
	if n := len(l.pieces); n > 0 {
		if in := l.pieces[n-1].frames; len(in) == len(c.frames)+1 && in[len(in)-1].note {
			l.next = 4
			return in[len(in)-1]
		}
	}
	// A note stays with the end of what it is about.
	l.keepLast()
	l.endNotes()
	l.space(7)
	return &frame{x: c.x, w: c.w, pad: 5, note: true}
}

// drawTag draws a layer's mark, z times as large as in a document, and gives its width.
func (l *layout) drawTag(page *pdf.Page, e *pdf.Elem, x, baseline float64, layer model.Layer, z float64) float64 {
	s, text := tagStyle(layer, z), l.tagText(layer)
	w := l.file.Width(s, text)
	page.Text(e, x+3.5*z, baseline, s, text)
	thick := 0.6
	if layer == model.LayerLocal {
		thick = 1.4
	}
	page.Frame(x, baseline-7.3*z, w+6.6*z, 9.6*z, thick, s.Colour, layer == model.LayerNote)
	return w + 6.6*z
}

// tagStyle is the style of a mark.
func tagStyle(layer model.Layer, z float64) pdf.Style {
	return pdf.Style{Face: pdf.Bold, Size: 6.8 * z, Colour: layerInk(layer), Spread: 0.35 * z}
}

// tagWidth is how wide the mark of a layer is, with its frame.
func (l *layout) tagWidth(layer model.Layer) float64 {
	return l.file.Width(tagStyle(layer, l.zoom), l.tagText(layer)) + 6.6*l.zoom
}

// tagText is the word in the mark of a layer. A pack may have given it long years.
func (l *layout) tagText(layer model.Layer) string {
	const widest = 140
	return l.fit(tagStyle(layer, 1), strings.ToUpper(l.doc.mark(layer)), widest)
}

func layerInk(layer model.Layer) pdf.Colour {
	switch layer {
	case model.LayerNote:
		return noteInk
	case model.LayerLocal:
		return localInk
	}
	return soft
}

// tag is the mark of a layer, in a frame of its own kind.
func (l *layout) tag(c column, e *pdf.Elem, layer model.Layer) {
	z := l.zoom
	p := l.add(&piece{height: 12 * z, keep: true, frames: c.frames})
	mark := e.Add("P")
	p.draw = func(page *pdf.Page, y float64) { l.drawTag(page, mark, c.x, y+9*z, layer, z) }
	l.space(3 * z)
}
