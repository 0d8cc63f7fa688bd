// Package pdf writes tagged PDF 1.7: A4 pages of text, rules and boxes with
// embedded fonts, a structure tree that a screen reader can follow, bookmarks,
// links, a language and a title. It draws where it is told; what stands where
// is for its caller to say.
//
// Places are in points from the page's top left corner. Text is placed by its
// baseline.
package pdf

import (
	"time"
)

// Info says what a document is.
type Info struct {
	Title, Subject string
	// Lang is the language of the text, such as "en-GB".
	Lang string
	// Width and Height are those of each page in points; A4's without them.
	Width, Height float64
	// Made is when; the zero time leaves it out.
	Made time.Time
}

// File is a document that is being drawn.
type File struct {
	info  Info
	chars [faces]*charset
	pages []*Page
	root  *Elem
	marks []bookmark
}

type bookmark struct {
	title string
	level int
	page  *Page
	y     float64
}

// New starts a document.
func New(info Info) *File {
	if info.Width == 0 || info.Height == 0 {
		info.Width, info.Height = Width, Height
	}
	return &File{info: info, root: &Elem{tag: "Document"}}
}

// Root is the element that holds all others.
func (f *File) Root() *Elem { return f.root }

// NewPage adds a page.
func (f *File) NewPage() *Page {
	p := &Page{file: f, index: len(f.pages), boxes: map[rune]bool{}}
	f.pages = append(f.pages, p)
	return p
}

// Pages are the pages so far.
func (f *File) Pages() []*Page { return f.pages }

// charset is a face's characters, begun when the face is first used.
func (f *File) charset(face Face) *charset {
	if f.chars[face] == nil {
		f.chars[face] = &charset{
			font: fonts[face](), code: map[rune]uint16{}, runes: []rune{0}, used: map[uint16]bool{},
		}
	}
	return f.chars[face]
}

// Width is how wide a text is set.
func (f *File) Width(s Style, text string) float64 {
	c := f.charset(s.Face)
	w := 0.0
	for _, r := range text {
		c.of(r)
		w += c.width(r)*s.Size/1000 + s.Spread
	}
	return w
}

// Bookmark adds an entry to the outline. Level 1 is the outermost.
func (f *File) Bookmark(level int, title string, p *Page, y float64) {
	f.marks = append(f.marks, bookmark{title: title, level: level, page: p, y: y})
}

// Elem is an element of the structure: a heading, a paragraph, a cell.
type Elem struct {
	tag  string
	up   *Elem
	kids []kid
	// Alt is what is read in the place of a picture, or a cell's scope and the
	// like as PDF attributes.
	Alt   string
	Attrs string
	// actual is what a text with boxes in it says.
	actual string
	id     int
}

type kid struct {
	elem *Elem
	page *Page
	mark int
	link int
}

// Add puts a new element at the end of another. The tags are those of PDF 1.7:
// H1 to H6, P, L, LI, Lbl, LBody, Table, TR, TH, TD, Link, Figure, Div, Note …
// In no element there is none: what is drawn for it is decoration.
func (e *Elem) Add(tag string) *Elem {
	if e == nil {
		return nil
	}
	made := &Elem{tag: tag, up: e}
	e.kids = append(e.kids, kid{elem: made})
	return made
}

// AddList is Add for a list whose entries are marked in a way.
func (e *Elem) AddList(marks string) *Elem { return e.add("L", marks) }

// AddHead is Add for the head of a row or a column.
func (e *Elem) AddHead(scope string) *Elem { return e.add("TH", scope) }

func (e *Elem) add(tag, attrs string) *Elem {
	made := e.Add(tag)
	if made != nil {
		made.Attrs = attrs
	}
	return made
}

// Attributes of elements.
const (
	// ScopeColumn and ScopeRow say what a TH is the head of.
	ScopeColumn = "<</O /Table /Scope /Column>>"
	ScopeRow    = "<</O /Table /Scope /Row>>"
	// Bulleted and Numbered say how a list's entries are marked.
	Bulleted = "<</O /List /ListNumbering /Disc>>"
	Numbered = "<</O /List /ListNumbering /Decimal>>"
	Labels   = "<</O /List /ListNumbering /None>>"
)
