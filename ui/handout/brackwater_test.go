package handout

import (
	"bytes"
	"html"
	"strings"
	"testing"

	"isspp/content"
	"isspp/content/packtest"
	"isspp/model"
)

// Every handout of another town's protocol, in every format, is that town's
// alone.
func TestAnotherTownsHandoutsAreItsOwn(t *testing.T) {
	s := plainSource()
	s.Pack = packtest.Brackwater(t)
	own := packtest.OwnWords(content.Embedded())
	says := map[string]string{
		"rota": "Constable Imre Vasquez-Holt", "risk": "Owes money", "girls": "Carrying parcels",
		"signs":      "Arrives wet from the harbour",
		"protective": "A place in the rowing crew", "plan": "Ring back before six", "directory": "Breakwater Team",
		"whole": "Every child gets home dry",
	}
	for _, deck := range model.Decks() {
		text := markdownOf(t, s, deck.ID)
		for _, want := range []string{says[deck.ID], "01632 960111", "2031–33", "Brackwater"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q", deck.ID, want)
			}
		}
		var page, pdf bytes.Buffer
		doc := Build(s, deck)
		if err := doc.HTML(&page); err != nil {
			t.Fatal(err)
		}
		if err := doc.PDF(&pdf); err != nil || pdf.Len() == 0 {
			t.Fatalf("%s as PDF: %v", deck.ID, err)
		}
		for format, text := range map[string]string{"Markdown": text, "HTML": page.String()} {
			if w := packtest.Said(text, own); w != "" {
				t.Errorf("the handout %s as %s says %q, which is the embedded edition's", deck.ID, format, w)
			}
			if strings.Contains(html.UnescapeString(text), "isspp's") {
				t.Errorf("the handout %s as %s says that the town's notes are isspp's", deck.ID, format)
			}
			if noted := strings.Contains(text, "Note"); noted &&
				!strings.Contains(html.UnescapeString(text), "a remark of the Brackwater pack's") {
				t.Errorf("the handout %s as %s doesn't say whose the notes are", deck.ID, format)
			}
		}
	}
}
