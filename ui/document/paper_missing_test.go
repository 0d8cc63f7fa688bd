package document

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"isspp/model"
)

// saysMissing is what each page says that it can't show.
func saysMissing(l *layout) []string {
	var out []string
	for i, p := range l.file.Pages() {
		if missing := p.Missing(); len(missing) > 0 {
			out = append(out, missingText(i+1, missing))
		}
	}
	return out
}

func TestAPageNamesTheCharactersThatItCannotShow(t *testing.T) {
	for _, try := range []struct{ name, text, want string }{
		{"Arabic", "قال محمد", "Arabic letters U+0627, U+062D, U+062F, U+0642, U+0644, U+0645"},
		{"Hebrew", "שלום", "Hebrew letters U+05D5, U+05DC, U+05DD, U+05E9"},
		{"a family in one emoji", "👨\u200d👩\u200d👧", "emoji and symbols U+1F467 to U+1F469"},
		{"a coloured emoji", "👍🏽 ❤\ufe0f", "emoji and symbols U+2764, U+1F3FD, U+1F44D"},
		{"Chinese", "李小龙", "Chinese or Japanese characters U+5C0F, U+674E, U+9F99"},
		{"Vietnamese", "Nguyễn Thị", "Latin letters U+1EC5, U+1ECB"},
		{"Vietnamese, decomposed", "Nguye\u0302\u0303n Thi\u0323", "Latin letters U+1EC5, U+1ECB"},
		{"Yoruba", "Ọlá Adé, ọ̀rẹ́", "accents U+0300, U+0301; Latin letters U+1EB9, U+1ECC, U+1ECD"},
		{"all of the font's", "Łódź, Ünal, naïve, “quotes” ‘and’ – … • ◦ Ж Ω é", ""},
		{"decomposed", "Re\u0301ne\u0301e U\u0308nal", ""},
		{"a word broken softly", "well\u00adbeing, e\u2011mail", ""},
	} {
		l := placed(t, Doc{Title: "t", Blocks: []Block{P("Said: " + try.text)}})
		want := ""
		if try.want != "" {
			want = "Page 1 can't show these characters and has a box for each: " + try.want +
				". They are in the HTML version (-o FILE.html)."
		}
		if got := strings.Join(saysMissing(l), "|"); got != want {
			t.Errorf("%s:\n%q, not\n%q", try.name, got, want)
		}
		if (l.spare > 0) != (want != "") {
			t.Errorf("%s: %.0f points are kept free", try.name, l.spare)
		}
	}
}

// Wherever a text stands on a page, the page says what is missing from it.
func TestEveryPlaceOnAPageIsLookedAt(t *testing.T) {
	const box = "U+4E2D"
	for name, d := range map[string]Doc{
		"title":    {Title: "中"},
		"subtitle": {Title: "t", Subtitle: "中"},
		"foot":     {Title: "t", Foot: "Ring 中"},
		"edition":  {Title: "t", Edition: "Borough 中"},
		"made":     {Title: "t", Made: "Printed by 中"},
		"heading":  {Title: "t", Blocks: []Block{H(2, "中"), P("a")}},
		"list":     {Title: "t", Blocks: []Block{List("中")}},
		"label":    {Title: "t", Blocks: []Block{Labelled(F("中", "a"))}},
		"value":    {Title: "t", Blocks: []Block{Labelled(F("Name", "中"))}},
		"local": {Title: "t", Blocks: []Block{Labelled(Field{
			Label: "L", Layer: model.LayerLocal,
			Value: Plainly("中"),
		})}},
		"cell": {Title: "t", Blocks: []Block{Rows([]string{"One", "Two"}, []string{"a", "中"})}},
		"caption": {Title: "t", Blocks: []Block{{
			Kind: Table, Caption: "中", Head: Cells("One"),
			Rows: [][]model.Cell{Cells("a")},
		}}},
		"note":   {Title: "t", Blocks: []Block{NoteOf(model.Note{Text: "中"})}},
		"source": {Title: "t", Blocks: []Block{NoteOf(model.Note{Text: "a", Source: "中"})}},
		"box":    {Title: "t", Blocks: []Block{Boxed(Caution, "中", P("a"))}},
	} {
		if said := saysMissing(placed(t, d)); len(said) != 1 || !strings.Contains(said[0], box) {
			t.Errorf("%s: the pages say %q", name, said)
		}
	}
	// What is measured or written composed isn't missing.
	d := Doc{
		Title: "Re\u0301ne\u0301e", Edition: "Re\u0301ne\u0301e", Foot: "Re\u0301", Contents: true,
		Blocks: []Block{P("a"), H(2, "Re\u0301ne\u0301e"), Labelled(F("Re\u0301ne\u0301e", "e\u0301"))},
	}
	if said := saysMissing(placed(t, d)); len(said) > 0 {
		t.Errorf("composed letters are said to be missing: %q", said)
	}
}

// Only the pages that have boxes say so, and the text keeps clear of what they say.
func TestTheBoxIsOnThePageOfItsCharacters(t *testing.T) {
	many := ""
	for r := '一'; r < '一'+300; r += 2 {
		many += string(r) + " "
	}
	filler := strings.Repeat("A line of plain text that fills the page up. ", 400)
	l := placed(t, Doc{Title: "t", Blocks: []Block{P("👍🏽"), P(filler), {Kind: PageBreak}, P(many), P(filler)}})
	said := saysMissing(l)
	if len(said) != 2 || !strings.HasPrefix(said[0], "Page 1 ") || !strings.Contains(said[1], "; and 90 more. They") {
		t.Errorf("the pages say %q", said)
	}
	for i, p := range l.pieces {
		if p.page == nil || len(p.page.Missing()) == 0 {
			continue
		}
		lines := l.missingLines(1+slices.Index(l.file.Pages(), p.page), p.page)
		if top := l.missingEnd() - missingBox(len(lines)); p.y+p.height > top {
			t.Fatalf("piece %d ends at %.0f, and the box begins at %.0f", i, p.y+p.height, top)
		}
	}
}

func TestMissingCharactersAreWrittenTheSameEachTime(t *testing.T) {
	d := Doc{Title: "محمد", Blocks: []Block{P("李小龙 Nguyễn 👨\u200d👩\u200d👧 ọ̀rẹ́"), H(2, "שלום"), P("a")}}
	var first bytes.Buffer
	if err := d.PDF(&first); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		var again bytes.Buffer
		if err := d.PDF(&again); err != nil || !bytes.Equal(first.Bytes(), again.Bytes()) {
			t.Fatalf("two writings differ: %v", err)
		}
	}
}

// Boxes are for the eye alone: what is read aloud is what was written.
func TestTextWithBoxesIsReadAsItWasWritten(t *testing.T) {
	if _, err := exec.LookPath("pdfinfo"); err != nil {
		t.Skip("no pdfinfo on this machine")
	}
	path := filepath.Join(t.TempDir(), "boxes.pdf")
	d := Doc{Title: "t", Blocks: []Block{P("Said: قال محمد لا and 👨\u200d👩\u200d👧 then.")}}
	if err := d.Save(path, PDF, 0o600, false); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdfinfo", "-struct-text", path).CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"قال محمد لا", "👨\u200d👩\u200d👧", "then.", "Page 1 can't show"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q isn't read:\n%s", want, out)
		}
	}
}
