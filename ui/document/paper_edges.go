package document

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"isspp/model"
	"isspp/ui/document/pdf"
)

// edges draws the head and the foot of each page, once it is known how many
// there are. A screen reader is spared them.
func (l *layout) edges() {
	s, bold := pdf.Style{Size: 8, Colour: soft}, pdf.Style{Face: pdf.Bold, Size: 8, Colour: soft}
	loud := pdf.Style{Face: pdf.Bold, Size: 9, Colour: alertInk, Spread: 0.8}
	pages := l.file.Pages()
	for i, p := range pages {
		if i > 0 {
			p.Text(nil, l.all.x, l.sheet.head, s, l.fit(s, l.doc.Title, l.all.w*0.72))
			p.Line(nil, l.all.x, l.sheet.head+5, l.sheet.right, l.sheet.head+5, 0.5, hair)
		}
		l.atRight(p, l.sheet.head, loud, l.doc.Banner)
		p.Line(nil, l.all.x, l.sheet.foot-10, l.sheet.right, l.sheet.foot-10, 0.5, hair)
		y := l.sheet.foot
		if l.doc.Foot != "" {
			p.Text(nil, l.all.x, y, bold, l.fit(bold, l.doc.Foot, l.all.w))
			y += 11
		}
		p.Text(nil, l.all.x, y, s, l.fit(s, l.doc.Edition, l.all.w*0.82))
		l.atRight(p, y, s, fmt.Sprintf("Page %d of %d", i+1, len(pages)))
	}
}

// slideEdges draws each slide's foot: whom to ring, whose words these are, and which
// slide it is.
func (l *layout) slideEdges() {
	s, bold := pdf.Style{Size: 9, Colour: soft}, pdf.Style{Face: pdf.Bold, Size: 9, Colour: soft}
	loud := pdf.Style{Face: pdf.Bold, Size: 10, Colour: alertInk, Spread: 0.8}
	starts := map[*pdf.Page]bool{}
	for _, p := range l.pieces {
		starts[p.page] = starts[p.page] || p.level == 1
	}
	pages, slide := l.file.Pages(), -1
	for i, p := range pages {
		if starts[p] {
			slide++
		}
		edge := func(y float64, s pdf.Style, from, to string) {
			p.Text(nil, l.all.x, y, s, l.fit(s, from, l.all.w*0.58))
			l.atRight(p, y, s, l.fit(s, to, l.all.w*0.4))
		}
		edge(l.sheet.foot-11, s, l.doc.Slides[max(slide, 0)].Source, l.doc.Title)
		edge(l.sheet.foot+2, bold, l.doc.foot(), fmt.Sprintf("%d of %d", i+1, len(pages)))
		l.atRight(p, 22, loud, l.doc.Banner)
	}
}

func (l *layout) atRight(p *pdf.Page, y float64, s pdf.Style, text string) {
	p.Text(nil, l.sheet.right-l.file.Width(s, text), y, s, text)
}

// fit shortens a running line to a width.
func (l *layout) fit(s pdf.Style, text string, width float64) string {
	text = norm.NFC.String(text)
	if l.file.Width(s, text) <= width {
		return text
	}
	room := width - l.file.Width(s, "…")
	for i, r := range text {
		if room -= l.file.Width(s, string(r)); room < 0 {
			return text[:i] + "…"
		}
	}
	return text
}

// frame is drawn around the pieces that are in it, anew on each page.
type frame struct {
	x, w float64
	// pad is the space above and below what is in it.
	pad  float64
	tone Tone
	note bool
}

func (f *frame) draw(page *pdf.Page, from, to float64) {
	h := to - from
	outline := func(c pdf.Colour) { page.Frame(f.x+0.3, from+0.3, f.w-0.6, h-0.6, 0.6, c, false) }
	switch {
	case f.note:
		page.Fill(f.x, from, f.w, h, noteShade)
		page.Rule(f.x+0.75, from, f.x+0.75, to, 1.5, noteInk, true)
	case f.tone == Emergency:
		page.Fill(f.x, from, f.w, h, alertShade)
		page.Frame(f.x+1, from+1, f.w-2, h-2, 2, alertInk, false)
	case f.tone == Caution:
		outline(noteInk)
		page.Fill(f.x, from, 4, h, noteInk)
	default:
		page.Fill(f.x, from, f.w, h, shade)
		outline(hair)
	}
}

// drawTag draws a layer's mark, z times as large as in a document, and gives its width.
func (l *layout) drawTag(page *pdf.Page, e *pdf.Elem, x, baseline float64, layer model.Layer, z float64) float64 {
	s, text, w, thick := tagStyle(layer, z), l.tagText(layer), l.tagWidth(layer, z), 0.6
	page.Text(e, x+3.5*z, baseline, s, text)
	if layer == model.LayerLocal {
		thick = 1.4
	}
	page.Frame(x, baseline-7.3*z, w, 9.6*z, thick, s.Colour, layer == model.LayerNote)
	return w
}

func tagStyle(layer model.Layer, z float64) pdf.Style {
	colour := soft
	switch layer {
	case model.LayerNote:
		colour = noteInk
	case model.LayerLocal:
		colour = localInk
	}
	return pdf.Style{Face: pdf.Bold, Size: 6.8 * z, Colour: colour, Spread: 0.35 * z}
}

func (l *layout) tagWidth(layer model.Layer, z float64) float64 {
	return l.file.Width(tagStyle(layer, z), l.tagText(layer)) + 6.6*z
}

// tagText is the word in the mark of a layer. A pack may have given it long years.
func (l *layout) tagText(layer model.Layer) string {
	const widest = 140
	return l.fit(tagStyle(layer, 1), strings.ToUpper(l.doc.mark(layer)), widest)
}

// tag is the mark of a layer, in a frame of its own kind.
func (l *layout) tag(c column, e *pdf.Elem, layer model.Layer) {
	mark, z := e.Add("P"), l.zoom
	l.add(&piece{height: 12 * z, keep: true, frames: c.frames, draw: func(page *pdf.Page, y float64) {
		l.drawTag(page, mark, c.x, y+9*z, layer, z)
	}})
	l.space(3 * z)
}

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
