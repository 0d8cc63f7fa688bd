package content

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"

	"isspp/model"
)

// The signs that make a line of a cell a bullet, or a bullet below a bullet.
const (
	bulletSign = "• "
	nestedSign = "◦ "
)

// table reads a table's head and rows, and reports rows that are too short or
// too long. Such a row is filled up or cut, so that readers can count on it.
func (t *translator) table(n *tables.Table) model.Block {
	b := model.Block{Kind: model.Table}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		line := t.line(row.Pos())
		cells := make([]model.Cell, 0, row.ChildCount())
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, t.cell(c, line))
		}
		if b.Line == 0 {
			b.Line, b.Head = line, cells
			continue
		}
		if len(cells) != len(b.Head) {
			t.r.add(line, "separated by | signs", "the row has %s, the header %d", model.Count(len(cells), "cell"),
				len(b.Head))
			for len(cells) < len(b.Head) {
				cells = append(cells, model.Cell{Line: line})
			}
			cells = cells[:len(b.Head)]
		}
		b.Rows = append(b.Rows, cells)
	}
	return b
}

// cell reads a cell: its lines are parted by <br>, and a line may be a bullet.
func (t *translator) cell(n ast.Node, line int) model.Cell {
	in := inliner{src: t.src, cut: len(t.src)}
	in.children(n, model.Span{})
	t.foreign(n, in.foreign)
	cell := model.Cell{Line: line}
	for _, spans := range in.lines {
		if spans = trim(spans); len(spans) == 0 {
			continue
		}
		entry := model.CellEntry{Spans: spans}
		for depth, sign := range []string{bulletSign, nestedSign} {
			if rest, found := strings.CutPrefix(spans[0].Text, sign); found {
				entry.Depth, spans[0].Text = depth+1, rest
				entry.Spans = trim(spans)
			}
		}
		if len(entry.Spans) > 0 {
			cell.Entries = append(cell.Entries, entry)
		}
	}
	return cell
}

// cellText is a cell's words as one line.
func cellText(c model.Cell) string {
	if len(c.Entries) == 1 {
		return model.PlainText(c.Entries[0].Spans)
	}
	lines := make([]string, len(c.Entries))
	for i, e := range c.Entries {
		lines[i] = model.PlainText(e.Spans)
	}
	return strings.Join(lines, " ")
}
