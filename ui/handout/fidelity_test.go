package handout

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	htmlrender "github.com/yuin/goldmark/renderer/html"

	"isspp/content"
	"isspp/model"
	"isspp/ui/document"
)

// The whole handout has every sentence of the protocol, each heading, item and
// cell, in the protocol's order, in each format.
func TestTheWholeHandoutHasEverySentenceInOrder(t *testing.T) {
	pack := content.Embedded()
	var units []string
	for _, d := range pack.Documents() {
		for _, b := range d.Blocks {
			if b.Kind != model.Absent {
				units = append(units, model.BlockTexts([]model.Block{b})...)
			}
		}
	}
	if len(units) < 450 {
		t.Fatalf("%d texts only: the test sees too little", len(units))
	}
	deck, _ := model.FindDeck(model.WholeDeck)
	doc := Build(plainSource(), deck)
	for f, read := range readers() {
		t.Run(string(f), func(t *testing.T) {
			var b bytes.Buffer
			if err := doc.Write(&b, f); err != nil {
				t.Fatal(err)
			}
			inOrder(t, squeeze(read(t, b.Bytes())), units)
		})
	}
}

// inOrder looks for each text after the one before it.
func inOrder(t *testing.T, text string, units []string) {
	t.Helper()
	at := 0
	for i, unit := range units {
		unit = squeeze(unit)
		found := strings.Index(text[at:], unit)
		if found < 0 {
			t.Fatalf("text %d of %d is missing, or stands before %q:\n%q\nwhat follows there: %q",
				i+1, len(units), units[max(i-1, 0)], unit, text[at:min(at+160, len(text))])
		}
		at += found + len(unit)
	}
}

// squeeze makes each run of white space one blank.
func squeeze(text string) string { return strings.Join(strings.Fields(text), " ") }

// readers give a handout's text as a reader of each format sees it.
func readers() map[document.Format]func(*testing.T, []byte) string {
	return map[document.Format]func(*testing.T, []byte) string{
		document.Markdown: func(t *testing.T, b []byte) string {
			var page bytes.Buffer
			md := goldmark.New(goldmark.WithExtensions(extension.Table),
				goldmark.WithRendererOptions(htmlrender.WithUnsafe()))
			if err := md.Convert(b, &page); err != nil {
				t.Fatal(err)
			}
			return pageText(page.String())
		},
		document.HTML: func(_ *testing.T, b []byte) string { return pageText(string(b)) },
		document.PDF:  spokenText,
	}
}

var (
	notShown = regexp.MustCompile(`(?s)<head>.*?</head>`)
	inline   = regexp.MustCompile(`</?(strong|em|a|span)\b[^>]*>`)
	tag      = regexp.MustCompile(`<[^>]*>`)
)

// pageText is what stands on a page of HTML.
func pageText(page string) string {
	page = inline.ReplaceAllString(notShown.ReplaceAllString(page, ""), "")
	return html.UnescapeString(tag.ReplaceAllString(page, "\n"))
}

// The test itself is tested: a sentence that goes is missed.
func TestTheFidelityTestSeesAMissingSentence(t *testing.T) {
	deck, _ := model.FindDeck("signs")
	doc := Build(plainSource(), deck)
	for f, read := range readers() {
		var whole, less bytes.Buffer
		if err := doc.Write(&whole, f); err != nil {
			t.Fatal(err)
		}
		cut := doc
		cut.Blocks = nil
		for _, b := range doc.Blocks {
			if b.Kind == document.Bullets && len(b.Items) > 12 {
				b.Items = append(append([]document.Item{}, b.Items[:12]...), b.Items[13:]...)
			}
			cut.Blocks = append(cut.Blocks, b)
		}
		if err := cut.Write(&less, f); err != nil {
			t.Fatal(err)
		}
		const item = "New nickname"
		if !strings.Contains(read(t, whole.Bytes()), item) || strings.Contains(read(t, less.Bytes()), item) {
			t.Errorf("%s: the text that is read doesn't follow the handout", f)
		}
	}
}
