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
	model.EachText(blocks, func(t model.BlockText) {
		if t.In == model.Numbers {
			out.WriteString(strconv.Itoa(t.Number))
		}
		out.WriteString(model.PlainText(t.Spans))
	})
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
