package content

import (
	"strconv"
	"strings"
	"unicode"

	"isspp/model"
)

// Blocks reads a person's own Markdown, such as a private note's, as blocks
// without ids. Where Markdown would swallow or change something that was
// written (a comment, a tag, an address behind a link, a list that starts at
// 14), the text comes back as it stands, a paragraph a line: a note must show
// every word of it.
func Blocks(text string) []model.Block {
	text = model.Clean(text)
	blocks := translate([]byte(text), 1, &reporter{}).blocks
	var shown strings.Builder
	said(&shown, blocks)
	if words(text) == words(shown.String()) {
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

// said writes what a reader of the blocks sees, the numbers of lists included.
func said(out *strings.Builder, blocks []model.Block) {
	for _, b := range blocks {
		out.WriteString(b.Plain())
		for i, item := range b.Items {
			if b.Kind == model.Numbers {
				out.WriteString(strconv.Itoa(i + 1))
			}
			out.WriteString(model.PlainText(item.Spans))
			said(out, item.Below)
		}
		for _, row := range append([][]model.Cell{b.Head}, b.Rows...) {
			for _, cell := range row {
				for _, e := range cell.Entries {
					out.WriteString(model.PlainText(e.Spans))
				}
			}
		}
	}
}

// words is a text without its blanks and without the signs that Markdown uses.
func words(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r < 0x80 && strings.ContainsRune("#*_-+`>|:.)\\", r) || r == '•' || r == '◦' {
			return -1
		}
		return r
	}, text)
}
