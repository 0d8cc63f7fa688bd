package document

import (
	"fmt"
	"strings"
	"testing"
)

// deckOf is slides of every length, from a sentence to a list of thirty.
func deckOf() Doc {
	d := Doc{Title: "Training", Edition: "An edition", Foot: "Ring 999"}
	for n := 1; n <= 30; n += 3 {
		b := Block{Kind: Bullets, Columns: n / 5}
		for i := range n {
			b.Items = append(b.Items, Item{
				Spans: Plainly(fmt.Sprintf("Point %d, and a few words more", i+1)),
				Below: []Block{P("with a detail")},
			})
		}
		d.Slides = append(d.Slides, Slide{
			Title:  strings.Repeat("A title ", 1+n/4),
			Blocks: []Block{P("A sentence."), H(3, "Group"), b}, Given: 1,
		})
	}
	return d
}

// Each slide is one page of 16:9, with nothing beyond its edges.
func TestEachSlideIsOnePage(t *testing.T) {
	l := placed(t, deckOf())
	if got, want := len(l.file.Pages()), len(deckOf().Slides); got != want {
		t.Errorf("%d pages for %d slides", got, want)
	}
	for _, p := range l.pieces {
		if p.page != nil && p.y+p.height > wide.bottom+0.01 {
			t.Errorf("a line ends at %.0f of %.0f", p.y+p.height, wide.bottom)
		}
	}
}
