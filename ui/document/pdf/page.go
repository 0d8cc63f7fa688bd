package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A4 in points: what a page is where nobody says otherwise.
const (
	Width  = 595.276
	Height = 841.89
)

// Colour is red, green and blue from 0 to 1.
type Colour [3]float64

// Style is how text is set.
type Style struct {
	Face   Face
	Size   float64
	Colour Colour
	// Spread is added between characters.
	Spread float64
}

// Page is one page. What is drawn as a part of an element is read out; what is
// drawn without one is decoration, and is left out by a screen reader.
type Page struct {
	file *File
	// under is drawn beneath body.
	under, body bytes.Buffer
	// open is whose content is being drawn, and inside tells that there is some.
	open   *Elem
	inside bool
	// marks are the elements of the page's marked pieces, by their number.
	marks []*Elem
	links []link
	index int
	// boxes are the characters that the font lacks: an empty box stands for each.
	boxes map[rune]bool
}

// link is a place on a page that leads to an address.
type link struct {
	elem           *Elem
	address        string
	x1, y1, x2, y2 float64
	// page and y are where it leads within the document; says is what to.
	page *Page
	y    float64
	says string
}

func number(n float64) string {
	text := strconv.FormatFloat(n, 'f', 3, 64)
	if text = strings.TrimRight(strings.TrimRight(text, "0"), "."); text == "-0" || text == "" {
		return "0"
	}
	return text
}

func (c Colour) String() string { return number(c[0]) + " " + number(c[1]) + " " + number(c[2]) }

// mark starts a piece of an element's, unless the last piece was its own too.
func (p *Page) mark(e *Elem) {
	if p.inside && p.open == e {
		return
	}
	p.endMark()
	p.open, p.inside = e, true
	if e == nil {
		p.body.WriteString("/Artifact BMC\n")
		return
	}
	actual := ""
	if e.actual != "" {
		actual = "/ActualText " + text(e.actual) + " "
	}
	fmt.Fprintf(&p.body, "/%s <<%s/MCID %d>> BDC\n", e.tag, actual, len(p.marks))
	e.kids = append(e.kids, kid{page: p, mark: len(p.marks)})
	p.marks = append(p.marks, e)
}

func (p *Page) endMark() {
	if p.inside {
		p.body.WriteString("EMC\n")
	}
	p.inside = false
}

// Missing lists the characters on the page so far that the font has no picture
// of, in their order.
func (p *Page) Missing() []rune { return slices.Sorted(maps.Keys(p.boxes)) }

// Lacks tells whether the font has no picture of some of a text's characters.
func (p *Page) Lacks(s Style, text string) bool {
	c := p.file.charset(s.Face)
	return strings.ContainsFunc(text, func(r rune) bool { return c.glyph(r) == 0 })
}

// Text draws a text as a part of an element, or as decoration. One with boxes in
// it says what it is, so that it is read aloud as it was written.
func (p *Page) Text(e *Elem, x, y float64, s Style, words string) {
	if words == "" {
		return
	}
	c, boxed := p.file.charset(s.Face), false
	for _, r := range words {
		if c.glyph(r) == 0 {
			boxed, p.boxes[r] = true, true
		}
	}
	if boxed && e != nil {
		e = e.Add("Span")
		e.actual = words
	}
	p.mark(e)
	fmt.Fprintf(&p.body, "BT /F%d %s Tf %s rg ", s.Face, number(s.Size), s.Colour)
	if s.Spread != 0 {
		fmt.Fprintf(&p.body, "%s Tc ", number(s.Spread))
	}
	fmt.Fprintf(&p.body, "%s Td <%s> Tj", p.at(x, y), c.encode(words))
	if s.Spread != 0 {
		p.body.WriteString(" 0 Tc")
	}
	p.body.WriteString(" ET\n")
}

// at is a place as the page's own coordinates have it, from the bottom up.
func (p *Page) at(x, y float64) string { return number(x) + " " + number(p.file.info.Height-y) }

// Line draws a line as a part of an element, or as decoration.
func (p *Page) Line(e *Elem, x1, y1, x2, y2, thick float64, c Colour) {
	p.mark(e)
	fmt.Fprintf(&p.body, "%s RG %s w %s m %s l S\n", c, number(thick), p.at(x1, y1), p.at(x2, y2))
}

// Blank draws a line to write on. A screen reader says what it is.
func (p *Page) Blank(e *Elem, x1, x2, y, thick float64, c Colour, says string) {
	figure := e.Add("Figure")
	if figure != nil {
		figure.Alt = says
		figure.Attrs = fmt.Sprintf("<</O /Layout /Placement /Inline /BBox [%s %s]>>", p.at(x1, y+thick),
			p.at(x2, y-thick))
	}
	p.Line(figure, x1, y, x2, y, thick, c)
}

// Fill paints a rectangle beneath the text.
func (p *Page) Fill(x, y, w, h float64, c Colour) {
	fmt.Fprintf(&p.under, "%s rg %s %s %s re f\n", c, p.at(x, y+h), number(w), number(h))
}

// Frame draws a rectangle's outline beneath the text, dashed where asked.
func (p *Page) Frame(x, y, w, h, thick float64, c Colour, dashed bool) {
	p.stroke(p.at(x, y+h)+" "+number(w)+" "+number(h)+" re", thick, c, dashed)
}

// Rule draws a line beneath the text, dashed where asked.
func (p *Page) Rule(x1, y1, x2, y2, thick float64, c Colour, dashed bool) {
	p.stroke(p.at(x1, y1)+" m "+p.at(x2, y2)+" l", thick, c, dashed)
}

func (p *Page) stroke(path string, thick float64, c Colour, dashed bool) {
	dash := ""
	if dashed {
		dash = "3 2"
	}
	fmt.Fprintf(&p.under, "[%s] 0 d %s RG %s w %s S [] 0 d\n", dash, c, number(thick), path)
}

// Behind puts what draw paints beneath the text behind all that was painted
// there before.
func (p *Page) Behind(draw func()) {
	before := bytes.Clone(p.under.Bytes())
	p.under.Reset()
	draw()
	p.under.Write(before)
}

// Link makes a place lead to an address. It belongs to an element with the tag
// Link, whose text says where to.
func (p *Page) Link(e *Elem, x, y, w, h float64, address string) {
	p.addLink(e, link{address: address, says: address}, x, y, w, h)
}

// Goto makes a place lead to another page of the document. says is what is
// there. It belongs to an element with the tag Link.
func (p *Page) Goto(e *Elem, x, y, w, h float64, to *Page, at float64, says string) {
	p.addLink(e, link{page: to, y: at, says: says}, x, y, w, h)
}

func (p *Page) addLink(e *Elem, l link, x, y, w, h float64) {
	high := p.file.info.Height
	l.elem, l.x1, l.y1, l.x2, l.y2 = e, x, high-y-h, x+w, high-y
	p.links = append(p.links, l)
	e.kids = append(e.kids, kid{page: p, mark: -1, link: len(p.links) - 1})
}

func (p *Page) content() []byte {
	p.endMark()
	var b bytes.Buffer
	if p.under.Len() > 0 {
		b.WriteString("/Artifact BMC\n")
		b.Write(p.under.Bytes())
		b.WriteString("EMC\n")
	}
	b.Write(p.body.Bytes())
	return b.Bytes()
}
