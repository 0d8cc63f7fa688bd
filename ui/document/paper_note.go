package document

import (
	"slices"

	"isspp/model"
	"isspp/ui/document/pdf"
)

// note is a remark of ours in a frame that nothing else has. Notes that follow
// each other share it.
func (l *layout) note(c column, e *pdf.Elem, b Block) {
	f := l.noteFrame(c)
	in := c.in(10)
	in.w -= 8
	in.frames = append(slices.Clone(c.frames), f)
	note, z := e.Add("Note"), l.zoom
	label := note.Add("Span")
	text := in.in(l.tagWidth(model.LayerNote, z) + 6.4*z)
	s, small := textStyle{size: 9 * z, colour: ink}, textStyle{size: 7.8 * z, colour: soft}
	first := len(l.pieces)
	l.notes = append(l.notes, first)
	lines, source := l.wrap(b.said(), s, text.w), b.Source
	last := &lines[len(lines)-1]
	// A short source has room behind the words.
	if beside := l.bit("   "+source, small.of(model.Span{}), ""); source != "" &&
		lineWidth(*last)+beside.width <= text.w {
		*last, source = append(*last, beside), ""
	}
	l.led(text, note.Add("P"), lines, s, func(p *pdf.Page, _, baseline float64) float64 {
		l.drawTag(p, label, in.x, baseline, model.LayerNote, z)
		return 0
	})
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
