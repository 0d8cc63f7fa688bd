package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Document is one Markdown file of a pack, in the order a person reads it.
type Document struct {
	ID      string `json:"id"`      // the file's name without its ending: "risk-factors"
	Kind    string `json:"kind"`    // what the front matter says the document is
	Section string `json:"section"` // the protocol's own section number and letter: "5", "6A"
	Title   string `json:"title"`   // the document's own heading
	// File is the path inside the pack, for messages: "risk-factors.md".
	File   string  `json:"-"`
	Blocks []Block `json:"-"`
}

// place says where the document stands in the protocol: its section and its
// title, which doesn't say the number again.
func (d Document) place() string {
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
	// ID is a stable slug for what a note or a search result can point at; empty where nothing does.
	ID    string
	Level int        // a heading's depth, 1 to 6
	Spans []Span     // the text of a heading, paragraph or absent picture
	Items []ListItem // a list's entries
	// Head and Rows are a table's cells. A cell is one or more entries: most
	// have one, a plan's cell has a bullet each.
	Head  []Cell
	Rows  [][]Cell
	Attrs map[string]string // a heading's attributes: {ages="11-17"}
	Line  int               // where the block starts in its file, from 1
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
	Depth int // 0 for plain text, 1 for a bullet, 2 for a bullet below a bullet
}

// Span is a run of text in one style.
type Span struct {
	Text   string
	Strong bool
	Emph   bool
	Link   string // the address that the text points at, or empty
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

// BlockText is one of the texts of blocks: of a heading, a paragraph, a list's entry
// or a line of a table's cell.
type BlockText struct {
	// In is the kind of block that it stands in, and Number an entry's in its list.
	In     BlockKind
	Number int
	Spans  []Span
	Line   int
}

// EachText gives the texts of blocks in reading order.
func EachText(blocks []Block, give func(BlockText)) {
	for _, b := range blocks {
		if len(b.Spans) > 0 {
			give(BlockText{In: b.Kind, Spans: b.Spans, Line: b.Line})
		}
		for i, item := range b.Items {
			give(BlockText{In: b.Kind, Number: i + 1, Spans: item.Spans, Line: item.Line})
			EachText(item.Below, give)
		}
		for _, row := range append([][]Cell{b.Head}, b.Rows...) {
			for _, cell := range row {
				for _, entry := range cell.Entries {
					give(BlockText{In: b.Kind, Spans: entry.Spans, Line: cell.Line})
				}
			}
		}
	}
}

// BlockTexts lists the plain texts of blocks in reading order: each heading,
// paragraph, list item and table cell's line is a text of its own.
func BlockTexts(blocks []Block) []string {
	var texts []string
	EachText(blocks, func(t BlockText) {
		if text := PlainText(t.Spans); text != "" {
			texts = append(texts, text)
		}
	})
	return texts
}

func filter[T any](list []T, is func(T) bool) (passed []T) {
	for _, one := range list {
		if is(one) {
			passed = append(passed, one)
		}
	}
	return passed
}

func said(texts ...string) []string {
	return filter(texts, func(text string) bool { return text != "" })
}

func find[T any](list []T, is func(T) bool) (found T, ok bool) {
	for _, one := range list {
		if is(one) {
			return one, true
		}
	}
	return found, false
}

// BareTitle takes the section's own number off a title, for where it stands
// before it: "A) Risk factors" of section 6A is "Risk factors".
func BareTitle(number, title string) string {
	leads := []string{number}
	if n := len(number); n > 1 && number[n-1] >= 'A' && number[n-1] <= 'Z' {
		leads = append(leads, number[n-1:]+")")
	}
	for _, lead := range leads {
		if rest, ok := strings.CutPrefix(title, lead); ok && lead != "" {
			if bare := strings.TrimLeft(rest, " -–—)."); bare != "" && bare != rest {
				return bare
			}
		}
	}
	return title
}

// short are words that end in a stop and don't end a sentence.
var short = map[string]bool{
	"e.g": true, "i.e": true, "etc": true, "incl": true, "st": true, "no": true, "mr": true, "mrs": true, "ms": true,
	"dr": true, "vs": true,
}

// Sentences parts a paragraph where a sentence ends. Joined with blanks they
// are the paragraph again: nothing is added and nothing lost.
func Sentences(text string) []string {
	var out []string
	start := 0
	for i := 0; i < len(text); i++ {
		if !endsSentence(text, i) {
			continue
		}
		// Closing quotes and brackets belong to the sentence.
		end := i + 1
		for end < len(text) && text[end] != ' ' {
			end++
		}
		out = append(out, text[start:end])
		start = end + 1
		i = end
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

func endsSentence(text string, i int) bool {
	if c := text[i]; c != '.' && c != '?' && c != '!' {
		return false
	}
	rest := strings.TrimLeft(text[i+1:], `”’"')`)
	next, ok := strings.CutPrefix(rest, " ")
	if !ok {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, `“‘"'(`))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return false
	}
	before := text[:i]
	before = before[strings.LastIndexAny(before, " (")+1:]
	return len(before) > 1 && !short[strings.ToLower(before)]
}

// EscapeJSON writes every character of a JSON document that Clean would change as \uXXXX, so that the document
// acts on no terminal and reads as it did once it is decoded. Outside strings JSON has none of them.
func EscapeJSON(doc []byte) []byte {
	text := string(doc)
	if Clean(text) == text {
		return doc
	}
	var b bytes.Buffer
	for _, r := range text {
		switch {
		case Clean(string(r)) == string(r) || r == unicode.ReplacementChar:
			b.WriteRune(r)
		case r > 0xffff:
			high, low := (r-0x10000)>>10+0xd800, (r-0x10000)&0x3ff+0xdc00
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.Bytes()
}

// Prose is running text. In JSON it is a list of plain texts, each heading, paragraph,
// list item and table cell's line one of them.
type Prose []Block

// MarshalJSON writes the texts.
func (p Prose) MarshalJSON() ([]byte, error) { return plainJSON(append([]string{}, BlockTexts(p)...)) }

// Days are days of the week; in JSON they are words.
type Days []time.Weekday

// MarshalJSON writes the days' names: "monday".
func (d Days) MarshalJSON() ([]byte, error) {
	names := make([]string, len(d))
	for i, day := range d {
		names[i] = strings.ToLower(day.String())
	}
	return plainJSON(names)
}

// plainJSON is JSON without escapes for HTML: it is read by people too.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return b.Bytes(), err
}
