package document

import (
	"isspp/model"
)

// sample is a document with every kind of block in it, and with texts that
// would break out of any of the formats if they could.
func sample() Doc {
	return Doc{
		Title: `Signs & what to look for <script>alert(1)</script>`, Subtitle: "For the staff of St Aloysius",
		Edition: "Safer School Partnership Protocol, Islington, 2023–24", Years: "2023–24",
		Banner: "FICTIONAL", Made: "Printed 24 November 2026",
		Blocks: []Block{
			Boxed(Emergency, "Danger now", Labelled(F("999", "in an emergency"), F("101", "at other times"))),
			H(2, "What it's about"),
			{Kind: Paragraph, Layer: model.LayerProtocol, Spans: []model.Span{
				{Text: "Some "},
				{Text: "strong words ", Strong: true},
				{Text: "and "},
				{Text: "a link", Link: "https://example.org/a?b=c&d"},
				{Text: " and "},
				{Text: "a bad one", Link: "javascript:alert(1)"},
				{Text: "."},
			}},
			{Kind: Bullets, Layer: model.LayerProtocol, Items: []Item{
				{Spans: Plainly("Writing *post codes* on books")},
				{Spans: Plainly("Graffiti style 'tags'"), Below: []Block{List("walls", "books")}},
			}},
			NoteOf(model.Note{Text: "One sign can be enough.", Source: "Section 6B", Dated: "2026-11-23"}),
			H(4, "A level left out"),
			P("# not a heading\n  1. not a list\n+ nor this\n\nC:\\temp <b>bold</b> a|b ~~x~~ [y](z) `code` _u_ " +
				"&amp; AT&T"),
			{Kind: Numbers, Items: []Item{
				{Spans: Plainly("first")},
				{Spans: Plainly("second"), Below: []Block{P("and more")}},
			}},
			Rows([]string{"Setting", "Officer"}, []string{"St | Aloysius", "PC One\nPC Two"}, []string{"Beacon"}),
			{
				Kind: Table, Layer: model.LayerProtocol, Caption: "Plan", Head: Cells("Recommendation", "Schools"),
				Rows: [][]model.Cell{{
					Cells("1) Do")[0],
					{Entries: []model.CellEntry{
						{Depth: 1, Spans: Plainly("a")},
						{Depth: 2, Spans: Plainly("b")},
						{Depth: 1, Spans: Plainly("c")},
					}},
				}},
			},
			Labelled(Field{Label: "Officer", Value: Plainly("PC Three"), Layer: model.LayerLocal},
				Field{Label: "Out of hours", Blank: true}),
			{Kind: PageBreak},
			H(2, "Łódź, Ünal, naïve, “quotes”, – and …"),
			P("Emoji 🙂 and Chinese 中文 and \x1b[31mred\x1b[0m and \u202eturned."),
		},
	}
}
