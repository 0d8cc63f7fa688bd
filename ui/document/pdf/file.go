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
		f.chars[face] = newCharset(fonts[face]())
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
