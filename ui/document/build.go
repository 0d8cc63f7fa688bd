package document

import (
	"strings"

	"isspp/model"
)

// Plainly is a text as spans, without style.
func Plainly(text string) []model.Span { return []model.Span{{Text: text}} }

// Strongly is a text as spans, set in bold.
func Strongly(text string) []model.Span { return []model.Span{{Text: text, Strong: true}} }

// H is a heading of the document's own. Level starts at 2.
func H(level int, text string) Block {
	return Block{Kind: Heading, Level: level, Spans: Plainly(text)}
}

// P is a paragraph of the document's own.
func P(text string) Block { return Block{Kind: Paragraph, Spans: Plainly(text)} }

// List is a list with bullets, of the document's own.
func List(texts ...string) Block {
	b := Block{Kind: Bullets}
	for _, text := range texts {
		b.Items = append(b.Items, Item{Spans: Plainly(text)})
	}
	return b
}

// Labelled is labelled lines.
func Labelled(fields ...Field) Block { return Block{Kind: Fields, Fields: fields} }

// F is one labelled line.
func F(label, value string) Field { return Field{Label: label, Value: Plainly(value)} }

// Boxed sets blocks apart.
func Boxed(tone Tone, title string, blocks ...Block) Block {
	return Block{Kind: Box, Tone: tone, Title: title, Blocks: blocks, Keep: true}
}

// Rows is a table of plain texts. A newline in a cell starts a new entry.
func Rows(head []string, rows ...[]string) Block {
	b := Block{Kind: Table, RowHead: true, Head: Cells(head...)}
	for _, row := range rows {
		b.Rows = append(b.Rows, Cells(row...))
	}
	return b
}

// Cells makes cells of plain texts. A newline in one starts a new entry.
func Cells(texts ...string) []model.Cell {
	cells := make([]model.Cell, len(texts))
	for i, text := range texts {
		for line := range strings.SplitSeq(text, "\n") {
			cells[i].Entries = append(cells[i].Entries, model.CellEntry{Spans: Plainly(line)})
		}
	}
	return cells
}

// NoteOf is a note of the pack, with its source and its day.
func NoteOf(n model.Note) Block {
	source := n.Source
	if n.Dated != "" {
		source = strings.TrimSpace(strings.TrimSuffix(source, ".") + ", " + model.DateInWords(n.Dated))
	}
	return Block{Kind: Note, Layer: model.LayerNote, Spans: Plainly(n.Text), Source: strings.TrimPrefix(source, ", ")}
}

// NotesOf is each of the notes as a block.
func NotesOf(notes []model.Note) []Block {
	var blocks []Block
	for _, n := range notes {
		blocks = append(blocks, NoteOf(n))
	}
	return blocks
}

// FromModel makes blocks of a document's, all of one layer, with each heading marked as
// the protocol's own. Deeper moves their headings down: 1 makes the document's own
// heading a level 2 here. A picture that the text doesn't carry is a note, whatever the
// layer.
func FromModel(layer model.Layer, deeper int, blocks []model.Block) []Block {
	var out []Block
	for _, b := range blocks {
		made := Block{ID: b.ID, Layer: layer, Spans: b.Spans}
		switch b.Kind {
		case model.Heading:
			made.Kind, made.Level, made.Layer = Heading, b.Level+deeper, model.LayerProtocol
		case model.Paragraph:
			made.Kind = Paragraph
		case model.Absent:
			made.Kind, made.Layer = Note, model.LayerNote
		case model.Bullets, model.Numbers:
			made.Kind = Bullets
			if b.Kind == model.Numbers {
				made.Kind = Numbers
			}
			for _, item := range b.Items {
				below := FromModel(layer, deeper, item.Below)
				made.Items = append(made.Items, Item{ID: item.ID, Spans: item.Spans, Below: below})
			}
		case model.Table:
			made.Kind, made.Head, made.Rows, made.RowHead = Table, b.Head, b.Rows, true
		}
		out = append(out, made)
	}
	return out
}
