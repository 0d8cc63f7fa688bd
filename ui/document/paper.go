package document

import (
	"io"
	"slices"
	"strconv"

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
	// all is the column between the margins.
	all column
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
	l.all = column{x: l.sheet.left, w: l.sheet.right - l.sheet.left}
	l.file = pdf.New(pdf.Info{
		Title: d.running(), Subject: d.Edition, Lang: "en-GB", Made: d.When, Width: l.sheet.width,
		Height: l.sheet.height,
	})
	return l
}

func (l *layout) set() {
	root := l.file.Root()
	if len(l.doc.Slides) > 0 {
		l.slides(root)
		l.place()
		l.slideEdges()
	} else {
		l.title(root)
		front, rest := []Block(nil), l.doc.Blocks
		first := slices.IndexFunc(rest, func(b Block) bool { return b.Kind == Heading })
		if l.doc.Contents && first >= 0 {
			front, rest = rest[:first], rest[first:]
		}
		l.blocks(l.all, root, front)
		var entries []entry
		if l.doc.Contents {
			entries = l.contents(root, rest)
		}
		l.blocks(l.all, root, rest)
		l.endNotes()
		l.place()
		l.fill(entries)
		l.edges()
	}
	l.sayMissing(root)
}

func (l *layout) title(root *pdf.Elem) {
	l.mark(1, l.doc.Title, l.lines(l.all, root.Add("H1"), Plainly(l.doc.Title),
		textStyle{size: 20, colour: ink, strong: true, tight: true}))
	if l.doc.Subtitle != "" {
		l.space(2)
		l.lines(l.all, root.Add("P"), Plainly(l.doc.Subtitle), textStyle{size: 12.5, colour: ink})
	}
	l.space(3)
	for _, line := range l.doc.about() {
		l.lines(l.all, root.Add("P"), Plainly(line), textStyle{size: 9, colour: soft})
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
		l.lines(l.all, root.Add("P"), spans, textStyle{size: 8, colour: soft})
	}
	l.space(10)
}

// entry is a line of the contents. Its page is known only when all is placed.
type entry struct {
	title string
	elem  *pdf.Elem
	piece *piece
}

// contents leaves room for a line for each of the larger headings, and starts a
// new page for what they lead to.
func (l *layout) contents(root *pdf.Elem, rest []Block) []entry {
	l.space(14)
	first := l.lines(l.all, root.Add("P"), Plainly("Contents"), textStyle{size: 12, colour: ink, strong: true})
	l.keepLast()
	l.space(3)
	list := root.Add("TOC")
	var entries []entry
	for _, b := range rest {
		if b.Kind == Heading && b.Level == 2 {
			line := l.add(&piece{height: 14.5})
			entries = append(entries, entry{title: model.PlainText(b.Spans), elem: list.Add("TOCI"), piece: line})
		}
	}
	if float64(len(entries))*15 < l.end()-l.sheet.top {
		l.keepFrom(first)
	}
	l.add(&piece{fresh: true})
	return entries
}

// fill writes the lines of the contents, each with its page and a way there.
func (l *layout) fill(entries []entry) {
	var targets []*piece
	for _, p := range l.pieces {
		if p.level == 2 && p.page != nil {
			targets = append(targets, p)
		}
	}
	s, faint := pdf.Style{Size: 9.5, Colour: ink}, pdf.Style{Size: 9.5, Colour: hair}
	for i, e := range entries[:min(len(entries), len(targets))] {
		to, page, baseline := targets[i], e.piece.page, e.piece.y+10.5
		number := strconv.Itoa(slices.Index(l.file.Pages(), to.page) + 1)
		title := l.fit(s, e.title, l.all.w-40)
		from, at := l.all.x+l.file.Width(s, title)+5, l.sheet.right-l.file.Width(s, number)
		link := e.elem.Add("Link")
		page.Text(link, l.all.x, baseline, s, title)
		for x := at - 6; x > from; x -= 5 {
			page.Text(nil, x, baseline, faint, ".")
		}
		page.Text(link, at, baseline, s, number)
		page.Goto(link, l.all.x, baseline-10, l.all.w, 14, to.page, to.y, e.title)
	}
}
