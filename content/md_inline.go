package content

import (
	"bytes"
	"html"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"isspp/model"
)

func (t *translator) words(n ast.Node) ([]model.Span, attributes) {
	cut := len(t.src)
	var a attributes
	if last := n.Lines().Len() - 1; last >= 0 {
		seg := n.Lines().At(last)
		var at int
		raw := string(seg.Value(t.src))
		if at, a = cutAttributes(raw, t.line(seg.Start), t.r); at < len(raw) {
			cut = seg.Start + at
		}
	}
	var spans []model.Span
	for i, line := range t.lines(n, cut) {
		if i > 0 {
			spans = append(spans, model.Span{Text: " "})
		}
		spans = append(spans, line...)
	}
	return trim(spans), a
}

// lines reads a block's text, a new line at each <br>, up to where its attributes
// start. What can't be shown inside a text is reported.
func (t *translator) lines(n ast.Node, cut int) [][]model.Span {
	in := inliner{src: t.src, cut: cut}
	in.children(n, model.Span{})
	if in.foreign != "" {
		t.r.add(t.start(n), "plain words, *emphasis*, **strong** and links", "this can't be read inside a text: %s",
			in.foreign)
	}
	return in.lines
}

type inliner struct {
	src []byte
	// cut is where the block's words end and its attributes start.
	cut     int
	lines   [][]model.Span
	foreign string // the first node that isn't text, emphasis or a link, or empty
}

func (in *inliner) children(n ast.Node, s model.Span) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		in.node(c, s)
	}
}

func (in *inliner) node(n ast.Node, s model.Span) {
	switch n := n.(type) {
	case *ast.Text:
		seg := n.Segment
		if seg.Start >= in.cut {
			return
		}
		seg.Stop = min(seg.Stop, in.cut)
		in.add(plain(seg.Value(in.src)), s)
		if n.SoftLineBreak() || n.HardLineBreak() {
			in.add(" ", s)
		}
	case *ast.String:
		in.add(string(n.Value), s)
	case *ast.Emphasis:
		s.Strong, s.Emph = s.Strong || n.Level == 2, s.Emph || n.Level != 2
		in.children(n, s)
	case *ast.Link:
		// A link to "#" is one whose address the source lost: its words are kept.
		if to := string(n.Destination); to != "#" {
			s.Link = to
		}
		in.children(n, s)
	case *ast.AutoLink:
		s.Link = string(n.URL(in.src))
		if n.AutoLinkType == ast.AutoLinkEmail {
			s.Link = "mailto:" + s.Link
		}
		in.add(string(n.Label(in.src)), s)
	case *ast.RawHTML:
		switch tag := string(n.Segments.Value(in.src)); {
		case strings.HasPrefix(tag, "<!--"):
		case strings.EqualFold(strings.TrimRight(tag, " />"), "<br"):
			in.lines = append(in.lines, nil)
		default:
			in.foreign = tag
		}
	default:
		in.foreign = n.Kind().String()
		in.children(n, s)
	}
}

func (in *inliner) add(text string, s model.Span) {
	if text == "" {
		return
	}
	if len(in.lines) == 0 {
		in.lines = append(in.lines, nil)
	}
	line := &in.lines[len(in.lines)-1]
	if n := len(*line); n > 0 {
		last := &(*line)[n-1]
		if s.Text = last.Text; *last == s {
			last.Text += text
			return
		}
	}
	s.Text = text
	*line = append(*line, s)
}

var lineEnds = strings.NewReplacer("\r", " ", "\n", " ", "\t", " ")

func plain(text []byte) string {
	if bytes.IndexByte(text, '\\') >= 0 {
		text = util.UnescapePunctuations(text)
	}
	if bytes.IndexByte(text, '&') >= 0 && bytes.IndexByte(text, ';') >= 0 {
		// An entity can spell a sign that the bytes were cleaned of, and the end of a line within one.
		return wanted(lineEnds.Replace(html.UnescapeString(string(text))))
	}
	return string(text)
}

func trim(line []model.Span) []model.Span {
	for len(line) > 0 {
		if line[0].Text = strings.TrimLeft(line[0].Text, " "); line[0].Text != "" {
			break
		}
		line = line[1:]
	}
	for len(line) > 0 {
		last := len(line) - 1
		if line[last].Text = strings.TrimRight(line[last].Text, " "); line[last].Text != "" {
			break
		}
		line = line[:last]
	}
	return line
}

// Blocks reads a person's own Markdown, such as a private note's, as blocks without ids. Where Markdown would
// swallow or change something that was written (a comment, a tag, an address behind a link, a list that starts
// at 14), the text comes back as it stands, a paragraph a line.
func Blocks(text string) []model.Block {
	text = model.Clean(text)
	blocks := translate([]byte(text), 1, &reporter{}).blocks
	if bareWords(text) == bareWords(said(blocks)) {
		return blocks
	}
	blocks = nil
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			blocks = append(blocks, model.Block{Kind: model.Paragraph, Spans: []model.Span{{Text: line}}})
		}
	}
	return blocks
}

func said(blocks []model.Block) string {
	var out strings.Builder
	model.EachText(blocks, func(t model.BlockText) {
		if t.In == model.Numbers {
			out.WriteString(strconv.Itoa(t.Number))
		}
		out.WriteString(model.PlainText(t.Spans))
	})
	return out.String()
}

func bareWords(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("#*_-+`>|:.)\\•◦", r) {
			return -1
		}
		return r
	}, text)
}
