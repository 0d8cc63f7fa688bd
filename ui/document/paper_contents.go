package document

import (
	"slices"
	"strconv"

	"isspp/model"
	"isspp/ui/document/pdf"
)

// parts divides a document with a list of contents into what stands before the
// list and what it lists. Without such a list everything is in the second.
func (d Doc) parts() (front, rest []Block) {
	first := slices.IndexFunc(d.Blocks, func(b Block) bool { return b.Kind == Heading })
	if !d.Contents || first < 0 {
		return nil, d.Blocks
	}
	return d.Blocks[:first], d.Blocks[first:]
}

// entry is a line of the contents. Its page is known only when all is placed.
type entry struct {
	title string
	elem  *pdf.Elem
	piece *piece
}

// contents leaves room for a line for each of the larger headings, and starts a
// new page for what they lead to.
func (l *layout) contents(root *pdf.Elem, rest []Block) []*entry {
	if !l.doc.Contents {
		return nil
	}
	var entries []*entry
	c := column{x: l.sheet.left, w: l.sheet.text()}
	l.space(14)
	first := l.lines(c, root.Add("P"), Plainly("Contents"), textStyle{size: 12, colour: ink, strong: true})
	l.keepLast()
	l.space(3)
	list := root.Add("TOC")
	for _, b := range rest {
		if b.Kind != Heading || b.Level != 2 {
			continue
		}
		e := &entry{title: model.PlainText(b.Spans), elem: list.Add("TOCI")}
		e.piece = l.add(&piece{height: 14.5, draw: func(*pdf.Page, float64) {}})
		entries = append(entries, e)
	}
	if float64(len(entries))*15 < l.end()-l.sheet.top {
		l.keepFrom(first)
	}
	l.add(&piece{fresh: true, draw: func(*pdf.Page, float64) {}})
	return entries
}

// fill writes the lines of the contents, each with its page and a way there.
func (l *layout) fill(entries []*entry) {
	var targets []*piece
	for _, p := range l.pieces {
		if p.level == 2 && p.page != nil {
			targets = append(targets, p)
		}
	}
	s := pdf.Style{Size: 9.5, Colour: ink}
	faint := pdf.Style{Size: 9.5, Colour: hair}
	pages := l.file.Pages()
	for i, e := range entries {
		if i >= len(targets) || e.piece.page == nil {
			continue
		}
		page, baseline := e.piece.page, e.piece.y+10.5
		number := strconv.Itoa(slices.Index(pages, targets[i].page) + 1)
		title := l.fit(s, e.title, l.sheet.text()-40)
		from := l.sheet.left + l.file.Width(s, title) + 5
		at := l.sheet.right - l.file.Width(s, number)
		link := e.elem.Add("Link")
		page.Text(link, l.sheet.left, baseline, s, title)
		for x := at - 6; x > from; x -= 5 {
			page.Text(nil, x, baseline, faint, ".")
		}
		page.Text(link, at, baseline, s, number)
		page.Goto(link, l.sheet.left, baseline-10, l.sheet.text(), 14, targets[i].page, targets[i].y, e.title)
	}
}
