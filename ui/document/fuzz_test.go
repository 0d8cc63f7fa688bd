package document

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"isspp/model"
)

// Whatever a person or a pack writes, each format takes it, and none of it
// leaves its place.
func FuzzAnyTextMakesADocument(f *testing.F) {
	for _, text := range []string{
		"", "plain", "</style><script>alert(1)</script>", "\x1b[31mred\x1b[0m \u202eturned", "| a | b |\n| --- | --- |",
		"中🙂\u200d\u0301",
		strings.Repeat("unbroken", 400), "\n\n \t\n", "javascript:alert(1)", "https://example.org/a b", "(\\)<<>>",
		"\xff\xfe\x00", "On “x”: “",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		spans := []model.Span{{Text: text, Strong: true}, {Text: text, Link: text, Emph: true}}
		note := NoteOf(model.Note{Text: text, Source: text})
		note.Title = text
		d := Doc{
			Title: text, Subtitle: text, Edition: text, Years: text, Banner: text, Made: text, Foot: text,
			Contents: true,
			Blocks: []Block{
				Boxed(Emergency, text, P(text), note), H(2, text),
				{Kind: Paragraph, Spans: spans, Layer: model.LayerProtocol},
				{Kind: Bullets, Items: []Item{{Spans: spans, Below: []Block{List(text)}}}},
				Rows([]string{text, text}, []string{text, text}),
				{Kind: Table, Banded: true, Head: Cells(text, text), Rows: [][]model.Cell{Cells(text, text)}},
				Labelled(F(text, text), Field{Label: text, Blank: true, Layer: model.LayerLocal}), note,
			},
		}
		var page, plain, paper bytes.Buffer
		for w, err := range map[*bytes.Buffer]error{
			&page: d.HTML(&page), &plain: d.Markdown(&plain),
			&paper: d.PDF(&paper),
		} {
			if err != nil || w.Len() == 0 {
				t.Fatal(err)
			}
		}
		if strings.Contains(page.String(), "<script") || strings.Count(page.String(), "</style>") != 1 ||
			strings.Contains(page.String(), `href="javascript`) {
			t.Errorf("the page holds what was written: %q", text)
		}
		for _, r := range page.String() + plain.String() {
			if r != '\n' && unicode.IsControl(r) || r >= 0x202a && r <= 0x202e {
				t.Fatalf("%U is in a document", r)
			}
		}
		if !bytes.HasPrefix(paper.Bytes(), []byte("%PDF-1.7")) || !bytes.HasSuffix(paper.Bytes(), []byte("%%EOF\n")) {
			t.Error("the PDF isn't whole")
		}
	})
}
