package content

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"isspp/model"
)

// inliner makes runs of text of a block's inline nodes. It keeps the words
// and their emphasis, and starts a new line at each <br>.
type inliner struct {
	src []byte
	// cut is where the block's words end and its attributes start.
	cut   int
	lines [][]model.Span
	// foreign is the first node that isn't text, emphasis or a link, or empty.
	foreign string
}

// children reads what stands inside a node, in a style.
func (in *inliner) children(n ast.Node, s model.Span) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		in.node(c, s)
	}
}

// node reads one inline node.
func (in *inliner) node(n ast.Node, s model.Span) {
	switch n := n.(type) {
	case *ast.Text:
		in.text(n, s)
	case *ast.String:
		in.add(string(n.Value), s)
	case *ast.Emphasis:
		if n.Level == 2 {
			s.Strong = true
		} else {
			s.Emph = true
		}
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
		in.html(n)
	default:
		in.foreign = n.Kind().String()
		in.children(n, s)
	}
}

// text adds a text node's words, up to the cut.
func (in *inliner) text(n *ast.Text, s model.Span) {
	seg := n.Segment
	if seg.Start >= in.cut {
		return
	}
	if seg.Stop > in.cut {
		seg = seg.WithStop(in.cut)
	}
	in.add(plain(seg.Value(in.src)), s)
	if n.SoftLineBreak() || n.HardLineBreak() {
		in.add(" ", s)
	}
}

// html takes a <br> for the end of a line and passes over a comment.
func (in *inliner) html(n *ast.RawHTML) {
	tag := string(n.Segments.Value(in.src))
	switch {
	case strings.HasPrefix(tag, "<!--"):
	case strings.EqualFold(strings.TrimRight(tag, " />"), "<br"):
		in.lines = append(in.lines, nil)
	default:
		in.foreign = tag
	}
}

// add appends text to the line, to the run before where the style is the same.
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

// lineEnds makes a blank of what would move on within a line.
var lineEnds = strings.NewReplacer("\r", " ", "\n", " ", "\t", " ")

// plain takes the backslashes and entities out of a run of Markdown text.
func plain(text []byte) string {
	if bytes.IndexByte(text, '\\') >= 0 {
		text = util.UnescapePunctuations(text)
	}
	if bytes.IndexByte(text, '&') >= 0 && bytes.IndexByte(text, ';') >= 0 {
		// An entity can spell a sign that the bytes were cleaned of, and the end of
		// a line within one.
		return wanted(lineEnds.Replace(html.UnescapeString(string(text))))
	}
	return string(text)
}

// trim takes the spaces from the ends of a line of runs, and drops empty runs.
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
