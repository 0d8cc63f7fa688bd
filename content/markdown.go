package content

import (
	"bytes"
	"sort"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"isspp/model"
)

// markdown is the one parser of all documents: headings, paragraphs, lists and
// tables with emphasis, links and comments. What a protocol has no use for
// (code, quotes, pictures) is recognised only to be reported.
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

// body is a document's Markdown as blocks.
type body struct {
	blocks []model.Block
	// marks are the markers that stand before a block, by the block's index. A
	// marker at the very end has the index behind the last block.
	marks map[int][]marker
}

// translator turns goldmark's nodes into the model's blocks.
type translator struct {
	src []byte
	// firstLine is the line of the file at which src starts.
	firstLine int
	newlines  []int
	r         *reporter
	marks     map[int][]marker
	// remarks tells that comments are remarks to whoever keeps the file, and no markers.
	remarks bool
}

// translate parses a body. Block ids are the bare slugs that are written in
// the document; identify makes whole ids of them.
func translate(src []byte, firstLine int, r *reporter) body {
	t := &translator{src: src, firstLine: firstLine, r: r}
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

// all translates every block of the source.
func (t *translator) all() []model.Block {
	src := t.src
	for i, c := range src {
		if c == '\n' {
			t.newlines = append(t.newlines, i)
		}
	}
	root := markdown().Parse(text.NewReader(src))
	var blocks []model.Block
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		blocks = t.block(blocks, n, true)
	}
	return blocks
}

// line is the file's line of an offset into src.
func (t *translator) line(offset int) int {
	return t.firstLine + sort.SearchInts(t.newlines, offset)
}

// start is the line at which a node's own text starts.
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
	switch n := n.(type) {
	case *ast.Heading:
		spans, a := t.words(n)
		return append(blocks, model.Block{
			Kind: model.Heading, Level: n.Level, Spans: spans, ID: a.id, Attrs: a.values, Line: t.start(n),
		})
	case *ast.Paragraph, *ast.TextBlock:
		return t.paragraph(blocks, n)
	case *ast.List:
		kind := model.Bullets
		if n.IsOrdered() {
			kind = model.Numbers
		}
		return append(blocks, model.Block{Kind: kind, Items: t.items(n), Line: t.start(n)})
	case *tables.Table:
		return append(blocks, t.table(n))
	case *ast.HTMLBlock:
		return t.comment(blocks, n, top)
	case *ast.CodeBlock:
		t.r.add(t.start(n), "start the line further left", "a line that is indented this far is not read")
		return blocks
	default:
		t.r.add(t.start(n), "use headings, paragraphs, lists and tables", "this shape of Markdown is not read: %s",
			n.Kind())
		return blocks
	}
}

// paragraph appends a paragraph, and reports one that was meant as a table.
func (t *translator) paragraph(blocks []model.Block, n ast.Node) []model.Block {
	spans, a := t.words(n)
	if len(spans) == 0 {
		return blocks
	}
	line := t.start(n)
	if strings.HasPrefix(spans[0].Text, "|") {
		t.r.add(line, "below the header write a rule: | --- | --- |", "this looks like a table and isn't one")
	}
	a.allow(nil, line, t.r)
	return append(blocks, model.Block{Kind: model.Paragraph, Spans: spans, ID: a.id, Line: line})
}

// comment takes the markers out of a comment that stands by itself.
func (t *translator) comment(blocks []model.Block, n *ast.HTMLBlock, top bool) []model.Block {
	lines := n.Lines().Value(t.src)
	if n.HasClosure() {
		lines = append(lines[:len(lines):len(lines)], n.ClosureLine.Value(t.src)...)
	}
	line := t.start(n)
	if n.Lines().Len() == 0 && n.HasClosure() {
		line = t.line(n.ClosureLine.Start)
	}
	if t.remarks {
		if !isRemark(lines) {
			t.r.add(line, "close a remark with -->, and write nothing behind that",
				"what stands here can't be read, and hides what follows")
		}
		return blocks
	}
	m, ok := readMarker(string(lines), line, t.r)
	switch {
	case !ok:
	case m.kind == "absent":
		return append(blocks, model.Block{Kind: model.Absent, ID: m.id, Line: line})
	case !top:
		t.r.add(line, "put it before the list", "a marker inside a list is not read")
	default:
		if t.marks == nil {
			t.marks = map[int][]marker{}
		}
		t.marks[len(blocks)] = append(t.marks[len(blocks)], m)
	}
	return blocks
}

// isRemark tells whether a comment is one from end to end, and hides nothing
// else: one that another starts in was likely never closed.
func isRemark(html []byte) bool {
	html = bytes.TrimSpace(html)
	return bytes.HasPrefix(html, []byte("<!--")) && bytes.Count(html, []byte("<!--")) == 1 &&
		bytes.Index(html, []byte("-->")) == len(html)-3
}

// items reads a list's entries, with what is nested in them.
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

// words reads a block's text as one line, and the attributes at its end.
func (t *translator) words(n ast.Node) ([]model.Span, attributes) {
	in := inliner{src: t.src, cut: len(t.src)}
	var a attributes
	if last := n.Lines().Len() - 1; last >= 0 {
		seg := n.Lines().At(last)
		var at int
		raw := string(seg.Value(t.src))
		if at, a = cutAttributes(raw, t.line(seg.Start), t.r); at < len(raw) {
			in.cut = seg.Start + at
		}
	}
	in.children(n, model.Span{})
	t.foreign(n, in.foreign)
	var spans []model.Span
	for i, line := range in.lines {
		if i > 0 {
			spans = append(spans, model.Span{Text: " "})
		}
		spans = append(spans, line...)
	}
	return trim(spans), a
}

// foreign reports what can't be shown inside a text.
func (t *translator) foreign(n ast.Node, what string) {
	if what != "" {
		t.r.add(t.start(n), "plain words, *emphasis*, **strong** and links", "this can't be read inside a text: %s",
			what)
	}
}
