// Package document holds what is read, on a screen, in a shell, on paper or in a
// file: a Doc of headings, paragraphs, lists, tables, labelled lines, notes and
// boxes, each with its layer; the writers that make a page of the terminal,
// Markdown, HTML and PDF of it; and the documents themselves, such as a closing
// page or a chronology. Text is cleaned here of whatever could act on a terminal.
// The writers are given everything that they show: they open nothing, and load
// nothing.
package document

import (
	"slices"
	"time"

	"isspp/model"
)

// Doc is a document in reading order. Every text in it may come from a person
// or a pack: the writers clean it and escape it.
type Doc struct {
	// Title is the document's one first heading.
	Title string
	// Subtitle stands below the title, or is empty.
	Subtitle string
	// Edition says whose protocol it is and of when:
	// "Safer School Partnership Protocol (ISSPP), Islington, 2023–24".
	Edition string
	// Years is the edition as the layer's mark shows it: "2023–24".
	Years string
	// Whose says whose its notes are: the pack's.
	Whose string
	// Banner is a word in capitals that stands on every page, such as FICTIONAL
	// or CONFIDENTIAL, or empty.
	Banner string
	// Made says when, and by what or whom: "Printed 24 November 2026".
	Made string
	// When is the moment of Made, for the PDF's own record of it. It may be zero.
	When time.Time
	// Foot stands at the foot of every printed page: the numbers to ring, say.
	Foot string
	// Contents lists the larger headings with their pages after the boxes that the
	// document starts with.
	Contents bool
	Blocks   []Block
	// Slides makes the document a presentation: one slide a page, 16:9.
	Slides []Slide
}

// about are the lines below the title: whose words these are, unless the title
// has said it, and when they were printed.
func (d Doc) about() []string {
	lines := []string{d.Edition, d.Made}
	if d.Edition == d.Subtitle || d.Edition == d.Title+", "+d.Subtitle {
		lines[0] = ""
	}
	return slices.DeleteFunc(lines, func(line string) bool { return line == "" })
}

// Kind is the shape of a block.
type Kind int

// The shapes of blocks.
const (
	// Paragraph is running text. A newline in it stays a new line.
	Paragraph Kind = iota
	// Heading is a heading of level 2 and below; the title is the only level 1.
	Heading
	// Bullets and Numbers are lists.
	Bullets
	Numbers
	// Table has a head, rows and perhaps a caption.
	Table
	// Fields are labelled lines: "Officer  PC …". A blank one is a line to write on.
	Fields
	// Note is a remark of ours, marked as such, with its source.
	Note
	// Box sets blocks apart in a frame with a title, by its Tone.
	Box
	// PageBreak starts a new page where there are pages.
	PageBreak
)

// Tone says what a box is for.
type Tone int

// The tones of boxes. Each differs by its frame as well as by its colour.
const (
	// Plain is a quiet frame.
	Plain Tone = iota
	// Emergency is whom to ring now.
	Emergency
	// Caution is what has to be read before the rest is used.
	Caution
)

// Block is one piece of a document. Which fields count depends on its kind.
type Block struct {
	Kind Kind
	// ID is what a note or a search result can point at, or empty.
	ID string
	// Layer says whose words the block is; empty where the document itself
	// speaks, or the record that it shows.
	Layer model.Layer
	// Level is a heading's depth, from 2. The writers close gaps, so that no
	// level is left out.
	Level int
	// Spans is the text of a heading, a paragraph or a note.
	Spans []model.Span
	// Items are a list's entries, and Columns is how many they stand in, read from the
	// top of each; 0 for one.
	Items   []Item
	Columns int
	// Head, Rows and Caption are a table's. Widths are the columns' shares of
	// the page's width; without them the writers find their own.
	Head    []model.Cell
	Rows    [][]model.Cell
	Caption string
	Widths  []float64
	// RowHead tells that each row's first cell names the row.
	RowHead bool
	// Banded sets each row's first cell over the row's whole width, above the
	// others: for cells of whole sentences.
	Banded bool
	// Fields are labelled lines.
	Fields []Field
	// Title, Tone and Blocks are a box's. A note's title says what it is on, where
	// its place doesn't.
	Title  string
	Tone   Tone
	Blocks []Block
	// Source says how a note is known and of when it is.
	Source string
	// Paired sets labelled lines two beside each other, where both are short: a
	// line to write on, a name. Those with Wide keep the whole width.
	Paired bool
	// Small sets labelled lines or a table in small type, close together.
	Small bool
	// KeepNext holds a block and the one after it together: a label and its list.
	KeepNext bool
	// Keep holds a box, list or table together on one page where it fits on one.
	Keep bool
}

// Item is an entry of a list, with what is nested below it.
type Item struct {
	ID    string
	Spans []model.Span
	Below []Block
	// Answer is what was said of a sign or factor: on a screen its sign stands in
	// the bullet's place.
	Answer model.Answer
}

// Field is one labelled line.
type Field struct {
	Label string
	Value []model.Span
	// Layer says whose words the value is, where the block doesn't.
	Layer model.Layer
	// Quoted tells that the value is what somebody said, word for word.
	Quoted bool
	// Wide keeps a line for itself where the others are paired.
	Wide bool
	// Blank makes a line to write on after the value, if there is one.
	Blank bool
}

// Slide is one page of a presentation.
type Slide struct {
	Title string
	// Blocks are what is shown. The first Given points of them are there from the
	// start, and the others are revealed one at a time where that can be done: a
	// paragraph, a note and an entry of a list are a point each.
	Blocks []Block
	Given  int
	// Source says whose words the slide shows, and where they stand.
	Source string
	// Notes are for the speaker.
	Notes []Block
}

// lowered has the headings of blocks below a slide's title.
func lowered(blocks []Block) []Block {
	blocks = levels(blocks)
	for i := range blocks {
		if blocks[i].Kind == Heading {
			blocks[i].Level++
		}
	}
	return blocks
}

// cleanSlides makes every text of slides safe to show.
func cleanSlides(slides []Slide) []Slide {
	return each(slides, func(s Slide) Slide {
		s.Title, s.Source = model.CleanLine(s.Title), model.CleanLine(s.Source)
		s.Blocks, s.Notes = lowered(cleanBlocks(s.Blocks)), lowered(cleanBlocks(s.Notes))
		return s
	})
}
