package content

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"isspp/model"
)

// markdown is the one parser of all documents: headings, paragraphs, lists and tables with emphasis, links and
// comments. What a protocol has no use for (code, quotes, pictures) is recognised only to be reported.
var markdown = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			// Without a parser for indented lines the library drops all that follows one.
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(parser.NewEmphasisParser(), 500),
		),
		parser.WithParagraphTransformers(util.Prioritized(tableReader{}, 200)),
	)
})

type body struct {
	blocks []model.Block
	// marks are the markers that stand before a block, by the block's index. A
	// marker at the very end has the index behind the last block.
	marks map[int][]marker
}

type translator struct {
	src []byte
	// firstLine is the line of the file at which src starts.
	firstLine int
	newlines  []int
	r         *reporter
	marks     map[int][]marker
	remarks   bool // comments are remarks to whoever keeps the file, and no markers
}

// translate parses a body. Block ids are the bare slugs that are written in
// the document; identify makes whole ids of them.
func translate(src []byte, firstLine int, r *reporter) body {
	t := &translator{src: src, firstLine: firstLine, r: r, marks: map[int][]marker{}}
	blocks := t.all()
	for _, m := range t.marks[len(blocks)] {
		r.add(m.line, "put it before what it speaks of", "nothing follows the marker")
	}
	return body{blocks: blocks, marks: t.marks}
}

// translateRemarks is translate for a file whose comments are remarks alone.
func translateRemarks(src []byte, r *reporter) []model.Block {
	t := &translator{src: src, firstLine: 1, r: r, remarks: true}
	return t.all()
}

func (t *translator) all() []model.Block {
	for i, c := range t.src {
		if c == '\n' {
			t.newlines = append(t.newlines, i)
		}
	}
	root := markdown().Parse(text.NewReader(t.src))
	var blocks []model.Block
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		blocks = t.block(blocks, n, true)
	}
	return blocks
}

func (t *translator) line(offset int) int {
	before, _ := slices.BinarySearch(t.newlines, offset)
	return t.firstLine + before
}

func (t *translator) start(n ast.Node) int {
	if at := n.Pos(); at >= 0 && n.FirstChild() == nil {
		return t.line(at)
	}
	for ; n != nil; n = n.FirstChild() {
		if n.Type() != ast.TypeInline && n.Lines().Len() > 0 {
			return t.line(n.Lines().At(0).Start)
		}
	}
	return t.firstLine
}

// block appends what a node is. Markers count only at the top of a document.
func (t *translator) block(blocks []model.Block, n ast.Node, top bool) []model.Block {
	line := t.start(n)
	switch n := n.(type) {
	case *ast.Heading:
		spans, a := t.words(n)
		return append(blocks, model.Block{
			Kind: model.Heading, Level: n.Level, Spans: spans, ID: a.id, Attrs: a.values, Line: line,
		})
	case *ast.Paragraph, *ast.TextBlock:
		spans, a := t.words(n)
		if len(spans) == 0 {
			return blocks
		}
		if strings.HasPrefix(spans[0].Text, "|") {
			t.r.add(line, "below the header write a rule: | --- | --- |", "this looks like a table and isn't one")
		}
		a.allow(nil, line, t.r)
		return append(blocks, model.Block{Kind: model.Paragraph, Spans: spans, ID: a.id, Line: line})
	case *ast.List:
		kind := model.Bullets
		if n.IsOrdered() {
			kind = model.Numbers
		}
		return append(blocks, model.Block{Kind: kind, Items: t.items(n), Line: line})
	case *tables.Table:
		return append(blocks, t.table(n))
	case *ast.HTMLBlock:
		return t.comment(blocks, n, top)
	case *ast.CodeBlock:
		t.r.add(line, "start the line further left", "a line that is indented this far is not read")
	default:
		t.r.add(line, "use headings, paragraphs, lists and tables", "this shape of Markdown is not read: %s", n.Kind())
	}
	return blocks
}

func (t *translator) comment(blocks []model.Block, n *ast.HTMLBlock, top bool) []model.Block {
	html, line := n.Lines().Value(t.src), t.start(n)
	if n.HasClosure() {
		html = slices.Concat(html, n.ClosureLine.Value(t.src))
		if n.Lines().Len() == 0 {
			line = t.line(n.ClosureLine.Start)
		}
	}
	if t.remarks {
		// A comment that another starts in was likely never closed, and hides something.
		html = bytes.TrimSpace(html)
		if !bytes.HasPrefix(html, []byte("<!--")) || bytes.Count(html, []byte("<!--")) != 1 ||
			bytes.Index(html, []byte("-->")) != len(html)-3 {
			t.r.add(line, "close a remark with -->, and write nothing behind that",
				"what stands here can't be read, and hides what follows")
		}
		return blocks
	}
	m, ok := readMarker(string(html), line, t.r)
	switch {
	case !ok:
	case m.kind == "absent":
		return append(blocks, model.Block{Kind: model.Absent, ID: m.id, Line: line})
	case !top:
		t.r.add(line, "put it before the list", "a marker inside a list is not read")
	default:
		t.marks[len(blocks)] = append(t.marks[len(blocks)], m)
	}
	return blocks
}

func (t *translator) items(list *ast.List) []model.ListItem {
	items := make([]model.ListItem, 0, list.ChildCount())
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		item := model.ListItem{Line: t.start(n)}
		first := n.FirstChild()
		if first == nil || first.Kind() != ast.KindTextBlock && first.Kind() != ast.KindParagraph {
			t.r.add(max(item.Line, t.start(list)), "write its words, or take it out", "a list's entry has no words")
			continue
		}
		spans, a := t.words(first)
		item.Spans, item.ID = spans, a.id
		a.allow(nil, item.Line, t.r)
		for below := first.NextSibling(); below != nil; below = below.NextSibling() {
			item.Below = t.block(item.Below, below, false)
		}
		items = append(items, item)
	}
	return items
}

// table reads a table's head and rows, and reports rows that are too short or
// too long. Such a row is filled up or cut, so that readers can count on it.
func (t *translator) table(n *tables.Table) model.Block {
	b := model.Block{Kind: model.Table}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		line := t.line(row.Pos())
		cells := make([]model.Cell, 0, row.ChildCount())
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, model.Cell{Line: line, Entries: t.cell(c)})
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

// cell reads a cell: its lines are parted by <br>, and a line may be a bullet, or one below a bullet.
func (t *translator) cell(n ast.Node) (entries []model.CellEntry) {
	for _, spans := range t.lines(n, len(t.src)) {
		if spans = trim(spans); len(spans) == 0 {
			continue
		}
		entry := model.CellEntry{Spans: spans}
		for depth, sign := range []string{"• ", "◦ "} {
			if rest, found := strings.CutPrefix(spans[0].Text, sign); found {
				entry.Depth, spans[0].Text = depth+1, rest
				entry.Spans = trim(spans)
			}
		}
		if len(entry.Spans) > 0 {
			entries = append(entries, entry)
		}
	}
	return entries
}

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

// tableReader makes a table of a paragraph whose second line is a rule of hyphens and bars, as GitHub's
// Markdown does. It differs from goldmark's own in two ways: a row keeps the number of cells it was written
// with, so that a missing one can be reported; and it brings no package with a costly start.
type tableReader struct{}

// Transform implements parser.ParagraphTransformer.
func (tableReader) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines, src := node.Lines(), reader.Source()
	if lines.Len() < 2 {
		return
	}
	second := lines.At(1)
	rule := bytes.TrimSpace(second.Value(src))
	if len(bytes.Trim(rule, "|-: ")) > 0 || !bytes.Contains(rule, []byte("--")) ||
		!bytes.ContainsRune(rule, '|') {
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
