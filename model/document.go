package model

import "strings"

// Document is one Markdown file of a pack, in the order a person reads it.
type Document struct {
	// ID is the file's name without its ending: "risk-factors".
	ID string `json:"id"`
	// Kind is what the front matter says the document is.
	Kind string `json:"kind"`
	// Section is the protocol's own section number and letter: "5", "6A".
	Section string `json:"section"`
	// Title is the document's own heading.
	Title string `json:"title"`
	// File is the path inside the pack, for messages: "risk-factors.md".
	File   string  `json:"-"`
	Blocks []Block `json:"-"`
}

// Place says where the document stands in the protocol: its section and its
// title, which doesn't say the number again.
func (d Document) Place() string {
	return strings.TrimSpace(d.Section + " " + BareTitle(d.Section, d.Title))
}

// BlockKind is the shape of a block.
type BlockKind string

// The shapes that the protocol's text takes.
const (
	Heading   BlockKind = "heading"
	Paragraph BlockKind = "paragraph"
	Bullets   BlockKind = "bullets"
	Numbers   BlockKind = "numbers"
	Table     BlockKind = "table"
	// Absent stands where the source had a picture that the text doesn't carry.
	// Its text is ours (layer Note); nothing is redrawn.
	Absent BlockKind = "absent"
)

// Block is one heading, paragraph, list or table of a document.
type Block struct {
	Kind BlockKind
	// ID is a stable slug for what a note or a search result can point at;
	// empty where nothing does.
	ID string
	// Level is a heading's depth, 1 to 6.
	Level int
	// Spans is the text of a heading, paragraph or absent picture.
	Spans []Span
	// Items are a list's entries.
	Items []ListItem
	// Head and Rows are a table's cells. A cell is one or more entries: most
	// have one, a plan's cell has a bullet each.
	Head []Cell
	Rows [][]Cell
	// Attrs are a heading's attributes: {ages="11-17"}.
	Attrs map[string]string
	// Line is where the block starts in its file, from 1.
	Line int
}

// ListItem is an entry of a list, with the paragraphs and lists below it.
type ListItem struct {
	ID    string
	Spans []Span
	// Below holds what is nested in the entry after its first paragraph.
	Below []Block
	Line  int
}

// Cell is a table's cell.
type Cell struct {
	Entries []CellEntry
	Line    int
}

// CellEntry is one line or bullet of a cell.
type CellEntry struct {
	Spans []Span
	// Depth is 0 for plain text, 1 for a bullet, 2 for a bullet below a bullet.
	Depth int
}

// Span is a run of text in one style.
type Span struct {
	Text   string
	Strong bool
	Emph   bool
	// Link is the address that the text points at, or empty.
	Link string
}

// PlainText joins the text of spans, without their style.
func PlainText(spans []Span) string {
	if len(spans) == 1 {
		return spans[0].Text
	}
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Plain is the block's own text, without style; empty for lists and tables.
func (b Block) Plain() string { return PlainText(b.Spans) }
