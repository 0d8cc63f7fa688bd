package document

import (
	"bytes"
	entities "html"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"isspp/model"
)

var anyTag = regexp.MustCompile(`<[^>]*>`)

// asRead is what a reader of Markdown sees of it.
func asRead(t *testing.T, text string) string {
	t.Helper()
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(text), &page); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(entities.UnescapeString(anyTag.ReplaceAllString(page.String(), ""))), " ")
}

// Whatever somebody wrote, a child's words say, stands in the Markdown as it
// was written: nothing in it becomes a heading, a list, a link or a style.
func TestAnyTextIsReadFromMarkdownAsItWasWritten(t *testing.T) {
	pieces := []string{
		"a", "word", "7", "12", " ", " ", "\n", "*", "**", "_", "`", "#", "-", "+", ".", ")", "1.", "2)", ">", "<",
		"<b>", "&amp;", "&",
		"[x](y)", "![i](u)", "|", "~", "~~", "\\", "“", "”", "’", "://", "http://a.b/c_d", "www.a.org", "é", "=", "---",
		"===", "$", "!", ":", "\t",
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 1500 {
		var spans []model.Span
		for range 1 + rnd.IntN(3) {
			var b strings.Builder
			for range 1 + rnd.IntN(8) {
				b.WriteString(pieces[rnd.IntN(len(pieces))])
			}
			spans = append(spans, model.Span{Text: b.String(), Strong: rnd.IntN(5) == 0, Emph: rnd.IntN(5) == 0})
		}
		want := strings.Join(strings.Fields(model.PlainText(spans)), " ")
		blocks := map[string]Block{
			"paragraph": {Kind: Paragraph, Spans: spans},
			"entry":     {Kind: Bullets, Items: []Item{{Spans: spans}}},
			"cell": {
				Kind: Table, Head: Cells("h"),
				Rows: [][]model.Cell{{{Entries: []model.CellEntry{{Spans: spans}}}}},
			},
			"field": {Kind: Fields, Fields: []Field{{Label: "L", Value: spans}}},
			"note":  {Kind: Note, Spans: spans},
			"boxed": Boxed(Plain, "", Block{Kind: Paragraph, Spans: spans}),
		}
		for name, b := range blocks {
			text := written(t, Doc{Title: "T", Blocks: []Block{b}}, Markdown)
			if got := asRead(t, text); want != "" && !strings.Contains(strings.ReplaceAll(got, " ", ""),
				strings.ReplaceAll(want, " ", "")) {
				t.Fatalf("%s %q: written\n%s\nis read as %q", name, want, text, got)
			}
		}
	}
}
