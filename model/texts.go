package model

// BlockTexts lists the plain texts of blocks in reading order: each heading,
// paragraph, list item and table cell's line is a text of its own.
func BlockTexts(blocks []Block) []string {
	var texts []string
	add := func(spans []Span) {
		if text := PlainText(spans); text != "" {
			texts = append(texts, text)
		}
	}
	for _, b := range blocks {
		add(b.Spans)
		for _, item := range b.Items {
			add(item.Spans)
			texts = append(texts, BlockTexts(item.Below)...)
		}
		for _, row := range append([][]Cell{b.Head}, b.Rows...) {
			for _, cell := range row {
				for _, entry := range cell.Entries {
					add(entry.Spans)
				}
			}
		}
	}
	return texts
}
