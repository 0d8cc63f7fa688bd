package document

import (
	"io"

	"isspp/model"
	"isspp/ui/document/pdf"
)

// sheet is a page in points: its margins, and where its head and foot stand.
type sheet struct {
	width, height, left, right, top, firstTop, bottom, head, foot float64
}

// a4 leaves margins that a hole punch and a printer allow; wide is a slide of 16:9.
var (
	a4   = sheet{pdf.Width, pdf.Height, 56, pdf.Width - 56, 62, 46, pdf.Height - 66, 40, pdf.Height - 40}
	wide = sheet{960, 540, 54, 906, 40, 40, 488, 30, 516}
)

// text is the width between the margins.
func (s sheet) text() float64 { return s.right - s.left }

// The colours of paper. Each has a contrast of at least 4.5:1 on what is
// beneath it, and differs from the others by its frame and its word too.
var (
	ink        = pdf.Colour{0.10, 0.11, 0.13}
	soft       = pdf.Colour{0.29, 0.31, 0.35}
	hair       = pdf.Colour{0.70, 0.73, 0.76}
	shade      = pdf.Colour{0.95, 0.96, 0.97}
	noteInk    = pdf.Colour{0.48, 0.29, 0.00}
	noteShade  = pdf.Colour{0.99, 0.965, 0.905}
	localInk   = pdf.Colour{0.07, 0.38, 0.18}
	alertInk   = pdf.Colour{0.61, 0.11, 0.09}
	alertShade = pdf.Colour{0.99, 0.945, 0.94}
	linkInk    = pdf.Colour{0.04, 0.34, 0.64}
)

// Sizes of text, in points.
const (
	bodySize  = 10.0
	smallSize = 8.5
	leading   = 1.4
)

// layout sets a document on pages: first each block becomes pieces, which are
// lines or rows; then the pieces are put on pages.
type layout struct {
	doc   Doc
	sheet sheet
	// zoom is how much larger all is set than in a document.
	zoom   float64
	file   *pdf.File
	pieces []*piece
	// next is the space that the next piece has above it at least.
	next float64
	// notes are where the notes that follow each other start.
	notes []int
	// divided tells that a row was divided between pages.
	divided bool
	// spare is the height that is left free at each page's end, to say what the
	// page can't show.
	spare float64
}

// PDF writes the document as tagged PDF on A4 pages, with embedded fonts,
// bookmarks, its title and its language.
func (d Doc) PDF(w io.Writer) error {
	return laidOut(d.cleaned()).file.Write(w)
}

func newLayout(d Doc) *layout {
	l := &layout{doc: d, sheet: a4, zoom: 1}
	if len(d.Slides) > 0 {
		l.sheet = wide
	}
	l.file = pdf.New(pdf.Info{
		Title: d.running(), Subject: d.Edition, Lang: "en-GB", Made: d.When, Width: l.sheet.width,
		Height: l.sheet.height,
	})
	return l
}

// set makes the document into pieces and puts them on pages.
func (l *layout) set() {
	c, root := column{x: l.sheet.left, w: l.sheet.text()}, l.file.Root()
	if len(l.doc.Slides) > 0 {
		l.slides(root)
		l.place()
		l.edges()
		l.sayMissing(root)
		return
	}
	l.title(root)
	front, rest := l.doc.parts()
	l.blocks(c, root, front)
	entries := l.contents(root, rest)
	l.blocks(c, root, rest)
	l.endNotes()
	l.place()
	l.fill(entries)
	l.edges()
	l.sayMissing(root)
}

// title is what the first page starts with.
func (l *layout) title(root *pdf.Elem) {
	c := column{x: l.sheet.left, w: l.sheet.text()}
	l.mark(1, l.doc.Title, l.lines(c, root.Add("H1"), Plainly(l.doc.Title),
		textStyle{size: 20, colour: ink, strong: true, tight: true}))
	if l.doc.Subtitle != "" {
		l.space(2)
		l.lines(c, root.Add("P"), Plainly(l.doc.Subtitle), textStyle{size: 12.5, colour: ink})
	}
	l.space(3)
	for _, line := range l.doc.about() {
		l.lines(c, root.Add("P"), Plainly(line), textStyle{size: 9, colour: soft})
	}
	if legend := l.doc.legend(); len(legend) > 0 {
		l.space(4)
		var spans []model.Span
		for i, f := range legend {
			if i > 0 {
				spans = append(spans, model.Span{Text: " · "})
			}
			spans = append(spans, model.Span{Text: f.Label, Strong: true},
				model.Span{Text: ": " + model.PlainText(f.Value)})
		}
		l.lines(c, root.Add("P"), spans, textStyle{size: 8, colour: soft})
	}
	l.space(10)
}
