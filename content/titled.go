package content

import (
	"iter"
	"strings"

	"isspp/model"
)

// titled are the entries of a document that is a row of them, each below a
// heading of the second level: where its heading stands, and the heading with
// the text below it. Two of the same title are a mistake; what is their name.
func titled(b body, what string, r *reporter) iter.Seq2[int, []model.Block] {
	return func(yield func(int, []model.Block) bool) {
		seen := idSet{}
		for i, block := range b.blocks {
			if block.Kind != model.Heading || block.Level != 2 {
				continue
			}
			if !seen.take(slug(block.Plain())) {
				r.add(block.Line, "give it another", "a %s before it has the same title: %q", what, block.Plain())
			}
			if !yield(i, entryText(b, i)) {
				return
			}
		}
	}
}

// named is what a bullet of an entry says, by its name: "Source: the council".
func named(item model.ListItem) (name, value string) {
	name, value, _ = strings.Cut(model.PlainText(item.Spans), ":")
	return name, strings.TrimSpace(value)
}

// tableLike are the rows of a document's first table, which has as many columns
// as head, the heading that it should have. Without one it says what is missing.
func tableLike(f *file, b body, head, missing string, r *reporter) [][]model.Cell {
	table, _ := firstTable(b)
	if len(table.Head) != strings.Count(head, "|")-1 {
		r.add(max(f.line, table.Line), head, "%s", missing)
		return nil
	}
	return table.Rows
}
