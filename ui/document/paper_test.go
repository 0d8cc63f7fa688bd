package document

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"isspp/model"
	"isspp/ui/document/pdf"
)

// placed sets a document and gives its layout, with every piece on its page.
func placed(t *testing.T, d Doc) *layout {
	t.Helper()
	return laidOut(d.cleaned())
}

// long is a document of many pages with everything in it, in an order that
// chance makes.
func long(seed uint64) Doc {
	rnd := rand.New(rand.NewPCG(seed, 7))
	words := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString([]string{
				"a ", "longer ", "word ", "incomprehensibility ", "of ", "the ",
				"020 7527 7400 ",
			}[rnd.IntN(7)])
		}
		return b.String()
	}
	d := Doc{Title: "Long", Years: "2023–24", Banner: "CONFIDENTIAL", Contents: true}
	d.Blocks = append(d.Blocks, Boxed(Emergency, "Ring", Labelled(F("999", "now"), Field{Label: "Ours", Blank: true})))
	for range 60 {
		switch rnd.IntN(8) {
		case 0:
			d.Blocks = append(d.Blocks, H(2+rnd.IntN(3), words(1+rnd.IntN(12))))
		case 1:
			b := List()
			for range 2 + rnd.IntN(20) {
				b.Items = append(b.Items, Item{Spans: Plainly(words(1 + rnd.IntN(30)))})
			}
			b.Columns, b.Layer = rnd.IntN(4), model.LayerProtocol
			d.Blocks = append(d.Blocks, b)
		case 2:
			b := Rows([]string{"One", "Two", "Three"})
			for range 1 + rnd.IntN(9) {
				b.Rows = append(b.Rows, Cells(words(1+rnd.IntN(20)), words(1+rnd.IntN(300)), words(rnd.IntN(9))))
			}
			b.Banded = rnd.IntN(2) == 0
			d.Blocks = append(d.Blocks, b)
		case 3:
			d.Blocks = append(d.Blocks, NoteOf(model.Note{Text: words(40), Source: "somewhere"}))
		case 4:
			d.Blocks = append(d.Blocks, Boxed(Caution, "Box", P(words(60)), NoteOf(model.Note{Text: words(30)})))
		case 5:
			d.Blocks = append(d.Blocks, Labelled(F(words(3), words(50)),
				Field{Label: "L", Layer: model.LayerLocal, Value: Plainly(words(40))}))
		default:
			d.Blocks = append(d.Blocks, P(words(20+rnd.IntN(200))))
		}
	}
	return d
}

// Nothing stands outside the margins, upon the foot or upon each other; no
// heading is the last on its page, and no page is empty.
func TestPagesAreFilledWell(t *testing.T) {
	for seed := range uint64(20) {
		l := placed(t, long(seed))
		var last *piece
		filled := map[*pdf.Page]bool{}
		for i, p := range l.pieces {
			if p.page == nil {
				continue
			}
			filled[p.page] = true
			if p.y < a4.firstTop-0.01 || p.y+p.height > a4.bottom+0.01 && p.height < a4.bottom-a4.top {
				t.Fatalf("seed %d: piece %d stands from %.0f to %.0f, and the page from %.0f to %.0f", seed, i, p.y,
					p.y+p.height, a4.top, a4.bottom)
			}
			if last != nil && last.page == p.page && p.y < last.y+last.height-0.01 {
				t.Fatalf("seed %d: piece %d stands upon the one before", seed, i)
			}
			if last != nil && last.level > 1 && last.page != p.page {
				t.Fatalf("seed %d: the heading %q is alone at the end of its page", seed, last.title)
			}
			last = p
		}
		for n, page := range l.file.Pages() {
			if !filled[page] && !l.divided {
				t.Errorf("seed %d: page %d is empty", seed, n+1)
			}
		}
	}
}

// Every line of text keeps within its width, however long its words are.
func TestLinesKeepTheirWidth(t *testing.T) {
	l := newLayout(Doc{Title: "t"})
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		var spans []model.Span
		for range 1 + rnd.IntN(4) {
			text := strings.Repeat([]string{"w", "mmm/", "i ", "é", "中", "020 7527 7400 ", "\n", "  "}[rnd.IntN(8)],
				1+rnd.IntN(40))
			spans = append(spans, model.Span{Text: text, Strong: rnd.IntN(2) == 0})
		}
		width := 30 + rnd.Float64()*300
		s := textStyle{size: 10}
		got := ""
		for _, line := range l.wrap(spans, s, width) {
			w, shown := 0.0, ""
			for _, b := range line {
				shown += b.text
			}
			got += shown
			for _, b := range line {
				w += b.width
			}
			if over := w - width; over > 0.01 && len(strings.TrimSpace(shown)) > 1 &&
				over > l.file.Width(s.of(model.Span{Strong: true}), " ") {
				t.Fatalf("a line is %.1f wide and has %.1f: %q", w, width, shown)
			}
		}
		if want := strings.Join(strings.Fields(model.PlainText(spans)), ""); strings.Join(strings.Fields(got),
			"") != want {
			t.Fatalf("wrapping changed the text:\n%q\n%q", got, want)
		}
	}
}

func TestATelephoneNumberIsNotBroken(t *testing.T) {
	l := newLayout(Doc{Title: "t"})
	for width := 60.0; width < 200; width += 3 {
		for _, line := range l.wrap(Plainly("Ring 020 7527 7400 or 0808 168 9291 now"), textStyle{size: 10}, width) {
			text := ""
			for _, b := range line {
				text += b.text
			}
			if text = strings.TrimSpace(text); strings.HasPrefix(text, "7") || strings.HasPrefix(text, "168") ||
				strings.HasPrefix(text, "9291") {
				t.Fatalf("at %.0f a number goes on as %q", width, text)
			}
		}
	}
}

func TestATableHasItsHeadOnEachPage(t *testing.T) {
	b := Rows([]string{"Setting", "Officer"})
	for i := range 90 {
		b.Rows = append(b.Rows, Cells(fmt.Sprint("School ", i), "PC One"))
	}
	l := placed(t, Doc{Title: "t", Blocks: []Block{b}})
	pages := l.file.Pages()
	if len(pages) < 2 {
		t.Fatal("the table doesn't fill a page")
	}
	var out bytes.Buffer
	if err := l.file.Write(&out); err != nil {
		t.Fatal(err)
	}
	for i, p := range l.pieces {
		if i > 2 && p.page != l.pieces[i-1].page && p.head == nil {
			t.Errorf("piece %d starts a page without the table's head", i)
		}
	}
}
