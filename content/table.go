package content

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// tableReader makes a table of a paragraph whose second line is a rule of
// hyphens and bars, as GitHub's Markdown does. It differs from goldmark's own
// in two ways: a row keeps the number of cells it was written with, so that a
// missing one can be reported; and it brings no package with a costly start.
type tableReader struct{}

// Transform implements parser.ParagraphTransformer.
func (tableReader) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines, src := node.Lines(), reader.Source()
	if lines.Len() < 2 {
		return
	}
	rule := lines.At(1)
	if !isRule(rule.Value(src)) {
		return
	}
	table := tables.NewTable()
	for i := range lines.Len() {
		if i != 1 {
			table.AppendChild(table, tableRow(lines.At(i), src))
		}
	}
	parent := node.Parent()
	parent.InsertAfter(parent, node, table)
	parent.RemoveChild(parent, node)
}

// isRule tells whether a line parts a table's head from its rows: | --- | --- |
func isRule(line []byte) bool {
	line = bytes.TrimSpace(line)
	for _, c := range line {
		if c != '|' && c != '-' && c != ':' && c != ' ' {
			return false
		}
	}
	return bytes.Contains(line, []byte("--")) && bytes.ContainsRune(line, '|')
}

// tableRow cuts a line at its bars. A bar behind a backslash is text.
func tableRow(line text.Segment, src []byte) *tables.TableRow {
	line = line.TrimLeftSpace(src)
	line = line.TrimRightSpace(src)
	row := tables.NewTableRow(nil)
	row.SetPos(line.Start)
	if line.Len() > 0 && src[line.Start] == '|' {
		line.Start++
	}
	if line.Len() > 0 && src[line.Stop-1] == '|' && (line.Len() < 2 || src[line.Stop-2] != '\\') {
		line.Stop--
	}
	from := line.Start
	for at := line.Start; at <= line.Stop; at++ {
		if at < line.Stop && (src[at] != '|' || src[at-1] == '\\') {
			continue
		}
		cell := tables.NewTableCell()
		cell.SetPos(from)
		words := text.NewSegment(from, at)
		words = words.TrimLeftSpace(src)
		words = words.TrimRightSpace(src)
		cell.Lines().Append(words)
		row.AppendChild(row, cell)
		from = at + 1
	}
	return row
}
