package model

// BlockText is one of the texts of blocks: of a heading, a paragraph, a list's entry
// or a line of a table's cell.
type BlockText struct {
	// In is the kind of block that it stands in, and Number an entry's in its list.
	In     BlockKind
	Number int
	Spans  []Span
	Line   int
}

// EachText gives the texts of blocks in reading order.
func EachText(blocks []Block, give func(BlockText)) {
	for _, b := range blocks {
		if len(b.Spans) > 0 {
			give(BlockText{In: b.Kind, Spans: b.Spans, Line: b.Line})
		}
		for i, item := range b.Items {
			give(BlockText{In: b.Kind, Number: i + 1, Spans: item.Spans, Line: item.Line})
			EachText(item.Below, give)
		}
		for _, row := range append([][]Cell{b.Head}, b.Rows...) {
			for _, cell := range row {
				for _, entry := range cell.Entries {
					give(BlockText{In: b.Kind, Spans: entry.Spans, Line: cell.Line})
				}
			}
		}
	}
}

// BlockTexts lists the plain texts of blocks in reading order: each heading,
// paragraph, list item and table cell's line is a text of its own.
func BlockTexts(blocks []Block) []string {
	var texts []string
	EachText(blocks, func(t BlockText) {
		if text := PlainText(t.Spans); text != "" {
			texts = append(texts, text)
		}
	})
	return texts
}

// find is the first of a list that passes a test, and whether there is one.
func find[T any](list []T, is func(T) bool) (found T, ok bool) {
	for _, one := range list {
		if is(one) {
			return one, true
		}
	}
	return found, false
}
